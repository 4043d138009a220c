import { basename, resolve, sep } from 'node:path';
import { ClauseTable } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import type { AuditReport } from '../audit/audit-report.js';
import { auditReport } from '../audit/report-of.js';
import { auditSummary } from '../audit/summary.js';
import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import { type FindProblem, findFiles } from '../files/find.js';
import { FileHost } from '../files/host.js';
import { slashed } from '../files/ignore.js';
import type { DepartmentAliases } from '../language/departments.js';
import { messagesOf, resultOf } from '../lint/messages.js';
import { readFailure } from '../lint/read-problems.js';
import type { FileResult } from '../lint/result.js';
import { type LintOptions, lintArchive, partsCompared } from '../lint/run.js';
import { printable } from '../report/terminal-text.js';
import { type AuditFiles, filesAsked, writeAudit } from './audit-files.js';
import { readDay, today } from './day.js';
import { displayPath } from './display.js';
import type { Io } from './io.js';
import { goThrough, type PassFlags } from './passes.js';
import { Session } from './session.js';
import { hasSuppressions } from './suppressions-file.js';
import { say } from './words.js';

/** The options of `audit` as commander gives them. */
export interface AuditFlags extends PassFlags, AuditFiles {
  readonly date?: string;
  readonly ignore: boolean;
  readonly ignorePattern?: string[];
  readonly suppressionsLocation?: string;
}

/**
 * `jiedu-lint audit [paths…]`: lints an archive and writes the figures. Findings are its subject, not its failure.
 * @param program the folder that holds package.json, and the version
 * @returns the exit code: 0 all was checked and written, 2 something was not
 * @throws UserError for mistakes in options and configs
 */
export async function audit(
  patterns: readonly string[],
  flags: AuditFlags,
  program: { readonly root: string; readonly version: string },
  io: Io,
): Promise<number> {
  const session = new Session(io, flags);
  const date = auditDate(flags.date, session, io);
  const found = await filesToAudit(patterns, flags, session, io);
  const files = filesAsked(flags, found.paths, session.locale, io);
  if (found.paths.length === 0 && found.unread.length === 0) return 2;
  const report = await auditOf(found, { date, version: program.version, program, flags, session, io });
  // Before anything is said: whoever reads the summary may stop listening.
  const written = await writeAudit(report, files, session.locale, io);
  const shown = displayPath(io.cwd);
  const endings =
    files.length > 0
      ? written.map(({ path }) => say('auditWritten', session.locale, { file: shown(path) }))
      : [say('auditHint', session.locale)];
  io.out(`${[...auditSummary(report), ...endings].map(printable).join('\n')}\n`);
  return found.failed ||
    report.partial ||
    report.totals.unreadable > 0 ||
    written.length < files.length ||
    hasFailed(report)
    ? 2
    : 0;
}

interface Run {
  readonly date: string;
  readonly version: string;
  readonly program: { readonly root: string; readonly version: string };
  readonly flags: AuditFlags;
  readonly session: Session;
  readonly io: Io;
}

interface FoundFiles {
  /** Absolute, with `/`. */
  readonly paths: readonly string[];
  /** Files of the archive that must not be read. */
  readonly unread: readonly FileResult[];
  /** True where something asked for is not there. */
  readonly failed: boolean;
}

async function auditOf(found: FoundFiles, { date, version, program, flags, session, io }: Run): Promise<AuditReport> {
  const suppressions = hasSuppressions(flags, io.cwd)
    ? (await import('./suppressions.js')).Suppressions.open({ ...flags, passOnUnprunedSuppressions: true }, session, io)
    : null;
  const options: LintOptions = {
    rules,
    // The report is Chinese throughout.
    locale: 'zh-CN',
    configFor: (path) => session.configFor(path),
    settingsFor: (path) => session.settingsFor(path),
    onNoSegmenter: () => io.err(`${say('noSegmenter', session.locale)}\n`),
  };
  const parts = [...partsCompared(found.paths, options), 'quotes' as const];
  const outcome = await goThrough(found.paths.length, flags, program, session, io, (how) =>
    lintArchive(found.paths, new FileHost(), { ...options, ...how, parts }),
  );
  if (outcome.partial) {
    const counts = { done: outcome.results.length, total: found.paths.length };
    io.err(`${say('interrupted', session.locale, counts)}\n`);
  }
  const folder = folderOf(found.paths, io.cwd);
  function* results(): Generator<FileResult> {
    for (const result of outcome.results) yield suppressions?.apply([result]).results[0] ?? result;
    yield* found.unread;
  }
  return auditReport(
    { ...outcome, results: results() },
    {
      ...{ version, date, rules, configFor: options.configFor },
      root: basename(folder) || folder,
      displayPath: displayPath(folder),
      departments: aliasesOf(found.paths, session),
      ...inForce(session),
    },
  );
}

