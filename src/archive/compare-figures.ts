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

interface PolicyFigure extends FigureFact {
  readonly policy: Facts;
}

/** How alike the words around two figures must be for both to mean the same thing; more where the sentence speaks of another paper. */
const ALIKE = { quantity: 0.16, counter: 0.25, date: 0.35, paper: 0.45, further: 0.7, foreign: 0.4 };
/** A figure that the policy has elsewhere is wrong only where its neighbours fit another one far better. */
const FAR_BETTER = 0.5;
/** Days between a policy's date and its publication that are nobody's mistake. */
const PUBLICATION = 25;

/** Compares what an interpretation states with its policies. Silent where no policy has a figure that could be meant. */
export function discrepancies(figures: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const stated = policies.flatMap((policy) =>
    (policy.content.figures ?? []).map((figure): PolicyFigure => ({ ...figure, policy })),
  );
  const index = new PolicyFigures(stated);
  const isOwn = ({ paper }: FigureFact) =>
    paper === '' || (paper !== undefined && policies.some(({ title }) => isSamePaper(paper, title)));
  return figures.flatMap((figure) => {
    const own = isOwn(figure);
    const same = stated.filter((other) => isSame(other, figure));
    switch (figure.role) {
      case 'introduced':
        return same.length > 0 ? [] : ownNumber(figure, policies);
      case 'number-of':
        if (same.length > 0) return [];
        return own ? ownNumber(figure, policies) : (numberOf(figure, stated) ?? nearest(figure, index, true));
      case 'issue':
        if (own) return same.length > 0 ? [] : issue(figure, stated);
        break;
      case 'effect':
      case 'from':
        if (own) return same.some(({ role }) => role !== 'signed') ? [] : start(figure, stated, index);
    }
    return nearest(figure, index, figure.paper === undefined || own);
  });
}

function nearest(figure: FigureFact, index: PolicyFigures<PolicyFigure>, isOwn: boolean): Discrepancy[] {
  const { same, other } = index.nearest(figure);
  if (!other || other.likeness < limitFor(figure, isOwn)) return [];
  // Dates, numbers and counts recur; of a quantity that the policy has elsewhere the words may tell that it is out of place.
  const recurs = ['date', 'year', 'paper'].includes(figure.measure) || isCounter(figure.measure);
  const misplaced = !recurs && other.likeness >= FAR_BETTER && (same?.likeness ?? 0) < other.likeness * FAR_BETTER;
  if (same && !misplaced) return [];
  return [found(figure, other.figure)];
}

function limitFor({ measure, before }: FigureFact, isOwn: boolean): number {
  // Behind a name stands the number of the paper, and then those of the papers that revised it.
  if (measure === 'paper') return /[（(][^（）()]{0,60}号[^（）()]{0,60}$/.test(before) ? ALIKE.further : ALIKE.paper;
  if (!isOwn) return ALIKE.foreign;
  if (measure === 'date') return ALIKE.date;
  return isCounter(measure) ? ALIKE.counter : ALIKE.quantity;
}

/** A day from which the policy holds: any of those that the policy gives. Where it gives several, the words must tell which is meant. */
function start(figure: FigureFact, stated: readonly PolicyFigure[], index: PolicyFigures<PolicyFigure>): Discrepancy[] {
  const theirs = stated.filter(({ role }) => role === 'effect' || (role === 'from' && figure.role === 'from'));
  const values = new Set(theirs.map(({ value }) => value));
  const [only] = theirs;
  return only && values.size === 1 ? [found(figure, only)] : nearest(figure, index, true);
}

/** The number of another paper; null where the policy does not name that paper. */
function numberOf(figure: FigureFact, stated: readonly PolicyFigure[]): Discrepancy[] | null {
  const theirs = stated.find(({ role, paper }) => role === 'number-of' && isSamePaper(paper ?? '', figure.paper ?? ''));
  return theirs ? [found(figure, theirs)] : null;
}

/** The day of issue may be the one a policy is signed with, or some days later that of its publication. */
function issue(figure: FigureFact, stated: readonly PolicyFigure[]): Discrepancy[] {
  const dated = stated.filter(({ role, value }) => (role === 'issue' || role === 'signed') && value.length === 10);
  const [first] = dated;
  if (!first || figure.value.length !== 10) return [];
  const known = [first.policy.data.issued, first.policy.data.published].filter((date) => typeof date === 'string');
  const isKnown =
    known.some((date) => date === figure.value) ||
    dated.some(({ role, value }) => role === 'signed' && isWithin(figure.value, value));
  return isKnown ? [] : [found(figure, first)];
}

function isWithin(value: string, date: string): boolean {
  const days = (Date.parse(value) - Date.parse(date)) / 86_400_000;
  return Number.isNaN(days) || (days >= 0 && days <= PUBLICATION);
}

function ownNumber(figure: FigureFact, policies: readonly Facts[]): Discrepancy[] {
  const numbered = policies.filter(({ numberKey }) => numberKey !== null);
  const [policy] = numbered;
  if (!policy || numbered.length < policies.length) return [];
  const matches = numbered.some(({ numberKey }) => agree('paper', figure.value, yearAndSerial(numberKey ?? '')));
  return matches ? [] : [{ figure, policy, theirs: String(policy.data.number) }];
}

/** year/serial of a document number's key. */
function yearAndSerial(numberKey: string): string {
  return numberKey.slice(numberKey.indexOf('/') + 1);
}

function found(figure: FigureFact, at: PolicyFigure): Discrepancy {
  return { figure, policy: at.policy, theirs: at.text, at };
}
