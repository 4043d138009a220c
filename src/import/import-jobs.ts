import { readFileSync, statSync } from 'node:fs';
import { lookInto } from '../files/links.js';
import { createFile, replaceDocument } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { type Placed, withLinks } from './archive-links.js';
import type { Guess } from './evidence.js';
import { importedText, wantedKeys } from './front-matter-text.js';
import { type Imported, MAX_IMPORT_BYTES, type NotImported } from './import.js';
import { freeName, type Job } from './jobs.js';
import { updatedText } from './update.js';
import type { Reason } from './words.js';

/** A file that was imported. */
export interface Done extends Placed {
  readonly source: string;
  readonly guesses: readonly Guess[];
  /** Required keys that nothing was found for. */
  readonly missing: readonly string[];
}

/** A file that was not, and why. */
export interface NotDone {
  readonly source: string;
  /** Absent where nothing could be made of the file. */
  readonly target?: string;
  readonly reason: Reason;
  /** unreadable, notWritten: `code`, the system's. tooLarge: `most`, in megabytes. */
  readonly data: Readonly<Record<string, string | number>>;
}

/** How files are imported. */
export interface ImportSettings {
  /** The archive that a target lies in, null where there is none. */
  rootFor(target: string): string | null;
  /** Of the notes in what is written. */
  readonly locale: Locale;
  /** Makes Markdown of a file, in another thread where there is one. */
  convert(
    bytes: Uint8Array,
    name: string,
  ): Promise<Imported | NotImported | { readonly failure: 'tooSlow'; readonly data: NotDone['data'] }>;
  /** Whether the text of files that were imported before is renewed; otherwise an existing file is never touched. */
  readonly update: boolean;
  /** The folder that the program runs in: nothing is written where links lead out of it. */
  readonly within: string;
}

/**
 * Reads files, makes Markdown of them and writes it.
 * @returns files of which nothing could be made before those that could not be written
 */
export async function importJobs(
  jobs: readonly Job[],
  { rootFor, locale, convert, update, within }: ImportSettings,
): Promise<{ readonly done: readonly Done[]; readonly notDone: readonly NotDone[] }> {
  const placed: (Placed & { source: string })[] = [];
  const done: Done[] = [];
  const notDone: NotDone[] = [];
  const taken = new Set<string>();
  for (const job of jobs) {
    const { source } = job;
    const read = bytesOf(source);
    const imported = 'reason' in read ? read : await convert(read.bytes, source);
    if ('reason' in imported) notDone.push({ source, ...imported });
    else if ('failure' in imported) notDone.push({ source, reason: imported.failure, data: imported.data });
    else placed.push({ source, target: freeName(job, taken), imported });
  }
  const linked = await withLinks(placed, rootFor);
  for (const one of placed) {
    const { source, target, imported } = one;
    const guesses = linked.get(one) ?? imported.guesses;
    const code = written(target, importedText(imported, guesses, locale), update, within);
    if (code === null) done.push({ ...one, guesses, missing: missingIn(imported, guesses) });
    else notDone.push({ source, target, reason: code === 'EEXIST' ? 'exists' : 'notWritten', data: { code } });
  }
  return { done, notDone };
}

function bytesOf(path: string): { readonly bytes: Uint8Array } | Pick<NotDone, 'reason' | 'data'> {
  try {
    const found = statSync(path);
    // A pipe would be waited for, a device read without end.
    if (!found.isFile()) return { reason: 'noFile', data: {} };
    if (found.size > MAX_IMPORT_BYTES) return { reason: 'tooLarge', data: { most: MAX_IMPORT_BYTES / 1024 / 1024 } };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { reason: code === 'ENOENT' ? 'notFound' : 'unreadable', data: { code } };
  }
}

/** Writes a file whole or not at all; an existing one is touched only to be updated. Gives the system's code where that failed. */
function written(target: string, text: string, update: boolean, within: string): string | null {
  try {
    if (update && lookInto(target)?.isFile()) {
      const before = readFileSync(target);
      replaceDocument(target, [updatedText(before.toString('utf8'), text)], before, within);
    } else createFile(target, [text], { within, folders: true });
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function missingIn({ kind }: Imported, guesses: readonly Guess[]): string[] {
  return wantedKeys(kind).filter((key) => !guesses.some((guess) => guess.key === key));
}
