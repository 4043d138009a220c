// Kills `--fix` at random moments. Afterwards every file has to be the old text or the new one, byte for byte, and what a killed
// run leaves beside them must not be taken for documents.
// Usage: node bench/fix-kill.mjs [rounds] [program]
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 200);
const program = process.argv[3] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'jiedu-lint.js');
const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-kill-'));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const RULES = ['doc-number-brackets', 'book-title-marks', 'fullwidth-punctuation'];
const args = [
  '--preset',
  'base',
  '--rule',
  'meta/schema: off',
  ...RULES.flatMap((name) => ['--rule', `format/${name}: warn`]),
];

const olds = new Map(
  Array.from({ length: 60 }, (_, i) => [
    `${i}.md`,
    `# 办法解读${i}\n\n${`根据国办发[2017]${i}号,制定《关于印发《办法》的通知》(以下简称《通知》)。\n\n`.repeat(1 + (i % 7) * 2)}`,
  ]),
);
const restore = () => {
  for (const [name, text] of olds) writeFileSync(join(folder, name), text);
};
const texts = () => new Map([...olds.keys()].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const leftovers = () => readdirSync(folder).filter((name) => !olds.has(name));
const lint = (...words) =>
  spawnSync(process.execPath, [program, ...args, ...words, '.'], { cwd: folder, env, maxBuffer: 2 ** 30 });
const documents = () =>
  JSON.parse(lint('-f', 'json', '--exit-zero').stdout)
    .map(({ filePath }) => basename(filePath))
    .sort();

restore();
const start = performance.now();
if (lint('--fix').status !== 0) throw new Error('--fix failed');
const whole = performance.now() - start;
const news = texts();
const unfixed = [...olds].filter(([name, text]) => news.get(name) === text);
if (unfixed.length > 0 || leftovers().length > 0) throw new Error('the run that was not killed did not do its work');

const seen = { damaged: 0, none: 0, some: 0, all: 0, leaving: 0 };
for (let round = 0; round < rounds; round++) {
  restore();
  const before = leftovers().length;
  await killed(round % 2 === 0);
  const found = [...texts()];
  const fixed = found.filter(([name, text]) => text === news.get(name)).length;
  const kept = found.filter(([name, text]) => text === olds.get(name)).length;
  if (fixed + kept < olds.size) seen.damaged++;
  seen[fixed === 0 ? 'none' : fixed === olds.size ? 'all' : 'some']++;
  if (leftovers().length > before) seen.leaving++;
}
const left = leftovers().length;
const mistaken = documents().filter((name) => !olds.has(name)).length;
restore();
const finished = lint('--fix').status === 0 && [...texts()].every(([name, text]) => text === news.get(name));

console.log(`${rounds} rounds over ${olds.size} files; a whole run takes ${whole.toFixed(0)} ms`);
console.log(`killed before the first file was fixed ${seen.none}, between ${seen.some}, after the last ${seen.all}`);
console.log(`rounds with a file that is neither old nor new: ${seen.damaged}`);
console.log(`temporary files left: ${left} (by ${seen.leaving} rounds); taken for documents: ${mistaken}`);
console.log(`a later run beside them fixes everything: ${finished ? 'yes' : 'NO'}`);
rmSync(folder, { recursive: true });
if (seen.damaged > 0 || mistaken > 0 || !finished) process.exitCode = 1;

/** A run that is killed after a random time, or right after a random change in the folder: most of those are temporary files. */
function killed(byTime) {
  return new Promise((resolve) => {
    let changes = Math.floor(Math.random() * olds.size * 4);
    const child = spawn(process.execPath, [program, ...args, '--fix', '.'], { cwd: folder, env, stdio: 'ignore' });
    const watcher = byTime ? null : watch(folder, () => changes-- <= 0 && child.kill('SIGKILL'));
    const timer = byTime ? setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + Math.random() * 0.8)) : null;
    child.on('exit', () => {
      watcher?.close();
      clearTimeout(timer);
      resolve();
    });
  });
}
