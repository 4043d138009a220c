import type { WordCount } from './document.js';

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
  let cjk = 0;
  let marks = 0;
  let runs = 0;
  for (const text of texts) {
    let inRun = false;
    for (const char of text) {
      if (/\s/.test(char)) inRun = false;
      else if (CJK.test(char)) {
        cjk++;
        inRun = false;
      } else if (FULL_WIDTH_MARK.test(char) && !(inRun && /[’·]/.test(char))) {
        marks++;
        inRun = false;
      } else if (!inRun && !JOINED.test(char)) {
        runs++;
        inRun = true;
      }
    }
  }
  return { total: cjk + marks + runs, cjk, marks, runs };
}
