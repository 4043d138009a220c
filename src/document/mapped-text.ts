import { countFirst, type Range } from './range.js';

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
  constructor(
    readonly text: string,
    private readonly anchors: readonly Anchor[],
    private readonly sourceEnd: number,
  ) {}

  /** The source range behind the visible characters from `start` to `end` (exclusive). */
  rangeOf(start: number, end: number): Range {
    const from = this.sourceOf(start);
    if (end <= start) return { start: from, end: from };
    return { start: from, end: Math.max(from, this.sourceAfter(end - 1)) };
  }

  /** The source range of the whole text. */
  get range(): Range {
    return this.rangeOf(0, this.text.length);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    if (start === 0 && end === this.text.length) return this;
    const { anchors } = this;
    const first = anchorAt(anchors, start);
    const together = anchors[first]?.[2];
    const from = this.sourceOf(start);
    const moved: Anchor[] = [together === undefined ? [0, from] : [0, from, together]];
    for (let i = first + 1; i < anchors.length; i++) {
      const [at, source, sourceEnd] = anchors[i] as Anchor;
      if (at >= end) break;
      const anchor: Anchor = sourceEnd === undefined ? [at - start, source] : [at - start, source, sourceEnd];
      if (at === start) moved[0] = anchor;
      else moved.push(anchor);
    }
    return new MappedText(this.text.slice(start, end), moved, end > start ? this.sourceAfter(end - 1) : from);
  }

  trim(): MappedText {
    return this.trimmed(0, this.text.length);
  }

  /** The stretch from `start` to `end` without the blanks at its ends. */
  trimmed(start: number, end: number): MappedText {
    let from = start;
    let to = end;
    while (from < to && isBlank(this.text.charCodeAt(from))) from++;
    while (to > from && isBlank(this.text.charCodeAt(to - 1))) to--;
    return this.slice(from, to);
  }

  private sourceOf(offset: number): number {
    const anchor = this.anchors[anchorAt(this.anchors, offset)];
    if (!anchor) return this.sourceEnd;
    return anchor[2] === undefined ? Math.min(anchor[1] + (offset - anchor[0]), this.sourceEnd) : anchor[1];
  }

  /** Where in the source the visible character at `offset` ends. */
  private sourceAfter(offset: number): number {
    const { anchors } = this;
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
export function anchorAt(anchors: readonly Anchor[], offset: number): number {
  return Math.max(0, countFirst(anchors, (anchor) => anchor[0] <= offset) - 1);
}

/** What `String.prototype.trim` takes away. */
export function isBlank(code: number): boolean {
  if (code === 0x20 || code === 0x3000 || (code >= 9 && code <= 13)) return true;
  return ((code >= 0xa0 && code < 0x3000) || code === 0xfeff) && /\s/.test(String.fromCharCode(code));
}
