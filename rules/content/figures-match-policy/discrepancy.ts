import type { Facts } from '../../../src/archive/facts.js';
import type { FigureFact } from './fact.js';

/** A figure that differs from the one its policy states for the same. */
export interface Discrepancy {
  readonly figure: FigureFact;
  readonly policy: Facts;
  /** What the policy has in its place, as written. */
  readonly theirs: string;
  /** Where it stands there; absent for what the policy's front matter says. */
  readonly at?: FigureFact;
}

/** The discrepancy between a figure and the one that the policy has in its place. */
export function between(figure: FigureFact, at: FigureFact): Discrepancy {
  return { figure, policy: at.file, theirs: at.written, at };
}
