import { rules } from '../../rules/index.js';
import { FileHost } from '../files/host.js';
import type { FileResult } from '../lint/result.js';
import { type LintOptions, lintArchive, partsCompared } from '../lint/run.js';
import { auditDate, endAudit } from './audit-end.js';
import { type AuditFiles, filesAsked } from './audit-files.js';
import { filesToLint } from './files-to-lint.js';
import type { Io } from './io.js';
import { goThrough, type PassFlags, type Program } from './passes.js';
import { segmenter } from './segmenter.js';
import { Session } from './session.js';
import { hasSuppressions } from './suppressions-file.js';
import { say } from './words.js';

/** The options of `audit` as commander gives them. */
export interface AuditFlags extends PassFlags, AuditFiles {
  readonly date?: string;
  readonly ignore: boolean;
  readonly inlineConfig: boolean;
  readonly ignorePattern?: string[];
  readonly suppressionsLocation?: string;
}

/**
 * `jiedu-lint audit [paths…]`: lints an archive and writes the figures. Findings are its subject, not its failure.
 * @returns the exit code: 0 all was checked and written, 2 something was not
 * @throws UserError for mistakes in options and configs
 */
export async function audit(patterns: readonly string[], flags: AuditFlags, program: Program, io: Io): Promise<number> {
  const session = new Session(io, flags);
  const date = auditDate(flags.date, session, io);
  const found = await filesToLint(
    patterns,
    { ...flags, errorOnUnmatchedPattern: true, warnIgnored: true },
    [],
    session,
    io,
  );
  const { paths } = found;
  const files = filesAsked(flags, paths, session.locale, io);
  const suppressions = hasSuppressions(flags, io.cwd)
    ? (await import('./suppressions.js')).Suppressions.open({ ...flags, passOnUnprunedSuppressions: true }, session, io)
    : null;
  const options: LintOptions = {
    rules,
    // The report is Chinese throughout.
    locale: 'zh-CN',
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    inlineConfig: flags.inlineConfig,
    segmenter,
  };
  const parts = [...partsCompared(paths, options), 'quotes' as const, 'elements' as const];
  const outcome = await goThrough(paths.length, flags, program, session, io, (how) =>
    lintArchive(paths, new FileHost(), { ...options, ...how, parts }),
  );
  if (outcome.partial) {
    const counts = { done: outcome.results.length, total: paths.length };
    io.err(`${say('interrupted', session.locale, counts)}\n`);
  }
  function* results(): Generator<FileResult> {
    for (const result of outcome.results) yield suppressions?.apply([result]).results[0] ?? result;
  }
  return endAudit({ ...outcome, ...found, results: results() }, { files, date, version: program.version }, session, io);
}
