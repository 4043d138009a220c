import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { markOf } from '../../rules/secrecy-marks.js';
import { REQUIRED_KEYS } from '../document/front-matter-schema.js';
import { KINDS, keyOf } from '../document/vocabulary.js';
import { createWhole, replaceFile } from '../files/write.js';
import type { Guess } from '../import/evidence.js';
import { type Imported, importedText, MAX_IMPORT_BYTES } from '../import/import.js';
import { updatedText } from '../import/update.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import { printable } from '../report/terminal-text.js';
import { displayPath } from './display.js';
import { freeName, jobsFor } from './import-files.js';
import { type Placed, withLinks } from './import-links.js';
import { converter } from './import-thread.js';
import { type ImportFailureId, sayFailure, sayImport, sayNote } from './import-words.js';
import type { Io } from './io.js';
import { Session, type SessionOptions } from './session.js';

export interface ImportFlags extends SessionOptions {
  readonly outputDir?: string;
  /** Renews the text of files that were imported before. */
  readonly update?: boolean;
  readonly format: 'text' | 'json';
}

/** What `import --format json` prints. Paths as on the screen. */
interface Report {
  readonly imported: Array<{
    readonly source: string;
    readonly target: string;
    readonly format: Imported['format'];
    readonly kind: Imported['kind'];
    readonly guesses: ReadonlyArray<{ key: string; value: string | readonly string[]; from: string; written: boolean }>;
    /** Required keys that nothing was found for. */
    readonly missing: readonly string[];
    readonly notes: Imported['notes'];
    /** Marks of secrecy and the like in headers and footers. */
    readonly marks: readonly string[];
  }>;
  readonly failed: Array<{ readonly source: string; readonly reason: string; readonly message: string }>;
}

/**
 * `jiedu-lint import FILES…`: Word files and saved pages to Markdown, and a report of what was guessed.
 * @returns 0 where all was imported, 2 where anything was not
 */
export async function importFiles(patterns: readonly string[], flags: ImportFlags, io: Io): Promise<number> {
  const session = new Session(io, flags);
  const { jobs, problems } = await jobsFor(patterns, io.cwd, flags.outputDir);
  await session.prepare(
    jobs.length > 0 ? jobs.map(({ folder, stem }) => join(folder, `${stem}.md`)) : [resolve(io.cwd, 'x')],
  );
  const { locale } = session;
  const show = displayPath(io.cwd);
  const report: Report = { imported: [], failed: [] };
  const fail = (path: string, reason: ImportFailureId, data: Readonly<Record<string, string | number>> = {}) => {
    const message = sayFailure(reason, locale, data);
    report.failed.push({ source: path, reason, message });
    io.err(`${printable(path)}  ${printable(message)}\n`);
  };
  for (const { id, pattern } of problems) {
    if (id === 'notFound') fail(pattern, id);
    else {
      const source = isAbsolute(pattern) ? show(pattern) : pattern;
      const message = sayImport(id, locale, { pattern: source });
      report.failed.push({ source, reason: id, message });
      io.err(`${printable(message)}\n`);
    }
  }
  const placed: (Placed & { source: string })[] = [];
  const taken = new Set<string>();
  const { convert, end } = converter(io.threads);
  try {
    for (const job of jobs) {
      const read = bytesOf(job.source);
      const imported = 'failure' in read ? read : await convert(read.bytes, job.source);
      if ('failure' in imported) fail(show(job.source), imported.failure, imported.data);
      else placed.push({ source: job.source, target: freeName(job, taken), imported });
    }
  } finally {
    await end();
  }
  const linked = await withLinks(placed, (target) => session.settingsFor(target).root);
  for (const one of placed) {
    const guesses = linked.get(one) ?? one.imported.guesses;
    const code = written(one.target, importedText(one.imported, guesses, locale), flags.update === true);
    if (code !== null) {
      fail(show(one.source), code === 'EEXIST' ? 'exists' : 'notWritten', { target: show(one.target), code });
      continue;
    }
    report.imported.push({
      source: show(one.source),
      target: show(one.target),
      format: one.imported.format,
      kind: one.imported.kind,
      guesses: guesses.map(({ key, value, from, sure }) => ({ key, value, from: from[locale], written: sure })),
      missing: missingIn(one.imported, guesses),
      notes: one.imported.notes,
      marks: one.imported.margins.flatMap((line) => markOf(line)?.text ?? []),
    });
  }
  io.out(flags.format === 'json' ? `${JSON.stringify(report)}\n` : asText(report, locale));
  return report.failed.length > 0 ? 2 : 0;
}

function bytesOf(
  path: string,
): { bytes: Uint8Array } | { failure: ImportFailureId; data: Record<string, string | number> } {
  try {
    const found = statSync(path);
    // A pipe would be waited for, a device read without end.
    if (!found.isFile()) return { failure: 'noFile', data: {} };
    const { size } = found;
    if (size > MAX_IMPORT_BYTES) return { failure: 'tooLarge', data: { most: MAX_IMPORT_BYTES / 1024 / 1024 } };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { failure: code === 'ENOENT' ? 'notFound' : 'unreadable', data: { code } };
  }
}

/** Writes a file whole or not at all; an existing one is touched only to be updated. Gives the system's code where that failed. */
function written(target: string, text: string, update: boolean): string | null {
  try {
    if (update && statSync(target, { throwIfNoEntry: false })?.isFile())
      replaceFile(target, [updatedText(readFileSync(target, 'utf8'), text)]);
    else createWhole(target, [text]);
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

function asText({ imported, failed }: Report, locale: Locale): string {
  const name = (key: string) => (locale === 'en' ? key : (keyOf(key)?.chinese ?? key));
  const shown = (key: string, value: string | readonly string[]) =>
    key === 'kind' && locale !== 'en'
      ? (KINDS.find(({ kind }) => kind === value)?.chinese[0] ?? String(value))
      : withoutPersonalData([value].flat().join(locale === 'en' ? ', ' : '、'));
  const colon = locale === 'en' ? ': ' : '：';
  const lines = imported.flatMap(({ source, target, guesses, missing, notes, marks }) => [
    `${source} → ${target}`,
    ...guesses.map(
      ({ key, value, from, written }) =>
        `  ${name(key)}${colon}${sayImport(written ? 'guess' : 'unsure', locale, { value: shown(key, value), from })}`,
    ),
    ...missing.map((key) => `  ${name(key)}${colon}${sayImport('missing', locale)}`),
    ...marks.map((text) => `  ${sayImport('mark', locale, { text })}`),
    ...notes.map((note) => `  ${sayNote(note, locale)}`),
  ]);
  const total = sayImport(failed.length > 0 ? 'total' : 'allDone', locale, {
    done: imported.length,
    failed: failed.length,
  });
  return `${[...lines, '', total + (imported.length > 0 ? sayImport('check', locale) : '')]
    .map((line) => printable(line))
    .join('\n')
    .replace(/^\n/, '')
    .trimEnd()}\n`;
}
