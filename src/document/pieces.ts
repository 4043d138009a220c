import { SIGNS } from '../language/signs.js';
import type { Unit } from './document.js';
import type { MappedText } from './mapped-text.js';

/** Where a heading may begin inside a line: after a sentence's end (one character), at 【…】, a number, or 问：/答：. */
const INNER_HEADING =
  /[。；：:！？?!】\s](?:【[^【】]{2,20}】|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|\d{1,2}[.．](?!\d)|[问答][：:])/g;

/**
 * Cuts a line before the headings that stand inside it, as text pasted without its line breaks has them:
 * …解读如下：【制定背景】近年来…。二、主要内容。（一）…
 * @param signs of the line (`unitSigns`)
 * @returns null where there are none
 */
export function splitUnit({ type, text: whole }: Unit, signs: number): { text: MappedText; first: boolean }[] | null {
  if (type !== 'text' || !(signs & SIGNS.innerHeading)) return null;
  INNER_HEADING.lastIndex = 0;
  let match = INNER_HEADING.exec(whole.text);
  if (!match) return null;
  const cuts = [0];
  for (; match; match = INNER_HEADING.exec(whole.text)) {
    cuts.push(match.index + 1);
    // What ends one may end the sentence before the next.
    INNER_HEADING.lastIndex--;
  }
  return cuts
    .map((start, i) => ({ text: whole.trimmed(start, cuts[i + 1] ?? whole.text.length), first: i === 0 }))
    .filter((piece) => piece.text.text !== '');
}
