import { resolve } from 'node:path';
import { CLAUSE_TABLE } from '../../rules/clauses.js';
import type { Configuration } from '../engine/configuration.js';
import type { Engine } from '../engine/engine.js';
import type { EngineOptions } from '../engine/options.js';
import { SUPPRESSIONS_FILE } from '../engine/suppressions-file.js';
import { resultsTold, sorted, type Telltale, toldIgnored, unlinted } from '../engine/unlinted.js';
import { displayPath } from '../files/display.js';
import type { OnTouch } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import { isFolder } from '../files/watch.js';
import type { Locale } from '../language/locale.js';
import { withoutWarnings } from '../lint/messages.js';
import type { FileResult } from '../lint/result.js';
import { ruleInfo } from '../reference/rule-info.js';
import { notChecked } from '../report/besides.js';
import { inertJson } from '../report/inert-json.js';
import type { LeftOut } from '../report/report.js';
import { printable } from '../report/terminal-text.js';
import { engineFor } from './engine-for.js';
import { type Flags, refuseAlone, refuseTogether } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { sayProblem, uncheckedNote } from './left-out.js';
import { goThrough } from './passes.js';
import { refuseReports, writeReports } from './reports.js';
import { say } from './words.js';

/**
 * `jiedu-lint [paths…]`
 * @param onTouch told of every file and folder the run depends on, before it is looked at
 * @returns the exit code: 0 nothing at error level, 1 findings, 2 something asked was not done
 * @throws UserError, EngineError for mistakes in options and configs
 */
export async function lint(patterns: readonly string[], flags: Flags, io: Context, onTouch?: OnTouch): Promise<number> {
  const locale = flags.locale ?? 'zh-CN';
  const alone = flags.printConfig !== undefined ? '--print-config' : flags.stdin ? '--stdin' : undefined;
  if (alone && patterns.length > 0) throw new UserError(say('notWithPaths', locale, { option: alone }));
  if (flags.printConfig !== undefined) {
    const file = flags.printConfig;
    if (isFolder(resolve(io.cwd, file))) throw new UserError(say('reportIsFolder', locale, { file, option: alone }));
    io.out(`${inertJson(await engineFor(flags, io).resolveConfig(file), 2)}\n`);
    return 0;
  }
  const engine = engineFor(flags, io, optionsOf(flags));
  const run = flags.stdin ? lintStdin(flags, engine, io) : lintPatterns(patterns, flags, engine, io, onTouch);
  return endRun(await run, flags, engine.configuration, io);
}

/** What a run found, less what suppressions take out. */
interface Linted {
  readonly results: readonly FileResult[];
  /** True where something asked for could not be checked and no finding says so. */
  readonly failed: boolean;
  /** How many files were found and not checked. */
  readonly leftOut?: LeftOut;
  /** True where the run was ended before it was done. */
  readonly partial: boolean;
}

async function lintPatterns(
  patterns: readonly string[],
  flags: Flags,
  engine: Engine,
  io: Context,
  onTouch?: OnTouch,
): Promise<Linted> {
  const written = flags.reports.flatMap(({ file }) => (file === undefined ? [] : [resolve(io.cwd, file)]));
  const found = await engine.find(patterns, { written, onTouch, hook: flags.hook });
  const { locale } = engine.configuration;
  const { told, failures } = unlinted(found, warned(flags), io.cwd);
  for (const problem of failures) io.err(`${sayProblem(problem, locale)}\n`);
  refuse(flags, found.paths, locale, io);
  const outcome = await goThrough(found.paths.length, flags, locale, io, (watching) =>
    engine.lint(found.paths, { ...watching, onTouch, found, resultsOnly: true }),
  );
  const results = sorted([...outcome.results, ...resultsTold(told, locale)]);
  const partly = results.flatMap(({ notRead, filePath }) => (notRead ? filePath : []));
  const notes = uncheckedNote(found, locale, displayPath(io.cwd), partly);
  const leftOut = { foreign: outcome.foreign.length, taken: found.taken, notes };
  const isNothingLeft = results.length === 0 && leftOut.foreign > 0 && !outcome.partial;
  const hasNoPapers = isNothingLeft && flags.errorOnUnmatchedPattern && !flags.hook;
  if (hasNoPapers) io.err(`${say('noPapers', locale, { pattern: found.asked.join(' ') })}\n`);
  return { ...outcome, results, leftOut, failed: outcome.failed || failures.length > 0 || hasNoPapers };
}

