import type { Unit } from './document.js';
import type { MappedText } from './mapped-text.js';

/** What a heading inside a line may begin with: 【…】, a number, or 问：/答：. */
const INNER_HEADING =
  /【[^【】]{2,20}】|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|\d{1,2}[.．](?!\d)|[问答][：:]/g;
/** What stands before it: a sentence's end or a blank. */
const BEFORE = /[。；：:！？?!】\s]/;

/**
 * Cuts a line before the headings that stand inside it, as text pasted without its line breaks has them:
 * …解读如下：【制定背景】近年来…。二、主要内容。（一）…
 * @returns null where there are none
 */
export function splitUnit({ type, text: whole }: Unit): { text: MappedText; first: boolean }[] | null {
  if (type !== 'text') return null;
  const cuts = [0];
  INNER_HEADING.lastIndex = 0;
  for (let match = INNER_HEADING.exec(whole.text); match; match = INNER_HEADING.exec(whole.text)) {
    if (BEFORE.test(whole.text[match.index - 1] ?? '')) cuts.push(match.index);
    else INNER_HEADING.lastIndex = match.index + 1;
  }
  if (cuts.length === 1) return null;
  return cuts
    .map((start, i) => ({ text: whole.trimmed(start, cuts[i + 1] ?? whole.text.length), first: i === 0 }))
    .filter((piece) => piece.text.text !== '');
}
