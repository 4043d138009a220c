/**
 * Trains the weights of the element detector on labelled documents and writes src/elements/trained-weights.ts.
 * Deterministic: the same catalogue and labels give the same file.
 * Run: npx tsx scripts/train-elements.ts LABELS.jsonl FOLDER
 */
import { writeFileSync } from 'node:fs';
import { loadLabelled, trainModel } from './labelled.js';

const [labels, folder] = process.argv.slice(2);
if (!labels || !folder) {
  console.error('Usage: npx tsx scripts/train-elements.ts LABELS.jsonl FOLDER');
  process.exit(2);
}
const model = trainModel(loadLabelled(labels, folder));
const data = (value: unknown) =>
  JSON.stringify(value, null, 2)
    .replace(/"/g, "'")
    .replace(/'(\w+)':/g, '$1:')
    .replace(/([^[{,])\n/g, '$1,\n')
    .replace(/\},?\n?$/, '}');
writeFileSync(
  new URL('../src/elements/trained-weights.ts', import.meta.url),
  `import type { ElementId } from './catalogue.js';

// Made by scripts/train-elements.ts from labelled documents. Do not edit.

/** Weights of signals, and the bias, per element; elements without labels have none here. */
export const TRAINED: Readonly<Partial<Record<ElementId, Readonly<Record<string, number>>>>> = ${data(model)};
`,
);
