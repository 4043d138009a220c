/** One labelled document as training sees it, for one decision. */
export interface Example {
  /** Ids of the signals that fired, with repeats. */
  readonly fired: readonly string[];
  readonly yes: boolean;
}

/** How firmly weights are held to where they start: the inverse variance of their Gaussian prior. */
export const HOLD = 1;
/** The same for the bias. */
const HOLD_BIAS = 0.3;
const STEPS = 400;
/** By how much a decisive signal must outweigh the bias. */
const MARGIN = 0.1;

/**
 * Shifts the weights of one decision from where they were set by hand toward the labels: logistic regression with a
 * Gaussian prior around the hand-set weights, by a fixed number of gradient steps. No weight becomes negative.
 * Deterministic.
 * @param prior weights by signal id, and `bias`
 * @param strengthOf what a number of hits counts
 * @param decisive signals of which a single hit must suffice whatever the labels say
 */
export function train(
  prior: Readonly<Record<string, number>>,
  examples: readonly Example[],
  strengthOf: (count: number) => number,
  decisive: ReadonlySet<string> = new Set(),
): Record<string, number> {
  const ids = Object.keys(prior);
  const start = Object.values(prior);
  const rows = examples.map(({ fired, yes }) => ({
    y: yes ? 1 : 0,
    x: ids.map((id) => (id === 'bias' ? 1 : strengthOf(fired.filter((other) => other === id).length))),
  }));
  const weights = [...start];
  const rate = 1 / (rows.length + HOLD);
  for (let step = 0; step < STEPS; step++) {
    const gradient = ids.map((id, i) => (id === 'bias' ? HOLD_BIAS : HOLD) * (at(start, i) - at(weights, i)));
    for (const { x, y } of rows) {
      const score = x.reduce((sum, value, i) => sum + value * at(weights, i), 0);
      const error = y - 1 / (1 + Math.exp(-score));
      x.forEach((value, i) => {
        gradient[i] = at(gradient, i) + error * value;
      });
    }
    ids.forEach((id, i) => {
      weights[i] = Math.max(id === 'bias' ? -6 : 0, at(weights, i) + rate * at(gradient, i));
    });
  }
  const enough = MARGIN - at(weights, ids.indexOf('bias'));
  return Object.fromEntries(
    ids.map((id, i) => {
      const weight = decisive.has(id) ? Math.max(at(weights, i), enough) : at(weights, i);
      return [id, Math.round(weight * 100) / 100];
    }),
  );
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
