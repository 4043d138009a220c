/**
 * What worker threads bring: wall time, processor time and memory of cold runs over invented archives, by number of files and of
 * threads; each the best of some runs. Needs dist (npm run build).
 * Run: npx tsx bench/workers.ts [files, 50,100,200,400,1000,10000 if absent] [threads, off,1,2,auto] [runs, 3]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.js';

const [files = '50,100,200,400,1000,10000', threads = 'off,1,2,auto', runs = '3'] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'jiedu-lint-workers-'));
const bin = resolve(import.meta.dirname, '../bin/jiedu-lint.js');
const peak = resolve(import.meta.dirname, 'peak.cjs');

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

console.log(`${availableParallelism()} processors, Node ${process.version}; best of ${runs}`);
console.log('files    threads   wall s   cpu s   MB');
for (const count of files.split(',').map(Number)) {
  const folder = join(home, String(count));
  writeCorpus(folder, count);
  for (const number of threads.split(',')) {
    const all = Array.from({ length: Number(runs) }, () => measured(folder, number));
    const best = (key: keyof Run) => Math.min(...all.map((run) => run[key]));
    const cells = [best('wall').toFixed(2), best('cpu').toFixed(2), best('rss').toFixed(0)];
    console.log(`${String(count).padEnd(9)}${number.padEnd(8)}${cells.map((cell) => cell.padStart(8)).join('')}`);
  }
  rmSync(folder, { recursive: true });
}
rmSync(home, { recursive: true });

function measured(cwd: string, number: string): Run {
  const file = join(home, 'peak.json');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', peak, bin, '--concurrency', number, '-f', 'json', '-o', join(home, 'out.json'), '.'],
    { cwd, encoding: 'utf8', env: { ...process.env, PEAK_FILE: file } },
  );
  const wall = (performance.now() - start) / 1000;
  if (status === 2 || status === null) throw new Error(stderr);
  return { wall, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Run, 'wall'>) };
}
