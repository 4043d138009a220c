/**
 * What worker threads bring: wall time, processor time and memory of cold runs over invented archives, by number of files and of
 * threads; each the best of some runs. Needs dist (npm run build).
 * Run: npx tsx bench/workers.ts [files, 50,100,200,400,1000,10000 if absent] [threads, off,1,2,auto] [runs, 3]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.js';
import { type Measured, ownRun } from './measured-run.js';

const [files = '50,100,200,400,1000,10000', threads = 'off,1,2,auto', runs = '3'] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'jiedu-lint-workers-'));

console.log(`${availableParallelism()} processors, Node ${process.version}; best of ${runs}`);
console.log('files    threads   wall s   cpu s   MB');
for (const count of files.split(',').map(Number)) {
  const folder = join(home, String(count));
  await writeCorpus(folder, count);
  for (const number of threads.split(',')) {
    const all: Measured[] = [];
    for (let run = 0; run < Number(runs); run++)
      all.push(await ownRun(folder, ['--concurrency', number, '-f', 'json', '-o', join(home, 'out.json')]));
    const best = (key: keyof Measured) => Math.min(...all.map((run) => run[key]));
    const cells = [best('wall').toFixed(2), best('cpu').toFixed(2), best('megabytes').toFixed(0)];
    console.log(`${String(count).padEnd(9)}${number.padEnd(8)}${cells.map((cell) => cell.padStart(8)).join('')}`);
  }
  rmSync(folder, { recursive: true });
}
rmSync(home, { recursive: true });
