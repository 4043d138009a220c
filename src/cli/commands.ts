import { SUPPRESSIONS_FILE } from '../engine/suppressions-file.js';
import { formatters } from '../report/index.js';
import { CI_NAMES } from '../setup/files.js';
import type { Flags } from './flags.js';
import type { Context } from './io.js';

/**
 * How the value of an option is read: all that are given, a number, a number of threads, that of a process (which programs give, so that
 * the help does without it), or one of these. Absent: as it is.
 */
export type Reads = 'many' | 'number' | 'threads' | 'process' | readonly string[];
/** An option or an argument: how it is written, and its words in the help, Chinese and English. */
export type Row = readonly [written: string, chinese: string, english: string, reads?: Reads];

export interface CommandRow {
  readonly name: string;
  /** What it does, Chinese and English. */
  readonly words: readonly [chinese: string, english: string];
  readonly operands: readonly Row[];
  /** In the order of the help. */
  readonly options: readonly Row[];
  /** True where what it writes is fit for a terminal already, colours and all. */
  readonly raw?: boolean;
  /** @returns the exit code */
  run(operands: readonly string[], flags: Flags, io: Context): Promise<number>;
}

/** The shells there are completion scripts for. */
const SHELLS = ['bash', 'zsh', 'fish'];

const LOCALE: Row = ['--locale <name>', '语言', 'language', ['zh-CN', 'en']];
// biome-ignore format: a row an option
const PATHS: Row = ['[paths...]', '文件、文件夹或通配符；默认为配置里的 paths，否则为当前文件夹',
  'files, folders or globs; default: what the config names, else the current folder'];
const LOOKUP: readonly Row[] = [
  ['-c, --config <file>', '用这个配置文件', 'use this config file'],
  ['--no-config-lookup', '不查找配置文件', 'do not look for config files'],
];
/** Which configuration holds. */
// biome-ignore format: a row an option
const CONFIG: readonly Row[] = [
  ...LOOKUP,
  ['--preset <name>', '用这个预设（可多次）代替配置里的 extends',
    "use this preset (repeatable) in place of the config's extends", 'many'],
  ['--rule <id: severity>', '改一条规则的级别或选项（可多次），如 "element/scope: off"',
    'set a rule (repeatable), for instance "element/scope: off"', 'many'],
  ['--no-plugins', '不加载配置里的插件', "do not load the config's plugins"],
  LOCALE,
];
// biome-ignore format: a row an option
const FORCE: Row = ['--force', '报告覆盖已有的文件，不管是不是本程序写的（文稿和链接除外）',
  'write reports over existing files, whoever wrote them (but not over documents and links)'];
// biome-ignore format: a row an option
const SUPPRESSIONS: Row = ['--suppressions-location <file>', `压制文件；默认为当前文件夹的 ${SUPPRESSIONS_FILE}`,
  `the suppressions file; default: ${SUPPRESSIONS_FILE} in the current folder`];
// biome-ignore format: a row an option
const IGNORE: Row = ['--ignore-pattern <pattern>', '另外忽略（可多次，写法同 .gitignore）',
  'ignore this too (repeatable, as in .gitignore)', 'many'];
// biome-ignore format: a row an option
const INLINE: Row = ['--no-inline-config', '不理会文件里的 jiedu-lint-disable 等指令', 'let no directives in files count'];
// biome-ignore format: a row an option
const PACE: readonly Row[] = [
  ['--concurrency <n|auto|off>', '用几个线程检查；auto（默认）：文件多时按处理器数，off：不用',
    'how many threads check files; auto (default): by processors where there are many files; off: none', 'threads'],
  ['--cache', '记住检查结果，下次只检查变了的文件', 'keep what was found, and check only changed files next time'],
  ['--cache-location <path>', '缓存存在这个文件或文件夹；默认在用户的缓存文件夹里',
    "the file or folder of the cache; default: in the user's folder for caches"],
];
const PROGRESS: Row = ['--no-progress', '不显示进度条', 'show no progress bar'];
const format = (...formats: string[]): Row => ['-f, --format <name>', '输出格式', 'output format', formats];

