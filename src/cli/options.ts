import { type Command, Option } from 'commander';
import type { Locale, Localized } from '../language/locale.js';
import { choice, collect, concurrency } from './values.js';

/** What the paths of a command are. */
export const PATHS: Localized = {
  'zh-CN': '文件、文件夹或通配符；默认为配置里的 paths，否则为当前文件夹',
  en: 'files, folders or globs; default: what the config names, else the current folder',
};

/** Words in the language of the help. */
export type Translate = (words: Localized) => string;

/** The options that say which configuration holds. */
export function addConfigOptions(command: Command, t: Translate, locale: Locale): Command {
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

/** How many threads check files. */
export function concurrencyOption(t: Translate, locale: Locale): Option {
  return new Option(
    '--concurrency <n|auto|off>',
    t({
      'zh-CN': '用几个线程检查；auto（默认）：文件多时按处理器数，off：不用',
      en: 'how many threads check files; auto (default): by processors where there are many files; off: none',
    }),
  ).argParser(concurrency(locale));
}

/** Which files are left out. */
export function ignoreOption(t: Translate): Option {
  return new Option(
    '--ignore-pattern <pattern>',
    t({ 'zh-CN': '另外忽略（可多次，写法同 .gitignore）', en: 'ignore this too (repeatable, as in .gitignore)' }),
  ).argParser(collect);
}

/** Where the suppressions stand. */
export function suppressionsOption(t: Translate): Option {
  return new Option(
    '--suppressions-location <file>',
    t({
      'zh-CN': '压制文件；默认为当前文件夹的 jiedu-lint-suppressions.json',
      en: 'the suppressions file; default: jiedu-lint-suppressions.json in the current folder',
    }),
  );
}

/** Whether directives count. */
export function inlineConfigOption(t: Translate): Option {
  return new Option(
    '--no-inline-config',
    t({ 'zh-CN': '不理会文件里的 jiedu-lint-disable 等指令', en: 'let no directives in files count' }),
  );
}

/** Whether reports go in the place of files that are no reports. */
export function forceOption(t: Translate): Option {
  return new Option(
    '--force',
    t({
      'zh-CN': '报告覆盖已有的文件，不管是不是本程序写的（文稿和链接除外）',
      en: 'write reports over existing files, whoever wrote them (but not over documents and links)',
    }),
  );
}

/** The options of the cache. */
export function addCacheOptions(command: Command, t: Translate): Command {
  return command
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
        'zh-CN': '缓存存在这个文件或文件夹；默认在用户的缓存文件夹里',
        en: "the file or folder of the cache; default: in the user's folder for caches",
      }),
    );
}

/** The options of a command and of those above it: what was written wins over defaults, the innermost over the others. */
export function given<Flags extends object>(command: Command): Flags {
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
export function formatOption(formats: [string, ...string[]], t: Translate, locale: Locale): Option {
  return new Option('-f, --format <name>', t({ 'zh-CN': '输出格式', en: 'output format' }))
    .choices(formats)
    .default(formats[0])
    .argParser(choice('--format', formats, locale));
}

/** `--locale`. */
export function localeOption(t: Translate, locale: Locale): Option {
  const choices = ['zh-CN', 'en'];
  return new Option('--locale <name>', t({ 'zh-CN': '语言', en: 'language' }))
    .choices(choices)
    .argParser(choice('--locale', choices, locale));
}
