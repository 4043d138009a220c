import { ELEMENT_IDS } from './catalogue.js';
import { Features, gramsOf } from './features.js';
import type { Line } from './reading.js';

/** Log-odds by line, for the element at a place of `ELEMENT_IDS`: each element's are made when they are asked for. */
export interface Scores {
  /** That the line supplies the element's substance. */
  substance(element: number): readonly number[];
  /** That the line announces the element; −∞ where it cannot announce any. */
  announcement(element: number): readonly number[];
}

/** Words of a line, and what they add to the log-odds. */
export interface WeighedWords {
  readonly text: string;
  readonly weight: number;
}

/** A linear model as data. */
export interface WeightTable {
  /** The table has 2ⁿ places. */
  readonly bits: number;
  readonly bias: readonly number[];
  /** What a weight of one step counts, by element; one of n steps counts n² times as much. */
  readonly step: readonly number[];
  /** One character a weight, place by place: its steps, from `-MOST_STEPS` to `MOST_STEPS`, counted from the character `ZERO`; or their codes. */
  readonly weights: string | Uint8Array;
}

/** The code of the character that stands for no weight: all others stand around it in ASCII, so that a table is read as it is. */
export const ZERO = 'G'.charCodeAt(0);
/** The steps of the largest weight. They count by their squares: most weights are small, and the few large ones stay what they are. */
export const MOST_STEPS = 31;

const COUNT = ELEMENT_IDS.length;

/** Tells of every line of a document which elements it supplies and announces: adds up hashed n-grams, with a table for each. */
export class LinearClassifier {
  private readonly substance: LinearModel;
  private readonly announcement: LinearModel;

  constructor(tables: { readonly substance: WeightTable; readonly announcement: WeightTable }) {
    this.substance = new LinearModel(tables.substance);
    this.announcement = new LinearModel(tables.announcement);
  }

  classify(lines: readonly Line[]): Scores {
    const supplying = (i: number) => (lines[i]?.filler ? null : features.ofSubstance(lines, i));
    const announcing = (i: number) => (lines[i]?.announcing === null ? null : features.ofAnnouncement(lines, i));
    return {
      substance: this.substance.over(lines, supplying, NOTHING),
      announcement: this.announcement.over(lines, announcing, Number.NEGATIVE_INFINITY),
    };
  }

  /** The words of a line that count most for an element or against it, by what they weigh; none of them within another. */
  explain(line: Line, element: number): readonly WeighedWords[] {
    features.ofSubstance([line], 0);
    const chosen: WeighedWords[] = [];
    const weighed = this.substance.weigh(features, element, line.text);
    for (const words of weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))) {
      if (chosen.length === MOST_EXPLAINED) break;
      if (!chosen.some(({ text }) => text.includes(words.text) || words.text.includes(text))) chosen.push(words);
    }
    return chosen;
  }
}

const MOST_EXPLAINED = 5;

/** What a filler supplies: as little as the model ever says. */
const NOTHING = -8;

const features = new Features();

/** By a weight's character, the square of its steps, with their sign. */
const SQUARES = Int16Array.from({ length: ZERO + MOST_STEPS + 1 }, (_, code) => (code - ZERO) * Math.abs(code - ZERO));

class LinearModel {
  /** The characters' codes. */
  private readonly codes: Uint8Array;
  private readonly shift: number;
  /** By place, the last line that had it: a feature counts once a line. */
  private readonly seen: Int32Array;
  private line = 0;

  constructor(private readonly table: WeightTable) {
    this.shift = 32 - table.bits;
    this.codes = codesOf(table.weights);
    this.seen = new Int32Array(1 << table.bits);
  }

  /**
   * The log-odds of lines by element. The lines' features are made once, when the first element is asked for.
   * @param read makes the features of a line; null where it has none
   * @param unread what such a line gets
   */
  over(
    lines: readonly Line[],
    read: (index: number) => Features | null,
    unread: number,
  ): (element: number) => readonly number[] {
    let rows: readonly (Int32Array | null)[] | undefined;
    const scores: (readonly number[])[] = [];
    return (element) => {
      rows ??= lines.map((_, index) => this.rowsOf(read(index)));
      scores[element] ??= rows.map((some) => (some ? this.score(some, element) : unread));
      return scores[element];
    };
  }

  /** The log-odds of a line for an element. @param rows where the weights of its features begin */
  private score(rows: Int32Array, element: number): number {
    const { codes } = this;
    const { bias, step } = this.table;
    let sum = 0;
    for (let k = 0; k < rows.length; k++) sum += SQUARES[codes[(rows[k] as number) + element] as number] as number;
    return (bias[element] as number) + sum * (step[element] as number) * (1 / Math.sqrt(rows.length));
  }

  private rowsOf(features: Features | null): Int32Array | null {
    if (!features) return null;
    const { hashes, length } = features;
    const { seen, shift } = this;
    const line = ++this.line;
    let count = 0;
    for (let k = 0; k < length; k++) {
      const place = (hashes[k] as number) >>> shift;
      if (seen[place] === line) continue;
      seen[place] = line;
      // No hash is asked for again.
      hashes[count++] = place * COUNT;
    }
    return hashes.slice(0, count);
  }

  /** What each n-gram of a line's text weighs for an element; those that reach beyond its ends left out. */
  weigh({ hashes, length }: Features, element: number, text: string): WeighedWords[] {
    const found = new Map<string, number>();
    const share = (this.table.step[element] as number) / Math.sqrt(Math.max(length, 1));
    for (const { start, end, index } of gramsOf(text)) {
      const code = this.codes[((hashes[index] as number) >>> this.shift) * COUNT + element] as number;
      if (start >= 0 && end <= text.length) found.set(text.slice(start, end), (SQUARES[code] as number) * share);
    }
    return [...found].map(([words, weight]) => ({ text: words, weight }));
  }
}

/** Bundles have bytes (scripts/model.mjs). */
function codesOf(weights: string | Uint8Array): Uint8Array {
  if (typeof weights !== 'string') return weights;
  const codes = new Uint8Array(weights.length);
  for (let i = 0; i < codes.length; i++) codes[i] = weights.charCodeAt(i);
  return codes;
}
