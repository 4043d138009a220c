// Kills runs while they write a cache, suppressions, a report, an audit, imported texts or fixes. Afterwards every file has to be the old one or
// the new one, byte for byte, and a later run has to do its work beside what the killed ones left, and take none of that for a document. Then two
// runs write at once: nothing may be lost.
// Usage: node bench/write-kill.mjs [rounds] [program] [what alone, fix for instance]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 200);
const only = process.argv[4];
const program = process.argv[3] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'jiedu-lint.js');
const world = mkdtempSync(join(tmpdir(), 'jiedu-lint-kill-'));
const [folder, out] = [join(world, 'archive'), join(world, 'archive', 'out')];
const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
const env = { ...rest, XDG_CACHE_HOME: join(world, 'home') };
mkdirSync(join(folder, '.git'), { recursive: true });
mkdirSync(out);
mkdirSync(join(folder, 'in'));
for (let i = 0; i < 15; i++) {
  writeFileSync(
    join(folder, `${i}.md`),
    `---\nkind: interpretation\ntitle: 《办法》解读\n---\n\n一、背景\n\n根据云政发[2024]${i}号,甲:乙。\n`,
  );
  writeFileSync(
    join(folder, 'in', `${i}.html`),
    `<html><body><h1>关于办法${i}的解读</h1><p>为了规范管理，制定本办法。</p></body></html>`,
  );
}
const lint = ['--preset', 'all', '--exit-zero', '--concurrency', 'off'];
const one = [...lint, '0.md'];

const FORMS = [
  ...['--date', '2024-06-01'],
  ...['html', 'xlsx', 'csv', 'json'].flatMap((form) => [`--${form}`, `out/a.${form}`]),
];
const DRAFTS = new Map(
  Array.from({ length: 60 }, (_, i) => {
    const paragraph = `根据国办发[2017]${i}号,制定《关于印发《办法》的通知》(以下简称《通知》)。\n\n`;
    return [`${i}.md`, Buffer.from(`# 办法解读${i}\n\n${paragraph.repeat(1 + (i % 7) * 2)}`).toString('latin1')];
  }),
);

/** What is run, and what is there before: what another run writes, or texts. All is compared byte for byte, hence read as Latin 1. */
const KINDS = {
  cache: {
    words: [...lint, '--cache', '--cache-location', 'out/cache', '.'],
    before: [...one, '--cache', '--cache-location', 'out/cache'],
  },
  suppressions: {
    words: [...lint, '--suppress-all', '--suppressions-location', 'out/s.json', '.'],
    before: [...one, '--suppress-all', '--suppressions-location', 'out/s.json'],
  },
  report: {
    words: [...lint, '-f', 'json', '-o', 'out/r.json', '.'],
    before: [...one, '-f', 'json', '-o', 'out/r.json'],
  },
  audit: { words: ['audit', '.', ...FORMS], before: ['audit', '0.md', ...FORMS] },
  import: { words: ['import', 'in', '-o', 'out'] },
  fix: { words: [...lint, '--fix', 'out'], texts: DRAFTS },
};

const run = (words) => spawnSync(process.execPath, [program, ...words], { cwd: folder, env, maxBuffer: 2 ** 30 });
const isOurs = (name) => !/^\.jiedu-lint-\w+\.tmp$|\.lock$/.test(name);
const files = () =>
  new Map(
    readdirSync(out)
      .filter(isOurs)
      .map((name) => [name, readFileSync(join(out, name), 'latin1')]),
  );
const clear = () => {
  for (const name of readdirSync(out)) rmSync(join(out, name));
};
const restore = (state) => {
  for (const name of readdirSync(out)) if (isOurs(name)) rmSync(join(out, name));
  for (const [name, text] of state) writeFileSync(join(out, name), text, 'latin1');
};
const same = (a, b) => a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);

