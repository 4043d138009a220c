/**
 * Lets the program live long: `--watch` and the language server over an archive whose files change at random, and watches
 * their memory. Ends with 1 where memory grows, a process ends, or what they say in the end is not what a fresh run says.
 * Run: npx tsx bench/soak.ts [minutes, 30 if absent] [documents, 300 if absent] [seed]
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus.js';
import { Editor } from './soak-editor.js';
import { hostileText, type Random, randomFrom } from './soak-texts.js';

const [minutes = '30', documents = '300', seed = String(Date.now() % 1e6)] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'jiedu-lint.js');
const random = randomFrom(Number(seed));
/** Milliseconds between two changes, and between two readings of memory. */
const PACE = 150;
const READING = 10_000;
/** Memory of the last fifth of the run over that of the second: the first fills caches. */
const MOST_GROWTH = 1.15;

const CONFIGS = [
  'extends: recommended\n',
  'extends: all\n',
  'extends: recommended\nrules:\n  element/scope: [error, { heading: true }]\n',
  'extends: recomended\n',
  'rules: [\n',
];

interface Reading {
  readonly name: string;
  readonly megabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-soak-'));
const report = join(folder, 'report.out');
const failures: string[] = [];
const readings: Reading[] = [];
await writeCorpus(folder, Number(documents), undefined, Number(seed));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const originals = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const watcher = spawn(process.execPath, [bin, '--watch', '-f', 'json', '-o', report, '.'], {
  cwd: folder,
  stdio: 'ignore',
});
const editor = await Editor.start(bin, folder);
const living: readonly (readonly [string, ChildProcess])[] = [
  ['watch', watcher],
  ['lsp', editor.process],
];
for (const [name, child] of living) child.on('exit', (code) => !isOver && failures.push(`${name} ended with ${code}`));

let isOver = false;
let changes = 0;
const end = Date.now() + Number(minutes) * 60_000;
for (let nextReading = 0; Date.now() < end && failures.length === 0; changes++) {
  if (Date.now() >= nextReading) {
    readings.push(...living.map(([name, child]) => ({ name, megabytes: memoryOf(child) })));
    nextReading = Date.now() + READING;
  }
  if (random(3) === 0) await editor.work(random, join(folder, pick(files, random)));
  else changeDisk(random);
  await sleep(PACE);
}
await settle();
for (const [name] of living) judge(name);
isOver = true;
watcher.kill('SIGINT');
await editor.stop();
rmSync(folder, { recursive: true, force: true });
console.log(`${changes} changes in ${minutes} minutes, seed ${seed}`);
for (const failure of failures) console.log(failure);
process.exit(failures.length > 0 ? 1 : 0);

function changeDisk(random: Random): void {
  const name = pick(files, random);
  const path = join(folder, name);
  const original = originals.get(name) ?? '';
  const kinds = [
    () => writeFileSync(path, original),
    () => writeFileSync(path, `${original}\n${hostileText(random)}\n`),
    () => writeFileSync(path, original.slice(0, random(original.length))),
    () => writeFileSync(path, hostileText(random)),
    () => rmSync(path, { force: true }),
    () => {
      writeFileSync(`${path}.new`, original.replaceAll('。', '；'));
      renameSync(`${path}.new`, path);
    },
    () => writeFileSync(join(folder, 'jiedu-lint.config.yaml'), pick(CONFIGS, random)),
  ];
  pick(kinds, random)();
}

/** Puts everything right again, waits until nothing moves, and compares what the watcher wrote with a fresh run. */
async function settle(): Promise<void> {
  writeFileSync(join(folder, 'jiedu-lint.config.yaml'), 'extends: recommended\n');
  for (const [name, text] of originals) writeFileSync(join(folder, name), text);
  await sleep(2000);
  const fresh = spawnSync(process.execPath, [bin, '-f', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  for (let tries = 0; tries < 60; tries++) {
    if (readFileSync(report, 'utf8') === fresh.stdout) return;
    await sleep(1000);
  }
  failures.push('what --watch says in the end is not what a fresh run says');
}

function judge(name: string): void {
  const values = readings.filter((one) => one.name === name).map(({ megabytes }) => megabytes);
  const fifth = Math.max(1, Math.floor(values.length / 5));
  const early = median(values.slice(fifth, 2 * fifth));
  const late = median(values.slice(-fifth));
  console.log(
    `${name}: ${early.toFixed(0)} MB in the second fifth, ${late.toFixed(0)} MB in the last, at most ${Math.max(...values).toFixed(0)} MB`,
  );
  if (late > early * MOST_GROWTH) failures.push(`${name} grows: ${early.toFixed(0)} → ${late.toFixed(0)} MB`);
}

/** Resident memory in megabytes; of a process that has ended, none. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return 0;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[random(items.length)] as T;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
