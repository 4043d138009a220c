import { isAbsolute, join, resolve } from 'node:path';
import { markOf } from '../../rules/secrecy-marks.js';
import { KINDS, keyOf } from '../document/vocabulary.js';
import { displayPath } from '../files/display.js';
import type { Imported } from '../import/import.js';
import { importJobs } from '../import/import-jobs.js';
import { jobsFor } from '../import/jobs.js';
import { sayFailure, sayImport, sayNote } from '../import/words.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import { inertJson } from '../report/inert-json.js';
import { printable } from '../report/terminal-text.js';
import { engineFor } from './engine-for.js';
import type { Flags } from './flags.js';
import { converter } from './import-thread.js';
import type { Context } from './io.js';

/** What `import --format json` prints. Paths as on the screen. */
interface Report {
  readonly imported: ReadonlyArray<{
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
  readonly failed: ReadonlyArray<{ readonly source: string; readonly reason: string; readonly message: string }>;
}

/**
 * `jiedu-lint import FILES…`: Word files and saved pages to Markdown, and a report of what was guessed.
 * @returns 0 where all was imported, 2 where anything was not
 */
export async function importFiles(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  const { configuration } = engineFor(flags, io);
  const { jobs, problems } = await jobsFor(patterns, io.cwd, flags.outputDir);
  await configuration.prepare(
    jobs.length > 0 ? jobs.map(({ folder, stem }) => join(folder, `${stem}.md`)) : [resolve(io.cwd, 'x')],
  );
  const { locale } = configuration;
  const show = displayPath(io.cwd);
  const failed: Report['failed'][number][] = [];
  const fail = (source: string, reason: string, message: string, line: string) => {
    failed.push({ source, reason, message });
    io.err(`${printable(line)}\n`);
  };
  for (const { id, pattern } of problems) {
    const shown = isAbsolute(pattern) ? show(pattern) : pattern;
    const message = id === 'notFound' ? sayFailure(id, locale) : sayImport(id, locale, { pattern: shown });
    fail(shown, id, message, id === 'notFound' ? `${shown}  ${message}` : message);
  }
  const { convert, end } = converter(io.threads);
  const { done, notDone } = await importJobs(jobs, {
    rootFor: (target) => configuration.settingsFor(target).root,
    ...{ locale, convert, update: flags.update === true, within: io.cwd },
  }).finally(end);
  for (const { source, target = '', reason, data } of notDone) {
    const message = sayFailure(reason, locale, { target: show(target), ...data });
    fail(show(source), reason, message, `${show(source)}  ${message}`);
  }
  const report: Report = {
    imported: done.map(({ source, target, imported: { format, kind, notes, margins }, guesses, missing }) => ({
      ...{ source: show(source), target: show(target), format, kind },
      guesses: guesses.map(({ key, value, from, sure }) => ({ key, value, from: from[locale], written: sure })),
      ...{ missing, notes },
      marks: margins.flatMap((line) => markOf(line)?.text ?? []),
    })),
    failed,
  };
  io.out(flags.format === 'json' ? `${inertJson(report)}\n` : asText(report, locale));
  return failed.length > 0 ? 2 : 0;
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
