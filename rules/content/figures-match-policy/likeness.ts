/** The words around a figure that the policies have too, by ascending id, and the weight of them all. */
export interface Words {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly sum: number;
}

/** Weighs words by their rarity: the fewer of the policies' figures they stand beside, the more. */
export class Weights {
  private readonly ids = new Map<string, number>();
  private readonly rarity: readonly number[];
  private readonly unknown: number;

  constructor(around: readonly ReadonlyMap<string, number>[]) {
    const counts: number[] = [];
    for (const words of around) {
      for (const word of words.keys()) {
        const id = this.ids.get(word) ?? this.ids.size;
        this.ids.set(word, id);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    const rarityOf = (count: number) => Math.log(1 + (around.length + 1) / (count + 1));
    this.rarity = counts.map(rarityOf);
    this.unknown = rarityOf(0) * UNKNOWN;
  }

  /** @param words as `wordsAround` gives them */
  of(words: ReadonlyMap<string, number>): Words {
    let sum = 0;
    const known: [number, number][] = [];
    for (const [word, weight] of words) {
      const id = this.ids.get(word);
      const rarity = id === undefined ? this.unknown : (this.rarity[id] as number);
      sum += weight * rarity;
      if (id !== undefined) known.push([id, weight * rarity]);
    }
    known.sort((a, b) => a[0] - b[0]);
    return { ids: known.map(([id]) => id), weights: known.map(([, weight]) => weight), sum };
  }

  /** Dice's measure over the words around two figures, 0 to 1. */
  likeness(a: Words, b: Words): number {
    let shared = 0;
    for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
      const step = (a.ids[i] as number) - (b.ids[j] as number);
      if (step === 0) shared += Math.min(a.weights[i] as number, b.weights[j] as number);
      if (step <= 0) i++;
      if (step >= 0) j++;
    }
    return a.sum + b.sum === 0 ? 0 : (2 * shared) / (a.sum + b.sum);
  }
}

/** What a word that no figure of the policies has beside it weighs, as a share of the rarest they have: it may be another word for one. */
const UNKNOWN = 0.6;
