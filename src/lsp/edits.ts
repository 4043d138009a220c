import type { Document } from '../document/document.js';
import { lineIndexAt, type Range } from '../document/range.js';
import type { Edit } from '../lint/fix.js';

/** The one edit that makes a text of another: what both begin and end with is left alone. */
export function editBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  // Half a character, or half a line end, is no place to edit at.
  if (start > 0 && isWithinPair(before, after, start)) start--;
  if (same > 0 && isWithinPair(before, after, before.length - same, after.length - same)) same--;
  return [{ start, end: before.length - same, text: after.slice(start, after.length - same) }];
}

function isWithinPair(before: string, after: string, at: number, atAfter = at): boolean {
  return [before.slice(at - 1, at + 1), after.slice(atAfter - 1, atAfter + 1)].some((pair) =>
    /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(pair),
  );
}

/** How the lines of a text end; LF where it has one line. */
export function eolOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The line that holds an offset, without its end. */
export function lineAt({ text, lineStarts }: Pick<Document, 'text' | 'lineStarts'>, offset: number): Range {
  const index = lineIndexAt(lineStarts, offset);
  const start = lineStarts[index] ?? 0;
  const next = lineStarts[index + 1] ?? text.length;
  return { start, end: start + text.slice(start, next).replace(/(?:\r\n|\r|\n)$/, '').length };
}
