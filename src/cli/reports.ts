import { resolve } from 'node:path';
import { CLAUSE_TABLE, type ClauseTable } from '../../rules/clauses.js';
import { rules as shipped } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { systemCode } from '../engine/problems.js';
import { displayPath, sourcePath } from '../files/display.js';
import { type Replacing, writeOutput } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import { ruleInfo } from '../reference/rule-info.js';
import { notChecked } from '../report/besides.js';
import { formatted } from '../report/format.js';
import type { LeftOut } from '../report/report.js';
import { isReport } from '../report/signature.js';
import { type Io, OutputError, UserError } from './io.js';
import { refuseOutputs } from './outputs.js';
import { paintFor } from './paint.js';
import { say } from './words.js';

/** A report of a run: in which format, and into which file; without one it goes to standard output. */
export interface ReportAsked {
  readonly format: string;
  readonly file?: string;
}

/** One `-f` or `-o`, in the order they were written. */
export type ReportWord = { readonly format: string } | { readonly file: string };

export const DEFAULT_FORMAT = 'stylish';

/**
 * Which file takes which format. A file belongs to the format written before it, where that has none yet, else to the
 * format that follows it; a file alone takes the default format.
 * @throws UserError for a file that no format is left for, and for two reports into one file
 */
export function pairReports(words: readonly ReportWord[], locale: Locale): ReportAsked[] {
  const reports: { format: string; file?: string }[] = [];
  let waiting: string | undefined;
  for (const word of words) {
    const last = reports.at(-1);
    if ('format' in word) {
      reports.push(waiting === undefined ? word : { ...word, file: waiting });
      waiting = undefined;
    } else if (last && last.file === undefined) last.file = word.file;
    else if (waiting === undefined) waiting = word.file;
    else throw new UserError(say('noFormatFor', locale, { file: waiting }));
  }
  if (waiting !== undefined && reports.length > 0) throw new UserError(say('noFormatFor', locale, { file: waiting }));
  if (reports.length === 0)
    reports.push({ format: DEFAULT_FORMAT, ...(waiting === undefined ? {} : { file: waiting }) });
  const files = reports.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UserError(say('reportTwice', locale, { file: twice }));
  return reports;
}

/**
 * Refuses reports that would be written over documents, over each other, or over what others wrote.
 * @param documents the files of the run, absolute
 * @param others what else the run writes, absolute
 * @throws UserError
 */
export function refuseReports(
  { reports, force }: Pick<ReportOptions, 'reports' | 'force'>,
  documents: readonly string[],
  others: readonly string[],
  locale: Locale,
  { cwd }: Io,
): void {
  const outputs = reports.flatMap(({ file }) =>
    file === undefined ? [] : [{ file, path: resolve(cwd, file), option: '--output-file' }],
  );
  refuseOutputs(outputs, { documents, others }, replacing(cwd, force), locale);
}

function replacing(cwd: string, force?: boolean): Replacing {
  return { within: cwd, isOurs: isReport, force };
}

export interface ReportOptions {
  readonly reports: readonly ReportAsked[];
  readonly color?: boolean;
  readonly frame?: boolean;
  /** Replace files that are no reports, too. */
  readonly force?: boolean;
  readonly locale: Locale;
  readonly version: string;
  /** The clauses that the run's configuration knows. */
  readonly clauses?: ClauseTable;
  /** True where the run was ended before it was done. */
  readonly partial?: boolean;
  /** How many files were found and not checked. */
  readonly leftOut?: LeftOut;
  /** The rules of the run; those that ship where absent. */
  readonly rules?: readonly Rule[];
}

/**
 * Writes every report asked for. One that cannot be written is told on standard error, and the others are written.
 * @returns whether all were written
 */
export async function writeReports(results: readonly FileResult[], options: ReportOptions, io: Io): Promise<boolean> {
  const { locale, version, color, frame, force, partial, leftOut, clauses = CLAUSE_TABLE, rules = shipped } = options;
  let all = true;
  if (!options.reports.some(({ format, file }) => file === undefined && SUMMING.has(format)))
    for (const sentence of notChecked(leftOut, locale)) io.err(`${sentence}\n`);
  for (const { format, file } of options.reports) {
    const text = await formatted(results, format, {
      ...{ locale, version, frame: frame === true, partial: partial === true },
      ...(leftOut && { leftOut }),
      paint: await paintFor(color, file === undefined && io.colors, io.env),
      displayPath: displayPath(io.cwd),
      sourcePath: sourcePath(io.cwd),
      ruleInfo: ruleInfo(rules, clauses, locale),
    });
    if (file === undefined) all = printed(text, locale, io) && all;
    else if (!written(resolve(io.cwd, file), text, replacing(io.cwd, force), locale, io)) all = false;
  }
  return all;
}

/** Formats that tell of the run as a whole, and so of what was not checked; beside the others it is said on standard error. */
const SUMMING: ReadonlySet<string> = new Set(['stylish', 'html', 'markdown']);

/** Reports in files are written all the same. */
function printed(text: string, locale: Locale, io: Io): boolean {
  try {
    io.out(text);
    return true;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    io.err(`${say('outputNotWritten', locale, { code: error.code })}\n`);
    return false;
  }
}

function written(path: string, text: string, how: Replacing, locale: Locale, io: Io): boolean {
  try {
    writeOutput(path, Buffer.from(text), how);
    return true;
  } catch (error) {
    io.err(`${say('notWritten', locale, { path, code: systemCode(error) })}\n`);
    return false;
  }
}
