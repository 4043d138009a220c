import { type ElementId, CATALOGUE } from '../src/elements/catalogue.js';
import { PRIOR_BIAS, priorOf, strengthOf } from '../src/elements/weights.js';

/** One labelled document as training sees it, for one element. */
export interface Example {
  /** Ids of the signals that fired, with repeats. */
  readonly fired: readonly string[];
  readonly provided: boolean;
}

/** How firmly weights are held to the strengths of the catalogue: the inverse variance of their Gaussian prior. */
export const HOLD = 1;
/** The same for the bias. */
const HOLD_BIAS = 0.3;
const STEPS = 400;

/**
 * Shifts an element's weights from the catalogue's strengths toward the labels: logistic regression with a Gaussian prior
 * around those strengths, by a fixed number of gradient steps. Deterministic.
 * @returns weights by signal id, and `bias`
 */
export function train(element: ElementId, examples: readonly Example[], hold = HOLD): Record<string, number> {
  const ids = CATALOGUE[element].signals.map(({ id }) => id);
  const prior = [PRIOR_BIAS, ...ids.map((id) => priorOf(element, id))];
  const rows = examples.map(({ fired, provided }) => ({
    x: [1, ...ids.map((id) => strengthOf(fired.filter((other) => other === id).length))],
    y: provided ? 1 : 0,
  }));
  const w = [...prior];
  const rate = 1 / (rows.length + hold);
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((value, i) => (i === 0 ? HOLD_BIAS : hold) * ((prior[i] as number) - value));
    for (const { x, y } of rows) {
      const z = x.reduce((sum, value, i) => sum + value * (w[i] as number), 0);
      const error = y - 1 / (1 + Math.exp(-z));
      for (let i = 0; i < x.length; i++) gradient[i] = (gradient[i] as number) + error * (x[i] as number);
    }
    for (let i = 0; i < w.length; i++) w[i] = Math.max((w[i] as number) + rate * (gradient[i] as number), i === 0 ? -6 : 0);
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  return { bias: round(w[0] as number), ...Object.fromEntries(ids.map((id, i) => [id, round(w[i + 1] as number)])) };
}
