import type { Message } from '../lint/result.js';
import type { ReportContext } from './report.js';
import { displayWidth, isPlain, printable } from './terminal-text.js';

/** Columns of a terminal that a source line may take, and how many of them stand before the place where it is cut. */
const WIDEST = 72;
const BEFORE = 24;
const TAB = 4;
/** Characters looked at around the place: more than `WIDEST` columns hold, however narrow they are. */
const REACH = 90;
const CUT = '...';

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offsets in the line, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
}

/**
 * The source line of a finding and under it a caret for each column of what is found, full-width characters taking two.
 * Of a finding over several lines the first is shown.
 * @returns two lines without indentation; none where the message brings no source line
 */
export function codeFrame(message: Message, { paint }: Pick<ReportContext, 'paint'>): string[] {
  const { sourceLine, line, column, endLine, endColumn, severity } = message;
  if (sourceLine === undefined) return [];
  const from = column - 1;
  const to = endLine === line ? endColumn - 1 : sourceLine.length;
  const cells = cellsOf(sourceLine, Math.max(0, from - REACH), Math.min(sourceLine.length, from + REACH));
  const shown = cutAround(cells, from);
  const cutBefore = (shown[0]?.at ?? 0) > 0;
  const cutAfter = (shown.at(-1)?.end ?? sourceLine.length) < sourceLine.length;
  const before = widthOf(shown.filter(({ at }) => at < from)) + (cutBefore ? CUT.length : 0);
  const marked = Math.max(1, widthOf(shown.filter(({ at }) => at >= from && at < to)));
  const text = `${cutBefore ? CUT : ''}${shown.map((cell) => cell.text).join('')}${cutAfter ? CUT : ''}`;
  const colour = severity === 2 ? paint.red : paint.yellow;
  const margin = ' '.repeat(String(line).length);
  return [
    `${paint.dim(`${line} |`)} ${text}`.trimEnd(),
    `${paint.dim(`${margin} |`)} ${' '.repeat(before)}${colour('^'.repeat(marked))}`,
  ];
}

function cellsOf(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let at = isLowSurrogate(line, start) ? start + 1 : start;
  let width = 0;
  for (const character of line.slice(at, isLowSurrogate(line, end) ? end - 1 : end)) {
    const text =
      character === '\t' ? ' '.repeat(TAB - (width % TAB)) : isPlain(character) ? character : printable(character);
    const cell = { text, width: displayWidth(text), at, end: at + character.length };
    cells.push(cell);
    width += cell.width;
    at = cell.end;
  }
  return cells;
}

function isLowSurrogate(text: string, at: number): boolean {
  return at > 0 && /^[\udc00-\udfff]/.test(text[at] ?? '') && /^[\ud800-\udbff]/.test(text[at - 1] ?? '');
}

function cutAround(cells: readonly Cell[], from: number): readonly Cell[] {
  let start = 0;
  if (widthOf(cells) > WIDEST) {
    const place = cells.findIndex(({ at }) => at >= from);
    start = place < 0 ? cells.length : place;
    for (let room = BEFORE; start > 0 && room >= (cells[start - 1]?.width ?? 0); start--)
      room -= cells[start - 1]?.width ?? 0;
  }
  let end = start;
  for (let room = WIDEST; end < cells.length && room >= (cells[end]?.width ?? 0); end++) room -= cells[end]?.width ?? 0;
  return cells.slice(start, end);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
