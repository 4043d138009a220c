import type { Unit, WordCount } from './document.js';
import type { Range } from './range.js';

/** Characters of East Asian scripts: each counts as one. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}〇々]/u;

/** Marks an office word processor sets full width in Chinese text: CJK punctuation, full-width forms, and the quotation marks, dashes, dots and signs shared with other scripts. */
const FULL_WIDTH_MARK =
  /[\u3001-\u303f\u30fb\uff01-\uff60\uffe0-\uffe6\u2014\u2015\u2018\u2019\u201c\u201d\u2025\u2026\u2030\u203b\u2103\u2116\u2160-\u217f\u2190-\u2193\u2460-\u24ff\u25a0-\u25ff\u2605\u2606\u00b7\u00d7\u00f7]/;

/** Belongs to the character before it and is never counted: combining marks, variation selectors, zero-width signs. */
const JOINED = /\p{M}|\u200b|\u200c|\u200d|\u2060|\ufeff/u;

/**
 * 字数 as an office word processor counts it: each CJK character and each full-width mark is one, each run of other non-space characters is one.
 * @param texts visible texts; a run never goes on from one to the next
 */
export function countWords(texts: Iterable<string>): WordCount {
  const count = { cjk: 0, marks: 0, runs: 0 };
  for (const text of texts) for (const { part } of countedIn(text)) count[part]++;
  return { total: count.cjk + count.marks + count.runs, ...count };
}

/**
 * Where a text goes beyond a limit: from the first character over it to the end of its line. Null where it stays within.
 * @param max 字数
 */
export function rangeBeyond(units: readonly Unit[], max: number): Range | null {
  let count = 0;
  for (const { text } of units) {
    for (const { at } of countedIn(text.text)) if (++count > max) return text.rangeOf(at, text.text.length);
  }
  return null;
}

/** Everything that counts one, in order: its part of the count and where it begins. */
function* countedIn(text: string): Generator<{ part: 'cjk' | 'marks' | 'runs'; at: number }> {
  let inRun = false;
  let at = 0;
  for (const char of text) {
    const part = partOf(char, inRun);
    if (part && !(part === 'runs' && inRun)) yield { part, at };
    if (part !== null || !JOINED.test(char)) inRun = part === 'runs';
    at += char.length;
  }
}

function partOf(char: string, inRun: boolean): 'cjk' | 'marks' | 'runs' | null {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return 'cjk';
  if (code > 0x20 && code < 0x7f) return 'runs';
  if (/\s/.test(char) || JOINED.test(char)) return null;
  if (CJK.test(char)) return 'cjk';
  // An apostrophe or a middle dot inside a Latin word belongs to the word.
  return FULL_WIDTH_MARK.test(char) && !(inRun && /[’·]/.test(char)) ? 'marks' : 'runs';
}
