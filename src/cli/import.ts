import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { REQUIRED_KEYS } from '../document/front-matter-schema.js';
import { KINDS, keyOf } from '../document/vocabulary.js';
import type { Guess } from '../import/evidence.js';
import { type Imported, importDocument, importedText, MAX_IMPORT_BYTES } from '../import/import.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import { printable } from '../report/terminal-text.js';
import { displayPath } from './display.js';
import { type Job, jobsFor } from './import-files.js';
import { type Placed, withLinks } from './import-links.js';
import { type ImportFailureId, sayFailure, sayImport, sayNote } from './import-words.js';
import type { Io } from './io.js';
import { Session, type SessionOptions } from './session.js';

export interface ImportFlags extends SessionOptions {
  readonly outputDir?: string;
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
  await session.prepare(jobs.length > 0 ? jobs.map(({ target }) => target) : [resolve(io.cwd, 'x')]);
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
      const message = sayImport(id, locale, { pattern });
      report.failed.push({ source: pattern, reason: id, message });
      io.err(`${printable(message)}\n`);
    }
  }
  const placed: (Placed & Job)[] = [];
  for (const job of jobs) {
    const read = bytesOf(job.source);
    const imported = 'failure' in read ? read : await importDocument(read.bytes, job.source);
    if ('failure' in imported) fail(show(job.source), imported.failure, imported.data);
    else placed.push({ ...job, imported });
  }
  const linked = await withLinks(placed, (target) => session.settingsFor(target).root);
  for (const one of placed) {
    const guesses = linked.get(one) ?? one.imported.guesses;
    const code = written(one.target, importedText(one.imported, guesses, locale));
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
    });
  }
  io.out(flags.format === 'json' ? `${JSON.stringify(report)}\n` : asText(report, locale));
  return report.failed.length > 0 ? 2 : 0;
}

function bytesOf(
  path: string,
): { bytes: Uint8Array } | { failure: ImportFailureId; data: Record<string, string | number> } {
  try {
    const { size } = statSync(path);
    if (size > MAX_IMPORT_BYTES) return { failure: 'tooLarge', data: { most: MAX_IMPORT_BYTES / 1024 / 1024 } };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { failure: code === 'ENOENT' ? 'notFound' : 'unreadable', data: { code } };
  }
}

/** Writes a new file; an existing one is never touched. Gives the system's code where that failed. */
function written(target: string, text: string): string | null {
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'].includes(code)) rmSync(target, { force: true });
    return code;
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
  const lines = imported.flatMap(({ source, target, guesses, missing, notes }) => [
    `${source} → ${target}`,
    ...guesses.map(
      ({ key, value, from, written }) =>
        `  ${name(key)}${colon}${sayImport(written ? 'guess' : 'unsure', locale, { value: shown(key, value), from })}`,
    ),
    ...missing.map((key) => `  ${name(key)}${colon}${sayImport('missing', locale)}`),
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
