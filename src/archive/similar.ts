import { docNumberKey } from '../language/doc-number.js';
import { papersIn, titleKey } from '../language/papers.js';
import type { Facts } from './facts.js';

/** Share of a name's letter pairs that a title must hold for both to mean one paper; short names of papers hold nearly all of theirs. */
const SAME_PAPER = 0.6;
/** The same for a whole title that names no paper in 《》, of which part is about the interpretation itself. */
const SAME_SUBJECT = 0.35;

/** True where a text speaks of a policy: it names its title or number, or its own title is about the same subject. */
export function speaksOf(facts: Facts, policy: Facts): boolean {
  if (!policy.title) return true;
  if (policy.numberKey !== null && facts.numbers.some((number) => sameNumber(number, policy.numberKey))) return true;
  const title = titleKey(policy.title);
  if (facts.names.some((name) => isSameName(titleKey(name), title))) return true;
  return !facts.title.includes('《') && sharesSubject(title, titleKey(facts.title));
}

/** Words that titles of all papers share; they tell nothing of the subject. */
const COMMON_WORDS =
  /中华人民共和国|人民政府|办公[厅室]|政策|解读|公告|通知|意见|办法|规定|方案|措施|细则|关于|有关|事项|管理|实施|印发|发布|公布|修[订改]|暂行|试行|的/g;

/** True where two titles have three letters in a row in common that say what they are about. */
function sharesSubject(a: string, b: string): boolean {
  const subject = withoutCommonWords(a);
  const other = withoutCommonWords(b);
  return Array.from({ length: Math.max(0, subject.length - 2) }, (_, i) => subject.slice(i, i + 3)).some(
    (run) => !run.includes('·') && other.includes(run),
  );
}

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

function withoutCommonWords(title: string): string {
  return title.replace(/^[㐀-鿿]{2,4}?[省市县区]/, '').replace(COMMON_WORDS, '·');
}

function sameNumber(written: string, key: string | null): boolean {
  if (key === null || !written.includes(key.slice(key.lastIndexOf('/') + 1))) return false;
  const other = docNumberKey(written);
  return (
    other !== null &&
    (other === key || (tail(other) === tail(key) && (other.endsWith(key) || startOf(other).endsWith(startOf(key)))))
  );
}

function tail(key: string): string {
  return key.slice(key.indexOf('/'));
}

function startOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** True where two names hold most of the same letter pairs. */
export function areSimilar(a: string, b: string): boolean {
  return overlap(a, b) >= SAME_PAPER;
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
