// How much memory a run holds at most, over invented archives of several sizes (`corpus.ts`); the time by the clock and the processor's.
// Usage: npm run build && npx tsx bench/memory.mjs [documents…, else 1000 10000]; 100000 documents take 760 MB of disk and some minutes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000];
const here = dirname(fileURLToPath(import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'jiedu-lint-memory-'));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const cache = ['--cache', '--cache-location', join(scratch, 'cache')];
/** Ways to run; each of a size after the other, so that the second with a cache finds it. */
const WAYS = {
  'json, one thread': ['--concurrency', 'off', '-f', 'json', '-o', join(scratch, 'report.json')],
  'stylish, one thread': ['--concurrency', 'off', '-f', 'stylish', '-o', devNull],
  'json, threads': ['-f', 'json', '-o', join(scratch, 'report.json')],
  'cold cache': ['--concurrency', 'off', ...cache, '-f', 'json', '-o', join(scratch, 'report.json')],
  'warm cache': ['--concurrency', 'off', ...cache, '-f', 'json', '-o', join(scratch, 'report.json')],
};

console.log(
  `${'documents'.padStart(10)}  ${'run'.padEnd(22)}${'MB'.padStart(8)}${'seconds'.padStart(10)}${'of CPU'.padStart(10)}`,
);
for (const size of sizes) {
  const folder = join(scratch, `${size}`);
  writeCorpus(folder, size);
  for (const [name, words] of Object.entries(WAYS)) {
    const { kilobytes, cpu, seconds } = measured(folder, words);
    const cells = [
      (kilobytes / 1024).toFixed(0).padStart(8),
      seconds.toFixed(1).padStart(10),
      cpu.toFixed(1).padStart(10),
    ];
    console.log(`${String(size).padStart(10)}  ${name.padEnd(22)}${cells.join('')}`);
  }
  rmSync(folder, { recursive: true });
  rmSync(join(scratch, 'cache'), { force: true });
}
rmSync(scratch, { recursive: true });

function measured(cwd, words) {
  const file = join(scratch, 'max-rss');
  const args = [
    '--require',
    join(here, 'max-rss.cjs'),
    join(here, '..', 'bin', 'jiedu-lint.js'),
    '--exit-zero',
    ...words,
    '.',
  ];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env: { ...env, MAX_RSS_FILE: file } });
  if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`);
  return { ...JSON.parse(readFileSync(file, 'utf8')), seconds: (performance.now() - start) / 1000 };
}
