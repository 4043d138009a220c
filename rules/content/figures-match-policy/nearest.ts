import { agree } from '../../../src/language/figures.js';
import { familyOf } from '../../../src/language/units.js';
import type { FigureFact } from './figures.js';
import { wordsAround } from './words.js';

/** A policy's figure that may be the one an interpretation means, and how alike the words around both are, 0 to 1. */
export interface Candidate<T extends FigureFact> {
  readonly figure: T;
  readonly likeness: number;
}

/** The figures of some policies, with look-up of the one that counts the same as another document's. */
export class PolicyFigures<T extends FigureFact> {
  private readonly byFamily = new Map<string, { readonly figure: T; readonly words: Words }[]>();
  private readonly ids = new Map<string, number>();
  /** By word: the fewer figures it stands beside, the more. */
  private readonly rarity: readonly number[];
  private readonly unknown: number;

  constructor(figures: readonly T[]) {
    const words = figures.map((figure) => wordsAround(figure));
    const counts: number[] = [];
    for (const weights of words) {
      for (const word of weights.keys()) {
        const id = this.ids.get(word) ?? this.ids.size;
        this.ids.set(word, id);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    this.rarity = counts.map((count) => rarityOf(count, figures.length));
    this.unknown = rarityOf(0, figures.length);
    for (const [i, figure] of figures.entries()) {
      const entry = { figure, words: this.weighed(words[i] as ReadonlyMap<string, number>) };
      const family = familyOf(figure.measure);
      const same = this.byFamily.get(family);
      if (same) same.push(entry);
      else this.byFamily.set(family, [entry]);
    }
  }

  /**
   * The likest figure that says the same as the one given, and the likest of the same measure that says otherwise.
   * @param beside figures said together with it: one of the policy's that is rather theirs is not said wrong by this one
   */
  nearest(
    figure: FigureFact,
    beside: readonly FigureFact[],
  ): { same: Candidate<T> | null; other: Candidate<T> | null } {
    const own = this.weighed(wordsAround(figure));
    const near = beside.map((other) => ({ other, words: this.weighed(wordsAround(other)) }));
    let same: Candidate<T> | null = null;
    let other: Candidate<T> | null = null;
    for (const { figure: theirs, words } of this.byFamily.get(familyOf(figure.measure)) ?? []) {
      const likeness = this.likeness(own, words);
      const isTheirs = isSame(theirs, figure);
      if (likeness <= ((isTheirs ? same : other)?.likeness ?? -1)) continue;
      if (isTheirs) same = { figure: theirs, likeness };
      else if (!near.some((one) => isSame(one.other, theirs) && this.likeness(one.words, words) >= likeness)) {
        other = { figure: theirs, likeness };
      }
    }
    return { same, other };
  }

  private weighed(weights: ReadonlyMap<string, number>): Words {
    let sum = 0;
    const known: [number, number][] = [];
    for (const [word, weight] of weights) {
      const id = this.ids.get(word);
      sum += weight * (id === undefined ? this.unknown : (this.rarity[id] ?? 0));
      if (id !== undefined) known.push([id, weight]);
    }
    known.sort((a, b) => a[0] - b[0]);
    return { ids: known.map(([id]) => id), weights: known.map(([, weight]) => weight), sum };
  }

  /** Dice's measure over the words, each by its nearness to the figure and its rarity. */
  private likeness(a: Words, b: Words): number {
    let shared = 0;
    for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
      const step = (a.ids[i] as number) - (b.ids[j] as number);
      if (step === 0) {
        shared +=
          Math.min(a.weights[i] as number, b.weights[j] as number) * (this.rarity[a.ids[i] as number] as number);
      }
      if (step <= 0) i++;
      if (step >= 0) j++;
    }
    return a.sum + b.sum === 0 ? 0 : (2 * shared) / (a.sum + b.sum);
  }
}

/** The words around a figure that the policies have too, by ascending id, and the weight of them all. */
interface Words {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly sum: number;
}

/** True where two figures say the same. */
export function isSame(a: FigureFact, b: FigureFact): boolean {
  return a.measure === b.measure && agree(a.measure, a.value, b.value);
}

function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total + 1) / (count + 1));
}
