import type { NotRead } from '../document/origin.js';
import { filled } from '../language/filled.js';
import type { Locale, Localized } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';

/** Why a file cannot become Markdown and what to do; `{name}` takes data. */
// biome-ignore format: a row a language
const FAILURES = {
  oldWord: told(['是旧格式的 Word 或 WPS 文件（.doc、.wps），读不了', 'is an old Word or WPS file (.doc, .wps), which cannot be read'],
    ['请用 Word 或 WPS 打开，“另存为”选 .docx', 'Open it in Word or WPS and save it as .docx']),
  encrypted: told(['设有密码，读不了', 'has a password and cannot be read'],
    ['请用 Word 或 WPS 打开，去掉密码后另存', 'Open it, take the password off and save it']),
  damagedZip: told(['已损坏，打不开（可能没有下载完整）', 'is damaged and cannot be opened (an unfinished download?)'],
    ['请重新取得这个文件，或用 Word、WPS 打开修复后另存为 .docx', 'Get it again, or let Word or WPS mend it and save it as .docx']),
  oddNames: told(['内部有不合规的文件名（{name}），可能被改动过，没有读', 'holds a part with a name that no program writes ({name}); it may have been tampered with and was not read'],
    ['请不要打开来历不明的文件；确认无误的，请用 Word 或 WPS 另存为新的 .docx', 'Do not open files from unknown sources; one that is known to be sound can be saved anew by Word or WPS']),
  otherOffice: told(['不是 Word 文档（可能是表格、演示文稿、版式文件或压缩包）', 'is no Word document (a spreadsheet, slides, OFD, an archive?)'],
    ['请另存为 .docx，或解压后用里面的文件', 'Save it as .docx, or unpack it and use what is in it']),
  pdf: told(['是 PDF，读不了', 'is a PDF, which cannot be read'],
    ['请找它的 Word 文件，或用 Word、WPS 打开 PDF 另存为 .docx，并核对', 'Use its Word file, or open it in Word or WPS, save it as .docx and check it']),
  rtf: told(['是 RTF 格式，读不了', 'is RTF, which cannot be read'],
    ['请用 Word 或 WPS 打开，另存为 .docx', 'Open it in Word or WPS and save it as .docx']),
  markdown: told(['已经是 Markdown，不用导入', 'is Markdown already'],
    ['直接检查即可', 'There is nothing to import']),
  unknownFormat: told(['的格式不认识', 'has a format that is not known'],
    ['能读的有：Word 文档（.docx）、保存的网页（.html、.htm、.mhtml）', 'Word documents (.docx) and saved pages (.html, .htm, .mhtml) can be read']),
  empty: told(['是空文件', 'is empty'],
    ['请核对是不是拿错了文件', 'Check whether it is the right file']),
  tooLarge: told(['太大（超过 {most} MB），没有读', 'is too large (over {most} MB)'],
    ['请拆分，或去掉其中的图片', 'Split it, or take its pictures out']),
  tooComplex: told(['嵌套太深或元素太多，没有读', 'nests too deeply or holds too much'],
    ['请用 Word、WPS 或浏览器打开，把正文复制到新文件里', 'Open it and copy the text into a new file']),
  noText: told(['里面没有找到正文（可能全是图片，或正文要联网才显示）', 'holds no text (pictures only, or a text that loads from the network)'],
    ['请打开后把正文复制到 Word 文件里', 'Copy the text into a Word file']),
  unreadableWord: told(['内部结构不合规，读不了', 'has an inner structure that cannot be read'],
    ['请用 Word 或 WPS 打开，另存为新的 .docx', 'Open it in Word or WPS and save it as a new .docx']),
};

export type FailureId = keyof typeof FAILURES;

