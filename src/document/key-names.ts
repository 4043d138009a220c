import type { Localized } from '../language/locale.js';
import type { FrontMatter } from './front-matter.js';
import { englishKey, KEYS, type Key, keyOf } from './vocabulary.js';

/** The language in which a file writes the keys of its front matter; null where it writes none, or both. */
export type KeyLanguage = 'chinese' | 'english' | null;

export function keyLanguageOf({ entries }: FrontMatter): KeyLanguage {
  const known = entries.filter(({ key }) => keyOf(key) !== undefined);
  const chinese = known.filter(({ writtenKey }) => /[㐀-鿿]/.test(writtenKey)).length;
  if (known.length === 0 || (chinese > 0 && chinese < known.length)) return null;
  return chinese > 0 ? 'chinese' : 'english';
}

/** The line of front matter that a key needs, ready to be filled in: `保密审查: { 审查人: , 日期: , 结论: }`. */
export function lineToPaste(key: string): Localized {
  const row = keyOf(key);
  return row ? { 'zh-CN': lineOf(row, 'chinese'), en: lineOf(row, 'key') } : { 'zh-CN': `${key}: `, en: `${key}: ` };
}

function lineOf(row: Key, name: 'chinese' | 'key'): string {
  if (!row.keys) return `${row[name]}: `;
  const map = `{ ${row.keys.map((key) => `${key[name]}: `).join(', ')}}`;
  return `${row[name]}: ${row.list === 'only' ? `[${map}]` : map}`;
}

/**
 * A Chinese text about keys with their names as the file writes them: of 审签（sign-offs） the half that stands in a Chinese file, and
 * lines to paste in English keys for an English one.
 */
export function inKeysOf(language: KeyLanguage, text: string): string {
  if (language === 'english')
    return LINES.reduce((said, [chinese, english]) => said.replace(chinese, english), text).replace(
      /“([㐀-鿿]{2,12})(?=: ……”)/g,
      (both, chinese: string) => (CHINESE.has(chinese) ? `“${englishKey(chinese)}` : both),
    );
  if (language === null) return text;
  return text
    .replace(/ ?[a-z][a-z.-]{1,40}（([^（）]{1,20})）/g, (both, chinese: string) =>
      CHINESE.has(chinese) ? chinese : both,
    )
    .replace(
      /([㐀-鿿/]{1,20})（([a-z][a-z.-]{1,40}?)(?:\.\d{1,3}[a-z.]{0,20})?）/g,
      (both, chinese: string, key: string) => (keyOf(key.split('.')[0] ?? '') ? chinese : both),
    );
}

const CHINESE: ReadonlySet<string> = new Set(
  KEYS.flatMap(({ chinese, keys = [] }) => [chinese, ...keys.map((key) => key.chinese)]),
);

const LINES = KEYS.filter(({ keys }) => keys).map((row) => [lineOf(row, 'chinese'), lineOf(row, 'key')] as const);
