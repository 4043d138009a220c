import { isCounter } from '../../../src/language/units.js';
import type { FigureFact } from './fact.js';
import type { Counterpart } from './nearest.js';

/** How alike the words around two figures must be for both to mean the same thing; more where the sentence speaks of another paper. */
export const ALIKE = {
  quantity: 0.14,
  counter: 0.25,
  date: 0.35,
  deadline: 0.25,
  year: 0.6,
  clock: 0.25,
  paper: 0.6,
  foreign: 0.4,
  unit: 0.3,
};
/** Of what is said again and again: a policy that has the value at all has it where it belongs. */
export function isRecurring(measure: string): measure is 'date' | 'year' | 'clock' {
  return measure === 'date' || measure === 'year' || measure === 'clock';
}

/** How alike the words around a figure and its counterpart must be. @param isOwn whether the sentence may speak of the policy explained */
export function limitFor(figure: FigureFact, other: Counterpart | null, isOwn: boolean): number {
  const { measure } = figure;
  if (!isOwn) return ALIKE.foreign;
  if (isLabelled(figure, other)) return ALIKE.quantity;
  if (measure === 'date' && isBefore(figure) && other && isBefore(other.figure)) return ALIKE.deadline;
  if (isRecurring(measure)) return ALIKE[measure];
  return isCounter(measure) ? ALIKE.counter : ALIKE.quantity;
}

/** 3月31日前, 4月底以前 */
function isBefore({ after }: FigureFact): boolean {
  return /^(?:以|之)?前/.test(after);
}

/** True where the policy has the label of the figure's row before its own figure. */
function isLabelled({ row }: FigureFact, other: Counterpart | null): boolean {
  return row.length > 1 && other !== null && (other.figure.row === row || other.figure.before.includes(row));
}
