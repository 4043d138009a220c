import { readFileSync, statSync } from 'node:fs';
import { REQUIRED_KEYS } from '../document/front-matter-schema.js';
import { createFile } from '../files/write.js';
import type { Locale } from '../language/locale.js';
import { type Placed, withLinks } from './archive-links.js';
import type { Guess } from './evidence.js';
import type { FailureId } from './failure.js';
import { type Imported, importDocument, importedText, MAX_IMPORT_BYTES } from './import.js';
import type { Job } from './jobs.js';

/** A file that was imported. */
export interface Done extends Job, Placed {
  readonly guesses: readonly Guess[];
  /** Required keys that nothing was found for. */
  readonly missing: readonly string[];
}

/** A file that was not, and why. */
export interface NotDone extends Job {
  readonly reason: FailureId | 'notFound' | 'unreadable' | 'exists' | 'notWritten';
  /** unreadable, notWritten: `code`, the system's. tooLarge: `most`, in megabytes. */
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * Reads files, makes Markdown of them and writes it; an existing file is never touched.
 * @param rootFor the archive that a target lies in, null where there is none
 * @param locale of the notes in what is written
 * @param within the folder that the program runs in: nothing is written where links lead out of it
 * @returns files of which nothing could be made before those that could not be written
 */
export async function importJobs(
  jobs: readonly Job[],
  rootFor: (target: string) => string | null,
  locale: Locale,
  within: string,
): Promise<{ readonly done: readonly Done[]; readonly notDone: readonly NotDone[] }> {
  const placed: (Placed & Job)[] = [];
  const done: Done[] = [];
  const notDone: NotDone[] = [];
  for (const job of jobs) {
    const read = bytesOf(job.source);
    const imported = 'reason' in read ? read : await importDocument(read.bytes, job.source);
    if ('reason' in imported) notDone.push({ ...job, ...imported });
    else if ('failure' in imported) notDone.push({ ...job, reason: imported.failure, data: imported.data });
    else placed.push({ ...job, imported });
  }
  const linked = await withLinks(placed, rootFor);
  for (const one of placed) {
    const guesses = linked.get(one) ?? one.imported.guesses;
    const code = written(one.target, importedText(one.imported, guesses, locale), within);
    if (code === null) done.push({ ...one, guesses, missing: missingIn(one.imported, guesses) });
    else notDone.push({ ...one, reason: code === 'EEXIST' ? 'exists' : 'notWritten', data: { code } });
  }
  return { done, notDone };
}

function bytesOf(path: string): { readonly bytes: Uint8Array } | Pick<NotDone, 'reason' | 'data'> {
  try {
    const { size } = statSync(path);
    if (size > MAX_IMPORT_BYTES) return { reason: 'tooLarge', data: { most: MAX_IMPORT_BYTES / 1024 / 1024 } };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { reason: code === 'ENOENT' ? 'notFound' : 'unreadable', data: { code } };
  }
}

/** Writes a new file. Gives the system's code where that failed. */
function written(target: string, text: string, within: string): string | null {
  try {
    createFile(target, [text], { within, folders: true });
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function missingIn({ kind }: Imported, guesses: readonly Guess[]): string[] {
  const required = [
    ...REQUIRED_KEYS.every,
    ...(kind ? REQUIRED_KEYS[kind] : []),
    ...(kind && kind !== 'policy' ? ['policy'] : []),
  ];
  return required.filter((key) => !guesses.some((guess) => guess.key === key));
}
