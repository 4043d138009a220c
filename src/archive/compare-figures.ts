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
const ALIKE = { quantity: 0.25, date: 0.35, paper: 0.5, foreign: 0.5 };
/** A figure that the policy has elsewhere is wrong only where its neighbours fit another one far better. */
const FAR_BETTER = 0.5;
/** Days between a policy's date and its publication that are nobody's mistake. */
const PUBLICATION = 31;

/** Compares what an interpretation states with its policies. Silent where no policy has a figure that could be meant. */
export function discrepancies(figures: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const stated = policies.flatMap((policy) =>
    (policy.content.figures ?? []).map((figure): PolicyFigure => ({ ...figure, policy })),
  );
  const index = new PolicyFigures(stated);
  const isOwn = ({ paper }: FigureFact) =>
    paper === '' || (paper !== undefined && policies.some(({ title }) => isSamePaper(paper, title)));
  return figures.flatMap((figure) => {
    const isStated = stated.some((other) => isSame(other, figure));
    switch (figure.role) {
      case 'own-number':
        return ownNumber(figure, policies);
      case 'issue':
        return isStated || !isOwn(figure) ? [] : issue(figure, stated);
      case 'effect':
        if (isOwn(figure)) return isStated ? [] : effect(figure, stated);
    }
    return nearest(figure, index, figure.paper === undefined || isOwn(figure));
  });
}

function nearest(figure: FigureFact, index: PolicyFigures<PolicyFigure>, isOwn: boolean): Discrepancy[] {
  const candidates = index.candidates(figure);
  const same = candidates.find((candidate) => isSame(candidate.figure, figure));
  const other = candidates.find((candidate) => !isSame(candidate.figure, figure));
  if (!other || other.likeness < limitFor(figure, isOwn)) return [];
  const swapped =
    ['date', 'year', 'paper'].includes(figure.measure) || isCounter(figure.measure)
      ? false
      : other.likeness >= FAR_BETTER;
  if (same && !(swapped && same.likeness < other.likeness * FAR_BETTER)) return [];
  return [found(figure, other.figure)];
}

function limitFor({ measure }: FigureFact, isOwn: boolean): number {
  if (measure === 'paper') return ALIKE.paper;
  if (!isOwn) return ALIKE.foreign;
  return measure === 'date' ? ALIKE.date : ALIKE.quantity;
}

function effect(figure: FigureFact, stated: readonly PolicyFigure[]): Discrepancy[] {
  const theirs = stated.filter(({ role }) => role === 'effect').at(-1);
  return theirs ? [found(figure, theirs)] : [];
}

/** The day of issue may be the one a policy is signed with, or some days later that of its publication. */
function issue(figure: FigureFact, stated: readonly PolicyFigure[]): Discrepancy[] {
  const signed = stated.filter(({ role, value }) => role === 'issue' && value.length === 10);
  const dates = signed.flatMap(({ value, policy }) => [
    value,
    policy.data.issued,
    policy.data.published,
    policy.data.drafted,
  ]);
  const known = dates.filter((date): date is string => typeof date === 'string');
  if (figure.value.length !== 10 || known.length === 0 || known.some((date) => isWithin(figure.value, date))) return [];
  return signed[0] ? [found(figure, signed[0])] : [];
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
