import { agree } from '../language/figures.js';
import { isCounter } from '../language/units.js';
import type { FigureFact } from './content/figures.js';
import { isSamePaper } from './content/paper-names.js';
import type { Facts } from './facts.js';
import { isSame, PolicyFigures } from './nearest-figure.js';

/** A figure that differs from the one its policy states for the same. */
export interface Discrepancy {
  readonly figure: FigureFact;
  readonly policy: Facts;
  /** What the policy has in its place, as written. */
  readonly theirs: string;
  /** Where it stands there; absent for what the policy's front matter says. */
  readonly at?: FigureFact;
}

/** Compares what an interpretation states with its policies. Silent where no policy has a figure that could be meant. */
export function discrepancies(figures: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const comparison = new Comparison(figures, policies);
  return figures.flatMap((figure, i) => comparison.of(figure, i) ?? []);
}

interface PolicyFigure extends FigureFact {
  readonly policy: Facts;
}

/** How alike the words around two figures must be for both to mean the same thing; more where the sentence speaks of another paper. */
const ALIKE = { quantity: 0.16, counter: 0.25, date: 0.35, paper: 0.45, further: 0.7, foreign: 0.4 };
/** A figure that the policy has elsewhere is wrong only where its neighbours fit another one far better. */
const FAR_BETTER = 0.5;
/** Days between a policy's date and its publication that are nobody's mistake. */
const PUBLICATION = 25;
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
      (policy.content.figures ?? []).map((figure): PolicyFigure => ({ ...figure, policy })),
    );
    this.index = new PolicyFigures(this.stated);
  }

  /** What is wrong with the figure at an index; null where nothing is, or nothing tells. */
  of(figure: FigureFact, i: number): Discrepancy | null {
    const { paper, role } = figure;
    const isOwn = paper === '' || (paper !== undefined && this.policies.some(({ title }) => isSamePaper(paper, title)));
    const same = this.stated.filter((other) => isSame(other, figure));
    if (role === 'introduced') return same.length > 0 ? null : this.ownNumber(figure);
    if (role === 'number-of') {
      if (same.length > 0) return null;
      return isOwn ? this.ownNumber(figure) : (this.numberOf(figure) ?? this.nearest(figure, i, ALIKE.paper));
    }
    if (role === 'issue' && isOwn) return same.length > 0 ? null : this.issue(figure);
    if ((role === 'effect' || role === 'from') && isOwn) {
      return same.some((other) => other.role !== 'signed')
        ? null
        : (this.start(figure) ?? this.nearest(figure, i, ALIKE.date));
    }
    return this.nearest(figure, i, limitFor(figure, paper === undefined || isOwn));
  }

  private nearest(figure: FigureFact, i: number, limit: number): Discrepancy | null {
    const { same, other } = this.index.nearest(figure, this.beside(i));
    if (!other || other.likeness < limit) return null;
    // Dates, numbers and counts recur; of a quantity that the policy has elsewhere the words may tell that it is out of place.
    const recurs = ['date', 'year', 'paper'].includes(figure.measure) || isCounter(figure.measure);
    const misplaced = !recurs && other.likeness >= FAR_BETTER && (same?.likeness ?? 0) < other.likeness * FAR_BETTER;
    return same && !misplaced ? null : found(figure, other.figure);
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

  /** A day from which the policy holds, where it gives but one; of several the words must tell which is meant. */
  private start(figure: FigureFact): Discrepancy | null {
    const theirs = this.stated.filter(({ role }) => role === 'effect' || (role === 'from' && figure.role === 'from'));
    const [only] = theirs;
    return only && theirs.every(({ value }) => value === only.value) ? found(figure, only) : null;
  }

  /** The day of issue may be the one a policy is signed with, or some days later that of its publication. */
  private issue(figure: FigureFact): Discrepancy | null {
    const dated = this.stated.filter(
      ({ role, value }) => (role === 'issue' || role === 'signed') && value.length === FULL_DATE,
    );
    const [first] = dated;
    if (!first || figure.value.length !== FULL_DATE) return null;
    const isKnown =
      [first.policy.data.issued, first.policy.data.published].includes(figure.value) ||
      dated.some(({ role, value }) => role === 'signed' && isSoonAfter(figure.value, value));
    return isKnown ? null : found(figure, first);
  }

  private ownNumber(figure: FigureFact): Discrepancy | null {
    const keys = this.policies.map(({ numberKey }) => numberKey);
    const [policy] = this.policies;
    if (!policy || keys.includes(null)) return null;
    const isOne = keys.some((key) => agree('paper', figure.value, (key ?? '').slice((key ?? '').indexOf('/') + 1)));
    return isOne ? null : { figure, policy, theirs: String(policy.data.number) };
  }

  /** The number of another paper; null where the policy does not name that paper. */
  private numberOf(figure: FigureFact): Discrepancy | null {
    const { paper = '' } = figure;
    const theirs = this.stated.find((other) => other.role === 'number-of' && isSamePaper(other.paper ?? '', paper));
    return theirs ? found(figure, theirs) : null;
  }
}

/** Length of YYYY-MM-DD. */
const FULL_DATE = 10;

function limitFor({ measure, before }: FigureFact, isOwn: boolean): number {
  // Behind a name stands the number of the paper, and then those of the papers that revised it.
  if (measure === 'paper') return /[（(][^（）()]{0,60}号[^（）()]{0,60}$/.test(before) ? ALIKE.further : ALIKE.paper;
  if (!isOwn) return ALIKE.foreign;
  if (measure === 'date') return ALIKE.date;
  return isCounter(measure) ? ALIKE.counter : ALIKE.quantity;
}

function isSoonAfter(value: string, date: string): boolean {
  const days = (Date.parse(value) - Date.parse(date)) / 86_400_000;
  return Number.isNaN(days) || (days >= 0 && days <= PUBLICATION);
}

function found(figure: FigureFact, at: PolicyFigure): Discrepancy {
  return { figure, policy: at.policy, theirs: at.text, at };
}
