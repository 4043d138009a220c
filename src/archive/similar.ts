import { papersIn, titleKey } from '../language/papers.js';
import type { Facts } from './facts.js';

/** Share of a name's letter pairs that a title must hold for both to mean one paper; short names of papers hold nearly all of theirs. */
const SAME_PAPER = 0.6;
/** The same for a whole title that names no paper in 《》, of which part is about the interpretation itself. */
const SAME_SUBJECT = 0.35;

/** Of several policies, those that a title names in 《》, else the one nearest to its words; the first where none is near. */
export function policiesMeant<T extends { readonly policy: Facts }>(title: string, candidates: readonly T[]): T[] {
  const scores = candidates.map(({ policy }) => nearness(title, policy));
  const best = Math.max(SAME_SUBJECT, ...scores);
  const near = candidates.filter((_, index) => scores[index] === best);
  return near.length > 0 ? near : candidates.slice(0, 1);
}

/** 1 where the title names the policy, else the share of its words they have in common. */
function nearness(title: string, policy: Facts): number {
  const key = titleKey(policy.title);
  const named = papersIn(title).some((name) => isSameName(titleKey(name), key));
  return named ? 1 : overlap(key, titleKey(title));
}

/** True where two names hold most of the same letter pairs. */
export function areSimilar(a: string, b: string): boolean {
  return overlap(a, b) >= SAME_PAPER;
}

/** True where a title may be that of the paper a name stands for: it holds the name, or most of its letter pairs. Both are keys of titles. */
export function isSameName(name: string, title: string): boolean {
  return title.includes(name) ? name.length >= 4 : overlap(name, title) >= SAME_PAPER;
}

/** Share of the letter pairs of the shorter text that the longer one holds too, 0 to 1. */
function overlap(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const pairs = new Set(pairsOf(long));
  const own = pairsOf(short);
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
