import type { FigureFact } from './fact.js';
import { type Around, Surrounded } from './words.js';

/** The words around a figure of the policies, weighed, and the weight of them all. */
export interface Words extends Around {
  readonly sum: number;
}

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
    const around = stated.map((figure) => this.surrounded.by(figure));
    const counts = new Array<number>(this.surrounded.size).fill(0);
    for (const { ids } of around) for (const id of ids) (counts[id] as number)++;
    const rarityOf = (count: number) => Math.log(1 + (around.length + 1) / (count + 1));
    this.rarity = counts.map(rarityOf);
    this.unknown = rarityOf(0) * UNKNOWN;
    this.theirs = around.map((words) => this.weighed(words));
    this.own = new Float64Array(counts.length);
  }

  /** Dice's measure over the words around a figure and around each of some of `theirs`, 0 to 1. */
  to(figure: FigureFact, theirs: readonly Words[]): Float64Array {
    const { own } = this;
    const { ids, weights, sum } = this.weighed(this.surrounded.by(figure));
    for (const [i, id] of ids.entries()) if (id < own.length) own[id] = weights[i] as number;
    const alike = Float64Array.from(theirs, (words) => {
      let shared = 0;
      for (let i = 0; i < words.ids.length; i++)
        shared += Math.min(own[words.ids[i] as number] as number, words.weights[i] as number);
      return sum + words.sum === 0 ? 0 : (2 * shared) / (sum + words.sum);
    });
    for (const id of ids) if (id < own.length) own[id] = 0;
    return alike;
  }

  private weighed({ ids, weights }: Around): Words {
    const weighed = weights.map((weight, i) => weight * (this.rarity[ids[i] as number] ?? this.unknown));
    let sum = 0;
    for (const weight of weighed) sum += weight;
    return { ids, weights: weighed, sum };
  }
}

/** What a word that no figure of the policies has beside it weighs, as a share of the rarest they have: it may be another word for one. */
const UNKNOWN = 0.6;