// biome-ignore format: a row an option
const LINT: readonly Row[] = [
  ...CONFIG,
  ['-f, --format <name>', '报告格式（可多次，一次检查写几份报告）', 'report format (repeatable: several reports of one run)',
    [...formatters.keys()]],
  ['-o, --output-file <file>', '把报告写进文件（可多次）：写在哪个 -f 后面就存那种格式；没有 -o 的 -f 写到标准输出',
    'write a report to a file (repeatable): the -f before it; an -f without -o goes to standard output'],
  FORCE,
  ['--quiet', '只报告错误，不报告警告', 'report errors only'],
  ['--max-warnings <n>', '警告超过这个数时退出码为 1', 'exit with 1 on more warnings than this', 'number'],
  ['--exit-zero', '有问题时退出码也是 0（检查不了仍是 2）', 'exit with 0 in spite of findings (failures still give 2)'],
  ['--color', '用颜色', 'use colours'],
  ['--no-color', '不用颜色', 'use no colours'],
  ['--suppress-all', '把现有问题全部记入压制文件，以后只报告新的',
    'put all findings there are into the suppressions file; only new ones are reported from then on'],
  ['--suppress-rule <id>', '只记入这条规则的现有问题（可多次）', 'the same for one rule (repeatable)', 'many'],
  ['--prune-suppressions', '从压制文件里删去已经改正的问题', 'take what is not found any more out of the suppressions file'],
  ['--pass-on-unpruned-suppressions', '压制文件里有已经改正的问题时不算出错',
    'suppressions of what is not found any more are no error'],
  SUPPRESSIONS,
  ['--report-unused-disable-directives', '没有压制任何问题的 jiedu-lint-disable 指令报告为错误（默认为警告）',
    'report jiedu-lint-disable directives that suppress nothing as errors (default: warnings)'],
  ['--report-unused-disable-directives-severity <severity>', '这类指令报告的级别',
    'the severity such directives are reported at', ['off', 'warn', 'error']],
  ['--frame', 'stylish 报告里显示原文那一行，标出位置', 'show the source line and the place in it (stylish)'],
  ['--fix', '自动改正能改的问题，写回文件', 'fix what can be fixed, in the files'],
  ['--fix-dry-run', '照 --fix 改正但不写文件（-f json 的 output 里有改好的文本）',
    'fix without writing the files (`output` of -f json has the text)'],
  ['--fix-type <type>', '只改正这几类规则的问题（可多次，可用逗号隔开），如 format；directive 是不起作用的指令',
    'fix only what rules of these categories find (repeatable, or by commas), for instance format; directive: directives that do nothing',
    'many'],
  ['--watch', '文件有改动时重新检查，直到按 Ctrl-C', 'lint again when files change, until Ctrl-C'],
  ['--stdin', '检查标准输入', 'lint standard input'],
  ['--stdin-filename <path>', '标准输入当作这个文件', 'the path standard input stands for'],
  IGNORE,
  ['--no-ignore', '不理会忽略设置', 'lint ignored files as well'],
  ['--no-warn-ignored', '点名的文件被忽略时不提示', 'say nothing of ignored files that are named'],
  ['--hook', '文件由提交钩子点名：被忽略的和不是政策文件的不检查，也不提示',
    'a commit hook names the files: those that are ignored or no policy documents are left out without a warning'],
  INLINE,
  ['--no-error-on-unmatched-pattern', '没有找到文件时不算出错', 'finding no file is no error'],
  ['--print-config <file>', '显示一个文件适用的配置', 'print the configuration that holds for a file'],
  ...PACE,
  ['--stats', '在 json 报告里写出读取和每条规则用了多少毫秒（单线程检查）',
    'put into JSON reports how many milliseconds reading and each rule took (checks in one thread)'],
  PROGRESS,
];

// biome-ignore format: a row an option
const AUDIT: readonly Row[] = [
  ...CONFIG,
  ['--html <file>', '写一个网页，可以离线打开、筛选、打印', 'write a page, to open from disk, filter and print'],
  ['--xlsx <file>', '写一份电子表格（Excel、WPS）', 'write a spreadsheet (Excel, WPS)'],
  ['--csv <file>', '写一份 CSV：每个问题一行，没有问题的文件也有一行',
    'write CSV: a row for each finding, and for each file without'],
  ['--xlsx-by-department <folder>', '给每个部门写一份整改台账（电子表格），放在这个文件夹里',
    'write a ledger of what is to be put right (a spreadsheet) for each department, into this folder'],
  ['--json <file>', '把全部数字写成 JSON', 'write all figures as JSON'],
  ['--compare <file>', '与上次核查相比：上次用 --json 写的文件',
    'compare with an earlier audit: the file that --json wrote then', 'many'],
  ['--ledger <folder>', '读回各部门填写的整改台账，核对是否改好',
    'read the departments’ ledgers back, and check what they say is mended'],
  ['--date <date>', '核查日期，如 2024-03-01；默认为今天（或环境变量 SOURCE_DATE_EPOCH）',
    'day of the audit (default: today, or SOURCE_DATE_EPOCH)'],
  IGNORE, INLINE,
  ['--no-ignore', '不理会忽略设置', 'audit ignored files as well'],
  FORCE, SUPPRESSIONS, ...PACE, PROGRESS,
];

