import { type Command, Option } from 'commander';
import type { Locale } from '../language/locale.js';
import { formatters } from '../report/index.js';
import {
  addCacheOptions,
  addConfigOptions,
  concurrencyOption,
  forceOption,
  ignoreOption,
  inlineConfigOption,
  suppressionsOption,
  type Translate,
} from './options.js';
import { DEFAULT_FORMAT, type ReportWord } from './reports.js';
import { choice, collect, wholeNumber } from './values.js';

/**
 * The options of `lint`.
 * @param reports takes every `-f` and `-o` in the order they are written: which belong together hangs on it
 */
export function addLintOptions(command: Command, reports: ReportWord[], t: Translate, locale: Locale): Command {
  const withReports = addReportOptions(addConfigOptions(command, t, locale), reports, t, locale);
  const checked = addSuppressionOptions(withReports, t, locale)
    .option(
      '--frame',
      t({
        'zh-CN': 'stylish 报告里显示原文那一行，标出位置',
        en: 'show the source line and the place in it (stylish)',
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
        'zh-CN': '只改正这几类规则的问题（可多次，可用逗号隔开），如 format；directive 是不起作用的指令',
        en: 'fix only what rules of these categories find (repeatable, or by commas), for instance format; directive: directives that do nothing',
      }),
      collect,
    )
    .option(
      '--watch',
      t({ 'zh-CN': '文件有改动时重新检查，直到按 Ctrl-C', en: 'lint again when files change, until Ctrl-C' }),
    )
    .option('--stdin', t({ 'zh-CN': '检查标准输入', en: 'lint standard input' }))
    .option('--stdin-filename <path>', t({ 'zh-CN': '标准输入当作这个文件', en: 'the path standard input stands for' }))
    .addOption(ignoreOption(t))
    .option('--no-ignore', t({ 'zh-CN': '不理会忽略设置', en: 'lint ignored files as well' }))
    .option(
      '--no-warn-ignored',
      t({ 'zh-CN': '点名的文件被忽略时不提示', en: 'say nothing of ignored files that are named' }),
    )
    .option(
      '--hook',
      t({
        'zh-CN': '文件由提交钩子点名：被忽略的和不是政策文件的不检查，也不提示',
        en: 'a commit hook names the files: those that are ignored or no policy documents are left out without a warning',
      }),
    )
    .addOption(inlineConfigOption(t))
    .option(
      '--no-error-on-unmatched-pattern',
      t({ 'zh-CN': '没有找到文件时不算出错', en: 'finding no file is no error' }),
    )
    .option(
      '--print-config <file>',
      t({ 'zh-CN': '显示一个文件适用的配置', en: 'print the configuration that holds for a file' }),
    )
    .addOption(concurrencyOption(t, locale));
  return addCacheOptions(checked, t)
    .option(
      '--stats',
      t({
        'zh-CN': '在 json 报告里写出读取和每条规则用了多少毫秒（单线程检查）',
        en: 'put into JSON reports how many milliseconds reading and each rule took (checks in one thread)',
      }),
    )
    .option('--no-progress', t({ 'zh-CN': '不显示进度条', en: 'show no progress bar' }));
}

/** The options that say what becomes of findings. */
export function addReportOptions(command: Command, reports: ReportWord[], t: Translate, locale: Locale): Command {
  const formats = [...formatters.keys()];
  const known = choice('--format', formats, locale);
  return command
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
    .addOption(forceOption(t))
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
    .option('--color', t({ 'zh-CN': '用颜色', en: 'use colours' }))
    .option('--no-color', t({ 'zh-CN': '不用颜色', en: 'use no colours' }));
}

/** The options about findings that do not count. */
export function addSuppressionOptions(command: Command, t: Translate, locale: Locale): Command {
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
    .addOption(suppressionsOption(t))
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
