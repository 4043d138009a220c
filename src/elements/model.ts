import type { ElementId } from './catalogue.js';
import { LinearClassifier, type WeightTable } from './classifier.js';
import type { DecisionModel } from './decision.js';
import data from './model.json' with { type: 'json' };

/** All that training yields (training/README.md says how). */
export interface ModelData {
  readonly version: string;
  readonly substance: WeightTable;
  readonly announcement: WeightTable;
  readonly decisions: Readonly<Record<ElementId, DecisionModel>>;
  /** What the signs of a revision count, by name (`revision.ts`). */
  readonly revision: Readonly<Record<string, number>>;
}

/** The model that ships. */
export const MODEL: ModelData = data;

/** The classifier that ships; its weights are unpacked when it is first asked for. */
export function classifier(): LinearClassifier {
  shipped ??= new LinearClassifier(MODEL);
  return shipped;
}

let shipped: LinearClassifier | undefined;
