import type { Range } from './range.js';

/**
 * Text as a reader sees it (no markup, entities resolved), each character traceable to the source.
 * `anchors` are pairs [offset in text, offset in source], ascending: from one anchor to the next both run in step.
 * An anchor is needed wherever they do not. Every offset is in UTF-16 units.
 */
export class MappedText {
  constructor(
    readonly text: string,
    private readonly anchors: ReadonlyArray<readonly [number, number]>,
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
    const anchors: [number, number][] = [[0, this.sourceOf(start)]];
    for (let i = this.anchorAt(start) + 1; i < this.anchors.length; i++) {
      const [at, source] = this.anchors[i] as readonly [number, number];
      if (at >= end) break;
      if (at === start) anchors[0] = [0, source];
      else anchors.push([at - start, source]);
    }
    return new MappedText(
      this.text.slice(start, end),
      anchors,
      end > start ? this.sourceAfter(end - 1) : this.sourceOf(start),
    );
  }

  trim(): MappedText {
    const start = this.text.length - this.text.trimStart().length;
    const end = this.text.trimEnd().length;
    return start === 0 && end === this.text.length ? this : this.slice(start, Math.max(start, end));
  }

  private sourceOf(offset: number): number {
    const anchor = this.anchors[this.anchorAt(offset)];
    return anchor ? Math.min(anchor[1] + (offset - anchor[0]), this.sourceEnd) : this.sourceEnd;
  }

  /** Where in the source the visible character at `offset` ends. */
  private sourceAfter(offset: number): number {
    const index = this.anchorAt(offset);
    const anchor = this.anchors[index];
    if (!anchor) return this.sourceEnd;
    const next = this.anchors[index + 1];
    const step = anchor[1] + (offset - anchor[0]) + 1;
    return Math.min(step, next ? Math.max(next[1], anchor[1]) : this.sourceEnd);
  }

  private anchorAt(offset: number): number {
    let low = 0;
    let high = this.anchors.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.anchors[middle] as readonly [number, number])[0] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
