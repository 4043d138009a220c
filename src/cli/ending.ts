import { CLAUSE_TABLE } from '../../rules/clauses.js';
import type { Configuration } from '../engine/configuration.js';
import { withoutWarnings } from '../lint/messages.js';
import type { FileResult } from '../lint/result.js';
import { ruleInfo } from '../reference/rule-info.js';
import { notChecked } from '../report/besides.js';
import type { LeftOut } from '../report/report.js';
import { printable } from '../report/terminal-text.js';
import type { Flags } from './flags.js';
import type { Context } from './io.js';
import { writeReports } from './reports.js';
import { say } from './words.js';

/** What a run found, less what suppressions take out. */
export interface Linted {
  readonly results: readonly FileResult[];
  /** True where something asked for could not be checked and no finding says so. */
  readonly failed: boolean;
  /** How many files were found and not checked. */
  readonly leftOut?: LeftOut;
  /** True where the run was ended before it was done. */
  readonly partial: boolean;
}

/**
 * Reports what a run found.
 * @returns the exit code: 0 nothing at error level, 1 findings, 2 something asked was not done
 */
export async function endRun(
  { results, failed, partial, leftOut }: Linted,
  flags: Flags,
  configuration: Configuration,
  io: Context,
): Promise<number> {
  const { locale } = configuration;
  const shown = flags.quiet ? results.map(withoutWarnings) : results;
  const warnings = results.reduce((sum, result) => sum + result.warningCount, 0);
  const tooMany = flags.maxWarnings !== undefined && warnings > flags.maxWarnings;
  const first = shown[0];
  const clauses = first && configuration.configFor(first.filePath).clauses;
  const run = { locale, version: io.version, frame: flags.frame === true, partial, ...(leftOut && { leftOut }) };
  const told = { ...run, ruleInfo: ruleInfo(configuration.rules, clauses ?? CLAUSE_TABLE, locale) };
  // Where nothing was found to lint there is nothing to report; what is wrong has been said.
  const isEmpty = failed && results.length === 0;
  if (isEmpty) for (const sentence of notChecked(leftOut, locale)) io.err(`${printable(sentence)}\n`);
  const written = isEmpty || (await writeReports(shown, flags, told, io));
  if (tooMany) io.err(`${say('tooManyWarnings', locale, { count: warnings, max: flags.maxWarnings ?? 0 })}\n`);
  if (failed || partial || !written || results.some((result) => result.fatalErrorCount > 0)) return 2;
  const found = tooMany || results.some((result) => result.errorCount > 0);
  return found && !flags.exitZero ? 1 : 0;
}
