/**
 * Measures element detection against labelled documents: a table per element, the same cross-checked (weights trained
 * without the fold), and every disagreement with its evidence.
 * Run: npm run eval -- LABELS.jsonl FOLDER
 */

import { type Labelled, loadLabelled, scoreWith, trainModel } from '../scripts/labelled.js';
import { ELEMENT_IDS, type ElementId } from '../src/elements/catalogue.js';
import { detectElements } from '../src/elements/detect.js';
import { detectRevision } from '../src/elements/revision.js';

const FOLDS = 5;

const [labels, folder] = process.argv.slice(2);
if (!labels || !folder) {
  console.error(
    'eval needs labelled documents:\n  npm run eval -- LABELS.jsonl FOLDER\n' +
      'LABELS.jsonl holds one JSON object a line: {"file", "revises", "elements": {id: {"provided", "status", "evidence"}}};\n' +
      'FOLDER holds the files it names.',
  );
  process.exit(2);
}

/** Counts with "missing" as the positive class. */
interface Counts {
  truePositive: number;
  falseAlarm: number;
  overlooked: number;
  status: number;
  statusOf: number;
}

const labelled = loadLabelled(labels, folder);
const ids = ELEMENT_IDS.filter((id) => labelled.some(({ label }) => label.elements[id]));
const findings = labelled.map(({ document }) => detectElements(document));

console.log(`${labelled.length} documents\n`);
table('As shipped', (id, index) => findings[index]?.[id].status ?? 'absent');
console.log();
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  trainModel(labelled.filter((_, index) => index % FOLDS !== fold)),
);
table(`Cross-checked (${FOLDS} folds, weights trained without the fold)`, (id, index) => {
  const { announced, fired } = labelled[index] as Labelled;
  if (announced[id]) return 'section';
  const weights = folds[index % FOLDS]?.[id];
  const provided = weights
    ? fired[id].length > 0 && scoreWith(weights, fired[id]) > 0
    : isProvided(findings[index]?.[id].status);
  return provided ? 'prose' : 'absent';
});
console.log();
revision();
console.log('\nDisagreements');
disagreements();

function table(title: string, statusOf: (id: ElementId, index: number) => string): void {
  console.log(title);
  console.log('element                precision recall     F1   (of "missing")      status');
  const total: Counts = { truePositive: 0, falseAlarm: 0, overlooked: 0, status: 0, statusOf: 0 };
  const scores: number[] = [];
  for (const id of ids) {
    const counts: Counts = { truePositive: 0, falseAlarm: 0, overlooked: 0, status: 0, statusOf: 0 };
    labelled.forEach(({ label }, index) => {
      const want = label.elements[id];
      const got = statusOf(id, index);
      if (want?.status) {
        counts.statusOf++;
        if (want.status === got) counts.status++;
      }
      if (typeof want?.provided !== 'boolean') return;
      if (!want.provided) counts[isProvided(got) ? 'overlooked' : 'truePositive']++;
      else if (!isProvided(got)) counts.falseAlarm++;
    });
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
    const { truePositive, falseAlarm, overlooked } = counts;
    // An element that (nearly) no document lacks would make the mean a matter of luck.
    if (truePositive + falseAlarm + overlooked > 3) scores.push(f1(counts));
    console.log(
      `${id.padEnd(22)} ${percent(truePositive / (truePositive + falseAlarm || 1))}  ${percent(truePositive / (truePositive + overlooked || 1))}  ${percent(f1(counts))}   ${String(truePositive + overlooked).padStart(3)} missing   ${percent(counts.status / counts.statusOf)}`,
    );
  }
  const macro = scores.reduce((a, b) => a + b, 0) / scores.length;
  console.log(
    `micro F1 ${percent(f1(total))}   macro F1 ${percent(macro)}   false alarms a document ${(total.falseAlarm / labelled.length).toFixed(2)}   status ${percent(total.status / total.statusOf)}`,
  );
}

function revision(): void {
  const known = labelled.filter(({ label }) => label.revises !== null);
  const wrong = known.filter(({ label, document }) => detectRevision(document).revises !== label.revises);
  console.log(
    `revises: right on ${percent(1 - wrong.length / known.length)} % (no weights are trained for it); wrong: ${wrong.map(({ label }) => label.file).join(', ')}`,
  );
}

function disagreements(): void {
  for (const id of ids) {
    labelled.forEach(({ label }, index) => {
      const want = label.elements[id];
      const got = findings[index]?.[id];
      if (!got || typeof want?.provided !== 'boolean' || want.provided === isProvided(got.status)) return;
      console.log(`  ${want.provided ? 'wrongly missing' : 'wrongly found  '} ${id} in ${label.file}`);
      if (want.evidence?.length) console.log(`      label: ${want.status}: ${want.evidence.join(' | ')}`);
      if (got.evidence) console.log(`      found: ${got.status} by ${got.reason}: ${got.evidence.slice(0, 80)}`);
    });
  }
}

function isProvided(status: string | undefined): boolean {
  return status === 'section' || status === 'prose';
}

function f1({ truePositive, falseAlarm, overlooked }: Counts): number {
  if (truePositive === 0) return falseAlarm + overlooked === 0 ? 1 : 0;
  return (2 * truePositive) / (2 * truePositive + falseAlarm + overlooked);
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
