import type { FigureFact } from './fact.js';
import { Surrounded } from './words.js';

/** What a word that no figure of the policies has beside it weighs, as a share of the rarest they have: it may be another word for one. */
const UNKNOWN = 0.6;

/** Tells how alike the words around figures are. Words weigh by their rarity: the fewer of the policies' figures they stand beside, the more. */
export class Likeness {
  private readonly surrounded = new Surrounded();
  /** Of each word beside each of the policies' figures: the figure, the word's weight there, and where the same word stands before; -1 where nowhere. */
  private readonly figures: number[] = [];
  private readonly weights: number[] = [];
  private readonly before: number[] = [];
  /** By word: where it stands last, and how rare it is. */
  private readonly last: number[] = [];
  private readonly rarity: readonly number[];
  private readonly unknown: number;
  /** By figure of the policies: what the words around it weigh together. */
  private readonly sums: Float64Array;

  constructor(stated: readonly FigureFact[]) {
    const counts: number[] = [];
    for (const [n, figure] of stated.entries()) {
      const { ids, weights } = this.surrounded.by(figure);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as number;
        this.before.push(this.last[id] ?? -1);
        this.last[id] = this.figures.push(n) - 1;
        this.weights.push(weights[i] as number);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    const rarityOf = (count: number) => Math.log(1 + (stated.length + 1) / (count + 1));
    this.rarity = counts.map(rarityOf);
    this.unknown = rarityOf(0) * UNKNOWN;
    this.sums = new Float64Array(stated.length);
    for (const [id, rarity] of this.rarity.entries()) this.addShared(this.sums, id, rarity, Number.POSITIVE_INFINITY);
  }

  /** Dice's measure over the words around a figure and around each of the policies', 0 to 1. */
  to(figure: FigureFact): Float64Array {
    const { ids, weights } = this.surrounded.by(figure);
    const alike = new Float64Array(this.sums.length);
    let sum = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const rarity = this.rarity[id] ?? this.unknown;
      sum += (weights[i] as number) * rarity;
      this.addShared(alike, id, rarity, weights[i] as number);
    }
    // Rounded: the same words in another order are as much alike.
    for (let n = 0; n < alike.length; n++)
      if (alike[n] !== 0) alike[n] = Math.fround((2 * (alike[n] as number)) / (sum + (this.sums[n] as number)));
    return alike;
  }

  /** Adds, by figure of the policies, what a word weighs there, or `most` where that is less. */
  private addShared(to: Float64Array, id: number, rarity: number, most: number): void {
    for (let at = this.last[id] ?? -1; at >= 0; at = this.before[at] as number)
      (to[this.figures[at] as number] as number) += rarity * Math.min(most, this.weights[at] as number);
  }
}
