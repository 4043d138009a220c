import { drawnFrom } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import { isSamePaper } from '../../../src/language/papers.js';
import { isCounter } from '../../../src/language/units.js';
import { otherIssue, otherNumberOf, otherOwnNumber, otherStart } from './dates-and-numbers.js';
import { between, type Discrepancy, type PolicyFigure } from './discrepancy.js';
import { FIGURES, type FigureFact } from './figures.js';
import { isSame, PolicyFigures } from './nearest.js';

/** Compares what an interpretation states with its policies. Silent where no policy has a figure that could be meant. */
export function discrepancies(figures: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const comparison = new Comparison(figures, policies);
  return figures.flatMap((figure, i) => comparison.of(figure, i) ?? []);
}

/** How alike the words around two figures must be for both to mean the same thing; more where the sentence speaks of another paper. */
const ALIKE = { quantity: 0.16, counter: 0.25, date: 0.35, paper: 0.45, further: 0.7, foreign: 0.4 };
/** A figure that the policy has elsewhere is wrong only where its neighbours fit another one far better. */
const FAR_BETTER = 0.5;
/** Figures so near to one another, in characters, are said in one breath. */
const BESIDE = 60;

class Comparison {
  private readonly stated: readonly PolicyFigure[];
  private readonly index: PolicyFigures<PolicyFigure>;

  constructor(
    private readonly figures: readonly FigureFact[],
    private readonly policies: readonly Facts[],
  ) {
    this.stated = policies.flatMap((policy) =>
      (drawnFrom(policy, FIGURES) ?? []).map((figure): PolicyFigure => ({ ...figure, policy })),
    );
    this.index = new PolicyFigures(this.stated);
  }

  /** What is wrong with the figure at an index; null where nothing is, or nothing tells. */
  of(figure: FigureFact, i: number): Discrepancy | null {
    const { paper, role } = figure;
    const { policies, stated } = this;
    const isOwn = paper === '' || (paper !== undefined && policies.some(({ title }) => isSamePaper(paper, title)));
    const same = stated.filter((other) => isSame(other, figure));
    if (role === 'introduced') return same.length > 0 ? null : otherOwnNumber(figure, policies);
    if (role === 'number-of') {
      if (same.length > 0) return null;
      return isOwn
        ? otherOwnNumber(figure, policies)
        : (otherNumberOf(figure, stated) ?? this.nearest(figure, i, ALIKE.paper));
    }
    if (role === 'issue' && isOwn) return same.length > 0 ? null : otherIssue(figure, stated);
    if ((role === 'effect' || role === 'from') && isOwn) {
      return same.some((other) => other.role !== 'signed')
        ? null
        : (otherStart(figure, stated) ?? this.nearest(figure, i, ALIKE.date));
    }
    return this.nearest(figure, i, limitFor(figure, paper === undefined || isOwn));
  }

  private nearest(figure: FigureFact, i: number, limit: number): Discrepancy | null {
    const { same, other } = this.index.nearest(figure, this.beside(i));
    if (!other || other.likeness < limit) return null;
    // Dates, numbers and counts recur; of a quantity that the policy has elsewhere the words may tell that it is out of place.
    const recurs = ['date', 'year', 'paper'].includes(figure.measure) || isCounter(figure.measure);
    const misplaced = !recurs && other.likeness >= FAR_BETTER && (same?.likeness ?? 0) < other.likeness * FAR_BETTER;
    return same && !misplaced ? null : between(figure, other.figure);
  }

  /** The figures said together with the one at an index: 每月500元，全年6000元. */
  private beside(i: number): FigureFact[] {
    const { start } = (this.figures[i] as FigureFact).range;
    const near: FigureFact[] = [];
    for (const step of [-1, 1]) {
      for (let j = i + step; ; j += step) {
        const other = this.figures[j];
        if (!other || Math.abs(other.range.start - start) > BESIDE) break;
        near.push(other);
      }
    }
    return near;
  }
}

function limitFor({ measure, before }: FigureFact, isOwn: boolean): number {
  // Behind a name stands the number of the paper, and then those of the papers that revised it.
  if (measure === 'paper') return /[（(][^（）()]{0,60}号[^（）()]{0,60}$/.test(before) ? ALIKE.further : ALIKE.paper;
  if (!isOwn) return ALIKE.foreign;
  if (measure === 'date') return ALIKE.date;
  return isCounter(measure) ? ALIKE.counter : ALIKE.quantity;
}
