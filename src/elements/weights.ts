import { CATALOGUE, type ElementId } from './catalogue.js';
import { TRAINED } from './trained-weights.js';
import { makeScale, type Scale } from './weighing.js';

/**
 * The score of an element is a bias plus, for each signal that fired, its weight (more for repeated hits, up to four);
 * above 0 the element counts as provided. Weights start from the catalogue's strengths and are shifted a little by
 * scripts/train-elements.ts.
 */
export function scaleOf(element: ElementId): Scale {
  let scale = scales.get(element);
  if (!scale) {
    scale = makeScale(CATALOGUE[element].signals, biasOf(element), (signal) => weightOf(element, signal));
    scales.set(element, scale);
  }
  return scale;
}

const scales = new Map<ElementId, Scale>();

function weightOf(element: ElementId, signal: string): number {
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
