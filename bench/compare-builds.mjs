// Compares what two builds say of folders: findings with all rules on and as configs have it, what inspect shows, and an audit.
// Usage: node bench/compare-builds.mjs [--without-elements] OLD NEW FOLDER…
//   OLD and NEW are checkouts with dist; ends with 1 where they differ.
//   --without-elements leaves out statuses of elements, and what follows from them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-elements': { type: 'boolean' } },
});
const [before, after, ...folders] = positionals.map((path) => resolve(path));
if (folders.length === 0) throw new Error('usage: node bench/compare-builds.mjs [--without-elements] OLD NEW FOLDER…');
const home = mkdtempSync(join(tmpdir(), 'jiedu-lint-compare-'));
const audit = join(home, 'audit.json');

const EVERYTHING = ['--preset', 'all', '--no-config-lookup'];
const COMMANDS = {
  'lint, all rules': ['lint', ...EVERYTHING, '--no-progress', '--exit-zero', '-f', 'json'],
  'lint, fixed': ['lint', ...EVERYTHING, '--no-progress', '--exit-zero', '-f', 'json', '--fix-dry-run'],
  'lint, configs': ['lint', '--no-progress', '--exit-zero', '-f', 'json'],
  inspect: ['inspect', '-f', 'json'],
  audit: ['audit', ...EVERYTHING, '--no-progress', '--date', '2024-06-01', '--json', audit],
};

/** What a build says: a text for each file, and one for the rest. */
function said(build, words, folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(build, 'bin/jiedu-lint.js'), ...words, '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, NODE_EXTRA_CA_CERTS: '' },
  });
  const isAudit = words.includes(audit);
  const parsed = JSON.parse(isAudit ? readFileSync(audit, 'utf8') : stdout);
  const { documents, ...figures } = isAudit ? parsed : { documents: parsed };
  const rest = { status, stderr, ...(isAudit && !flags['without-elements'] ? { stdout, figures } : {}) };
  return new Map([
    ['(the rest)', JSON.stringify(rest)],
    ...documents.map((file) => [file.filePath ?? file.path, JSON.stringify(shown(file))]),
  ]);
}

function shown(file) {
  if (!flags['without-elements']) return file;
  const isOther = ({ ruleId }) => !ruleId?.startsWith('element/');
  const { elements: _, ...rest } = file;
  for (const list of ['messages', 'suppressedMessages', 'findings', 'notCounted'])
    if (Array.isArray(rest[list])) rest[list] = rest[list].filter(isOther);
  // They count findings, those on elements among them.
  for (const count of Object.keys(rest).filter((key) => /^(?:compliant|errors|warnings|.*Count)$/.test(key)))
    if (count !== 'wordCount') delete rest[count];
  return rest;
}

let differing = 0;
for (const folder of folders) {
  for (const [name, words] of Object.entries(COMMANDS)) {
    const [old, now] = [before, after].map((build) => said(build, words, folder));
    const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
    console.log(`${folder}: ${name}: ${old.size - 1} files, ${paths.length === 0 ? 'alike' : 'different:'}`);
    for (const path of paths) console.log(`  ${path}\n${firstDifference(old.get(path) ?? '', now.get(path) ?? '')}`);
    differing += paths.length;
  }
}
rmSync(home, { recursive: true });
process.exitCode = differing > 0 ? 1 : 0;

/** Both texts around the first character in which they differ. */
function firstDifference(old, now) {
  let at = 0;
  while (at < old.length && old[at] === now[at]) at++;
  return [old, now].map((text, i) => `    ${'-+'[i]} ${text.slice(Math.max(0, at - 60), at + 120)}`).join('\n');
}
