// npm run fuzz [file…]: every property test with 1000 new cases, or as many as FUZZ_RUNS says; FUZZ_SEED=N repeats a run.
// Before that, without files: texts that each regular expression almost matches, and how its time grows with them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expressionsIn, sourceFiles } from './expressions/gather.js';
import { growthOn, pumpsOf } from './expressions/pumps.js';

const { FUZZ_RUNS = '1000', FUZZ_SEED = 'random' } = process.env;
const asked = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));

const slow = asked.length > 0 ? 0 : pumpAll();
console.log(`${FUZZ_RUNS} cases a property, seed ${FUZZ_SEED}`);
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const args = ['run', '--reporter', 'verbose', '--testTimeout', '3600000', ...(asked.length > 0 ? asked : files)];
const { status } = spawnSync(process.execPath, [vitest, ...args], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS, FUZZ_SEED },
});
process.exitCode = status || (slow > 0 ? 1 : 0);

/** @returns how many expressions took three times the time, or more, for twice the text */
function pumpAll(): number {
  const expressions = sourceFiles('.').flatMap((name) => expressionsIn('.', name).literals);
  let pumps = 0;
  let worse = 0;
  for (const expression of expressions)
    for (const pump of pumpsOf(expression)) {
      pumps++;
      const growth = growthOn(expression, pump);
      if (growth === null || growth < 3) continue;
      worse++;
      console.error(`${expression.at}: ×${growth.toFixed(1)} for twice ${JSON.stringify(pump)}`);
    }
  console.log(`${pumps} almost matching texts for ${expressions.length} expressions, ${worse} worse than linear`);
  return worse;
}
