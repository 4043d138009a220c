import { agree } from '../language/figures.js';
import { familyOf } from '../language/units.js';
import type { FigureFact } from './content/figures.js';

/** A policy's figure that may be the one an interpretation means, and how alike the words around both are, 0 to 1. */
export interface Candidate<T extends FigureFact> {
  readonly figure: T;
  readonly likeness: number;
}

/** The figures of some policies, with look-up of the one that counts the same as another document's. */
export class PolicyFigures<T extends FigureFact> {
  private readonly byFamily = new Map<string, { figure: T; words: ReadonlyMap<string, number> }[]>();
  private readonly frequency = new Map<string, number>();
  private count = 0;

  constructor(figures: readonly T[]) {
    for (const figure of figures) {
      const words = wordsAround(figure);
      for (const word of words.keys()) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
      this.count++;
      const family = familyOf(figure.measure);
      const same = this.byFamily.get(family);
      if (same) same.push({ figure, words });
      else this.byFamily.set(family, [{ figure, words }]);
    }
  }

  /** The figures that could stand for the same thing, the likest first. */
  candidates(figure: FigureFact): Candidate<T>[] {
    const own = wordsAround(figure);
    return (this.byFamily.get(familyOf(figure.measure)) ?? [])
      .map((other) => ({ figure: other.figure, likeness: this.likeness(own, other.words) }))
      .sort((a, b) => b.likeness - a.likeness);
  }

  private likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
    let shared = 0;
    let ofA = 0;
    let ofB = 0;
    for (const [word, weight] of a) {
      const rarity = this.rarityOf(word);
      ofA += weight * rarity;
      const other = b.get(word);
      if (other !== undefined) shared += Math.min(weight, other) * rarity;
    }
    for (const [word, weight] of b) ofB += weight * this.rarityOf(word);
    return ofA + ofB === 0 ? 0 : (2 * shared) / (ofA + ofB);
  }

  private rarityOf(word: string): number {
    return Math.log(1 + (this.count + 1) / ((this.frequency.get(word) ?? 0) + 1));
  }
}

/** True where two figures say the same. */
export function isSame(a: FigureFact, b: FigureFact): boolean {
  return a.measure === b.measure && agree(a.measure, a.value, b.value);
}

/** Pairs of Han characters around a figure; the nearer, the heavier. */
function wordsAround({ before, after }: FigureFact): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, distance: (i: number) => number, side: string) => {
    for (let i = 0; i + 1 < text.length; i++) {
      const word = side + text.slice(i, i + 2);
      words.set(word, Math.max(words.get(word) ?? 0, 1 / (1 + distance(i) / NEAR)));
    }
  };
  const lead = hanOf(before);
  const tail = hanOf(after);
  add(lead, (i) => lead.length - 2 - i, '');
  add(tail, (i) => i, '');
  return words;
}

const NEAR = 8;

function hanOf(text: string): string {
  return text.replace(/[^\u3400-\u9fff]|不得|应当|可以|不低于|不少于|不超过|不高于|超过|以上|以下|以内/g, '');
}
