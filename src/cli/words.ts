import type { Data, ErrorCode, NoteCode } from '../engine/problems.js';
import { filled } from '../language/filled.js';
import type { Locale, Localized } from '../language/locale.js';

/** What the command line says of itself; `{name}` takes data. */
const WORDS = {
  usageHint: { 'zh-CN': '用法见 {command} --help', en: 'See {command} --help' },
  unknownOption: { 'zh-CN': '没有选项 {name}', en: 'There is no option {name}' },
  missingArgument: { 'zh-CN': '选项 {name} 缺少取值', en: 'Option {name} needs a value' },
  missingOperand: { 'zh-CN': '缺少参数 {name}', en: 'The argument {name} is missing' },
  tooMany: { 'zh-CN': '参数太多', en: 'There are too many arguments' },
  didYouMean: { 'zh-CN': '是不是 {name}？', en: 'Did you mean {name}?' },
  badChoice: {
    'zh-CN': '{option} 没有“{value}”这个取值；可用：{choices}',
    en: '{option} does not take "{value}"; it takes {choices}',
  },
  badNumber: {
    'zh-CN': '{option} 要一个不小于 {least} 的整数，不是“{value}”',
    en: '{option} takes a whole number from {least} up, not "{value}"',
  },
  badConcurrency: {
    'zh-CN': '--concurrency 要 auto、off 或 1 到 999 的整数，不是“{value}”',
    en: '--concurrency takes auto, off or a whole number from 1 to 999, not "{value}"',
  },
  noMatch: { 'zh-CN': '“{pattern}”下面没有 Markdown 文件', en: 'There is no Markdown file under "{pattern}"' },
  allIgnored: {
    'zh-CN': '“{pattern}”下面的文件都被忽略设置或配置（ignores、paths）排除了（--no-ignore 可以检查它们）',
    en: 'All files under "{pattern}" are ignored or left out by the config: ignores, paths (--no-ignore checks them)',
  },
  noPapers: {
    'zh-CN': '“{pattern}”下面没有政策文件，只有说明之类的文件。确实要检查的，请逐个写出文件名',
    en: 'There are no policy documents under "{pattern}", only a README and the like. To check such a file, name it',
  },
  unreadableFolder: {
    'zh-CN': '读不了文件夹 {pattern}，其中的文件没有检查',
    en: 'The folder {pattern} cannot be read; its files were not checked',
  },
  noSuchPath: { 'zh-CN': '找不到“{pattern}”', en: 'There is no "{pattern}"' },
  tooManyWarnings: {
    'zh-CN': '警告有 {count} 个，超过 --max-warnings 的 {max} 个',
    en: 'There are {count} warnings, more than the {max} of --max-warnings',
  },
  noRule: { 'zh-CN': '没有规则“{name}”', en: 'There is no rule "{name}"' },
  noPage: {
    'zh-CN': '规则 {name} 的说明页不在安装目录里',
    en: 'The page of rule {name} is not among the installed files',
  },
  noStreams: {
    'zh-CN': '这里没有标准输入输出，语言服务器启动不了',
    en: 'There is no standard input and output here for a language server',
  },
  needsFile: {
    'zh-CN': '请给出文件，例如 jiedu-lint inspect 解读.md',
    en: 'Name a file, for instance jiedu-lint inspect 解读.md',
  },
  stdinAlone: { 'zh-CN': '--stdin 不能和文件路径一起用', en: '--stdin does not go with file paths' },
  dateForm: { 'zh-CN': '--date 要写成 {meant}，不是“{date}”', en: 'Write --date {meant}, not "{date}"' },
  badDate: {
    'zh-CN': '--date 要一个实有的日期，写成 2024-03-01，不是“{date}”',
    en: '--date takes a day there is, written 2024-03-01, not "{date}"',
  },
  reportOverDocument: {
    'zh-CN': '{option} 指的 {file} 是一份文稿，不能用报告覆盖它。请换一个文件名',
    en: '{file}, which {option} names, is a document and not to be overwritten. Name another file',
  },
  reportOverFile: {
    'zh-CN':
      '{option} 指的 {file} 已经存在，不是本程序写的报告，没有覆盖它。请换一个文件名；确实不要它了，请加 --force',
    en: '{file}, which {option} names, exists and is no report of this program; it was not overwritten. Name another file, or add --force',
  },
  reportOverLink: {
    'zh-CN': '{option} 指的 {file} 是符号链接，或者经过指到外面的符号链接，没有写。请写出真正的文件名',
    en: '{file}, which {option} names, is a symbolic link, or lies behind one that leads out; it was not written. Name the file itself',
  },
  auditWritten: { 'zh-CN': '已写 {file}', en: 'Wrote {file}' },
  compareUnread: {
    'zh-CN': '读不了 --compare 指的 {file}：请指向上次核查用 --json 写的文件',
    en: '{file}, which --compare names, cannot be read: name the file that --json wrote at an earlier audit',
  },
  compareNoJson: {
    'zh-CN': '--compare 要上次核查用 --json 写的文件，{file} 不是 JSON，或者不完整：请检查路径，或者从备份里重新取一份',
    en: '--compare takes what --json wrote at an earlier audit; {file} is no JSON, or not whole: check the path, or take it from a backup',
  },
  compareNoAudit: {
    'zh-CN': '--compare 要上次核查用 --json 写的文件，{file} 不是核查的结果：请检查路径',
    en: '--compare takes what --json wrote at an earlier audit; {file} is nothing of the kind: check the path',
  },
  compareOlder: {
    'zh-CN':
      '--compare 读不了 {file}：它是别的版本写的，或者被改过。请用这个版本核查上次的文稿，用 --json 另写一份，再来比较',
    en: '--compare cannot use {file}: another version wrote it, or it was edited. Audit the earlier documents with this version and --json, then compare',
  },
  ledgerNoFolder: { 'zh-CN': '{folder} 不是文件夹', en: '{folder} is no folder' },
  ledgerNone: {
    'zh-CN': '文件夹 {folder} 里没有整改台账（.xlsx）',
    en: 'There is no ledger (.xlsx) in the folder {folder}',
  },
  ledgerOther: {
    'zh-CN': '{file} 没有读：台账要存成 .xlsx。请在 Excel、WPS 里另存为 .xlsx',
    en: '{file} was not read: ledgers are .xlsx files. Save it as .xlsx in Excel or WPS',
  },
  ledgerUnread: {
    'zh-CN': '{file} 不是整改台账，或者打不开，没有读。台账要有“编号”和“整改情况”两列',
    en: '{file} is no ledger, or cannot be opened, and was not read. A ledger has the columns 编号 and 整改情况',
  },
  ledgerFilled: {
    'zh-CN': '{file} 里有人填写的内容，没有覆盖。加上 --ledger {folder} 读回再写，或者换一个文件夹',
    en: 'People have written in {file}; it was not written over. Read it back with --ledger {folder}, or name another folder',
  },
  ledgersWritten: { 'zh-CN': '已写 {count} 份整改台账：{folder}', en: 'Wrote {count} ledgers into {folder}' },
  auditHint: {
    'zh-CN': '加上 --html 报告.html（网页）或 --xlsx 报告.xlsx（表格）可得到完整的报告',
    en: 'Add --html report.html (a page) or --xlsx report.xlsx (a spreadsheet) for the full report',
  },
  fixTwice: {
    'zh-CN': '--fix 和 --fix-dry-run 不能一起用：前者改文件，后者不改',
    en: '--fix does not go with --fix-dry-run: the one changes files, the other does not',
  },
  fixTypeAlone: {
    'zh-CN': '--fix-type 要和 --fix 或 --fix-dry-run 一起用',
    en: '--fix-type goes with --fix or --fix-dry-run',
  },
  fixStdin: {
    'zh-CN': '标准输入没有文件可改，请用 --fix-dry-run 加 -f json，改好的文本在 output 里',
    en: 'Standard input is no file to fix; use --fix-dry-run with -f json, whose `output` has the fixed text',
  },
  fixChanged: {
    'zh-CN': '{file} 在检查时被改过，没有改正。请重新运行',
    en: '{file} was changed while it was checked and was not fixed. Run again',
  },
  unreadHere: {
    'zh-CN': '{count} 份可能是文稿，但格式读不了，没有检查：{files}{more}。请另存为 .docx 再检查',
    en: '{count} may be documents in formats that cannot be read, and were not checked: {files}{more}. Save them as .docx',
  },
  andMore: { 'zh-CN': '等', en: ', …' },
  othersHere: {
    'zh-CN': '图片、表格等 {count} 个文件不检查',
    en: '{count} pictures, spreadsheets and the like are not checked',
  },
  asideHere: {
    'zh-CN': '{count} 份旁边有同名的 .md，只检查了 .md：{files}{more}',
    en: '{count} lie beside a .md of the same name, which alone was checked: {files}{more}',
  },
  fixWord: {
    'zh-CN': '{file} 是 Word 文件，--fix 不改它。请用 jiedu-lint review --fix 生成带修订的副本',
    en: '{file} is a Word file, which --fix leaves alone. Use jiedu-lint review --fix for a copy with tracked changes',
  },
  fixPage: {
    'zh-CN': '{file} 是保存的网页，--fix 不改它。请在发布系统里改原文',
    en: '{file} is a saved page, which --fix leaves alone. Mend the text where it was published from',
  },
  fixNotWritten: {
    'zh-CN': '写不了 {file}（{code}），没有改正，文件没有变。请检查文件是否只读',
    en: '{file} cannot be written ({code}) and was not fixed; it is as it was. Check whether it is read-only',
  },
  fixEncoding: {
    'zh-CN': '{file} 是 {code} 编码，没有自动改正。请先另存为 UTF-8',
    en: '{file} is encoded in {code} and was not fixed. Save it as UTF-8 first',
  },
  notTogether: { 'zh-CN': '{first} 和 {second} 不能一起用', en: '{first} does not go with {second}' },
  interrupted: {
    'zh-CN': '检查被中断：{total} 个文件中检查了 {done} 个，文件之间的规则没有运行，结果不完整',
    en: 'Interrupted: {done} of {total} files were checked, the rules between files did not run; the results are not complete',
  },
  watching: {
    'zh-CN': '[{time}] 检查完毕，有改动时重新检查（Ctrl-C 结束）',
    en: '[{time}] Done; watching for changes (Ctrl-C ends)',
  },
  watchFailed: {
    'zh-CN': '看不到 {path} 里的改动（{code}），改了那里的文件请重新运行',
    en: 'Changes in {path} cannot be seen ({code}); run again after changing files there',
  },
  progress: {
    'zh-CN': '{bar} {done}/{total} 个文件，每秒 {rate} 个，剩 {left}',
    en: '{bar} {done}/{total} files, {rate}/s, {left} left',
  },
  progressLinks: {
    'zh-CN': '{bar} 查找链接 {done}/{total} 个文件',
    en: '{bar} following links {done}/{total} files',
  },
  progressRules: {
    'zh-CN': '{bar} 核对文件之间的关系 {done}/{total} 条规则',
    en: '{bar} checking files against each other {done}/{total} rules',
  },
  suppressionsLeft: {
    'zh-CN':
      '压制文件里有 {count} 个文件的问题或文件本身已经不存在了（{files}）。请用 --prune-suppressions 删去，或加 --pass-on-unpruned-suppressions',
    en: 'The suppressions of {count} files are about findings or files that are gone ({files}). Run with --prune-suppressions to delete them, or with --pass-on-unpruned-suppressions',
  },
  noSuppressions: {
    'zh-CN': '没有压制文件 {file}。请先用 --suppress-all 或 --suppress-rule 生成',
    en: 'There is no suppressions file {file}. Make it with --suppress-all or --suppress-rule',
  },
  suppressionsUnreadable: {
    'zh-CN': '读不了压制文件 {file}（{code}）',
    en: 'The suppressions file {file} cannot be read ({code})',
  },
  suppressionsBroken: {
    'zh-CN': '压制文件 {file} 的内容不对（合并冲突、手工改动？）。请改正，或删去后用 --suppress-all 重新生成',
    en: 'The suppressions file {file} is damaged (a merge conflict, an edit?). Mend it, or delete it and make it again with --suppress-all',
  },
  suppressionsNotWritten: {
    'zh-CN': '写不了压制文件 {file}（{code}）',
    en: 'The suppressions file {file} cannot be written ({code})',
  },
  cacheBroken: {
    'zh-CN': '缓存 {file} 已损坏，或者不是您的运行为这个文件夹写的：不用它，全部重新检查',
    en: 'The cache {file} is damaged, or no run of yours wrote it for this folder; it is dropped, and everything is checked afresh',
  },
  cacheForeign: {
    'zh-CN': '{file} 不是本程序的缓存，没有用它，也没有改动它。请换一个 --cache-location',
    en: '{file} is no cache of this program; it was neither used nor changed. Choose another --cache-location',
  },
  cacheNotWritten: {
    'zh-CN': '写不了缓存 {file}（{code}），检查结果不受影响',
    en: 'The cache {file} cannot be written ({code}); the results are not affected',
  },
  notWritten: { 'zh-CN': '写不了报告文件 {path}（{code}）', en: 'The report {path} cannot be written ({code})' },
  outputNotWritten: {
    'zh-CN': '写不了标准输出（{code}）；请检查磁盘空间，或用 -o 把报告写到别处',
    en: 'Standard output cannot be written ({code}): check the space on the disk, or write the report elsewhere with -o',
  },
  noFormatFor: {
    'zh-CN': '-o {file} 没有对应的 -f：每个 -o 写在它的 -f 后面，例如 -f stylish -f sarif -o out.sarif',
    en: 'There is no -f for -o {file}: write each -o after its -f, for instance -f stylish -f sarif -o out.sarif',
  },
  reportOverInput: {
    'zh-CN': '{file} 是要检查的文件，不能把报告写在上面。请给 --output-file 换一个文件名',
    en: '{file} is to be linted, so no report can be written over it. Give --output-file another name',
  },
  reportTwice: {
    'zh-CN': '两份报告不能写进同一个文件 {file}，请各写一个文件',
    en: 'Two reports cannot go into the one file {file}; give each a file of its own',
  },
  reportIsFolder: {
    'zh-CN': '{option} 后面要写报告的文件名，“{file}”是文件夹',
    en: '{option} needs the name of a file for the report; "{file}" is a folder',
  },
  noKind: { 'zh-CN': '没有“{name}”这类材料；可用：{choices}', en: 'There is no kind "{name}"; it can be: {choices}' },
  reviewOnly: {
    'zh-CN': '{file} 不是 .docx 文件，写不进批注。旧格式（.doc、.wps）请先另存为 .docx；其他文件请直接检查',
    en: '{file} is no .docx file, so no comments can be written into it. Save .doc and .wps files as .docx first; lint other files',
  },
  reviewUnread: {
    'zh-CN': '{file} 读不了，或者不是完好的 Word 文件。请用 Word 或 WPS 打开，另存为新的 .docx 后再试',
    en: '{file} cannot be read, or is no sound Word file. Open it in Word or WPS, save it as a new .docx and try again',
  },
  reviewWritten: { 'zh-CN': '写好了 {path}', en: 'Wrote {path}' },
  reviewDone: {
    'zh-CN': '错误 {errors} 处，提示 {warnings} 处，以修订改正 {fixed} 处；请在 Word 或 WPS 里逐条看批注',
    en: '{errors} errors, {warnings} warnings, {fixed} mended as tracked changes; go through the comments in Word or WPS',
  },
  draftWritten: {
    'zh-CN': '写好了 {path}。请按提示填写，再用 jiedu-lint {path} 检查',
    en: 'Wrote {path}. Fill it in after its hints, then check it: jiedu-lint {path}',
  },
  draftExists: {
    'zh-CN': '{path} 已经存在，没有改动它；请用 -o 换一个文件名',
    en: '{path} exists and was left as it is; name another file with -o',
  },
  draftNotWritten: { 'zh-CN': '写不了 {path}（{code}）', en: '{path} cannot be written ({code})' },
  presetWritten: {
    'zh-CN':
      '写好了 {path}：{clauses} 条，其中 {count} 条按原文的用词推荐了规则。请逐条核对、填写，再用 jiedu-lint preset check {path} 核对',
    en: 'Wrote {path}: {clauses} clauses, {count} of them with rules that the words of the notice speak for. Go through them, then run jiedu-lint preset check {path}',
  },
  presetExists: {
    'zh-CN': '{path} 已经存在，没有改动它；请换一个名称',
    en: '{path} exists and was left as it is; choose another name',
  },
  noticeUnread: {
    'zh-CN': '读不了通知“{file}”；要一份文本文件，Word 和网页先用 jiedu-lint import 转换',
    en: 'The notice "{file}" cannot be read; it is to be a text file: turn Word files and web pages into one with jiedu-lint import',
  },
  hint: { 'zh-CN': '提示：', en: 'Hint: ' },
  presetChecked: {
    'zh-CN': '{clauses} 条规定：{checked} 条有规则检查，{left} 条留给人看；{problems} 处要改',
    en: '{clauses} clauses: {checked} checked by rules, {left} left to people; {problems} problems',
  },
  presetBroken: { 'zh-CN': '现在还不能用；{problems} 处要改', en: 'It cannot be used as it is; {problems} problems' },
  twoPresets: {
    'zh-CN': '--compare 后面要写两套预设，例如 --compare fujian-2015 shanghai-2023-5',
    en: '--compare takes two presets, for instance --compare fujian-2015 shanghai-2023-5',
  },
  pageWritten: {
    'zh-CN': '已写 {path}。用浏览器打开它，把草稿拖进去就能核查；不联网，也不上传',
    en: 'Wrote {path}. Open it in a browser and drop a draft on it; it needs no network and sends nothing',
  },
  pageOverFile: {
    'zh-CN': '{path} 已经存在，而且不是本程序写的核查页，没有改动它；请用 -o 换一个文件名，或加 --force 覆盖',
    en: '{path} exists and is no page of this program; it was left as it is. Name another file with -o, or add --force',
  },
  pageNotBuilt: {
    'zh-CN': '安装目录里没有核查页 {path}；从源码运行的，请先执行 npm run build',
    en: 'The page {path} is not among the installed files; in a clone run "npm run build" first',
  },
  pluginsOff: {
    'zh-CN': '没有加载 {file} 里的插件：它们的规则和预设不起作用',
    en: 'The plugins of {file} were not loaded: their rules and presets have no effect',
  },
  pluginsOffBare: {
    'zh-CN': '没有加载 {file} 里的插件，而这份配置的要求都来自它们，现在改按 recommended 检查',
    en: 'The plugins of {file} were not loaded, and all it demands comes from them: recommended holds in its place',
  },
  askPreset: {
    'zh-CN': '用哪套预设？{choices}（直接回车：recommended）：',
    en: 'Which preset? {choices} (Enter: recommended): ',
  },
  askFolders: {
    'zh-CN': '文稿在哪些文件夹？用空格隔开（直接回车：当前文件夹）：',
    en: 'Which folders hold the documents? Separate by blanks (Enter: this folder): ',
  },
  askCi: {
    'zh-CN': '由哪个服务检查每次改动？{choices}（直接回车：none，不用）：',
    en: 'Which service checks every change? {choices} (Enter: none): ',
  },
  askPreCommit: {
    'zh-CN': '提交前用 pre-commit 检查吗？[y/N] ',
    en: 'Check before each commit, with pre-commit? [y/N] ',
  },
  askFrom: {
    'zh-CN': 'CI 和钩子从哪里安装本程序？registry、git 仓库的地址、.tgz 文件或其网址（直接回车：registry）：',
    en: 'Where do CI and hooks install this program from? registry, a git address, a .tgz file or its address (Enter: registry): ',
  },
  sourceForm: {
    'zh-CN':
      '“{source}”不是可以安装的来源。请写 registry、git 仓库的地址（https://…….git、ssh://……）、.tgz 文件或其网址（https://）',
    en: '"{source}" is no source to install from. Write registry, a git address (https://….git, ssh://…), a .tgz file or its address (https://)',
  },
  sourceMissing: {
    'zh-CN': '从“{source}”得不到 jiedu-lint {version}。请核对地址和网络，或者用 --from 换一个来源',
    en: 'jiedu-lint {version} cannot be had from "{source}". Check address and network, or name another source with --from',
  },
  sourceOutside: {
    'zh-CN': '“{source}”在当前文件夹之外，CI 那里没有这个文件。请把它放进仓库',
    en: '"{source}" lies outside this folder, and CI will not have it. Put it into the repository',
  },
  manifestBroken: {
    'zh-CN': 'package.json 不是正确的 JSON，没有改动它。请先改正',
    en: 'package.json is no valid JSON and was left as it is. Mend it first',
  },
  initPackage: {
    'zh-CN':
      '已在 package.json 的 devDependencies 里写上 jiedu-lint（{source}）。请运行 npm install，并把 package-lock.json 提交到仓库',
    en: 'Put jiedu-lint ({source}) into devDependencies of package.json. Run npm install, and commit package-lock.json',
  },
  initWritten: { 'zh-CN': '写好了 {path}', en: 'Wrote {path}' },
  initExists: {
    'zh-CN': '{path} 已经存在，没有改动它',
    en: '{path} exists and was left as it is',
  },
  initDone: { 'zh-CN': '现在可以运行 jiedu-lint 了', en: 'Now run jiedu-lint' },
  noCompletion: {
    'zh-CN': '{name} 的补全脚本不在安装目录里',
    en: 'The completion script for {name} is not among the installed files',
  },
  internal: {
    'zh-CN': '程序出错：{error}。请把这条信息报告给维护者',
    en: 'The program failed: {error}. Please report this',
  },
  noFiles: { 'zh-CN': '没有可检查的文件：{files}', en: 'No file to lint: {files}' },
} satisfies Record<string, Localized> & Record<ErrorCode | NoteCode, Localized>;

export type Word = keyof typeof WORDS;

/**
 * A sentence of the command line in a locale. Lists in the data are strung together; where they have `near`, the sentence goes on
 * to ask whether that name was meant.
 */
export function say(word: Word, locale: Locale, { near, ...data }: Data = {}): string {
  const comma = locale === 'en' ? ', ' : '、';
  const written = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.join(comma) : (value ?? ''),
  ]);
  const sentence = filled(WORDS[word][locale], Object.fromEntries(written));
  return near === undefined
    ? sentence
    : `${sentence}${locale === 'en' ? '. ' : '。'}${say('didYouMean', locale, { name: near })}`;
}
