/**
 * How memory and time grow with an archive: the most a run holds, by the clock and of the processor, over invented archives
 * (`corpus.ts`) of several sizes. Needs dist (npm run build). 100,000 documents take 760 MB of disk and some minutes.
 * Run: npx tsx bench/memory.ts [documents…, 100 1000 10000 100000 if absent] [--write]
 * `--write` puts the table into docs/performance.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { type Measured, ownRun } from './measured-run.js';
import { machine, putInto, table } from './page-table.js';

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000, 10_000, 100_000];
const scratch = mkdtempSync(join(tmpdir(), 'jiedu-lint-memory-'));
const report = ['-f', 'json', '-o', join(scratch, 'report.json')];
const cache = ['--cache', '--cache-location', join(scratch, 'cache')];
/** Ways to run, in this order over each archive, so that the last finds the cache of the one before. */
const WAYS = {
  threads: report,
  'one thread': ['--concurrency', 'off', ...report],
  'filling a cache': [...cache, ...report],
  'with that cache': [...cache, ...report],
};

const measured = new Map<string, Measured[]>();
for (const size of sizes) {
  const folder = join(scratch, `${size}`);
  await writeCorpus(folder, size);
  for (const [name, words] of Object.entries(WAYS)) {
    const run = await ownRun(folder, words);
    measured.set(name, [...(measured.get(name) ?? []), run]);
    console.error(size, name, cell(run));
  }
  rmSync(folder, { recursive: true });
  rmSync(join(scratch, 'cache'), { force: true });
}
rmSync(scratch, { recursive: true });

const markdown = [
  `${machine()}. Of each run: the most memory all its threads held together, seconds by the clock, seconds of processor time.`,
  '',
  table(
    ['documents', ...sizes.map((size) => size.toLocaleString('en'))],
    [...measured].map(([name, runs]) => [name, ...runs.map(cell)]),
  ),
].join('\n');
console.log(markdown);
if (values.write) putInto('performance.md', 'memory', markdown);

function cell({ megabytes, wall, cpu }: Measured): string {
  return `${megabytes.toFixed(0)} MB, ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s`;
}
