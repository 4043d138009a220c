/**
 * How long a run over one file takes, in times of an empty script of Node's. All run in turn, so that the machine's moods hit all.
 * Run: npx tsx bench/startup.ts [runs, 40 if absent] [--write]
 * `--write` puts the table into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine, putInto, table } from './page-table.js';

const { values: flags, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const runs = Number(positionals[0] ?? 40);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-startup-'));
const empty = join(folder, 'empty.js');
writeFileSync(empty, '');
const plain = join(folder, 'plain.md');
const sample = join(root, 'fixtures/archives/sample/interpretations/food-stalls.md');
const body = readFileSync(sample, 'utf8')
  .replace(/^---\n[\s\S]*?\n---\n/, '')
  .replace(/\]\([^)]*\)/g, '](https://a.example/)');
writeFileSync(
  plain,
  `---\nkind: interpretation\ntitle: 《云溪市食品摊贩经营管理办法》政策解读\npolicy: https://a.example/\n---\n${body}`,
);
// Reading extra certificates adds 60 ms to every start of Node's and would hide the difference.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const bin = join(root, 'bin', 'jiedu-lint.js');
const cases: Readonly<Record<string, readonly string[]>> = {
  'empty script': [empty],
  '--version': [bin, '--version'],
  'one plain draft': [bin, plain],
  'one draft and its policy': [bin, sample, '--no-config-lookup'],
  'the same under a config': [bin, sample],
};
const times = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run < runs + 2; run++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    if (status === null || status > 1) throw new Error(`${name} ended with ${status}`);
    if (run >= 2) times.get(name)?.push(took);
  }
}
rmSync(folder, { recursive: true });

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const base = times.get('empty script') ?? [];
const markdown = [
  `${machine()}. Milliseconds by the clock, of ${runs} runs each.`,
  '',
  table(
    ['', 'median', 'least', 'ratio of medians', 'ratio of the least'],
    [...times].map(([name, values]) => [
      name,
      median(values).toFixed(0),
      Math.min(...values).toFixed(0),
      (median(values) / median(base)).toFixed(2),
      (Math.min(...values) / Math.min(...base)).toFixed(2),
    ]),
  ),
].join('\n');
console.log(markdown);
if (flags.write) putInto('performance.md', 'startup', markdown);
