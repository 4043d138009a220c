import { ELEMENT_IDS } from '../src/elements/catalogue.js';
import { LinearClassifier } from '../src/elements/classifier.js';
import { confidenceOf, PROVIDED, SURE, signsOf } from '../src/elements/decision.js';
import type { ModelData } from '../src/elements/model.js';
import type { Labelled } from './corpus.js';

/** The elements that the rules on interpretation list; the other four are not counted. */
const NINE = 9;

/** Of “missing”, over nine elements. */
export interface Counts {
  documents: number;
  hits: number;
  wrong: number;
  missed: number;
  sure: number;
  sureRight: number;
  /** Cases by confidence, in tenths, and how many of them provide the element. */
  calibration: { cases: number; provided: number }[];
}

export function emptyCounts(): Counts {
  const calibration = Array.from({ length: 10 }, () => ({ cases: 0, provided: 0 }));
  return { documents: 0, hits: 0, wrong: 0, missed: 0, sure: 0, sureRight: 0, calibration };
}

export function add(all: Counts, one: Counts): void {
  for (const key of ['documents', 'hits', 'wrong', 'missed', 'sure', 'sureRight'] as const) all[key] += one[key];
  for (const [i, { cases, provided }] of one.calibration.entries()) {
    const sum = all.calibration[i];
    if (!sum) continue;
    sum.cases += cases;
    sum.provided += provided;
  }
}

/** Judges documents by a model and counts what it says is missing. */
export function countMissing(documents: readonly Labelled[], model: ModelData): Counts {
  const classifier = new LinearClassifier(model);
  const counts = emptyCounts();
  for (const document of documents) {
    counts.documents++;
    const scores = classifier.classify(document.lines);
    for (let e = 0; e < NINE; e++) {
      const provided = document.provided[e];
      if (typeof provided !== 'boolean') continue;
      const confidence = confidenceOf(
        model.decisions[ELEMENT_IDS[e] as keyof ModelData['decisions']],
        signsOf(scores, e),
      );
      const tenth = counts.calibration[Math.min(9, Math.floor(confidence * 10))];
      if (tenth) tenth.cases++;
      if (tenth && provided) tenth.provided++;
      const missing = confidence < PROVIDED;
      if (missing && provided) counts.wrong++;
      else if (missing) counts.hits++;
      else if (!provided) counts.missed++;
      if (confidence >= SURE) continue;
      counts.sure++;
      if (!provided) counts.sureRight++;
    }
  }
  return counts;
}

export function f1({ hits, wrong, missed }: Counts): number {
  return (2 * hits) / Math.max(1, 2 * hits + wrong + missed);
}

export function sureRight(counts: Counts): number {
  return counts.sureRight / Math.max(1, counts.sure);
}