/** The folder that paths are shown relative to: where people stand, if all files lie below it, else the one all lie below. */
function folderOf(paths: readonly string[], cwd: string): string {
  const here = `${slashed(cwd).replace(/\/$/, '')}/`;
  if (paths.every((path) => path.startsWith(here))) return cwd;
  const [first = '', ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = others.reduce<readonly string[]>(
    (above, path) => {
      const split = above.findIndex((part, index) => part !== path[index]);
      return split < 0 ? above : above.slice(0, split);
    },
    first as readonly string[],
  );
  return shared.join(sep) || sep;
}

/** The presets that the configs name, and all clauses of the papers that these carry out. */
function inForce(session: Session) {
  const standings = session.standings;
  const presets = new Set<string>();
  const asking = new Set(
    standings.flatMap(({ layers, known }) => {
      const names = presetNames(layers);
      for (const name of names) presets.add(basename(name));
      return clausesInForce(presetsInForce(names, known), known).map(({ source }) => source);
    }),
  );
  const tables = standings.map(({ known }) => known.clauses);
  const all = new Map(tables.flatMap((table) => table.clauses.map((clause) => [clause.id, clause] as const)));
  const sources = new Map(tables.flatMap((table) => table.sources.map((source) => [source.id, source] as const)));
  return {
    presets: [...presets],
    clauses: [...all.values()].filter(({ source }) => asking.has(source)),
    table: new ClauseTable([...sources.values()], [...all.values()]),
  };
}

function aliasesOf(paths: readonly string[], session: Session): DepartmentAliases {
  const all = new Set(paths.map((path) => session.settingsFor(path).departments));
  return Object.assign({}, ...all);
}

async function filesToAudit(
  patterns: readonly string[],
  flags: AuditFlags,
  session: Session,
  io: Io,
): Promise<FoundFiles> {
  const asked = patterns.length > 0 ? patterns : await session.defaultPatterns();
  const { files, problems } = await findFiles(asked, {
    cwd: io.cwd,
    ignore: flags.ignore,
    ignorePatterns: flags.ignorePattern ?? [],
  });
  await session.prepare(files.length > 0 ? files : [resolve(io.cwd, 'x')]);
  const paths = files.filter((path) => !flags.ignore || session.ignoredBy(path) === undefined).map(slashed);
  const missing = problems.filter(({ id }) => id !== 'leadsOut');
  if (files.length > 0 && paths.length === 0) missing.push({ id: 'allIgnored', pattern: asked.join(' ') });
  for (const problem of missing) io.err(`${sayProblem(problem, session)}\n`);
  const unread = problems
    .filter(({ id }) => id === 'leadsOut')
    .map(({ path = '', pattern }) =>
      resultOf(
        slashed(path || resolve(io.cwd, pattern)),
        messagesOf([readFailure({ id: 'leadsOut', data: {} })], [0], 'zh-CN'),
      ),
    );
  return { paths, unread, failed: missing.length > 0 };
}

function sayProblem({ id, pattern, path }: FindProblem, { locale }: Session): string {
  if (id === 'notFound') return say('noSuchPath', locale, { pattern });
  if (id === 'unreadableFolder') return say('unreadableFolder', locale, { pattern: path ?? pattern });
  return say(id === 'noMatch' ? 'noMatch' : 'allIgnored', locale, { pattern });
}

/** A rule that failed on some file: the figures on it are not complete. */
function hasFailed({ documents }: AuditReport): boolean {
  return documents.some(({ findings }) => findings.some(({ messageId }) => messageId === 'crash'));
}

/** `SOURCE_DATE_EPOCH` (seconds, UTC) stands for today where reports have to be the same on any day. */
function auditDate(written: string | undefined, { locale }: Session, { env }: Io): string {
  if (written !== undefined) return readDay(written, locale);
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
    : today();
}
