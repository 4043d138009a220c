import { Argument, Command, Option } from 'commander';
import type { Locale, Localized } from '../language/locale.js';
import type { ApproveFlags } from './approve.js';
import type { AuditFlags } from './audit.js';
import { addAuditOptions } from './audit-options.js';
import type { ClausesFlags } from './clauses.js';
import type { ConfigFlags } from './engine-for.js';
import type { ImportFlags } from './import.js';
import type { InitFlags } from './init.js';
import { CI_NAMES } from './init-names.js';
import type { LintFlags } from './lint.js';
import { addLintOptions } from './lint-options.js';
import type { LspFlags } from './lsp.js';
import type { NewFlags } from './new.js';
import { addConfigOptions, forceOption, formatOption, given, localeOption, PATHS } from './options.js';
import type { PresetFlags } from './preset.js';
import { pairReports, type ReportAsked, type ReportWord } from './reports.js';
import type { ReviewFlags } from './review.js';
import { choice, wholeNumber } from './values.js';

/** What the commands do, handed in so that the definitions stand alone (help, completion, man page). */
export interface Actions {
  lint(paths: string[], flags: LintFlags, reports: readonly ReportAsked[]): Promise<void>;
  inspect(paths: string[], flags: LintFlags & { format: 'text' | 'json'; why: boolean }): Promise<void>;
  audit(paths: string[], flags: AuditFlags): Promise<void>;
  clauses(flags: ClausesFlags): Promise<void>;
  newDraft(kind: string, flags: NewFlags): Promise<void>;
  review(file: string, flags: ReviewFlags): Promise<void>;
  importFiles(paths: string[], flags: ImportFlags): Promise<void>;
  explain(rule: string, flags: ConfigFlags): Promise<void>;
  approve(file: string, flags: ApproveFlags): Promise<void>;
  init(folders: string[], flags: InitFlags): Promise<void>;
  preset(action: string, operand: string, flags: PresetFlags): Promise<void>;
  completion(shell: string): Promise<void>;
  lsp(flags: LspFlags): Promise<void>;
}

