import { familyOf } from '../../../src/language/units.js';
import type { FigureFact } from './fact.js';
import { isSaidTogether } from './together.js';

/**
 * Figures that stand in each other's place, each with the policy's figure that belongs there: 城市每月690元，农村每月880元, where it is the other
 * way round. What tells one from the other must stand with the other's value in the policy, and nothing of it with its own.
 */
export function exchanged(figures: readonly FigureFact[], stated: readonly FigureFact[]): Map<FigureFact, FigureFact> {
  const found = new Map<FigureFact, FigureFact>();
  const theirs = new Map<string, Labelled[]>();
  for (const all of families(stated)) for (const one of all) push(theirs, saysOf(one), one);
  for (const own of families(figures)) {
    for (const [i, a] of own.entries()) {
      const withA = theirs.get(saysOf(a));
      for (const b of withA ? own.slice(i + 1, i + 1 + NEIGHBOURS) : []) {
        const withB = theirs.get(saysOf(b));
        if (!withA || !withB || withA === withB || !isSideBySide(a.figure, b.figure)) continue;
        const places = placesOf(wordsOf(a), wordsOf(b), withA, withB);
        if (places) found.set(a.figure, places[0]).set(b.figure, places[1]);
      }
    }
  }
  return found;
}

/** Figures behind one that may be those with which it was exchanged. */
const NEIGHBOURS = 8;

function isSideBySide(a: FigureFact, b: FigureFact): boolean {
  // A head is no neighbour of the cells below it.
  return (a.column === '') === (b.column === '') && (isSaidTogether(a, b) || (a.row !== '' && a.row === b.row));
}

/** A figure with those of its family before and behind it. */
interface Labelled {
  readonly figure: FigureFact;
  readonly last: FigureFact | undefined;
  readonly next: FigureFact | undefined;
}

type Words = ReadonlySet<string>;

/** The policy's figures that belong where two stand, if they were exchanged. */
function placesOf(a: Words, b: Words, withA: readonly Labelled[], withB: readonly Labelled[]) {
  const [tellsA, tellsB] = [without(a, [b]), without(b, [a])];
  if (tellsA.size === 0 || tellsB.size === 0) return null;
  const [wordsA, wordsB] = [withA.map(wordsOf), withB.map(wordsOf)];
  const beside = (words: Words, some: readonly Words[], others: readonly Words[]) => {
    const telling = without(words, others);
    return some.findIndex((one) => [...one].some((word) => telling.has(word)));
  };
  if (beside(tellsA, wordsA, wordsB) >= 0 || beside(tellsB, wordsB, wordsA) >= 0) return null;
  const [forA, forB] = [withB[beside(tellsA, wordsB, wordsA)], withA[beside(tellsB, wordsA, wordsB)]];
  return forA && forB ? ([forA.figure, forB.figure] as const) : null;
}

function without(words: Words, others: readonly Words[]): Words {
  return new Set([...words].filter((word) => !others.some((other) => other.has(word))));
}

/** Figures by what may be meant by one another; numbers of papers and years are no such. */
function families(figures: readonly FigureFact[]): Labelled[][] {
  const all = new Map<string, FigureFact[]>();
  for (const figure of figures)
    if (figure.measure !== 'paper' && figure.measure !== 'year') push(all, familyOf(figure.measure), figure);
  return [...all.values()].map((family) =>
    family.map((figure, i) => ({ figure, last: family[i - 1], next: family[i + 1] })),
  );
}

function push<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}

function saysOf({ figure: { measure, value } }: Labelled): string {
  return `${measure} ${value}`;
}

/** The words of a figure's label: what stands between it and its neighbours. Of that, the first clause is the former's where a mark ends it. */
function wordsOf({ figure: { before, after, row, column }, last, next }: Labelled): Words {
  const from = last ? before.lastIndexOf(last.text) : -1;
  const lead =
    from < 0 ? before : before.slice(from + (last?.text.length ?? 0)).replace(/^[^，、：；（]{0,30}[，、：；（]/, '');
  const tail = /^[^，、：；）]{0,16}/.exec(after)?.[0] ?? '';
  const label = `${row}，${column}，${lead}，${next && tail.includes(next.text) ? '' : tail}`;
  const words = new Set<string>();
  for (const [run] of label.matchAll(/[\u3400-\u9fff]{1,99}|[A-Z]{1,9}|\d[\d.]{0,9}/g)) {
    words.add(`^${run.slice(0, 1)}`);
    if (run < '一') words.add(run);
    else for (let i = 1; i < run.length; i++) words.add(run.slice(i - 1, i + 1));
  }
  return words;
}
