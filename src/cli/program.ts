import { Argument, Command, Option } from 'commander';
import type { Locale, Localized } from '../language/locale.js';
import { formatters } from '../report/index.js';
import type { ApproveFlags } from './approve.js';
import type { ClausesFlags } from './clauses.js';
import type { InitFlags } from './init.js';
import { CI_NAMES } from './init-names.js';
import type { LintFlags } from './lint.js';
import type { NewFlags } from './new.js';
import { DEFAULT_FORMAT, pairReports, type ReportAsked, type ReportWord } from './reports.js';
import { choice, collect, wholeNumber } from './values.js';

/** What the commands do, handed in so that the definitions stand alone (help, completion, man page). */
export interface Actions {
  lint(paths: string[], flags: LintFlags, reports: readonly ReportAsked[]): Promise<void>;
  inspect(paths: string[], flags: LintFlags & { format: 'text' | 'json' }): Promise<void>;
  clauses(flags: ClausesFlags): Promise<void>;
  newDraft(kind: string, flags: NewFlags): Promise<void>;
  explain(rule: string): Promise<void>;
  approve(file: string, flags: ApproveFlags): Promise<void>;
  init(folders: string[], flags: InitFlags): Promise<void>;
  completion(shell: string): Promise<void>;
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
    .addOption(formatOption(['text', 'json'], t, locale));
  addConfigOptions(inspect, t, locale).action((paths: string[], _flags, command: Command) =>
    actions.inspect(paths, { ...given(command), format: command.opts().format }),
  );
  const clauses = program
    .command('clauses')
    .description(
      t({
        'zh-CN': '列出条款：由哪条规则检查，或者为什么要由人来看',
        en: 'list the clauses: which rule checks each, or why a person has to look',
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
    .command('explain')
    .description(t({ 'zh-CN': '显示一条规则的说明', en: "print a rule's page" }))
    .argument('<rule>', t({ 'zh-CN': '规则，例如 element/scope', en: 'rule, for instance element/scope' }))
    .addOption(localeOption(t, locale))
    .action((rule: string) => actions.explain(rule));
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
    .option('-y, --yes', t({ 'zh-CN': '不询问，没有给出的用默认值', en: 'do not ask; take defaults' }))
    .addOption(localeOption(t, locale))
    .action((folders: string[], _flags, command: Command) => actions.init(folders, given(command)));
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
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => {} });
  return program;
}

/** The shells there are completion scripts for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const PATHS: Localized = {
  'zh-CN': '文件、文件夹或通配符；默认为配置里的 paths，否则为当前文件夹',
  en: 'files, folders or globs; default: what the config names, else the current folder',
};

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

type Translate = (words: Localized) => string;

function addConfigOptions(command: Command, t: Translate, locale: Locale): Command {
  return command
    .option('-c, --config <file>', t({ 'zh-CN': '用这个配置文件', en: 'use this config file' }))
    .option('--no-config-lookup', t({ 'zh-CN': '不查找配置文件', en: 'do not look for config files' }))
    .option(
      '--preset <name>',
      t({
        'zh-CN': '用这个预设（可多次）代替配置里的 extends',
        en: "use this preset (repeatable) in place of the config's extends",
      }),
      collect,
    )
    .option(
      '--rule <id: severity>',
      t({
        'zh-CN': '改一条规则的级别或选项（可多次），如 "element/scope: off"',
        en: 'set a rule (repeatable), for instance "element/scope: off"',
      }),
      collect,
    )
    .option('--no-plugins', t({ 'zh-CN': '不加载配置里的插件', en: "do not load the config's plugins" }))
    .addOption(localeOption(t, locale));
}

function addSuppressionOptions(command: Command, t: Translate, locale: Locale): Command {
  const unused = '--report-unused-disable-directives-severity';
  const severities = ['off', 'warn', 'error'];
  return command
    .option(
      '--suppress-all',
      t({
        'zh-CN': '把现有问题全部记入压制文件，以后只报告新的',
        en: 'put all findings there are into the suppressions file; only new ones are reported from then on',
      }),
    )
    .option(
      '--suppress-rule <id>',
      t({ 'zh-CN': '只记入这条规则的现有问题（可多次）', en: 'the same for one rule (repeatable)' }),
      collect,
    )
    .option(
      '--prune-suppressions',
      t({
        'zh-CN': '从压制文件里删去已经改正的问题',
        en: 'take what is not found any more out of the suppressions file',
      }),
    )
    .option(
      '--pass-on-unpruned-suppressions',
      t({
        'zh-CN': '压制文件里有已经改正的问题时不算出错',
        en: 'suppressions of what is not found any more are no error',
      }),
    )
    .option(
      '--suppressions-location <file>',
      t({
        'zh-CN': '压制文件；默认为当前文件夹的 jiedu-lint-suppressions.json',
        en: 'the suppressions file; default: jiedu-lint-suppressions.json in the current folder',
      }),
    )
    .option(
      '--report-unused-disable-directives',
      t({
        'zh-CN': '没有压制任何问题的 jiedu-lint-disable 指令报告为错误（默认为警告）',
        en: 'report jiedu-lint-disable directives that suppress nothing as errors (default: warnings)',
      }),
    )
    .addOption(
      new Option(
        `${unused} <severity>`,
        t({ 'zh-CN': '这类指令报告的级别', en: 'the severity such directives are reported at' }),
      )
        .choices(severities)
        .argParser(choice(unused, severities, locale)),
    );
}

/** @param reports takes every `-f` and `-o` in the order they are written: which belong together hangs on it */
function addLintOptions(command: Command, reports: ReportWord[], t: Translate, locale: Locale): Command {
  const formats = [...formatters.keys()];
  const known = choice('--format', formats, locale);
  return addSuppressionOptions(addConfigOptions(command, t, locale), t, locale)
    .addOption(
      new Option(
        '-f, --format <name>',
        t({
          'zh-CN': '报告格式（可多次，一次检查写几份报告）',
          en: 'report format (repeatable: several reports of one run)',
        }),
      )
        .default(DEFAULT_FORMAT)
        .choices(formats)
        .argParser((value) => {
          const format = known(value);
          reports.push({ format });
          return format;
        }),
    )
    .option(
      '-o, --output-file <file>',
      t({
        'zh-CN': '把报告写进文件（可多次）：写在哪个 -f 后面就存那种格式；没有 -o 的 -f 写到标准输出',
        en: 'write a report to a file (repeatable): the -f before it; an -f without -o goes to standard output',
      }),
      (file: string) => {
        reports.push({ file });
        return file;
      },
    )
    .option(
      '--frame',
      t({
        'zh-CN': 'stylish 报告里显示原文那一行，标出位置',
        en: 'show the source line and the place in it (stylish)',
      }),
    )
    .option('--quiet', t({ 'zh-CN': '只报告错误，不报告警告', en: 'report errors only' }))
    .option(
      '--max-warnings <n>',
      t({ 'zh-CN': '警告超过这个数时退出码为 1', en: 'exit with 1 on more warnings than this' }),
      wholeNumber('--max-warnings', locale),
    )
    .option(
      '--exit-zero',
      t({
        'zh-CN': '有问题时退出码也是 0（检查不了仍是 2）',
        en: 'exit with 0 in spite of findings (failures still give 2)',
      }),
    )
    .option('--fix', t({ 'zh-CN': '自动改正能改的问题，写回文件', en: 'fix what can be fixed, in the files' }))
    .option(
      '--fix-dry-run',
      t({
        'zh-CN': '照 --fix 改正但不写文件（-f json 的 output 里有改好的文本）',
        en: 'fix without writing the files (`output` of -f json has the text)',
      }),
    )
    .option(
      '--fix-type <type>',
      t({
        'zh-CN': '只改正这几类规则的问题（可多次，可用逗号隔开），如 format',
        en: 'fix only what rules of these categories find (repeatable, or by commas), for instance format',
      }),
      collect,
    )
    .option(
      '--watch',
      t({ 'zh-CN': '文件有改动时重新检查，直到按 Ctrl-C', en: 'lint again when files change, until Ctrl-C' }),
    )
    .option('--stdin', t({ 'zh-CN': '检查标准输入', en: 'lint standard input' }))
    .option('--stdin-filename <path>', t({ 'zh-CN': '标准输入当作这个文件', en: 'the path standard input stands for' }))
    .option(
      '--ignore-pattern <pattern>',
      t({ 'zh-CN': '另外忽略（可多次，写法同 .gitignore）', en: 'ignore this too (repeatable, as in .gitignore)' }),
      collect,
    )
    .option('--no-ignore', t({ 'zh-CN': '不理会忽略设置', en: 'lint ignored files as well' }))
    .option(
      '--no-error-on-unmatched-pattern',
      t({ 'zh-CN': '没有找到文件时不算出错', en: 'finding no file is no error' }),
    )
    .option(
      '--print-config <file>',
      t({ 'zh-CN': '显示一个文件适用的配置', en: 'print the configuration that holds for a file' }),
    )
    .option(
      '--cache',
      t({
        'zh-CN': '记住检查结果，下次只检查变了的文件',
        en: 'keep what was found, and check only changed files next time',
      }),
    )
    .option(
      '--cache-location <path>',
      t({
        'zh-CN': '缓存存在这个文件或文件夹；默认为 .jiedu-lint-cache',
        en: 'the file or folder of the cache; default: .jiedu-lint-cache',
      }),
    )
    .option('--no-progress', t({ 'zh-CN': '不显示进度条', en: 'show no progress bar' }))
    .option('--color', t({ 'zh-CN': '用颜色', en: 'use colours' }))
    .option('--no-color', t({ 'zh-CN': '不用颜色', en: 'use no colours' }));
}

/** The options of a command and of those above it: what was written wins over defaults, the innermost over the others. */
function given<Flags extends object>(command: Command): Flags {
  const commands = command.parent ? [command.parent, command] : [command];
  const entries = commands.flatMap((each) =>
    Object.entries(each.opts()).map(([name, value]) => ({
      name,
      value: value as unknown,
      isDefault: each.getOptionValueSource(name) === 'default',
    })),
  );
  const inOrder = [...entries.filter(({ isDefault }) => isDefault), ...entries.filter(({ isDefault }) => !isDefault)];
  return Object.fromEntries(inOrder.map(({ name, value }) => [name, value])) as unknown as Flags;
}

/** The first of the formats is the default. */
function formatOption(formats: [string, ...string[]], t: Translate, locale: Locale): Option {
  return new Option('-f, --format <name>', t({ 'zh-CN': '输出格式', en: 'output format' }))
    .choices(formats)
    .default(formats[0])
    .argParser(choice('--format', formats, locale));
}

function localeOption(t: Translate, locale: Locale): Option {
  const choices = ['zh-CN', 'en'];
  return new Option('--locale <name>', t({ 'zh-CN': '语言', en: 'language' }))
    .choices(choices)
    .argParser(choice('--locale', choices, locale));
}
