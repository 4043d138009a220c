// How long a run over one file takes, in times of an empty script of Node's. Both run in turn, so that the machine's moods hit both.
// Usage: node bench/startup.mjs [runs]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? 40);
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
const cases = {
  'empty script': [empty],
  '--version': [bin, '--version'],
  'one plain draft': [bin, plain],
  'one draft and its policy': [bin, sample, '--no-config-lookup'],
  'the same under a config': [bin, sample],
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run < runs + 2; run++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { env, stdio: 'ignore' });
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    if (status === null || status > 1) throw new Error(`${name} ended with ${status}`);
    if (run >= 2) times[name].push(took);
  }
}
rmSync(folder, { recursive: true });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = times['empty script'];
console.log(`${'case'.padEnd(28)}median ms   min ms   ratio of medians   ratio of minima`);
for (const [name, values] of Object.entries(times)) {
  const ratio = median(values) / median(base);
  const least = Math.min(...values) / Math.min(...base);
  console.log(
    `${name.padEnd(28)}${median(values).toFixed(1).padStart(9)}${Math.min(...values)
      .toFixed(1)
      .padStart(9)}${ratio.toFixed(2).padStart(19)}${least.toFixed(2).padStart(18)}`,
  );
}
