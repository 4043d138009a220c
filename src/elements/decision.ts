import type { Scores } from './classifier.js';

/** How a document's scores for one element become a confidence. */
export interface DecisionModel {
  /** What each of the signs (`signsOf`) counts. */
  readonly weights: readonly number[];
  /** The probability below which the tool is sure that the element is missing, and the one from which it is provided. */
  readonly sure: number;
  readonly provided: number;
  /** The log-odds from which a line announces the element. */
  readonly announced: number;
}

/** Below this confidence the tool is sure that the element is missing; from `PROVIDED` it counts as provided. */
export const SURE = 0.2;
export const PROVIDED = 0.5;

/** How many of a document's best lines are looked at one by one. */
const BEST = 4;
/** Beyond these the log-odds of a line tell nothing more. */
const MOST_SUBSTANCE = 6;
const LEAST_SUBSTANCE = -5;
const MOST_ANNOUNCED = 6;

/**
 * What tells whether a document provides an element: the log-odds of its best lines, those of all together, the number of
 * lines, the best announcement, and 1.
 * @param element its place in `ELEMENT_IDS`
 */
export function signsOf(scores: Scores, element: number): number[] {
  const [substance, announcement] = [scores.substance(element), scores.announcement(element)];
  const best = new Array<number>(BEST).fill(LEAST_SUBSTANCE);
  let all = 0;
  for (const said of substance) {
    const score = bounded(said);
    all += Math.log1p(Math.exp(score));
    for (let place = 0, rest = score; place < BEST; place++) {
      const there = best[place] as number;
      if (rest <= there) continue;
      best[place] = rest;
      rest = there;
    }
  }
  const announced = announcement.reduce((most, score) => Math.max(most, score), -MOST_ANNOUNCED);
  return [...best, Math.sqrt(all), Math.log(substance.length + 1), Math.min(announced, MOST_ANNOUNCED), 1];
}

/** The first of these signs, from an element's log-odds. */
export function mostOf(substance: readonly number[]): number {
  return bounded(substance.reduce((most, score) => Math.max(most, score), LEAST_SUBSTANCE));
}

function bounded(score: number): number {
  return Math.min(Math.max(score, LEAST_SUBSTANCE), MOST_SUBSTANCE);
}

/** The probability that a document with these signs provides the element. */
export function probabilityOf({ weights }: Pick<DecisionModel, 'weights'>, signs: readonly number[]): number {
  return logistic(signs.reduce((sum, sign, i) => sum + sign * (weights[i] as number), 0));
}

export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/**
 * The confidence, 0 to 1, that a document provides an element: its probability, drawn out so that the bounds of the model fall on
 * `SURE` and `PROVIDED`.
 */
export function confidenceOf(model: DecisionModel, signs: readonly number[]): number {
  const probability = probabilityOf(model, signs);
  const { sure, provided } = model;
  if (probability < sure) return (probability / sure) * SURE;
  if (probability < provided) return SURE + ((probability - sure) / (provided - sure)) * (PROVIDED - SURE);
  return PROVIDED + ((probability - provided) / (1 - provided)) * (1 - PROVIDED);
}