let failed = false;
for (const [kind, { words, before, texts = new Map() }] of Object.entries(KINDS)) {
  if (only !== undefined && kind !== only) continue;
  clear();
  restore(texts);
  if (before) run(before);
  const old = files();
  const start = performance.now();
  const ended = run(words).status;
  const whole = performance.now() - start;
  const made = files();
  if (ended > 1 || made.size === 0 || same(old, made))
    throw new Error(`${kind}: the run that was not killed did not do its work`);
  const seen = { none: 0, some: 0, all: 0, damaged: 0, leaving: 0 };
  for (let round = 0; round < rounds; round++) {
    clear();
    restore(old);
    await killed(words, whole, round % 3 === 0);
    const found = files();
    const bad = [...found].filter(([name, text]) => text !== old.get(name) && text !== made.get(name));
    const lost = [...old.keys()].filter((name) => !found.has(name));
    if (bad.length + lost.length > 0) seen.damaged++;
    seen[same(found, old) ? 'none' : same(found, made) ? 'all' : 'some']++;
    if (readdirSync(out).length > found.size) seen.leaving++;
  }
  const listed = JSON.parse(run([...lint, '--no-ignore', '-f', 'json', 'out', '0.md']).stdout);
  const mistaken = listed.filter(({ filePath }) => !isOurs(basename(filePath))).length;
  // A lock that a killed run left is waited for, then broken.
  restore(before ? old : texts);
  const finished = run(words).status <= 1 && same(files(), made);
  console.log(
    `${kind}: ${rounds} rounds, killed before it wrote ${seen.none}, in between ${seen.some}, after ${seen.all}; with a file that is neither old nor new ${seen.damaged}; leaving something beside ${seen.leaving}, of it taken for documents ${mistaken}; a later run does its work: ${finished ? 'yes' : 'NO'}`,
  );
  failed ||= seen.damaged > 0 || mistaken > 0 || !finished;
}

const together = (...lists) =>
  Promise.all(
    lists.map(
      (words) =>
        new Promise((resolve) =>
          spawn(process.execPath, [program, ...words], { cwd: folder, env, stdio: 'ignore' }).on('exit', resolve),
        ),
    ),
  );
const half = (part) =>
  Array.from({ length: 15 }, (_, i) => i)
    .filter((i) => i % 2 === part)
    .map((i) => `${i}.md`);
const pairs = only === undefined ? Math.max(1, Math.round(rounds / 10)) : 0;
const lost = { suppressions: 0, cache: 0, report: 0, import: 0 };
for (let round = 0; round < pairs; round++) {
  clear();
  const rule = (id) => [...lint, '--suppressions-location', 'out/s.json', '--suppress-rule', id, '.'];
  await together(rule('format/doc-number-brackets'), rule('format/fullwidth-punctuation'));
  const text = existsSync(join(out, 's.json')) ? readFileSync(join(out, 's.json'), 'utf8') : '';
  if (!text.includes('doc-number-brackets') || !text.includes('fullwidth-punctuation')) lost.suppressions++;
  const cached = (part) => [...lint, '--cache', '--cache-location', 'out/cache', ...half(part)];
  await together(cached(0), cached(1));
  const cache = readFileSync(join(out, 'cache'), 'utf8');
  if (Array.from({ length: 15 }, (_, i) => cache.includes(`/${i}.md"`)).includes(false)) lost.cache++;
  await together(KINDS.report.words, KINDS.report.words);
  try {
    // The drafts, and the pages that are to be imported.
    if (JSON.parse(readFileSync(join(out, 'r.json'), 'utf8')).length !== 30) lost.report++;
  } catch {
    lost.report++;
  }
  await together(KINDS.import.words, KINDS.import.words);
  const texts = readdirSync(out)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(out, name), 'utf8'));
  if (texts.length !== 15 || texts.some((one) => !one.includes('制定本办法'))) lost.import++;
  if (readdirSync(out).some((name) => !isOurs(name))) failed = true;
}
console.log(`two writers at once, ${pairs} rounds each; lost or damaged: ${JSON.stringify(lost)}`);
rmSync(world, { recursive: true });
if (failed || Object.values(lost).some((count) => count > 0)) process.exitCode = 1;

/** A run that is killed after a random time, or right after a random change beside its output. */
function killed(words, whole, byTime) {
  return new Promise((resolve) => {
    let changes = Math.floor(Math.random() * (words.includes('--fix') ? 240 : 12));
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, env, stdio: 'ignore' });
    const watcher = byTime ? null : watch(out, () => changes-- <= 0 && child.kill('SIGKILL'));
    const timer = byTime ? setTimeout(() => child.kill('SIGKILL'), whole * (0.3 + Math.random() * 0.8)) : null;
    child.on('exit', () => {
      watcher?.close();
      clearTimeout(timer);
      resolve();
    });
  });
}
