import type { Command } from 'commander';
import type { Locale } from '../language/locale.js';
import { addAuditFileOptions } from './audit-options.js';
import { addReportOptions, addSuppressionOptions } from './lint-options.js';
import { addConfigOptions, type Translate } from './options.js';
import type { ReportWord } from './reports.js';

/** The options of `merge`: the same that `lint` and `audit` have for the same. */
export function addMergeOptions(command: Command, reports: ReportWord[], t: Translate, locale: Locale): Command {
  const withReports = addReportOptions(addConfigOptions(command, t, locale), reports, t, locale);
  return addAuditFileOptions(addSuppressionOptions(withReports, t, locale), t).option(
    '--no-progress',
    t({ 'zh-CN': '不显示进度条', en: 'show no progress bar' }),
  );
}
