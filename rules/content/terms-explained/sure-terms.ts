import type { TermUse } from './terms.js';

/** Cuts Han text into words. */
export type Cut = (run: string) => readonly string[];

/**
 * The terms worth a reader's while, the least known and most used first: not words in passing, not one word twice, and words
 * of the dictionary only where they stand for themselves.
 * @param cut asked for at the first short word of the dictionary; null where nothing can cut, so that none of those is sure
 */
export function sureTerms(text: string, terms: readonly TermUse[], cut: () => Cut | null): TermUse[] {
  const worth = terms.filter(isWorthIt);
  const cutter = worth.some(mayBePartOfAnother) ? cut() : null;
  const stands = ({ term, at }: TermUse) => (cutter ? at.filter((start) => isWordAt(text, start, term, cutter)) : []);
  const ranked = worth
    .map((use) => (mayBePartOfAnother(use) ? { ...use, at: stands(use) } : use))
    .filter((use) => use.at.length > 0 && isWorthIt(use))
    .sort((a, b) => rank(b) - rank(a) || (a.at[0] as number) - (b.at[0] as number));
  return ranked.filter(
    ({ term }, index) => !ranked.slice(0, index).some((use) => use.term.includes(term) || term.includes(use.term)),
  );
}

/** Five characters in a row are no accident; a dictionary takes a second to load, so nothing is cut for their sake. */
function mayBePartOfAnother({ kind, term }: TermUse): boolean {
  return kind === 'term' && term.length < 5;
}

/** A word in passing stops nobody. */
function isWorthIt({ kind, weight, at }: TermUse): boolean {
  return kind !== 'term' || at.length >= (weight === 3 ? 2 : 4);
}

function rank({ weight, at }: TermUse): number {
  return weight + Math.log2(at.length);
}

/** Most characters on either side of a term that are cut into words with it. */
const WINDOW = 40;

/** Whether a term stands for itself at a place, by the words around it: in 储备案件 there is no 备案. */
function isWordAt(text: string, start: number, term: string, cut: Cut): boolean {
  const head = /[㐀-鿿]{0,40}$/.exec(text.slice(Math.max(0, start - WINDOW), start))?.[0] ?? '';
  const end = start + term.length;
  const tail = /^[㐀-鿿]{0,40}/.exec(text.slice(end, end + WINDOW))?.[0] ?? '';
  const edges = new Set([0]);
  let at = 0;
  for (const word of cut(head + term + tail)) {
    at += word.length;
    edges.add(at);
  }
  return edges.has(head.length) && edges.has(head.length + term.length);
}
