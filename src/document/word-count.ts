import type { Unit, WordCount } from './document.js';
import type { Range } from './range.js';

/** Marks an office word processor sets full width in Chinese text: CJK punctuation, full-width forms, and the quotation marks, dashes, dots and signs shared with other scripts. */
const FULL_WIDTH_MARK =
  /[\u3001-\u303f\u30fb\uff01-\uff60\uffe0-\uffe6\u2014\u2015\u2018\u2019\u201c\u201d\u2025\u2026\u2030\u203b\u2103\u2116\u2160-\u217f\u2190-\u2193\u2460-\u24ff\u25a0-\u25ff\u2605\u2606\u00b7\u00d7\u00f7]/;

/**
 * 字数 as an office word processor counts it: each CJK character and each full-width mark is one, each run of other non-space characters is one.
 * @param texts visible texts; a run never goes on from one to the next
 */
export function countWords(texts: Iterable<string>): WordCount {
  const count = new Counter();
  for (const text of texts) count.add(text);
  const { cjk, marks, runs } = count;
  return { total: cjk + marks + runs, cjk, marks, runs };
}

/**
 * Where a text goes beyond a limit: from the first character over it to the end of its line. Null where it stays within.
 * @param max 字数
 */
export function rangeBeyond(units: readonly Unit[], max: number): Range | null {
  const count = new Counter();
  for (const { text } of units) {
    const over = count.add(text.text, max);
    if (over >= 0) return text.rangeOf(over, text.text.length);
  }
  return null;
}

class Counter {
  cjk = 0;
  marks = 0;
  runs = 0;

  /** Counts a text; gives the offset at which there are more than `max`, else -1. Every character of a document passes here. */
  add(text: string, max = Number.MAX_SAFE_INTEGER): number {
    let { cjk, marks, runs } = this;
    let inRun = false;
    let over = -1;
    const { length } = text;
    for (let at = 0; at < length && over < 0; at++) {
      const start = at;
      const code = text.codePointAt(at) as number;
      if (code > 0xffff) at++;
      const part = partOf(code);
      if (part === CJK) {
        cjk++;
        inRun = false;
      } else if (part === RUN || (part === INNER && inRun)) {
        if (inRun) continue;
        runs++;
        inRun = true;
      } else if (part === JOINED) {
        continue;
      } else {
        inRun = false;
        if (part === SPACE) continue;
        marks++;
      }
      if (cjk + marks + runs > max) over = start;
    }
    this.cjk = cjk;
    this.marks = marks;
    this.runs = runs;
    return over;
  }
}

// Numbers of their own, not an object's: the build writes them where they stand.
const CJK = 1;
const MARK = 2;
/** A mark that belongs to a Latin word where it stands inside one: an apostrophe, a middle dot. */
const INNER = 3;
const RUN = 4;
const SPACE = 5;
const JOINED = 6;

/** Code ranges by number, since the Unicode classes would take milliseconds to compile at every start. */
function partOf(code: number): number {
  if (isCjk(code)) return CJK;
  if (code > 0x20 && code < 0x7f) return RUN;
  if (code === 0x2019 || code === 0xb7) return INNER;
  if (isJoined(code)) return JOINED;
  const char = String.fromCodePoint(code);
  if (/\s/.test(char)) return SPACE;
  return FULL_WIDTH_MARK.test(char) ? MARK : RUN;
}

/** Han characters, 々〇, kana, bopomofo, hangul, radicals and compatibility ideographs; half-width kana; the planes of rarer ideographs. */
function isCjk(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3021 && code <= 0x3029) ||
    (code >= 0x3041 && code <= 0x9fff && code !== 0x30fb) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9d) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Belongs to the character before it and is never counted: combining marks, variation selectors, zero-width signs. */
function isJoined(code: number): boolean {
  return (
    (code >= 0x0300 && code <= 0x036f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0x302a && code <= 0x302d) ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0x2060 ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfe20 && code <= 0xfe2f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}
