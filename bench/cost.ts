/**
 * What a document costs, and what a finding: a line fitted to the processor time over archives (`corpus.ts`) whose documents have 0, 1
 * and 10 findings more than the drafts have. Needs dist (npm run build).
 * Run: npx tsx bench/cost.ts [documents, 3000 if absent] [--write]
 * `--write` puts the table into docs/performance.md.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { withFindings } from './corpus-markup.js';
import { median, ownRun } from './measured-run.js';
import { machine, putInto, table } from './page-table.js';

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const documents = Number(positionals[0] ?? 3000);
const ROUNDS = 3;
const scratch = mkdtempSync(join(tmpdir(), 'jiedu-lint-cost-'));
const report = join(scratch, 'report.json');
const words = ['--concurrency', 'off', '-f', 'json', '-o', report];
const cached = [...words, '--cache', '--cache-location', join(scratch, 'cache')];

/** Of each archive: findings a document, and milliseconds a document, cold and warm. */
const points: { readonly findings: number; readonly cold: number; readonly warm: number }[] = [];
for (const planted of [0, 1, 10]) {
  const folder = join(scratch, 'archive');
  await writeCorpus(folder, documents, ({ path, text }) => ({ path, bytes: withFindings(text, planted) }));
  const cold = await timeOf(folder, words);
  await ownRun(folder, cached);
  const warm = await timeOf(folder, cached);
  const results = JSON.parse(readFileSync(report, 'utf8')) as { messages: unknown[] }[];
  const findings = results.reduce((sum, { messages }) => sum + messages.length, 0) / documents;
  points.push({ findings, cold, warm });
  rmSync(folder, { recursive: true });
  rmSync(join(scratch, 'cache'));
}
rmSync(scratch, { recursive: true });

const ms = (value: number) => value.toFixed(3);
const markdown = [
  `${machine()}. ${documents.toLocaleString('en')} documents, one thread; milliseconds of processor time a document, medians of ${ROUNDS}, start-up shared out among them.`,
  '',
  table(
    ['', ...points.map(({ findings }) => `${findings.toFixed(1)} findings`), 'a document', 'a finding'],
    (['cold', 'warm'] as const).map((way) => {
      const { slope, start } = line(points.map((point) => [point.findings, point[way]]));
      return [way, ...points.map((point) => ms(point[way])), ms(start), ms(slope)];
    }),
  ),
].join('\n');
console.log(markdown);
if (values.write) putInto('performance.md', 'cost', markdown);

async function timeOf(folder: string, how: readonly string[]): Promise<number> {
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await ownRun(folder, how));
  return (median(runs).cpu * 1000) / documents;
}

/** The line of least squares through points. */
function line(at: readonly (readonly [x: number, y: number])[]): { slope: number; start: number } {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const [x, y] = [mean(at.map(([value]) => value)), mean(at.map(([, value]) => value))];
  const slope = mean(at.map(([one, other]) => (one - x) * (other - y))) / mean(at.map(([one]) => (one - x) ** 2));
  return { slope, start: y - slope * x };
}
