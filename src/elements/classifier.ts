import { ELEMENT_IDS } from './catalogue.js';
import { Features, gramsOf } from './features.js';
import type { Line } from './reading.js';

/** Log-odds by line and element: of line `i` and the element at place `e` of `ELEMENT_IDS` at `i * ELEMENT_IDS.length + e`. */
export interface Scores {
  /** That the line supplies the element's substance. */
  readonly substance: Float64Array;
  /** That the line announces the element; −∞ where it cannot announce any. */
  readonly announcement: Float64Array;
}

/** Tells of every line of a document which elements it supplies and announces. Pure and synchronous. */
export interface SentenceClassifier {
  /** Changes with every weight: a part of whatever is kept of its answers. */
  readonly version: string;
  classify(lines: readonly Line[]): Scores;
  /** The substance of one element alone, by line, as `classify` has it. */
  substanceOf(element: number, lines: readonly Line[]): Float64Array;
  /** The words of a line that count most for an element or against it, by what they weigh; none of them within another. */
  explain(line: Line, element: number): readonly WeighedWords[];
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

/** Adds up hashed n-grams: substance and announcements have a table each. */
export class LinearClassifier implements SentenceClassifier {
  private readonly substance: LinearModel;
  private readonly announcement: LinearModel;

  constructor(
    readonly version: string,
    tables: { readonly substance: WeightTable; readonly announcement: WeightTable },
  ) {
    this.substance = new LinearModel(tables.substance);
    this.announcement = new LinearModel(tables.announcement);
  }

  classify(lines: readonly Line[]): Scores {
    const substance = new Float64Array(lines.length * COUNT);
    const announcement = new Float64Array(lines.length * COUNT).fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < lines.length; i++) {
      const { filler, announcing } = lines[i] as Line;
      if (filler) substance.fill(NOTHING, i * COUNT, (i + 1) * COUNT);
      else {
        features.ofSubstance(lines, i);
        this.substance.score(features, substance, i * COUNT);
      }
      if (announcing === null) continue;
      features.ofAnnouncement(lines, i);
      this.announcement.score(features, announcement, i * COUNT);
    }
    return { substance, announcement };
  }

  substanceOf(element: number, lines: readonly Line[]): Float64Array {
    return Float64Array.from(lines, ({ filler }, i) => {
      if (filler) return NOTHING;
      features.ofSubstance(lines, i);
      return this.substance.scoreOf(element, features);
    });
  }

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
  /** Where the weights of the line's features begin. */
  private rows = new Int32Array(1024);

  constructor(private readonly table: WeightTable) {
    this.shift = 32 - table.bits;
    this.codes = codesOf(table.weights);
    this.seen = new Int32Array(1 << table.bits);
  }

  /** Writes the log-odds of the line whose features these are. Written out by element: a row of weights is read in one go. */
  score(features: Features, into: Float64Array, at: number): void {
    const count = this.place(features);
    const { codes, rows } = this;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    let s9 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    for (let k = 0; k < count; k++) {
      const row = rows[k] as number;
      s0 += SQUARES[codes[row] as number] as number;
      s1 += SQUARES[codes[row + 1] as number] as number;
      s2 += SQUARES[codes[row + 2] as number] as number;
      s3 += SQUARES[codes[row + 3] as number] as number;
      s4 += SQUARES[codes[row + 4] as number] as number;
      s5 += SQUARES[codes[row + 5] as number] as number;
      s6 += SQUARES[codes[row + 6] as number] as number;
      s7 += SQUARES[codes[row + 7] as number] as number;
      s8 += SQUARES[codes[row + 8] as number] as number;
      s9 += SQUARES[codes[row + 9] as number] as number;
      s10 += SQUARES[codes[row + 10] as number] as number;
      s11 += SQUARES[codes[row + 11] as number] as number;
      s12 += SQUARES[codes[row + 12] as number] as number;
    }
    const sums = [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12];
    for (let e = 0; e < COUNT; e++) into[at + e] = this.logOdds(e, sums[e] as number, count);
  }

  /** The same for one element. */
  scoreOf(element: number, features: Features): number {
    const count = this.place(features);
    const { codes, rows } = this;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += SQUARES[codes[(rows[k] as number) + element] as number] as number;
    return this.logOdds(element, sum, count);
  }

  private logOdds(element: number, sum: number, count: number): number {
    const { bias, step } = this.table;
    const share = 1 / Math.sqrt(Math.max(count, 1));
    return (bias[element] as number) + sum * (step[element] as number) * share;
  }

  /** Finds where the weights of a line's features begin. @returns how many of `rows` they are */
  private place({ hashes, length }: Features): number {
    const { seen, shift } = this;
    const line = ++this.line;
    if (this.rows.length < length) this.rows = new Int32Array(length * 2);
    const { rows } = this;
    let count = 0;
    for (let k = 0; k < length; k++) {
      const place = (hashes[k] as number) >>> shift;
      if (seen[place] === line) continue;
      seen[place] = line;
      rows[count++] = place * COUNT;
    }
    return count;
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
