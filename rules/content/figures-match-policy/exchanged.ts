import { addTo } from '../../../src/archive/lists.js';
import { familyOf } from '../../../src/language/units.js';
import type { FigureFact } from './fact.js';
import { nameInOrder } from './in-order.js';
import { isSaidTogether } from './together.js';

/**
 * Figures that stand in each other's place, each with the policy's figure that belongs there: 城市每月690元，农村每月880元, where it is the other
 * way round; or three that went round. What tells one from the other must stand with the other's value in the policy, and nothing of it with its own.
 */
export function exchanged(figures: readonly FigureFact[], stated: readonly FigureFact[]): Map<FigureFact, FigureFact> {
  const found = new Map<FigureFact, FigureFact>();
  const theirs = new Map<string, Labelled[]>();
  for (const all of families(stated)) for (const one of all) addTo(theirs, saysOf(one), one);
  /** The policy's figure in whose place the first stands, where it says what the second does. */
  const placeOf = (a: Labelled, b: Labelled): FigureFact | null => {
    const [withA, withB] = [theirs.get(saysOf(a)), theirs.get(saysOf(b))];
    if (!withA || !withB || withA === withB || !isSideBySide(a.figure, b.figure)) return null;
    const tells = without(wordsOf(a), [b]);
    const at = tells.size === 0 || beside(tells, withA, withB) ? undefined : beside(tells, withB, withA);
    return at?.figure ?? null;
  };
  for (const own of families(figures)) {
    for (const [i, one] of own.entries()) {
      const near = theirs.has(saysOf(one)) ? own.slice(i + 1, i + 1 + NEIGHBOURS) : [];
      for (const [a, b] of near.flatMap((other) => [[one, other] as const, [other, one] as const])) {
        const forA = placeOf(a, b);
        for (const c of forA ? [a, ...near] : []) {
          const forB = placeOf(b, c);
          const forC = forB && (c === a ? forA : placeOf(c, a));
          if (forA && forB && forC) found.set(c.figure, forC).set(b.figure, forB).set(a.figure, forA);
          if (forC) break;
        }
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
  words?: Words;
}

type Words = ReadonlySet<string>;

/** The first of some figures beside which a word stands that stands beside none of the others. */
function beside(words: Words, some: readonly Labelled[], others: readonly Labelled[]): Labelled | undefined {
  const telling = without(words, others);
  return some.find((one) => [...wordsOf(one)].some((word) => telling.has(word)));
}

function without(words: Words, others: readonly Labelled[]): Words {
  return new Set([...words].filter((word) => !others.some((other) => wordsOf(other).has(word))));
}

/** Figures by what may be meant by one another; numbers of papers, years and hours are no such. */
function families(figures: readonly FigureFact[]): Labelled[][] {
  const all = new Map<string, FigureFact[]>();
  for (const figure of figures)
    if (!['paper', 'year', 'clock'].includes(figure.measure)) addTo(all, familyOf(figure.measure), figure);
  return [...all.values()].map((family) =>
    family.map((figure, i) => ({ figure, last: family[i - 1], next: family[i + 1] })),
  );
}

function saysOf({ figure: { measure, value } }: Labelled): string {
  return `${measure} ${value}`;
}

/** The words of a figure's label, which are drawn once. */
function wordsOf(one: Labelled): Words {
  one.words ??= wordsIn(labelOf(one));
  return one.words;
}

/** What stands between a figure and its neighbours. Of that, the first clause is the former's where a mark ends it. */
function labelOf({ figure, last, next }: Labelled): string {
  const { before, after, row, column } = figure;
  const name = nameInOrder(figure);
  if (name !== null) return `${row}，${column}，${name}`;
  const from = last ? before.lastIndexOf(last.text) : -1;
  const lead =
    from < 0 ? before : before.slice(from + (last?.text.length ?? 0)).replace(/^[^，、：；（]{0,30}[，、：；（]/, '');
  const tail = /^[^，、：；）]{0,16}/.exec(after)?.[0] ?? '';
  return `${row}，${column}，${lead}，${next && tail.includes(next.text) ? '' : tail}`;
}

function wordsIn(label: string): Words {
  const words = new Set<string>();
  for (const [run] of label.matchAll(/[\u3400-\u9fff]{1,99}|[A-Z]{1,9}|\d[\d.]{0,9}/g)) {
    words.add(`^${run.slice(0, 1)}`);
    if (run < '一') words.add(run);
    else for (let i = 1; i < run.length; i++) words.add(run.slice(i - 1, i + 1));
  }
  return words;
}
