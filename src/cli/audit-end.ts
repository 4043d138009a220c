import { basename, isAbsolute, relative, sep } from 'node:path';
import { ClauseTable } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import type { AuditReport } from '../audit/audit-report.js';
import { type Audited, auditReport } from '../audit/report-of.js';
import { auditSummary } from '../audit/summary.js';
import { clausesInForce, presetsInForce } from '../config/in-force.js';
import { presetNames } from '../config/resolve.js';
import { slashed } from '../files/ignore.js';
import type { DepartmentAliases } from '../language/departments.js';
import { printable } from '../report/terminal-text.js';
import { type AuditFile, writeAudit } from './audit-files.js';
import { readDay, today } from './day.js';
import { displayPath } from './display.js';
import { resultsTold, type Told } from './files-to-lint.js';
import type { Io } from './io.js';
import type { Session } from './session.js';
import { say } from './words.js';

/** A run that has been gone through. */
export interface AuditedRun extends Audited {
  /** The files that were to be audited, absolute, with `/`. */
  readonly paths: readonly string[];
  readonly told: readonly Told[];
  /** Absolute, where one folder was asked for and nothing else. */
  readonly folder?: string;
  /** True where something asked for is not there, which has been said. */
  readonly failed: boolean;
}

/** What the reports say of themselves, and where they go. */
export interface AuditEnd {
  readonly files: readonly AuditFile[];
  readonly date: string;
  /** Version of the program. */
  readonly version: string;
}

/**
 * Reports what a run found as an audit.
 * @returns the exit code: 0 all was checked and written, 2 something was not
 */
export async function endAudit(run: AuditedRun, end: AuditEnd, session: Session, io: Io): Promise<number> {
  const { files } = end;
  const isDocument = ({ finding }: Told) => UNREAD.has(finding.messageId);
  const missing = run.told.filter((one) => !isDocument(one));
  for (const { filePath, messages } of resultsTold(missing, session.locale))
    for (const { message } of messages) io.err(`${printable(`${displayPath(io.cwd)(filePath)}: ${message}`)}\n`);
  const documents = run.told.filter(isDocument);
  const hasMissing = run.failed || missing.some(({ finding }) => finding.fatal);
  if (run.paths.length === 0 && documents.length === 0) return 2;
  const report = reportOf(run, documents, end, session, io);
  // Before anything is said: whoever reads the summary may stop listening.
  const written = await writeAudit(report, files, session.locale, io);
  const shown = displayPath(io.cwd);
  const endings =
    files.length > 0
      ? written.map(({ path }) => say('auditWritten', session.locale, { file: shown(path) }))
      : [say('auditHint', session.locale)];
  io.out(`${[...auditSummary(report), ...endings].map(printable).join('\n')}\n`);
  const isWhole = !hasMissing && !report.partial && report.totals.unreadable === 0 && !hasFailed(report);
  return isWhole && written.length === files.length ? 0 : 2;
}

/** Files of the archive that were not read, by why. */
const UNREAD: ReadonlySet<string> = new Set(['leadsOut', 'misnamed']);

function reportOf(
  { results, archive, partial, paths, folder: asked }: AuditedRun,
  unread: readonly Told[],
  { date, version }: AuditEnd,
  session: Session,
  io: Io,
): AuditReport {
  const folder = folderOf(paths, io.cwd, asked);
  function* all() {
    yield* results;
    yield* resultsTold(unread, 'zh-CN');
  }
  return auditReport(
    { results: all(), archive, partial },
    {
      ...{ version, date, rules, configFor: (path) => session.configFor(path) },
      root: nameOf(asked ?? folder, io.cwd),
      displayPath: displayPath(folder),
      departments: aliasesOf(paths, session),
      ...inForce(session),
    },
  );
}

/** What an archive is called: as people write its folder, or where that is no way down from where they stand, by its last name. */
function nameOf(folder: string, cwd: string): string {
  const short = relative(cwd, folder);
  const isBelow = short !== '' && !isAbsolute(short) && short.split(sep)[0] !== '..';
  return isBelow ? slashed(short) : basename(folder) || folder;
}

/** The folder that paths are shown relative to: where people stand, if all files lie below it, else the one asked for, or that all lie below. */
function folderOf(paths: readonly string[], cwd: string, asked: string | undefined): string {
  const here = `${slashed(cwd).replace(/\/$/, '')}/`;
  if (paths.every((path) => path.startsWith(here))) return cwd;
  if (asked !== undefined) return asked;
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

/** A rule that failed on some file: the figures on it are not complete. */
function hasFailed({ documents }: AuditReport): boolean {
  return documents.some(({ findings }) => findings.some(({ messageId }) => messageId === 'crash'));
}

/** The day of the audit. `SOURCE_DATE_EPOCH` (seconds, UTC) stands for today where reports have to be the same on any day. */
export function auditDate(written: string | undefined, { locale }: Session, { env }: Io): string {
  if (written !== undefined) return readDay(written, locale);
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
    : today();
}