/** Why a file was not imported: for that, or for what else may be in the way. */
// biome-ignore format: a row a language
const REASONS = {
  ...FAILURES,
  notFound: told(['找不到', 'does not exist'],
    ['请核对路径和文件名', 'Check the path and the name']),
  unreadable: told(['读不了（{code}）', 'cannot be read ({code})'],
    ['请检查权限，或是否正被别的程序打开', 'Check its permissions, and whether another program has it open']),
  noFile: told(['不是普通文件（是管道或设备），没有导入', 'is no regular file (a pipe or a device) and was not imported'],
    ['请把内容存成文件再导入', 'Save what it holds as a file']),
  tooSlow: told(['很久没有转换完，或者用光了内存，已经放弃', 'took too long or ran out of memory and was given up'],
    ['请用 Word、WPS 或浏览器打开，把正文复制到新文件里', 'Open it and copy the text into a new file']),
  exists: told(['没有导入：{target} 已经存在，没有改动它', 'was not imported: {target} exists and was left as it is'],
    ['请先移走或改名，用 -o 另选文件夹，或用 --update 更新它的正文', 'Move it away, choose another folder with -o, or renew its text with --update']),
  notWritten: told(['没有导入：写不了 {target}（{code}）', 'was not imported: {target} cannot be written ({code})'],
    ['请检查权限和磁盘空间', 'Check permissions and the space on the disk']),
};

export type Reason = keyof typeof REASONS;

function told(why: readonly [string, string], todo: readonly [string, string]) {
  return { why: { 'zh-CN': why[0], en: why[1] }, todo: { 'zh-CN': todo[0], en: todo[1] } };
}

// biome-ignore format: a row a language
const WORDS = {
  nothing: { 'zh-CN': '“{pattern}”下面没有可导入的文件（.docx、.html、.htm、.mhtml）',
    en: 'There is nothing to import under "{pattern}" (.docx, .html, .htm, .mhtml)' },
  unreadableFolder: { 'zh-CN': '读不了文件夹 {pattern}，其中的文件没有导入',
    en: 'The folder {pattern} cannot be read; its files were not imported' },
  misnamed: { 'zh-CN': '{pattern} 的名字不是 UTF-8 编码，打不开，没有导入。请改名后再导入',
    en: 'The name of {pattern} is not in UTF-8, so that it cannot be opened; rename it and import it again' },
  leadsOut: { 'zh-CN': '{pattern} 是通到文件夹外面的链接，没有导入。确要导入的，请直接写出它所指的文件',
    en: '{pattern} is a link that leads out of the folder and was not imported; name the file that it leads to' },
  own: { 'zh-CN': 'jiedu-lint 自己写出的文件 {count} 个没有导入：{names}',
    en: '{count} files that jiedu-lint wrote were not imported: {names}' },
  mark: { 'zh-CN': '页眉或页脚里有标记“{text}”。请先停止发布，按保密规定核实',
    en: 'A header or footer bears the mark "{text}". Hold publication and have it examined' },
  unsure: { 'zh-CN': '可能是 {value}，没有写入（取自{from}）', en: 'perhaps {value}, not written (from {from})' },
  guess: { 'zh-CN': '{value}（取自{from}）', en: '{value} (from {from})' },
  missing: { 'zh-CN': '没有找到，请填写', en: 'not found; fill it in' },
  total: { 'zh-CN': '导入 {done} 个文件，{failed} 个没有导入。', en: '{done} files imported, {failed} not. ' },
  allDone: { 'zh-CN': '导入 {done} 个文件。', en: '{done} files imported. ' },
  check: { 'zh-CN': '文首元数据都是推测的：请逐项核对，核对过的删去“# 推测”，再用 jiedu-lint 检查',
    en: 'All front matter is guessed: check each item, delete the comment of those you checked, then run jiedu-lint' },
} satisfies Record<string, Localized>;

/** Why a file was not imported. */
export function sayFailure(id: Reason, locale: Locale, data: Data = {}): string {
  const { why, todo } = REASONS[id];
  return filled(`${why[locale]}${locale === 'en' ? '. ' : '。'}${todo[locale]}`, data);
}

/** The same in its two parts, in both languages. */
export function failureParts(id: Reason, data: Data = {}): { readonly why: Localized; readonly todo: Localized } {
  const both = (text: Localized) => ({ 'zh-CN': filled(text['zh-CN'], data), en: filled(text.en, data) });
  return { why: both(REASONS[id].why), todo: both(REASONS[id].todo) };
}

