// npm run fuzz [file…]: every property test with 1000 new cases, or as many as FUZZ_RUNS says; FUZZ_SEED=N repeats a run.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { FUZZ_RUNS = '1000', FUZZ_SEED = 'random' } = process.env;
const asked = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));

console.log(`${FUZZ_RUNS} cases a property, seed ${FUZZ_SEED}`);
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const args = ['run', '--reporter', 'verbose', '--testTimeout', '3600000', ...(asked.length > 0 ? asked : files)];
const { status } = spawnSync(process.execPath, [vitest, ...args], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS, FUZZ_SEED },
});
process.exitCode = status ?? 2;
