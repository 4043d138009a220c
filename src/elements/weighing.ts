import type { Signal } from './catalogue.js';
import type { Announcement } from './headings.js';
import type { Reading } from './reading.js';
import { type Announcing, announcingWords, type Hit, isAnnounced, type Search, searchFor } from './signals.js';

/** What signals weigh together with a bias; above 0 in sum, what they speak for counts as given. */
export interface Scale {
  readonly bias: number;
  /** In the order in which weights are added. */
  readonly listed: readonly Weighed[];
  /** The same, the heaviest first; of equals the first listed first. */
  readonly heaviestFirst: readonly Weighed[];
}

interface Weighed {
  readonly signal: Signal;
  readonly weight: number;
}

export function makeScale(signals: readonly Signal[], bias: number, weightOf: (signal: string) => number): Scale {
  const listed = signals.map((signal) => ({ signal, weight: weightOf(signal.id) }));
  return { bias, listed, heaviestFirst: [...listed].sort((a, b) => b.weight - a.weight) };
}

/** How much a signal counts that fired `count` times: once is 1, four times or more 1.5. */
export function strengthOf(count: number): number {
  return count === 0 ? 0 : 1 + (Math.min(count, MOST_COUNTED) - 1) / 6;
}

const MOST_COUNTED = 4;
const MOST_STRENGTH = strengthOf(MOST_COUNTED);

/** A sum nearer to a limit than this may lie on either side, by the order in which it is made. */
const ROUNDING = 1e-6;

/** The signals of a scale in a reading, searched for no further than it takes to answer. */
export class Weighing {
  /** Those that may fire, the heaviest first. */
  private readonly open: { readonly weight: number; readonly search: Search }[] = [];
  private readonly announcing: Announcing | null;

  /** @param announcements whose words do not count */
  constructor(
    private readonly reading: Reading,
    private readonly scale: Scale,
    announcements: readonly Announcement[] = [],
  ) {
    this.announcing = announcingWords(announcements);
    for (const { signal, weight } of scale.heaviestFirst) {
      const search = searchFor(signal, reading);
      if (search.mayHit) this.open.push({ weight, search });
    }
  }

  /**
   * Whether the sum exceeds a limit.
   * @param others weights of what else speaks for it
   */
  exceeds(limit: number, others: readonly number[] = []): boolean {
    let sum = others.reduce((a, b) => a + b, this.scale.bias);
    // The most that the signals not yet looked at can add, and take away.
    let gain = 0;
    let loss = 0;
    for (const { weight } of this.open)
      if (weight > 0) gain += weight * MOST_STRENGTH;
      else loss += weight * MOST_STRENGTH;
    for (const { weight, search } of this.open) {
      if (sum + loss > limit + ROUNDING) return true;
      if (sum + gain < limit - ROUNDING) return false;
      if (weight > 0) gain -= weight * MOST_STRENGTH;
      else loss -= weight * MOST_STRENGTH;
      if (!this.firstOf(search)) continue;
      if (weight > 0 && sum + weight + loss > limit + ROUNDING) return true;
      sum += weight * strengthOf(this.countOf(search));
    }
    return (Math.abs(sum - limit) < ROUNDING ? this.exactSum(others) : sum) > limit;
  }

  /**
   * The hit that says most; the first of equals.
   * @param least weight below which none is looked for
   */
  strongest(least = Number.NEGATIVE_INFINITY): Hit | undefined {
    for (const { weight, search } of this.open) {
      if (weight < least) return undefined;
      const hit = this.firstOf(search);
      if (hit) return hit;
    }
    return undefined;
  }

  private exactSum(others: readonly number[]): number {
    let sum = this.scale.bias;
    for (const { signal, weight } of this.scale.listed) {
      const count = this.countOf(searchFor(signal, this.reading));
      if (count > 0) sum += weight * strengthOf(count);
    }
    return others.reduce((a, b) => a + b, sum);
  }

  private firstOf(search: Search): Hit | undefined {
    let at = 0;
    let hit = search.hit(at);
    while (hit && isAnnounced(hit, this.announcing)) hit = search.hit(++at);
    return hit;
  }

  private countOf(search: Search): number {
    let count = 0;
    for (let at = 0, hit = search.hit(at); hit && count < MOST_COUNTED; hit = search.hit(++at))
      if (!isAnnounced(hit, this.announcing)) count++;
    return count;
  }
}
