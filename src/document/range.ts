/** A stretch of a document's text: UTF-16 offsets, `end` exclusive. The text is the decoded file without its BOM. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True where one range lies within another, or is it. */
export function contains(outer: Range, { start, end }: Range): boolean {
  return outer.start <= start && end <= outer.end;
}

/** A place people can go to: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Offsets at which the lines of `text` begin. LF, CRLF and a lone CR each end a line.
 * @param text a document's text without BOM
 */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  const feedsOnly = !text.includes('\r');
  if (feedsOnly) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  for (let i = 0; i < text.length && !feedsOnly; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/**
 * The one place where offsets become lines and columns.
 * @param lineStarts what `lineStartsOf` returned for the text
 * @param range offsets in UTF-16 units
 */
export function placeOf(lineStarts: readonly number[], range: Range): Place {
  const from = lineIndexAt(lineStarts, range.start);
  const to = lineIndexAt(lineStarts, range.end);
  return {
    line: from + 1,
    column: range.start - startOf(lineStarts, from) + 1,
    endLine: to + 1,
    endColumn: range.end - startOf(lineStarts, to) + 1,
  };
}

/** Index (from 0) of the line that holds `offset`. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  return Math.max(0, countFirst(lineStarts, (start) => start <= offset) - 1);
}

/** How many items of a list pass, where those that do stand before those that don't. */
export function countFirst<T>(list: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startOf(lineStarts: readonly number[], index: number): number {
  return lineStarts[index] ?? 0;
}
