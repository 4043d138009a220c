import { resolve } from 'node:path';
import { displayPath, sourcePath } from '../files/display.js';
import type { Locale } from '../language/locale.js';
import type { FileResult } from '../lint/result.js';
import { notChecked } from '../report/besides.js';
import { PLAIN, piecesOf } from '../report/format.js';
import type { Paint, ReportContext } from '../report/report.js';
import { isReport } from '../report/signature.js';
import type { Flags, ReportAsked } from './flags.js';
import { type Io, OutputError, UserError } from './io.js';
import { refuseOutputs, replacing, writeOrTell } from './outputs.js';
import { say } from './words.js';

/** One `-f` or `-o`, in the order they were written. */
export type ReportWord = { readonly format: string } | { readonly file: string };

const DEFAULT_FORMAT = 'stylish';

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

/** Refuses reports that would be written over documents, over each other, or over what others wrote. @throws UserError */
export function refuseReports(
  flags: Flags,
  documents: readonly string[],
  others: readonly string[],
  locale: Locale,
  io: Io,
): void {
  const outputs = flags.reports.flatMap(({ file }) =>
    file === undefined ? [] : [{ file, path: resolve(io.cwd, file), option: '--output-file' }],
  );
  refuseOutputs(outputs, { documents, others, toldLater: true }, replacing(isReport, flags, io), locale);
}

/**
 * Writes every report asked for. One that cannot be written is told on standard error, and the others are written.
 * @param run what reports tell of the run beside its results
 * @returns whether all were written
 */
export async function writeReports(
  results: readonly FileResult[],
  flags: Flags,
  run: Omit<ReportContext, 'paint' | 'displayPath' | 'sourcePath'>,
  io: Io,
): Promise<boolean> {
  const { locale, leftOut } = run;
  const { reports, color } = flags;
  let all = true;
  if (!reports.some(({ format, file }) => file === undefined && SUMMING.has(format)))
    for (const sentence of notChecked(leftOut, locale)) io.err(`${sentence}\n`);
  for (const { format, file } of reports) {
    const paint = await paintFor(color, file === undefined && io.colors, io.env);
    const paths = { displayPath: displayPath(io.cwd), sourcePath: sourcePath(io.cwd) };
    const pieces = await piecesOf(results, format, { ...run, paint, ...paths });
    const isWritten =
      file === undefined
        ? printed(pieces, locale, io)
        : writeOrTell(resolve(io.cwd, file), pieces, replacing(isReport, flags, io), locale, io);
    all = isWritten && all;
  }
  return all;
}

/** Formats that tell of the run as a whole, and so of what was not checked; beside the others it is said on standard error. */
const SUMMING: ReadonlySet<string> = new Set(['stylish', 'html', 'markdown']);

/** Reports in files are written all the same. */
function printed(pieces: Iterable<string>, locale: Locale, io: Io): boolean {
  try {
    for (const piece of pieces) io.out(piece);
    return true;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    io.err(`${say('outputNotWritten', locale, { code: error.code })}\n`);
    return false;
  }
}

/**
 * Colours, or none: `--color` and `--no-color` decide, then NO_COLOR (any value but the empty one), FORCE_COLOR, and whether the output shows colours.
 * chalk is loaded only where there are colours.
 * @param flag what the option says, undefined where it was not given
 */
async function paintFor(flag: boolean | undefined, colors: boolean, env: Io['env']): Promise<Paint> {
  if (!(flag ?? byEnvironment(colors, env))) return PLAIN;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

function byEnvironment(colors: boolean, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return colors;
}