async function lintStdin(flags: Flags, engine: Engine, io: Context): Promise<Linted> {
  const path = resolve(io.cwd, flags.stdinFilename ?? 'stdin.md');
  const isIgnored = await engine.isIgnored(path);
  const { locale } = engine.configuration;
  if (flags.stdinFilename !== undefined && isIgnored) {
    const told = warned(flags).warnIgnored ? [toldIgnored(path)] : [];
    return { results: resultsTold(told, locale), failed: false, partial: false };
  }
  const bytes = await io.stdin(engine.configuration.configFor(slashed(path)).limits.fileSize);
  refuse(flags, [], locale, io);
  return goThrough(1, flags, locale, io, (watching) => engine.lintText(bytes, path, watching));
}

/** Reports what a run found. @returns the exit code of `lint` */
async function endRun(
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

/** A hook names what was changed, ignored or not. */
function warned({ errorOnUnmatchedPattern, warnIgnored, hook }: Flags): Telltale {
  return { errorOnUnmatchedPattern, warnIgnored: warnIgnored && !hook };
}

/** What a run writes beside its reports. */
function outputsBeside({ suppressionsLocation, cacheLocation }: Flags, { cwd }: Io): string[] {
  return [suppressionsLocation ?? SUPPRESSIONS_FILE, cacheLocation ?? []].flat().map((file) => resolve(cwd, file));
}

function optionsOf(flags: Flags): EngineOptions {
  const { suppressAll, suppressRule, quiet, stats, frame, fixType } = flags;
  return {
    frames: frame,
    unusedDirectives:
      flags.reportUnusedDisableDirectivesSeverity ?? (flags.reportUnusedDisableDirectives ? 'error' : 'warn'),
    ...{ quiet, stats },
    fix: flags.fix ? 'write' : flags.fixDryRun ? 'show' : undefined,
    fixTypes: fixType?.flatMap((word) => word.split(',').map((type) => type.trim())),
    suppressions: {
      location: flags.suppressionsLocation,
      add: suppressAll ? 'all' : suppressRule,
      prune: flags.pruneSuppressions,
      passOnUnpruned: flags.passOnUnprunedSuppressions,
    },
  };
}

/** Refuses options that contradict each other, and reports in the place of something else. */
function refuse(flags: Flags, documents: readonly string[], locale: Locale, io: Io): void {
  const { fix, fixDryRun, fixType, stdin, stdinFilename, suppressAll, suppressRule, pruneSuppressions: prune } = flags;
  const kept = { '--suppress-all': suppressAll, '--suppress-rule': suppressRule, '--prune-suppressions': prune };
  for (const other of [{ '--stdin': stdin }, { '--fix-dry-run': fixDryRun }])
    refuseTogether({ ...kept, ...other }, locale);
  const { reportUnusedDisableDirectives: unused, reportUnusedDisableDirectivesSeverity: severity } = flags;
  const option = '--report-unused-disable-directives';
  refuseTogether({ [option]: unused, [`${option}-severity`]: severity }, locale);
  refuseTogether({ '--fix': fix, '--fix-dry-run': fixDryRun }, locale);
  refuseAlone('--fix-type', fixType, { '--fix': fix, '--fix-dry-run': fixDryRun }, locale);
  refuseAlone('--stdin-filename', stdinFilename, { '--stdin': stdin }, locale);
  if (fix && stdin) throw new UserError(say('fixStdin', locale));
  refuseReports(flags, documents, outputsBeside(flags, io), locale, io);
}