/** The commands; the first is the one that needs no name. What a command needs is loaded when it is run. */
// biome-ignore format: a row an option
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'lint', words: ['检查文件（默认命令）', 'lint files (the default command)'],
    operands: [PATHS], options: LINT, raw: true,
    run: async (paths, flags, io) =>
      flags.watch ? (await import('./watch.js')).watch(paths, flags, io) : (await import('./lint.js')).lint(paths, flags, io),
  },
  {
    name: 'inspect', words: ['显示程序在文件里看到了什么：类型、字数、结构、要素、链接', 'print what the linter sees in files'],
    operands: [PATHS], raw: true,
    options: [
      format('text', 'json'),
      ['--why', '显示每个要素依据哪一句、哪些字词判断', 'show the sentence and the words behind each element'],
      ...CONFIG,
    ],
    run: async (paths, flags, io) => (await import('./inspect.js')).inspect(paths, flags, io),
  },
  {
    name: 'audit', words: ['核查整个文库，写出统计报告：网页、表格（有问题时退出码也是 0；有文件检查不了、报告写不了时为 2）',
      'audit an archive and write the figures: a page, spreadsheets (exit code 0 in spite of findings; 2 where a file was not checked or a report not written)'],
    operands: [PATHS], options: AUDIT, raw: true,
    run: async (paths, flags, io) => (await import('./audit.js')).audit(paths, flags, io),
  },
  {
    name: 'clauses', words: ['列出条款：由哪条规则检查，或者为什么要由人来看',
      'list the clauses: which rule checks each, or why a person has to look'],
    operands: [], raw: true,
    options: [
      ['--compare <presets...>', '比较两套预设：一套要求、另一套不要求的，和要求不同的',
        'compare two presets: what one asks and the other does not, and what they ask differently'],
      format('text', 'json', 'markdown'),
      ...CONFIG,
    ],
    run: async (_, flags, io) => (await import('./clauses.js')).clauses(flags, io),
  },
  {
    name: 'new', words: ['按所用的预设写一份待填的草稿（不覆盖已有文件）',
      'write a draft to be filled in, after the presets in force (overwrites nothing)'],
    operands: [['<kind>', '材料类型，例如 解读材料', 'kind of document, for instance interpretation']],
    options: [['-o, --output-file <file>', '写进这个文件', 'the file to write'], ...CONFIG],
    run: async ([kind = ''], flags, io) => (await import('./new.js')).newDraft(kind, flags, io),
  },
  {
    name: 'import', words: ['把 Word 文档（.docx）和保存的网页（.html）转成 Markdown，并推测文首元数据（不覆盖已有文件）',
      'turn Word files (.docx) and saved pages (.html) into Markdown with guessed front matter (overwrites nothing)'],
    operands: [['<files...>', '文件、文件夹或通配符', 'files, folders or globs']], raw: true,
    options: [
      ['-o, --output-dir <folder>', '写进这个文件夹；默认写在原文件旁边', 'write into this folder (default: beside each source)'],
      ['--update', '更新以前导入的 .md：正文重新转换，文首元数据里填写过的保留',
        'renew .md files imported before: their text is converted again, what was filled in stays'],
      format('text', 'json'), ...LOOKUP, LOCALE,
    ],
    run: async (files, flags, io) => (await import('./import.js')).importFiles(files, { ...flags, plugins: false }, io),
  },
  {
    name: 'review', words: ['给 Word 文档（.docx）写批注：每个问题一条，第一条汇总要素；原文件不改动',
      'write comments into a copy of a Word file (.docx): one for each finding, the first sums up the elements'],
    operands: [['<file>', 'Word 文档', 'the Word file']],
    options: [
      ['-o, --output-file <file>', '写进这个文件；默认为“原名-批注.docx”', 'the file to write (default: NAME-批注.docx)'],
      ['--fix', '能改正的写成修订，由人接受或拒绝', 'write what can be mended as tracked changes, to accept or reject'],
      ['--checklist', '另写一张核查单（.docx 和 .html），供签批时附在稿后',
        'write a sheet for signing as well (.docx and .html), to lay beside the draft'],
      FORCE, ...CONFIG,
    ],
    run: async ([file = ''], flags, io) => (await import('./review.js')).review(file, flags, io),
  },
  {
    name: 'page', words: ['写出一个网页：在浏览器里核查草稿，不联网，不上传',
      'write a page that checks drafts in a browser, without network, sending nothing'],
    operands: [],
    options: [
      ['-o, --output-file <file>', '写进这个文件；默认 核查.html', 'the file to write (default: 核查.html)'],
      ['--force', '覆盖已有的其他文件', 'overwrite a file that is something else'],
      LOCALE,
    ],
    run: async (_, flags, io) => (await import('./page.js')).page(flags, io),
  },
  {
    name: 'explain', words: ['显示一条规则的说明，插件和配置里的规则也可以',
      "print a rule's page, also of rules that plugins and the config bring"],
    operands: [['<rule>', '规则，例如 element/scope', 'rule, for instance element/scope']],
    options: CONFIG,
    run: async ([rule = ''], flags, io) => (await import('./explain.js')).explain(rule, flags, io),
  },
  {
    name: 'approve', words: ['给获批的吹风会发布稿写上批准日期和正文摘要',
      'stamp an approved briefing with the date and the digest of its text'],
    operands: [['<file>', '发布稿', 'briefing']],
    options: [
      ['--date <date>', '批准日期，如 2024-03-01；默认为今天', 'day of approval (default: today)'],
      ['-y, --yes', '不询问，直接写入', 'write without asking'],
      LOCALE,
    ],
    run: async ([file = ''], flags, io) => (await import('./approve.js')).approve(file, flags, io),
  },
  {
    name: 'init', words: ['写一份配置，需要时加上 CI 和 pre-commit 的设置（不覆盖已有文件）',
      'write a config and, if asked, CI and pre-commit settings (overwrites nothing)'],
    operands: [['[folders...]', '文稿所在的文件夹', 'the folders that hold the documents']],
    options: [
      ['--preset <name>', '所用的预设', 'the preset to use', 'many'],
      ['--ci <name>', '写这个服务的工作流', 'write a workflow for this service', CI_NAMES],
      ['--pre-commit', '写 pre-commit 的设置', 'write settings for pre-commit'],
      ['--from <source>', 'CI 和钩子从哪里安装本程序：registry、git 仓库的地址、.tgz 文件或其网址',
        'where CI and hooks install this program from: registry, a git address, a .tgz file or its address'],
      ['-y, --yes', '不询问，没有给出的用默认值', 'do not ask; take defaults'],
      LOCALE,
    ],
    run: async (folders, flags, io) => (await import('./init.js')).init(folders, flags, io),
  },
  {
    name: 'preset', words: ['把通知写成预设：new 名称 写一份待填的预设，check 文件 核对写好的预设',
      'make a preset of a notice: new NAME writes one to be filled in, check FILE says what is wrong or missing'],
    operands: [
      ['<action>', 'new 或 check', 'new or check', ['new', 'check']],
      ['<name>', '新预设的名称，或者预设文件', 'the name of the new preset, or the file to check'],
    ],
    options: [
      ['--from <file>', '通知的文本：列出其中谈解读的条款，并推荐规则',
        'the text of the notice: its parts on interpretation are listed, with rules they speak for'],
      LOCALE,
    ],
    run: async ([action = '', name = ''], flags, io) => (await import('./preset.js')).preset(action, name, flags, io),
  },
  {
    name: 'completion', words: ['显示命令行补全脚本', 'print a script that completes commands and options in a shell'],
    operands: [['<shell>', '命令行外壳', 'the shell', SHELLS]], options: [LOCALE], raw: true,
    run: async ([shell = ''], flags, io) => (await import('./completion.js')).completion(shell, flags, io),
  },
  {
    name: 'lsp', words: ['启动语言服务器，供编辑器使用（经标准输入输出通信）',
      'run a language server for editors on standard input and output'],
    operands: [], raw: true,
    options: [
      ['--stdio', '经标准输入输出通信（默认）', 'use standard input and output (the default)'],
      ['--clientProcessId <id>', '编辑器的进程号', "the editor's process", 'process'],
      ...CONFIG,
    ],
    run: async (_, flags, io) => (await import('./lsp.js')).lsp(flags, io),
  },
];
