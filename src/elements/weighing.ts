import type { Signal } from './catalogue.js';
import type { Announcement } from './headings.js';
import type { Reading } from './reading.js';
import { type Announcing, announcingWords, type Hit, isAnnounced, searchFor } from './signals.js';

/** What signals weigh together with a bias; above 0 in sum, what they speak for counts as given. */
export interface Scale {
  readonly bias: number;
  /** In the order in which weights are added. */
  readonly listed: readonly Weighed[];
  /** The same, the heaviest first; of equals the first listed first. */
  readonly heaviestFirst: readonly Weighed[];
  /** What those that speak against it take away at most. */
  readonly loss: number;
}

interface Weighed {
  readonly signal: Signal;
  readonly weight: number;
}

/** How much a signal counts that fired `count` times: once is 1, four times or more 1.5. */
export function strengthOf(count: number): number {
  return count === 0 ? 0 : 1 + (Math.min(count, MOST_COUNTED) - 1) / 6;
}

const MOST_COUNTED = 4;
const MOST_STRENGTH = strengthOf(MOST_COUNTED);

export function makeScale(signals: readonly Signal[], bias: number, weightOf: (signal: string) => number): Scale {
  const listed = signals.map((signal) => ({ signal, weight: weightOf(signal.id) }));
  const loss = listed.reduce((sum, { weight }) => sum + Math.min(0, weight) * MOST_STRENGTH, 0);
  return { bias, listed, heaviestFirst: [...listed].sort((a, b) => b.weight - a.weight), loss };
}

/** A sum nearer to a limit than this may lie on either side, by the order in which it is made. */
const ROUNDING = 1e-6;

/** The signals of a scale in a reading, searched for no further than it takes to answer. */
export class Weighing {
  private readonly announcing: Announcing | null;

  /** @param announcements whose words do not count */
  constructor(
    private readonly reading: Reading,
    private readonly scale: Scale,
    announcements: readonly Announcement[] = [],
  ) {
    this.announcing = announcingWords(announcements);
  }

  /**
   * Whether the sum exceeds a limit.
   * @param others weights of what else speaks for it
   */
  exceeds(limit: number, others: readonly number[] = []): boolean {
    const { bias, heaviestFirst, loss } = this.scale;
    const base = others.reduce((a, b) => a + b, bias);
    const isOver = (sum: number) => sum > limit + ROUNDING;
    if (isOver(base + loss)) return true;
    let at = 0;
    // First those of which one hit decides.
    for (; at < heaviestFirst.length; at++) {
      const { signal, weight } = heaviestFirst[at] as Weighed;
      if (!isOver(base + weight + loss)) break;
      if (this.firstOf(signal)) return true;
    }
    const sum = this.sumOf(heaviestFirst.slice(at), base, limit);
    return (Math.abs(sum - limit) < ROUNDING ? this.exactSum(others) : sum) > limit;
  }

  /** The base and the weights of those that fire; if that is beyond question, a part of it on the same side of the limit. */
  private sumOf(weighed: readonly Weighed[], base: number, limit: number): number {
    const open = weighed.filter(({ signal }) => searchFor(signal, this.reading));
    // The most that those not yet looked at can add, and take away.
    let gain = 0;
    let loss = 0;
    for (const { weight } of open)
      if (weight > 0) gain += weight * MOST_STRENGTH;
      else loss += weight * MOST_STRENGTH;
    let sum = base;
    for (const { signal, weight } of open) {
      if (sum + loss > limit + ROUNDING || sum + gain < limit - ROUNDING) break;
      if (weight > 0) gain -= weight * MOST_STRENGTH;
      else loss -= weight * MOST_STRENGTH;
      sum += weight * strengthOf(this.countOf(signal));
    }
    return sum;
  }

  /**
   * The hit that says most; the first of equals.
   * @param least weight below which none is looked for
   */
  strongest(least = Number.NEGATIVE_INFINITY): Hit | undefined {
    for (const { signal, weight } of this.scale.heaviestFirst) {
      if (weight < least) return undefined;
      const hit = this.firstOf(signal);
      if (hit) return hit;
    }
    return undefined;
  }

  /** The sum as the scale lists its parts: added in another order it may come out a little different. */
  private exactSum(others: readonly number[]): number {
    let sum = this.scale.bias;
    for (const { signal, weight } of this.scale.listed) {
      const count = this.countOf(signal);
      if (count > 0) sum += weight * strengthOf(count);
    }
    return others.reduce((a, b) => a + b, sum);
  }

  private firstOf(signal: Signal): Hit | undefined {
    const search = searchFor(signal, this.reading);
    let at = 0;
    let hit = search?.hit(at);
    while (hit && isAnnounced(hit, this.announcing)) hit = search?.hit(++at);
    return hit;
  }

  private countOf(signal: Signal): number {
    const search = searchFor(signal, this.reading);
    let count = 0;
    for (let at = 0, hit = search?.hit(at); hit && count < MOST_COUNTED; hit = search?.hit(++at))
      if (!isAnnounced(hit, this.announcing)) count++;
    return count;
  }
}