/** The command line as commander reads it, its help in the locale. */
export function buildProgram(actions: Actions, version: string, locale: Locale): Command {
  const t = (words: Localized) => words[locale];
  const program = new Command('jiedu-lint')
    .description(
      t({
        'zh-CN': '检查政策解读材料是否符合解读工作的各项要求',
        en: 'Check policy interpretations against the rules on interpretation',
      }),
    )
    .version(version, '-v, --version', t({ 'zh-CN': '显示版本', en: 'print the version' }))
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp(locale === 'en' ? {} : { styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', t({ 'zh-CN': '显示帮助', en: 'print this help' }))
    .helpCommand(false)
    .argument('[paths...]', t(PATHS));
  const written: ReportWord[] = [];
  const runLint = (paths: string[], _flags: unknown, command: Command) =>
    actions.lint(paths, given(command), pairReports(written, locale));
  addLintOptions(program, written, t, locale).action(runLint);
  const lint = program
    .command('lint')
    .description(t({ 'zh-CN': '检查文件（默认命令）', en: 'lint files (the default command)' }))
    .argument('[paths...]', t(PATHS));
  addLintOptions(lint, written, t, locale).action(runLint);
  const inspect = program
    .command('inspect')
    .description(
      t({
        'zh-CN': '显示程序在文件里看到了什么：类型、字数、结构、要素、链接',
        en: 'print what the linter sees in files',
      }),
    )
    .argument('[paths...]', t(PATHS))
    .addOption(formatOption(['text', 'json'], t, locale))
    .option(
      '--why',
      t({ 'zh-CN': '显示每个要素依据哪一句、哪些字词判断', en: 'show the sentence and the words behind each element' }),
    );
  addConfigOptions(inspect, t, locale).action((paths: string[], _flags, command: Command) =>
    actions.inspect(paths, { ...given(command), format: command.opts().format, why: command.opts().why === true }),
  );
  const audit = program
    .command('audit')
    .description(
      t({
        'zh-CN': '核查整个文库，写出统计报告：网页、表格（有问题时退出码也是 0；有文件检查不了、报告写不了时为 2）',
        en: 'audit an archive and write the figures: a page, spreadsheets (exit code 0 in spite of findings; 2 where a file was not checked or a report not written)',
      }),
    )
    .argument('[paths...]', t(PATHS));
  addAuditOptions(audit, t, locale).action((paths: string[], _flags, command: Command) =>
    actions.audit(paths, given(command)),
  );
  const clauses = program
    .command('clauses')
    .description(
      t({
        'zh-CN': '列出条款：由哪条规则检查，或者为什么要由人来看',
        en: 'list the clauses: which rule checks each, or why a person has to look',
      }),
    )
    .option(
      '--compare <presets...>',
      t({
        'zh-CN': '比较两套预设：一套要求、另一套不要求的，和要求不同的',
        en: 'compare two presets: what one asks and the other does not, and what they ask differently',
      }),
    )
    .addOption(formatOption(['text', 'json', 'markdown'], t, locale));
  addConfigOptions(clauses, t, locale).action((_flags, command: Command) =>
    actions.clauses({ ...given(command), format: command.opts().format }),
  );
  const newDraft = program
    .command('new')
    .description(
      t({
        'zh-CN': '按所用的预设写一份待填的草稿（不覆盖已有文件）',
        en: 'write a draft to be filled in, after the presets in force (overwrites nothing)',
      }),
    )
    .argument('<kind>', t({ 'zh-CN': '材料类型，例如 解读材料', en: 'kind of document, for instance interpretation' }))
    .option('-o, --output-file <file>', t({ 'zh-CN': '写进这个文件', en: 'the file to write' }));
  addConfigOptions(newDraft, t, locale).action((kind: string, _flags, command: Command) =>
    actions.newDraft(kind, given(command)),
  );
  program
    .command('import')
    .description(
      t({
        'zh-CN': '把 Word 文档（.docx）和保存的网页（.html）转成 Markdown，并推测文首元数据（不覆盖已有文件）',
        en: 'turn Word files (.docx) and saved pages (.html) into Markdown with guessed front matter (overwrites nothing)',
      }),
    )
    .argument('<files...>', t({ 'zh-CN': '文件、文件夹或通配符', en: 'files, folders or globs' }))
    .option(
      '-o, --output-dir <folder>',
      t({ 'zh-CN': '写进这个文件夹；默认写在原文件旁边', en: 'write into this folder (default: beside each source)' }),
    )
    .option(
      '--update',
      t({
        'zh-CN': '更新以前导入的 .md：正文重新转换，文首元数据里填写过的保留',
        en: 'renew .md files imported before: their text is converted again, what was filled in stays',
      }),
    )
    .addOption(formatOption(['text', 'json'], t, locale))
    .option('-c, --config <file>', t({ 'zh-CN': '用这个配置文件', en: 'use this config file' }))
    .option('--no-config-lookup', t({ 'zh-CN': '不查找配置文件', en: 'do not look for config files' }))
    .addOption(localeOption(t, locale))
    .action((paths: string[], _flags, command: Command) =>
      actions.importFiles(paths, { ...given<ImportFlags>(command), plugins: false, format: command.opts().format }),
    );
  const review = program
    .command('review')
    .description(
      t({
        'zh-CN': '给 Word 文档（.docx）写批注：每个问题一条，第一条汇总要素；原文件不改动',
        en: 'write comments into a copy of a Word file (.docx): one for each finding, the first sums up the elements',
      }),
    )
    .argument('<file>', t({ 'zh-CN': 'Word 文档', en: 'the Word file' }))
    .option(
      '-o, --output-file <file>',
      t({ 'zh-CN': '写进这个文件；默认为“原名-批注.docx”', en: 'the file to write (default: NAME-批注.docx)' }),
    )
    .option(
      '--fix',
      t({
        'zh-CN': '能改正的写成修订，由人接受或拒绝',
        en: 'write what can be mended as tracked changes, to accept or reject',
      }),
    )
    .option(
      '--checklist',
      t({
        'zh-CN': '另写一张核查单（.docx 和 .html），供签批时附在稿后',
        en: 'write a sheet for signing as well (.docx and .html), to lay beside the draft',
      }),
    )
    .addOption(forceOption(t));
  addConfigOptions(review, t, locale).action((file: string, _flags, command: Command) =>
    actions.review(file, given(command)),
  );
  const explain = program
    .command('explain')
    .description(
      t({
        'zh-CN': '显示一条规则的说明，插件和配置里的规则也可以',
        en: "print a rule's page, also of rules that plugins and the config bring",
      }),
    )
    .argument('<rule>', t({ 'zh-CN': '规则，例如 element/scope', en: 'rule, for instance element/scope' }));
  addConfigOptions(explain, t, locale).action((rule: string, _flags, command: Command) =>
    actions.explain(rule, given(command)),
  );
  program
    .command('approve')
    .description(
      t({
        'zh-CN': '给获批的吹风会发布稿写上批准日期和正文摘要',
        en: 'stamp an approved briefing with the date and the digest of its text',
      }),
    )
    .argument('<file>', t({ 'zh-CN': '发布稿', en: 'briefing' }))
    .option(
      '--date <date>',
      t({ 'zh-CN': '批准日期，如 2024-03-01；默认为今天', en: 'day of approval (default: today)' }),
    )
    .option('-y, --yes', t({ 'zh-CN': '不询问，直接写入', en: 'write without asking' }))
    .addOption(localeOption(t, locale))
    .action((file: string, _flags, command: Command) => actions.approve(file, given(command)));
  program
    .command('init')
    .description(
      t({
        'zh-CN': '写一份配置，需要时加上 CI 和 pre-commit 的设置（不覆盖已有文件）',
        en: 'write a config and, if asked, CI and pre-commit settings (overwrites nothing)',
      }),
    )
    .argument('[folders...]', t({ 'zh-CN': '文稿所在的文件夹', en: 'the folders that hold the documents' }))
    .option('--preset <name>', t({ 'zh-CN': '所用的预设', en: 'the preset to use' }))
    .addOption(
      new Option('--ci <name>', t({ 'zh-CN': '写这个服务的工作流', en: 'write a workflow for this service' }))
        .choices(CI_NAMES)
        .argParser(choice('--ci', CI_NAMES, locale)),
    )
    .option('--pre-commit', t({ 'zh-CN': '写 pre-commit 的设置', en: 'write settings for pre-commit' }))
    .option(
      '--from <source>',
      t({
        'zh-CN': 'CI 和钩子从哪里安装本程序：registry、git 仓库的地址、.tgz 文件或其网址',
        en: 'where CI and hooks install this program from: registry, a git address, a .tgz file or its address',
      }),
    )
    .option('-y, --yes', t({ 'zh-CN': '不询问，没有给出的用默认值', en: 'do not ask; take defaults' }))
    .addOption(localeOption(t, locale))
    .action((folders: string[], _flags, command: Command) => actions.init(folders, given(command)));
  program
    .command('preset')
    .description(
      t({
        'zh-CN': '把通知写成预设：new 名称 写一份待填的预设，check 文件 核对写好的预设',
        en: 'make a preset of a notice: new NAME writes one to be filled in, check FILE says what is wrong or missing',
      }),
    )
    .addArgument(
      new Argument('<action>', t({ 'zh-CN': 'new 或 check', en: 'new or check' }))
        .choices(PRESET_ACTIONS)
        .argParser(choice('<action>', PRESET_ACTIONS, locale)),
    )
    .argument(
      '<name>',
      t({ 'zh-CN': '新预设的名称，或者预设文件', en: 'the name of the new preset, or the file to check' }),
    )
    .option(
      '--from <file>',
      t({
        'zh-CN': '通知的文本：列出其中谈解读的条款，并推荐规则',
        en: 'the text of the notice: its parts on interpretation are listed, with rules they speak for',
      }),
    )
    .addOption(localeOption(t, locale))
    .action((action: string, name: string, _flags, command: Command) => actions.preset(action, name, given(command)));
  program
    .command('completion')
    .description(
      t({ 'zh-CN': '显示命令行补全脚本', en: 'print a script that completes commands and options in a shell' }),
    )
    .addArgument(
      new Argument('<shell>', t({ 'zh-CN': '命令行外壳', en: 'the shell' }))
        .choices(SHELLS)
        .argParser(choice('<shell>', SHELLS, locale)),
    )
    .addOption(localeOption(t, locale))
    .action((shell: string) => actions.completion(shell));
  const lsp = program
    .command('lsp')
    .description(
      t({
        'zh-CN': '启动语言服务器，供编辑器使用（经标准输入输出通信）',
        en: 'run a language server for editors on standard input and output',
      }),
    )
    .option('--stdio', t({ 'zh-CN': '经标准输入输出通信（默认）', en: 'use standard input and output (the default)' }))
    .addOption(
      new Option('--clientProcessId <id>', t({ 'zh-CN': '编辑器的进程号', en: "the editor's process" }))
        .argParser(wholeNumber('--clientProcessId', locale))
        .hideHelp(),
    );
  addConfigOptions(lsp, t, locale).action((_flags, command: Command) => actions.lsp(given(command)));
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => {} });
  return program;
}

/** What `jiedu-lint preset` can do. */
const PRESET_ACTIONS = ['new', 'check'] as const;

/** The shells there are completion scripts for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
