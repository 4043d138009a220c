import { codeAt } from '../language/code-at.js';
import type { Range } from './range.js';

/**
 * [offset in text, offset in source]: from here to the next anchor both run in step. With a third number the characters
 * stand together for the source up to there, as ＆ does for `&amp;`.
 */
export type Anchor = readonly [text: number, source: number, sourceEnd?: number];

/**
 * Text as a reader sees it (no markup, entities resolved), each character traceable to the source.
 * An anchor, in ascending order, is needed wherever text and source do not run in step. Every offset is in UTF-16 units.
 */
export class MappedText {
  /** Where the text begins in the source, if both run in step to the end, as they mostly do: then there are no anchors. */
  private readonly start: number;
  private readonly anchors: readonly Anchor[] | null;

  /** @param from the anchors, or where the text begins in a source with which it runs in step */
  constructor(
    readonly text: string,
    from: readonly Anchor[] | number,
    private readonly sourceEnd: number,
  ) {
    const only = typeof from === 'number' || from.length > 1 ? undefined : from[0];
    const isInStep = only !== undefined && only[0] === 0 && only[2] === undefined;
    this.start = typeof from === 'number' ? from : isInStep ? only[1] : 0;
    this.anchors = typeof from === 'number' || isInStep ? null : from;
  }

  /** The source range behind the visible characters from `start` to `end` (exclusive). */
  rangeOf(start: number, end: number): Range {
    if (!this.anchors) {
      const from = Math.min(this.start + start, this.sourceEnd);
      return { start: from, end: end <= start ? from : Math.min(this.start + end, this.sourceEnd) };
    }
    const from = this.sourceOf(this.anchors, start);
    if (end <= start) return { start: from, end: from };
    return { start: from, end: Math.max(from, this.sourceAfter(this.anchors, end - 1)) };
  }

  /** The source range of the whole text. */
  get range(): Range {
    return this.rangeOf(0, this.text.length);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    if (start === 0 && end === this.text.length) return this;
    const { anchors } = this;
    if (!anchors) {
      const from = Math.min(this.start + start, this.sourceEnd);
      const to = Math.min(this.start + Math.max(start, end), this.sourceEnd);
      return new MappedText(this.text.slice(start, end), from, to);
    }
    const first = anchorAt(anchors, start);
    const together = anchors[first]?.[2];
    const from = this.sourceOf(anchors, start);
    const moved: Anchor[] = [together === undefined ? [0, from] : [0, from, together]];
    for (let i = first + 1; i < anchors.length; i++) {
      const [at, source, sourceEnd] = anchors[i] as Anchor;
      if (at >= end) break;
      const anchor: Anchor = sourceEnd === undefined ? [at - start, source] : [at - start, source, sourceEnd];
      if (at === start) moved[0] = anchor;
      else moved.push(anchor);
    }
    return new MappedText(this.text.slice(start, end), moved, end > start ? this.sourceAfter(anchors, end - 1) : from);
  }

  trim(): MappedText {
    return this.trimmed(0, this.text.length);
  }

  /** The stretch from `start` to `end` without the blanks at its ends. */
  trimmed(start: number, end: number): MappedText {
    let from = start;
    let to = end;
    while (from < to && isBlank(codeAt(this.text, from))) from++;
    while (to > from && isBlank(codeAt(this.text, to - 1))) to--;
    return this.slice(from, to);
  }

  private sourceOf(anchors: readonly Anchor[], offset: number): number {
    const anchor = anchors[anchorAt(anchors, offset)];
    if (!anchor) return this.sourceEnd;
    return anchor[2] === undefined ? Math.min(anchor[1] + (offset - anchor[0]), this.sourceEnd) : anchor[1];
  }

  /** Where in the source the visible character at `offset` ends. */
  private sourceAfter(anchors: readonly Anchor[], offset: number): number {
    const index = anchorAt(anchors, offset);
    const anchor = anchors[index];
    if (!anchor) return this.sourceEnd;
    if (anchor[2] !== undefined) return anchor[2];
    const next = anchors[index + 1];
    const step = anchor[1] + (offset - anchor[0]) + 1;
    return Math.min(step, next ? Math.max(next[1], anchor[1]) : this.sourceEnd);
  }
}

/** Index of the last anchor at or before an offset of the text. */
function anchorAt(anchors: readonly Anchor[], offset: number): number {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((anchors[middle] as Anchor)[0] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What `String.prototype.trim` takes away. */
export function isBlank(code: number): boolean {
  if (code === 0x20 || code === 0x3000 || (code >= 9 && code <= 13)) return true;
  return ((code >= 0xa0 && code < 0x3000) || code === 0xfeff) && /\s/.test(String.fromCharCode(code));
}
