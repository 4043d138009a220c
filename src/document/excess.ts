import type { Limits } from './limits.js';
import { lineStartsOf } from './range.js';

/** What makes a text too much to be read: for a message. */
export interface Excess {
  readonly id: 'tooNested' | 'tooDense';
  /** `tooNested`: the first `line` that is, its levels (`value`) and the `limit`. `tooDense`: the `limit`. */
  readonly data: Readonly<Record<string, number>>;
}

/**
 * Most marks (punctuation, symbols, line ends) in a text. Every line, cell, sentence and link begins or ends with one and
 * takes a kilobyte or two of memory: eight megabytes of nothing else would end the process. A book has a tenth of that.
 */
export const MAX_MARKS = 500_000;

/**
 * Whether a text is too much to be read in due time and memory. Asked before any parser sees it; one pass over the text.
 * @param lineStarts of the text
 * @returns null where it may be read
 */
export function excessOf(
  text: string,
  { nesting }: Pick<Limits, 'nesting'>,
  lineStarts: readonly number[] = lineStartsOf(text),
): Excess | null {
  if (marksIn(text, MAX_MARKS) > MAX_MARKS) return { id: 'tooDense', data: { limit: MAX_MARKS } };
  const nested = tooNestedAt(text, lineStarts, nesting);
  return nested && { id: 'tooNested', data: { ...nested, limit: nesting } };
}

/** Most marks in a text whose tree is made: remark takes a tenth of a millisecond for each. */
const MAX_TREE_MARKS = 60_000;
/** What remark does with the marks of a paragraph grows with their square: the most that these may add up to. */
const MAX_TREE_PAIRS = 200_000_000;
const TREE_MARK = /[*_[\]~`<!&|]/g;

/** A text whose tree would take too long to make. */
export class TooComplexError extends Error {}

/** Whether `document.tree` of a text would take too long. */
export function isTooComplexForTree(text: string): boolean {
  if (marksIn(text, MAX_TREE_MARKS) > MAX_TREE_MARKS) return true;
  let pairs = 0;
  for (const block of text.split(/(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/))
    pairs += (block.match(TREE_MARK)?.length ?? 0) ** 2;
  return pairs > MAX_TREE_PAIRS;
}

const MARK =
  /[!-/:-@[-`{-~\n\r\u2010-\u2060\u2460-\u24ff\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

/** How many marks there are in a text: counted up to one beyond `enough`, and 0 where the text is too short for so many. */
function marksIn(text: string, enough: number): number {
  if (text.length <= enough) return 0;
  let marks = 0;
  MARK.lastIndex = 0;
  while (marks <= enough && MARK.test(text)) marks++;
  return marks;
}

/** What opens a quote or a list item at the head of a line, with the blanks before it. */
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$))/y;
/** A line of nothing but these is a rule drawn across the page. */
const RULE = /^[ \t>]*(?:-[-\t ]*|\*[*\t ]*)?$/;

/** The first line in which quotes and lists nest deeper than the limit, and how deep. */
function tooNestedAt(
  text: string,
  lineStarts: readonly number[],
  limit: number,
): { line: number; value: number } | null {
  // Where the list items that are open have their marks.
  let columns: number[] = [];
  for (const [index, start] of lineStarts.entries()) {
    let quotes = 0;
    for (CONTAINER.lastIndex = start; CONTAINER.test(text); ) {
      const mark = CONTAINER.lastIndex - 1;
      if (text[mark] === '>') quotes++;
      else {
        // An item within another stands at least two columns behind it.
        while ((columns.at(-1) ?? -2) > mark - start - 2) columns.pop();
        columns.push(mark - start);
      }
    }
    if (quotes + columns.length <= limit) continue;
    const line = text.slice(start, lineStarts[index + 1]).replace(/(?<![\r\n])[\r\n]+$/, '');
    if (quotes > limit || !RULE.test(line)) return { line: index + 1, value: quotes + columns.length };
    columns = [];
  }
  return null;
}
