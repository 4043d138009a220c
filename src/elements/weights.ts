import { CATALOGUE, type ElementId } from './catalogue.js';
import { TRAINED } from './trained-weights.js';

/**
 * The score of an element is a bias plus, for each signal that fired, its weight (more for repeated hits, up to four);
 * above 0 the element counts as provided. Weights start from the catalogue's strengths and are shifted a little by
 * scripts/train-elements.ts.
 */
export function scoreOf(element: ElementId, firedSignals: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const id of firedSignals) counts.set(id, (counts.get(id) ?? 0) + 1);
  let score = biasOf(element);
  for (const [id, count] of counts) score += weightOf(element, id) * strengthOf(count);
  return score;
}

/** How much a signal counts that fired `count` times: once is 1, four times or more 1.5. */
export function strengthOf(count: number): number {
  return count === 0 ? 0 : 1 + (Math.min(count, 4) - 1) / 6;
}

export function weightOf(element: ElementId, signal: string): number {
  return TRAINED[element]?.[signal] ?? priorOf(element, signal);
}

function biasOf(element: ElementId): number {
  return TRAINED[element]?.bias ?? priorBiasOf(element);
}

/** The weight a signal has before training. */
export function priorOf(element: ElementId, signal: string): number {
  const strength = CATALOGUE[element].signals.find(({ id }) => id === signal)?.weight;
  return strength ? PRIOR_WEIGHT[strength] : 0;
}

/**
 * The bias an element has before training. What nearly every interpretation provides is believed on less: there one
 * signal of strength 2 suffices.
 */
export function priorBiasOf(element: ElementId): number {
  return CATALOGUE[element].usual ? -1.3 : -2;
}

const PRIOR_WEIGHT = { 1: 0.7, 2: 1.4, 3: 2.8 } as const;
