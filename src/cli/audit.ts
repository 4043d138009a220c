import { resolve } from 'node:path';
import type { AuditReport } from '../audit/audit-report.js';
import { type Earlier, readEarlier } from '../audit/earlier.js';
import { baseOf, type RunContext, reportOfRun } from '../audit/report-of-run.js';
import { auditSummary } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import type { FilesFound } from '../engine/find.js';
import { resultsTold, type Told, unlinted } from '../engine/unlinted.js';
import { displayPath } from '../files/display.js';
import { type FindProblem, UNREAD } from '../files/find.js';
import { readSource } from '../files/read.js';
import { today } from '../language/dates.js';
import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import { printable } from '../report/terminal-text.js';
import { filesAsked, writeAudit } from './audit-files.js';
import { readLedgers, writeLedgers } from './audit-ledgers.js';
import { readDay } from './day.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { type Context, type Io, UserError } from './io.js';
import { sayProblem, uncheckedNote } from './left-out.js';
import { refuseNoFolder } from './outputs.js';
import { goThrough } from './passes.js';
import { say } from './words.js';

/**
 * `jiedu-lint audit [paths…]`: lints an archive and writes the figures. Findings are its subject, not its failure.
 * @returns the exit code: 0 all was checked and written, 2 something was not
 * @throws UserError, EngineError for mistakes in options and configs
 */
export async function audit(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  const date = auditDate(flags.date, flags.locale ?? 'zh-CN', io);
  const suppressions = { location: flags.suppressionsLocation, passOnUnpruned: true };
  const engine = engineFor(flags, io, { suppressions });
  const found = await engine.find(patterns);
  const { paths } = found;
  const { locale } = engine.configuration;
  const { told, failures } = unlinted(found, { errorOnUnmatchedPattern: true, warnIgnored: true }, io.cwd);
  for (const problem of failures) io.err(`${sayProblem(problem, locale)}\n`);
  const files = filesAsked(flags, paths, locale, io);
  const { xlsxByDepartment: ledgerFolder } = flags;
  if (ledgerFolder !== undefined) refuseNoFolder(ledgerFolder, locale, io);
  const compared = flags.compare?.at(-1);
  const earlier = compared === undefined ? undefined : await earlierAudit(compared, locale, io);
  const ledgers = flags.ledger === undefined ? undefined : await readLedgers(flags.ledger, locale, io);
  const shown = displayPath(io.cwd);
  const isDocument = ({ finding }: Told) => UNREAD.has(finding.messageId as FindProblem['id']);
  const missing = told.filter((one) => !isDocument(one));
  for (const { filePath, messages } of resultsTold(missing, locale))
    for (const { message } of messages) io.err(`${printable(`${shown(filePath)}: ${message}`)}\n`);
  const unread = resultsTold(told.filter(isDocument), 'zh-CN');
  const context = { ...found, cwd: io.cwd, date, version: io.version, earlier, ledgers };
  const report = await reportOn({ engine, found, unread, context }, flags, io);
  if (!report) return 2;
  if (paths.length >= MANY) io.collect?.();
  // Before anything is said: whoever reads the summary may stop listening.
  const base = baseOf(context);
  const { force } = flags;
  const written = await writeAudit(report, files, base, flags, locale, io);
  const target = ledgerFolder === undefined ? null : { folder: ledgerFolder, read: ledgers, archive: base, force };
  const handedOut = target && (await writeLedgers(report, target, locale, io));
  const endings = [
    ...written.map(({ path }) => say('auditWritten', locale, { file: shown(path) })),
    ...(handedOut && ledgerFolder !== undefined
      ? [say('ledgersWritten', locale, { count: handedOut.written.length, folder: ledgerFolder })]
      : []),
    ...(files.length === 0 && !handedOut ? [say('auditHint', locale)] : []),
  ];
  const notes = uncheckedNote(found, locale, shown);
  io.out(`${[...auditSummary(report), ...notes, ...endings].map(printable).join('\n')}\n`);
  const hasMissing = failures.length > 0 || missing.some(({ finding }) => finding.fatal);
  const isWhole = !hasMissing && !report.partial && report.totals.unreadable === 0 && !hasFailed(report);
  const isWritten = written.length === files.length && !handedOut?.failed;
  return isWhole && isWritten && !ledgers?.failed ? 0 : 2;
}

/** Files whose results and facts are worth freeing before reports, which take memory too, are written. */
const MANY = 1000;

interface Asked {
  readonly engine: Engine;
  readonly found: FilesFound;
  /** Results for what could not be read at all. */
  readonly unread: readonly FileResult[];
  readonly context: Omit<RunContext, 'foreign'>;
}

/**
 * Lints, and adds up. Results and facts go with this function: those of a large archive are not to stay in memory while the reports
 * are written.
 * @returns null where there is nothing to report, which has been told
 */
async function reportOn({ engine, found, unread, context }: Asked, flags: Flags, io: Io): Promise<AuditReport | null> {
  const { paths, taken, asked } = found;
  const { locale } = engine.configuration;
  const outcome = await goThrough(paths.length, flags, locale, io, (watching) =>
    // The report is Chinese throughout.
    engine.lint(paths, { ...watching, found, parts: ['quotes', 'elements'], locale: 'zh-CN' }),
  );
  if (paths.length === 0 && unread.length === 0) return null;
  const { results, archive, partial, foreign } = outcome;
  if (paths.length >= MANY) {
    // What was compared with other files is needed no more, and is the greater part.
    for (const { content } of archive.linted) content.drawn = undefined;
    io.collect?.();
  }
  if (results.length + unread.length === 0 && foreign.length > 0) {
    io.err(`${say('noPapers', locale, { pattern: asked.join(' ') })}\n`);
    return null;
  }
  const audited = { results: [...results, ...unread], archive, partial, leftOut: { foreign: foreign.length, taken } };
  return reportOfRun(audited, { ...context, foreign }, engine.configuration);
}

/** The audit to compare with. @throws UserError where the file is none */
async function earlierAudit(file: string, locale: Locale, { cwd }: Io): Promise<Earlier> {
  const source = await readSource(resolve(cwd, file), { maxBytes: MAX_EARLIER });
  if ('id' in source) throw new UserError(say('compareUnread', locale, { file }));
  const earlier = readEarlier(source.text);
  if (typeof earlier === 'string') throw new UserError(say(earlier, locale, { file }));
  return earlier;
}

/** Largest audit that is compared with: a hundred thousand findings take 100 MB. */
const MAX_EARLIER = 400 * 1024 * 1024;

/** A rule that failed on some file: the figures on it are not complete. */
function hasFailed({ documents }: AuditReport): boolean {
  return documents.some(({ findings }) => findings.some(({ messageId }) => messageId === 'crash'));
}

/** The day of the audit. `SOURCE_DATE_EPOCH` (seconds, UTC) stands for today where reports have to be the same on any day. */
function auditDate(written: string | undefined, locale: Locale, { env }: Io): string {
  if (written !== undefined) return readDay(written, locale);
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
    : today();
}
