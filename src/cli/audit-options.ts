import type { Command } from 'commander';
import type { Locale } from '../language/locale.js';
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

/** The options of `audit`. */
export function addAuditOptions(command: Command, t: Translate, locale: Locale): Command {
  const checked = addAuditFileOptions(addConfigOptions(command, t, locale), t)
    .addOption(ignoreOption(t))
    .addOption(inlineConfigOption(t))
    .option('--no-ignore', t({ 'zh-CN': '不理会忽略设置', en: 'audit ignored files as well' }))
    .addOption(forceOption(t))
    .addOption(suppressionsOption(t))
    .addOption(concurrencyOption(t, locale));
  return addCacheOptions(checked, t).option(
    '--no-progress',
    t({ 'zh-CN': '不显示进度条', en: 'show no progress bar' }),
  );
}

/** The options that say which reports of an audit are written, and what day they bear. */
export function addAuditFileOptions(command: Command, t: Translate): Command {
  return command
    .option(
      '--html <file>',
      t({ 'zh-CN': '写一个网页，可以离线打开、筛选、打印', en: 'write a page, to open from disk, filter and print' }),
    )
    .option('--xlsx <file>', t({ 'zh-CN': '写一份电子表格（Excel、WPS）', en: 'write a spreadsheet (Excel, WPS)' }))
    .option(
      '--csv <file>',
      t({
        'zh-CN': '写一份 CSV：每个问题一行，没有问题的文件也有一行',
        en: 'write CSV: a row for each finding, and for each file without',
      }),
    )
    .option(
      '--xlsx-by-department <folder>',
      t({
        'zh-CN': '给每个部门写一份整改台账（电子表格），放在这个文件夹里',
        en: 'write a ledger of what is to be put right (a spreadsheet) for each department, into this folder',
      }),
    )
    .option('--json <file>', t({ 'zh-CN': '把全部数字写成 JSON', en: 'write all figures as JSON' }))
    .option(
      '--compare <file>',
      t({
        'zh-CN': '与上次核查相比：上次用 --json 写的文件',
        en: 'compare with an earlier audit: the file that --json wrote then',
      }),
    )
    .option(
      '--ledger <folder>',
      t({
        'zh-CN': '读回各部门填写的整改台账，核对是否改好',
        en: 'read the departments’ ledgers back, and check what they say is mended',
      }),
    )
    .option(
      '--date <date>',
      t({
        'zh-CN': '核查日期，如 2024-03-01；默认为今天（或环境变量 SOURCE_DATE_EPOCH）',
        en: 'day of the audit (default: today, or SOURCE_DATE_EPOCH)',
      }),
    );
}
