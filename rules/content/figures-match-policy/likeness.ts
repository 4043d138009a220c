import type { FigureFact } from './fact.js';
import { Surrounded, type Words } from './words.js';

/** What a word that no figure of the policies has beside it weighs, as a share of the rarest they have: it may be another word for one. */
const UNKNOWN = 0.6;

/** Tells how alike the words around figures are. Words weigh by their rarity: the fewer of the policies' figures they stand beside, the more. */
export class Likeness {
  /** The words around each of the policies' figures, in order. */
  readonly theirs: readonly Words[];
  private readonly surrounded = new Surrounded();
  private readonly rarity: readonly number[];
  private readonly unknown: number;
  /** What each word weighs beside the figure that is being compared. */
  private readonly own: Float64Array;

  constructor(stated: readonly FigureFact[]) {
    this.theirs = stated.map((figure) => this.surrounded.by(figure));
    const counts = new Array<number>(this.surrounded.size).fill(0);
    for (const { ids } of this.theirs) for (const id of ids) (counts[id] as number)++;
    const rarityOf = (count: number) => Math.log(1 + (stated.length + 1) / (count + 1));
    this.rarity = counts.map(rarityOf);
    this.unknown = rarityOf(0) * UNKNOWN;
    for (const words of this.theirs) this.weigh(words);
    this.own = new Float64Array(counts.length);
  }

  /** Dice's measure over the words around a figure and around each of some of `theirs`, 0 to 1. */
  to(figure: FigureFact, theirs: readonly Words[]): Float64Array {
    const { own } = this;
    const { ids, weights, sum } = this.weigh(this.surrounded.by(figure));
    for (const [i, id] of ids.entries()) if (id < own.length) own[id] = weights[i] as number;
    const alike = new Float64Array(theirs.length);
    for (const [n, words] of theirs.entries()) {
      let shared = 0;
      for (let i = 0; i < words.ids.length; i++)
        shared += Math.min(own[words.ids[i] as number] as number, words.weights[i] as number);
      if (shared > 0) alike[n] = (2 * shared) / (sum + words.sum);
    }
    for (const id of ids) if (id < own.length) own[id] = 0;
    return alike;
  }

  /** Brings in how rare the words are. */
  private weigh(words: Words): Words {
    const { ids, weights } = words;
    for (let i = 0; i < ids.length; i++) {
      (weights[i] as number) *= this.rarity[ids[i] as number] ?? this.unknown;
      words.sum += weights[i] as number;
    }
    return words;
  }
}
