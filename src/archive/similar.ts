import { docNumberKey } from '../language/doc-number.js';
import type { Facts } from './facts.js';
import { titleKey } from './index.js';

/** Share of a name's letter pairs that a title must hold for both to mean one paper; short names of papers hold nearly all of theirs. */
const SAME_PAPER = 0.6;
/** The same for a whole title that names no paper in 《》, of which part is about the interpretation itself. */
const SAME_SUBJECT = 0.35;

/** True where a text speaks of a policy: it names its title or number, or its own title is about the same matter. */
export function speaksOf(facts: Facts, policy: Facts): boolean {
  if (!policy.title) return true;
  if (policy.numberKey !== null && facts.numbers.some((number) => sameNumber(number, policy.numberKey))) return true;
  const title = titleKey(policy.title);
  if (facts.names.some((name) => isSameName(titleKey(name), title))) return true;
  return overlap(title, titleKey(facts.title)) >= SAME_SUBJECT;
}

/** True where a title is about a policy: it names it in 《》, or shares enough of its words. */
export function titleSpeaksOf(title: string, policy: Facts): boolean {
  const named = [...title.matchAll(/《([^《》]{2,120})》/g)].map((match) => titleKey(match[1] as string));
  const key = titleKey(policy.title);
  return named.some((name) => isSameName(name, key)) || overlap(key, titleKey(title)) >= SAME_SUBJECT;
}

function sameNumber(written: string, key: string | null): boolean {
  const other = docNumberKey(written);
  return (
    other !== null &&
    key !== null &&
    (other === key || (tail(other) === tail(key) && (other.endsWith(key) || startOf(other).endsWith(startOf(key)))))
  );
}

function tail(key: string): string {
  return key.slice(key.indexOf('/'));
}

function startOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function isSameName(name: string, title: string): boolean {
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
