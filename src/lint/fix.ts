import type { Fix } from '../../rules/rule.js';

/** A change of a text: what stands from `start` to `end` gives way to `text`. Offsets in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes changes that do not overlap; those at one place stand in the order in which they are given.
 * @throws Error where two overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error('changes overlap');
    pieces.push(text.slice(at, start), replacement);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** Most passes over one file. Fixes that keep making room for others come to an end long before. */
export const MAX_PASSES = 10;

/**
 * Applies the fixes that do not overlap one that stands before them; the others wait for the next pass, because they were
 * made for a text that is gone.
 * @param fixes in any order; one of several for the same place is taken
 * @returns the text with `applied` of them
 */
export function applyOnce(text: string, fixes: readonly Fix[]): { text: string; applied: number } {
  const sorted = [...fixes].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const pieces: string[] = [];
  let end = 0;
  let last = -1;
  let applied = 0;
  for (const { range, text: replacement } of sorted) {
    // Two insertions at one place would come out in an order that nobody chose.
    if (range[0] < end || (range[0] === last && range[0] === end)) continue;
    pieces.push(text.slice(end, range[0]), replacement);
    last = range[0];
    end = range[1];
    applied++;
  }
  pieces.push(text.slice(end));
  return { text: pieces.join(''), applied };
}

/**
 * Fixes a text until nothing more is to be fixed: pass by pass, each seeing what the one before left. Ends after
 * `MAX_PASSES`, and as soon as a text comes up that was there before (two rules that undo each other).
 * @param fixesFor the fixes of a text
 */
export function applyFixes(text: string, fixesFor: (text: string) => readonly Fix[]): string {
  const seen = new Set([text]);
  let current = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { text: next, applied } = applyOnce(current, fixesFor(current));
    if (applied === 0) return current;
    if (seen.has(next)) return current;
    seen.add(next);
    current = next;
  }
  return current;
}
