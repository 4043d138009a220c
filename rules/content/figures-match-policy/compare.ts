import type { Facts } from '../../../src/archive/facts.js';
import { isSamePaper } from '../../../src/language/papers.js';
import { isCounter } from '../../../src/language/units.js';
import {
  isOtherDay,
  otherDay,
  otherEnd,
  otherIssue,
  otherNumberOf,
  otherOwnNumber,
  otherTerm,
} from './dates-and-numbers.js';
import { between, type Discrepancy } from './discrepancy.js';
import { exchanged } from './exchanged.js';
import type { FigureFact } from './fact.js';
import { figuresStated } from './figures.js';
import { ALIKE, isRecurring, limitFor } from './limits.js';
import { type Counterpart, type Counterparts, counterparts } from './nearest.js';
import { isDerived } from './together.js';

/** Compares what an interpretation states with its policies. Silent where no policy has a figure that could be meant. */
export function discrepancies(all: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const [figures, stated] = [hoursLast(all), hoursLast(policies.flatMap(figuresStated))];
  const known = counterparts(figures, stated);
  const places = exchanged(
    figures.filter((figure) => figure.paper === null || isOwnOf(figure, policies)),
    stated,
  );
  return figures.flatMap((figure, i) => {
    const place = places.get(figure);
    return (place && between(figure, place)) ?? discrepancyOf(figure, known[i] as Counterparts, stated, policies) ?? [];
  });
}

/** Figures with those of hours behind the others: in 6月20日8:00至6月26日18:00 the two days are neighbours. */
function hoursLast(figures: readonly FigureFact[]): FigureFact[] {
  const isHour = ({ measure }: FigureFact) => measure === 'clock';
  return [...figures.filter((figure) => !isHour(figure)), ...figures.filter(isHour)];
}

/** What is wrong with a figure; null where nothing is, or nothing tells. */
function discrepancyOf(
  figure: FigureFact,
  { same, other }: Counterparts,
  stated: readonly FigureFact[],
  policies: readonly Facts[],
): Discrepancy | null {
  const { paper, role, measure } = figure;
  const isOwn = isOwnOf(figure, policies);
  const nearest = (limit: number) =>
    other &&
    other.likeness >= Math.max(limit, isOtherUnit(figure, other.figure) ? ALIKE.unit : 0) * (other.isNext ? NEXT : 1) &&
    isMissing(figure, same, other) &&
    !isDerived(figure, other.figure, stated)
      ? between(figure, other.figure)
      : null;
  if (measure === 'paper') {
    if (same) return null;
    if (role === null) return nearest(ALIKE.paper);
    if (role === 'introduced' || isOwn) return otherOwnNumber(figure, policies);
    return otherNumberOf(figure, stated) ?? nearest(ALIKE.paper);
  }
  if (role === 'issue') {
    if (same) return null;
    return isOwn ? otherIssue(figure, stated) : nearest(ALIKE.paper);
  }
  if (isOwn && (role === 'effect' || role === 'from' || role === 'until')) {
    return same && !isOtherDay(same.figure)
      ? null
      : (otherDay(figure, stated) ?? otherEnd(figure, stated) ?? nearest(ALIKE.date));
  }
  const isOurs = paper === null || isOwn;
  return (
    (isOurs ? (otherTerm(figure, stated) ?? otherEnd(figure, stated)) : null) ??
    nearest(limitFor(figure, other, isOurs))
  );
}

/** True where the sentence names a policy explained as the paper of which the figure is said. */
function isOwnOf({ paper }: FigureFact, policies: readonly Facts[]): boolean {
  return paper === '' || (paper !== null && policies.some(({ title }) => isSamePaper(paper, title)));
}

/** The share of it that is enough where the figures beside both are the same one. */
const NEXT = 0.5;
/** A figure that the policy has elsewhere is wrong only where its neighbours fit another one far better. */
const FAR_BETTER = 0.5;

/** The same for a figure that the interpretation states nowhere, where another one is stated right in better words. */
const ORPHAN = 0.25;

/** Of a quantity that the policy has elsewhere the words may tell that it is out of place; dates and hours recur, and counts unless the words are far alike. */
function isMissing({ measure, before }: FigureFact, same: Counterpart | null, other: Counterpart): boolean {
  if (!same) return true;
  // Which of several is meant, their order tells alone: 坡地、水田分别为60元、120元.
  if (/(?:分别|依次)[^。；]{0,24}$/.test(before)) return false;
  if (isRecurring(measure)) return false;
  const isOrphan = same.isTaken && same.likeness < other.likeness;
  if (isCounter(measure)) return isOrphan && other.likeness >= FAR_BETTER;
  if (isOrphan && other.likeness >= ORPHAN) return true;
  // One with which it shares nothing but the value is hardly meant.
  if (same.likeness === 0) return other.likeness >= ALIKE.foreign;
  return other.likeness >= FAR_BETTER && same.likeness < other.likeness * FAR_BETTER;
}

/** True where units differ; 7日 for 7个工作日 is known by its number, 30日 for 10个工作日 by words alone. */
function isOtherUnit({ measure, value }: FigureFact, theirs: FigureFact): boolean {
  return theirs.measure !== measure && theirs.value !== value;
}
