// How long an archive takes without a cache, with a cold and with a warm one. It is made of pairs of policy and interpretation.
// Usage: node bench/cache.mjs [files] [warm runs]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const count = Number(process.argv[2] ?? 2000);
const warmRuns = Number(process.argv[3] ?? 5);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-cache-'));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const sample = (name) =>
  readdirSync(join(root, 'fixtures/archives/sample', name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(root, 'fixtures/archives/sample', name, file), 'utf8'));
const policies = sample('policies');
const interpretations = sample('interpretations');
let bytes = 0;
for (const name of ['policies', 'interpretations']) mkdirSync(join(folder, name));
for (let i = 0; i < count / 2; i++) {
  // No two files are alike, in number, title and text.
  const own = (text) =>
    `${text.replace(/〕\d{1,3}号/g, `〕${i + 1}号`).replace(/^(title|标题): ?(.*)$/m, `$1: $2（${i}）`)}\n本件为第${i}件。\n`;
  const policy = own(policies[i % policies.length]);
  const interpretation = own(interpretations[i % interpretations.length]).replace(
    /^(policy|政策文件):.*$/m,
    `$1: ../policies/${i}.md`,
  );
  writeFileSync(join(folder, 'policies', `${i}.md`), policy);
  writeFileSync(join(folder, 'interpretations', `${i}.md`), interpretation);
  bytes += Buffer.byteLength(policy) + Buffer.byteLength(interpretation);
}
writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: recommended\n');

function lint(...words) {
  const start = process.hrtime.bigint();
  const args = [join(root, 'bin', 'jiedu-lint.js'), '-f', 'json', '--exit-zero', ...words, '.'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`ended with ${status}`);
  return { took: Number(process.hrtime.bigint() - start) / 1e6, report: stdout.toString() };
}

const show = (name, took) => console.log(`${name.padEnd(24)}${took.toFixed(0).padStart(8)} ms`);
const without = lint();
const cold = lint('--cache');
const warm = Array.from({ length: warmRuns }, () => lint('--cache'));
const agree = [cold, ...warm].every(({ report }) => report === without.report);
console.log(`${count} files, ${(bytes / 2 ** 20).toFixed(1)} MB`);
show('without a cache', without.took);
show('cold', cold.took);
show('warm (median)', warm.map(({ took }) => took).toSorted((a, b) => a - b)[Math.floor(warmRuns / 2)]);
show('warm (least)', Math.min(...warm.map(({ took }) => took)));
console.log(
  `cache ${(statSync(join(folder, '.jiedu-lint-cache')).size / 2 ** 20).toFixed(1)} MB; reports ${agree ? 'alike' : 'DIFFER'}`,
);
if (!process.env.KEEP) rmSync(folder, { recursive: true });
else console.log(folder);
if (!agree) process.exitCode = 1;
