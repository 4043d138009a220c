// Measures how well documents are read that nothing was learned from:
//   npm run eval -- sets|folds|curve|shipped [FOLDER OF FURTHER SETS] [SET,SET…]
// `sets` leaves each set (of those named) out in turn, `folds` a fifth of all documents, `curve` learns from a part of the rest; everything that is
// chosen, bounds included, is chosen inside the part learned from. `shipped` scores the model that ships, which has seen them.
import { MODEL, type ModelData } from '../src/elements/model.js';
import { isContrast, loadCorpus } from './corpus.js';
import { add, type Counts, countMissing, emptyCounts, f1, sureRight } from './count.js';
import { groupOf, type Prepared, prepare, trainModel } from './fit.js';

const [, , mode = 'sets', more, only] = process.argv;
const documents = loadCorpus(more);
const ordinary = (one: Prepared) => !isContrast(one.document);

if (mode === 'shipped') {
  const prepared = documents.map((document) => ({ document, substance: [], announcement: [] }));
  for (const group of groups())
    print(
      group,
      prepared.filter(({ document }) => groupOf(document) === group),
      MODEL,
    );
} else {
  const prepared = prepare(documents);
  if (mode === 'folds') folds(prepared);
  else if (mode === 'curve') for (const share of [0.1, 0.25, 0.5, 1]) leaveOut(prepared, share, `${share * 100} %  `);
  else leaveOut(prepared, 1, '');
}

function groups(): string[] {
  const all = new Set(documents.filter((document) => !isContrast(document)).map(groupOf));
  return [...all].filter((group) => !only || only.split(',').includes(group));
}

function folds(prepared: readonly Prepared[]): void {
  const all = emptyCounts();
  for (let fold = 0; fold < 5; fold++) {
    const isHeld = (_: Prepared, i: number) => i % 5 === fold;
    const model = trainModel(prepared.filter((one, i) => !isHeld(one, i)));
    add(
      all,
      print(
        `fold ${fold + 1}`,
        prepared.filter((one, i) => isHeld(one, i) && ordinary(one)),
        model,
      ),
    );
  }
  console.log(`all folds: ${say(all)}`);
}

/** @param share of the other documents that is learned from */
function leaveOut(prepared: readonly Prepared[], share: number, label: string): void {
  const counts: Counts[] = [];
  for (const group of groups()) {
    const others = prepared.filter(({ document }) => groupOf(document) !== group);
    const model = trainModel(others.filter((_, i) => share === 1 || (i * 37) % 100 < share * 100));
    const held = prepared.filter(({ document }) => groupOf(document) === group);
    counts.push(print(`${label}without ${group}`, held, model));
  }
  const average = (of: (one: Counts) => number) => counts.reduce((sum, one) => sum + of(one) / counts.length, 0);
  console.log(
    `${label}average of ${counts.length}: micro F1 ${(100 * average(f1)).toFixed(1)}, lowest ${(100 * Math.min(...counts.map(f1))).toFixed(1)}, false alarms ${average((one) => one.wrong / one.documents).toFixed(2)}, sure alarms right ${(100 * average(sureRight)).toFixed(1)} %, sure false alarms ${average((one) => (one.sure - one.sureRight) / one.documents).toFixed(2)}`,
  );
}

function print(name: string, held: readonly Prepared[], model: ModelData): Counts {
  const counts = countMissing(
    held.map(({ document }) => document),
    model,
  );
  console.log(`${name}: ${say(counts)}`);
  return counts;
}

function say(counts: Counts): string {
  const { documents: count, hits, wrong, missed, sure } = counts;
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  return [
    `${count} documents, micro F1 ${(100 * f1(counts)).toFixed(1)} (precision ${percent(hits, hits + wrong)}, recall ${percent(hits, hits + missed)})`,
    `false alarms ${(wrong / count).toFixed(2)}`,
    `sure alarms ${sure}, right ${percent(counts.sureRight, sure)} %, wrong ${((sure - counts.sureRight) / count).toFixed(2)} a document`,
    `provided by confidence ${counts.calibration.map(({ cases, provided }) => (cases ? Math.round((100 * provided) / cases) : '–')).join('/')} %`,
  ].join('; ');
}
