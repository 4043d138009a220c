import { drawnFrom } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { Range } from '../../../src/document/range.js';
import { FINGERPRINTS, SHINGLE } from './fingerprints.js';
import { unpack, unpackPlaces } from './packed-numbers.js';

/** What of a text stands in the policies it explains. */
export interface Copy {
  /** Share of its shingles, 0 to 1. */
  readonly share: number;
  /** What the share is at least: less where there are few to count. */
  readonly sureShare: number;
  /** The policy that most of them stand in. */
  readonly policy: Facts;
  /** The longest first; `length` in characters copied, about. */
  readonly passages: readonly { readonly range: Range; readonly length: number }[];
}

/** Of fewer sampled shingles (60 characters of text or so) no share is told; one of fewer than ENOUGH (150) may be chance. */
const FEWEST = 10;
const ENOUGH = 24;
/** Source characters between two sampled shingles of one passage, and those a passage has at least. */
const GAP = 80;
const SHORTEST = 40;
/** Shingles of other words in a row within a passage: a word exchanged here and there does not end it. */
const SLIPS = 6;

/** How much of a text is copied; null where there is no policy at hand, or too little text. */
export function copyOf(facts: Facts, policies: readonly Facts[]): Copy | null {
  const { hashes = '', places = '' } = drawnFrom(facts, FINGERPRINTS) ?? {};
  if (hashes.length < FEWEST * 4) return null;
  const own = unpack(hashes);
  const sources = policies.map((policy) => new Set(unpack(drawnFrom(policy, FINGERPRINTS)?.hashes ?? '')));
  const counts = sources.map((source) => own.filter((hash) => source.has(hash)).length);
  const policy = policies[counts.indexOf(Math.max(...counts))];
  if (!policy) return null;
  const copied = own.map((hash) => sources.some((source) => source.has(hash)));
  const share = copied.filter(Boolean).length / own.length;
  return {
    share,
    sureShare: own.length < ENOUGH ? lowerBound(share, own.length) : share,
    policy,
    passages: passagesOf(copied, unpackPlaces(places)),
  };
}

/** Wilson's lower bound of a share counted in a sample, at 95 %. */
function lowerBound(share: number, count: number): number {
  const z2 = 1.645 ** 2;
  const margin = Math.sqrt(z2 * (count * share * (1 - share) + z2 / 4));
  return (count * share + z2 / 2 - margin) / (count + z2);
}

function passagesOf(copied: readonly boolean[], places: readonly number[]): { range: Range; length: number }[] {
  const passages: { start: number; end: number; length: number }[] = [];
  let open: { start: number; end: number; length: number } | null = null;
  let slips = 0;
  for (const [i, isCopied] of copied.entries()) {
    if (!isCopied) {
      if (++slips > SLIPS) open = null;
      continue;
    }
    const start = places[i] ?? 0;
    const end = start + SHINGLE;
    if (open && start - open.end <= GAP) {
      open.length += slips > 0 ? SHINGLE : Math.max(0, end - open.end);
      open.end = Math.max(open.end, end);
    } else {
      open = { start, end, length: SHINGLE };
      passages.push(open);
    }
    slips = 0;
  }
  return passages
    .map(({ start, end, length }) => ({ range: { start, end }, length }))
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length || a.range.start - b.range.start);
}