/** What an import left out or changed: what, how many, and what to do. */
// biome-ignore format: a row a language
const NOTES = {
  images: { 'zh-CN': '图片 {count} 张没有读入，其中的文字请补写在正文里',
    en: '{count} pictures were left out; write what they say into the text' },
  links: { 'zh-CN': '相对地址的链接 {count} 个没有读入（不知道网页从哪里保存），请补上完整网址',
    en: '{count} relative links were left out (where the page was saved from is not known); put in their addresses' },
  headers: { 'zh-CN': '页眉、页脚 {count} 处没有读入', en: '{count} headers and footers were left out' },
  comments: { 'zh-CN': '批注 {count} 条没有读入', en: '{count} comments were left out' },
  deleted: { 'zh-CN': '修订中已删除的文字 {count} 处没有读入',
    en: '{count} passages that tracked changes delete were left out' },
  hidden: { 'zh-CN': '隐藏的或白底白字的文字 {count} 处没有读入，请核对原文件里是否应当删去',
    en: '{count} passages of hidden or white text were left out; see whether the source should lose them too' },
  placeholders: { 'zh-CN': '内容控件 {count} 处还没有填写，写成了“【待填：…】”，请填写或删去',
    en: '{count} content controls were not filled in and were written as 【待填：…】; fill them in or remove them' },
  contents: { 'zh-CN': '目录 {count} 行没有读入', en: '{count} lines of the table of contents were left out' },
  fields: { 'zh-CN': '域 {count} 个没有保存结果，没有读入，请在 Word 里更新域（Ctrl+A，F9）后重新导入，或补写',
    en: '{count} fields hold no result and were left out; update them in Word (Ctrl+A, F9) and import again' },
  formulas: { 'zh-CN': '旧式公式对象 {count} 个没有读入，请补写',
    en: '{count} formulas of an old kind were left out; write them in' },
  symbols: { 'zh-CN': '特殊字体的符号 {count} 个没有对应的字符，没有读入，请补写',
    en: '{count} signs of special fonts have no character of their own and were left out; write them in' },
  numberFormats: { 'zh-CN': '自动编号的格式 {count} 种不认识，写成了阿拉伯数字，请核对',
    en: '{count} formats of automatic numbers are not known and were written in digits; check them' },
  smartArt: { 'zh-CN': 'SmartArt 图示 {count} 个没有读入，请把其中的文字写进正文',
    en: '{count} SmartArt pictures were left out; write what they say into the text' },
  charts: { 'zh-CN': '图表 {count} 个没有读入，请把其中的数据写进正文',
    en: '{count} charts were left out; write their figures into the text' },
  embedded: { 'zh-CN': '嵌入的文件 {count} 个（如表格）没有读入，请把其中的内容写进正文',
    en: '{count} embedded files (spreadsheets, say) were left out; write what they hold into the text' },
  parts: { 'zh-CN': '并入的其他文件 {count} 个读不了，没有读入，请用 Word 打开后另存，再导入',
    en: '{count} files joined to this one cannot be read; open it in Word, save it and import again' },
  frames: { 'zh-CN': '网页里的框架 {count} 个不在文件里，没有读入，请另行保存后导入',
    en: '{count} frames of the page are not in the file; save and import them on their own' },
  controls: { 'zh-CN': '控件 {count} 个没有读入', en: '{count} controls were left out' },
  pageLines: { 'zh-CN': '看作网页自身文字的 {count} 行没有读入，请核对',
    en: '{count} lines taken for the page’s own were left out; check them' },
} satisfies Record<string, Localized>;

export type NoteId = keyof typeof NOTES;

/** Something of the source that is not in the Markdown, or not as it was; each is told to whoever imports. */
export interface ImportNote extends NotRead {
  readonly id: NoteId;
}

/** Kinds that take away some of what the paper says, unlike headers, comments and pictures; whoever checks the file has to know. */
export const LOST: ReadonlySet<NoteId> = new Set<NoteId>([
  ...(['hidden', 'fields', 'formulas', 'symbols', 'smartArt', 'charts', 'embedded', 'parts', 'frames'] as const),
]);

/** A note in words, with some examples. */
export function sayNote({ id, count, examples }: NotRead, locale: Locale): string {
  const more = examples.map(withoutPersonalData).join(locale === 'en' ? '; ' : '；');
  const said = filled(NOTES[id as NoteId][locale], { count });
  return more === '' ? said : `${said}${locale === 'en' ? ': ' : '：'}${more}`;
}

/** A sentence of the report. */
export function sayImport(word: keyof typeof WORDS, locale: Locale, data: Data = {}): string {
  return filled(WORDS[word][locale], data);
}

type Data = Readonly<Record<string, string | number>>;
