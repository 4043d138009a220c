import { keyOf, kindName } from '../document/vocabulary.js';
import type { Locale } from '../language/locale.js';
import { withoutPersonalData } from '../language/personal-data.js';
import type { Imported } from './import.js';
import { sayImport, sayNote } from './words.js';

/** What `import --format json` prints. Paths as on the screen. */
export interface ImportReport {
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
  /** Files in folders that this program wrote. */
  readonly own: readonly string[];
}

/** The report in lines, not yet fit for a terminal. */
export function reportText({ imported, failed, own }: ImportReport, locale: Locale): string[] {
  const name = (key: string) => (locale === 'en' ? key : (keyOf(key)?.chinese ?? key));
  const shown = (key: string, value: string | readonly string[]) =>
    key === 'kind'
      ? kindName(String(value), locale)
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
  if (own.length > 0) {
    const named = [...own.slice(0, MOST_NAMED), ...(own.length > MOST_NAMED ? ['…'] : [])];
    lines.push(sayImport('own', locale, { count: own.length, names: named.join(locale === 'en' ? ', ' : '、') }));
  }
  const total = sayImport(failed.length > 0 ? 'total' : 'allDone', locale, {
    done: imported.length,
    failed: failed.length,
  });
  const sum = total + (imported.length > 0 ? sayImport('check', locale) : '');
  return lines.length > 0 ? [...lines, '', sum] : [sum];
}

/** So many of the files that were left out are named. */
const MOST_NAMED = 5;
