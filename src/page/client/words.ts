import type { PageLocale } from '../protocol.js';

/** What the page says, Chinese and English; `{name}` takes data. */
const WORDS = {
  title: ['政策解读核查', 'Check a policy interpretation'],
  promise: [
    '文稿只在这台电脑上处理，不上传，不保存。',
    'Drafts stay on this computer: nothing is sent, nothing is kept.',
  ],
  otherLanguage: ['English', '中文'],
  skip: ['跳到核查结果', 'Skip to the results'],
  intake: ['文稿', 'Documents'],
  drop: ['把草稿拖到这里，连同它解读的政策文件', 'Drop the draft here, with the policy it explains'],
  formats: [
    'Word 文档（.docx）、保存的网页（.html）、Markdown（.md）、纯文本（.txt）',
    'Word files (.docx), saved pages (.html), Markdown (.md), plain text (.txt)',
  ],
  choose: ['选择文件', 'Choose files'],
  paste: ['粘贴文字', 'Paste a text'],
  sample: ['看样例', 'Try a sample'],
  pasteLabel: ['要核查的文字', 'The text to check'],
  pasteName: ['粘贴的文字', 'pasted text'],
  pasteCheck: ['核查这段文字', 'Check this text'],
  kindOf: ['“{name}”的类型', 'Kind of "{name}"'],
  policyOf: ['“{name}”解读的政策', 'Policy that "{name}" explains'],
  auto: ['自动识别', 'recognised'],
  autoIs: ['自动识别：{what}', 'recognised: {what}'],
  notRecognised: ['没有认出，按{what}', 'not recognised: {what}'],
  kindColumn: ['类型', 'Kind'],
  policyColumn: ['解读的政策', 'Policy explained'],
  noPolicy: ['没有', 'none'],
  remove: ['移除', 'Remove'],
  removeName: ['移除“{name}”', 'Remove "{name}"'],
  presets: ['核查依据', 'Rules to check by'],
  presetsHint: [
    '可以选几项。选择记在网址里，可以收藏。',
    'Choose several. The choice is kept in the address, to be bookmarked.',
  ],
  checking: ['正在核查……', 'Checking…'],
  done: ['核查完毕：错误 {errors} 处，提醒 {warnings} 处。', 'Done: {errors} errors, {warnings} warnings.'],
  unread: [
    '{count} 份文件没有核查，原因见文件名后面。',
    '{count} files were not checked; why stands behind their names.',
  ],
  failed: ['核查时程序出错：{error}', 'The program failed: {error}'],
  documents: ['已放入的文稿', 'Documents at hand'],
  kind: ['类型', 'Kind'],
  kindAssumed: ['没有认出类型，按{kind}核查', 'kind not recognised; checked as {kind}'],
  count: ['字数', 'Length (字数)'],
  most: ['{words}（上限 {most}）', '{words} (at most {most})'],
  over: ['{words}，超过上限 {most}', '{words}, over the limit of {most}'],
  policy: ['政策原文', 'Policy'],
  policyNone: ['没有放入：数字、条款和照抄没有比对', 'not at hand: figures, articles and copies were not compared'],
  links: ['链接', 'Links'],
  linksNone: ['没有', 'none'],
  linkFile: ['在放入的文件里', 'among the files'],
  linkUnseen: ['网上地址，没有打开', 'on the web, not opened'],
  linkMissing: ['放入的文件里没有', 'not among the files'],
  found: ['问题', 'Findings'],
  errors: ['错误 {count}', '{count} errors'],
  warnings: ['提醒 {count}', '{count} warnings'],
  error: ['错误', 'Error'],
  warning: ['提醒', 'Warning'],
  elements: ['必备要素', 'Required elements'],
  there: ['有', 'there'],
  missing: ['缺少', 'missing'],
  doubt: ['存疑', 'doubtful'],
  idle: ['不涉及', 'not owed'],
  copySkeleton: ['复制待填的这一部分', 'Copy this part to fill in'],
  copied: ['已复制', 'Copied'],
  notCopied: ['浏览器不让复制，请手动选取', 'The browser refused; copy it by hand'],
  findings: ['要改的地方', 'What to mend'],
  noFindings: ['没有发现问题。', 'Nothing was found.'],
  record: ['登记信息（不在正文里）：{count} 处', 'The record of the document (not its text): {count}'],
  recordHint: [
    '日期、签批等登记在文首元数据里，由归档的人填写；起草时可以先不管。',
    'Dates, sign-offs and the like are kept in front matter by whoever files the document.',
  ],
  todo: ['怎样改', 'What to do'],
  why: ['依据', 'Required by'],
  seeText: ['看原文第 {line} 行', 'See line {line}'],
  seePolicy: ['对照政策', 'See the policy'],
  text: ['文稿正文', 'Text of the draft'],
  policyText: ['政策原文：{name}', 'The policy: {name}'],
  marks: [
    '页眉或页脚里有标记“{text}”。请先停止处理和发布，按保密规定核实。',
    'A header or footer bears the mark "{text}". Hold publication and have it examined.',
  ],
  notes: ['转换时没有带过来的内容：{count} 项', 'Left out in the conversion: {count}'],
  takeAway: ['带走', 'Take away'],
  word: ['下载带批注的 Word', 'Word file with comments'],
  wordName: ['{name}（核查批注）.docx', '{name} (reviewed).docx'],
  print: ['打印核查单', 'Print the sheet to sign'],
  chat: ['复制问题清单', 'Copy the findings'],
  sheet: ['政策解读核查单', 'Check of a policy interpretation'],
  element: ['要素', 'Element'],
  result: ['结果', 'Result'],
  sentence: ['文中语句', 'Sentence'],
  clause: ['依据条款', 'Clause'],
  drafter: ['起草人', 'Drafted by'],
  reviewer: ['审核人', 'Reviewed by'],
  date: ['日期', 'Date'],
  sheetCounts: ['错误 {errors} 处，提醒 {warnings} 处', '{errors} errors, {warnings} warnings'],
  footer: [
    '由 jiedu-lint {version} 核查。本页不打开网址，链接是否有效请另行核对。',
    'Checked by jiedu-lint {version}. This page opens no address: try the links yourself.',
  ],
} satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof WORDS;

/** Says a word of the page in a language. */
export type Say = (word: Word, data?: Readonly<Record<string, string | number>>) => string;

/** @returns what says the words of the page in a language */
export function sayIn(locale: PageLocale): Say {
  const at = locale === 'en' ? 1 : 0;
  return (word, data = {}) => WORDS[word][at].replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? ''));
}
