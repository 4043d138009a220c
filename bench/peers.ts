/**
 * Measures this linter beside others on generated archives: all in one run on one machine, so that the ratios mean something.
 * They do different work; what they share is reading Markdown and judging it. Peers are installed in a scratch folder.
 * Run: npm run bench [-- --size 10000] [--archives plain,marked,mixed] [--only jiedu-lint,rumdl] [--rounds 3] [--write]
 * `--write` puts the tables into docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ARCHIVES, type ArchiveName, writeCorpus } from './corpus.js';
import { type Measured, median, run } from './measured-run.js';
import { machine, putInto, table } from './page-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(tmpdir(), 'jiedu-lint-bench');
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    archives: { type: 'string', default: Object.keys(ARCHIVES).join(',') },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean' },
  },
});
const size = Number(values.size);
const rounds = Number(values.rounds);
/** Seconds; what takes longer is measured once. */
const PATIENT = 20;

interface Tool {
  readonly name: string;
  readonly packages: readonly string[];
  /** The words of a run over the working folder without a cache. */
  readonly cold: readonly string[];
  /** With a cache that a run before has filled; absent where there is none. */
  readonly warm?: readonly string[];
  readonly caches?: readonly string[];
}

const bin = (name: string) => join(scratch, 'peers', 'node_modules', '.bin', name);
const own = join(root, 'bin', 'jiedu-lint.js');

const TOOLS: readonly Tool[] = [
  {
    name: 'jiedu-lint',
    packages: [],
    cold: [process.execPath, own, '-f', 'json', '.'],
    warm: [process.execPath, own, '-f', 'json', '--cache', '.'],
    caches: ['.jiedu-lint-cache'],
  },
  {
    name: 'jiedu-lint, one thread',
    packages: [],
    cold: [process.execPath, own, '-f', 'json', '--concurrency', 'off', '.'],
  },
  { name: 'markdownlint-cli2', packages: ['markdownlint-cli2'], cold: [bin('markdownlint-cli2'), '**/*.md'] },
  {
    name: 'ESLint + @eslint/markdown',
    packages: ['eslint', '@eslint/markdown'],
    cold: [bin('eslint'), '.'],
    warm: [bin('eslint'), '--cache', '--cache-strategy', 'content', '.'],
    caches: ['.eslintcache'],
  },
  {
    name: 'remark-cli',
    packages: ['remark-cli', 'remark-preset-lint-recommended', 'remark-gfm', 'remark-frontmatter'],
    cold: [
      bin('remark'),
      '.',
      '--quiet',
      '--no-stdout',
      '-u',
      'frontmatter',
      '-u',
      'gfm',
      '-u',
      'preset-lint-recommended',
    ],
  },
  { name: 'zhlint', packages: ['zhlint'], cold: [bin('zhlint'), '**/*.md'] },
  {
    name: 'rumdl',
    packages: ['rumdl'],
    cold: [bin('rumdl'), 'check', '--no-cache', '.'],
    warm: [bin('rumdl'), 'check', '.'],
    caches: ['.rumdl_cache'],
  },
  { name: 'AutoCorrect', packages: ['autocorrect-node'], cold: [bin('autocorrect'), '--lint', '.'] },
];

const only = values.only?.split(',');
const tools = TOOLS.filter(({ name }) => !only || only.includes(name));
install();
const parts = [
  `${machine()}. ${size.toLocaleString('en')} documents; seconds by the clock and, behind the stroke, of processor time, medians of ${rounds} (once where one takes over ${PATIENT} s); memory is the peak of all processes. In brackets the ratio to jiedu-lint's time by the clock, and memory.`,
];
for (const name of values.archives.split(',') as ArchiveName[]) {
  const folder = await corpusOf(name, size);
  // The others read no Word files: what they would be measured on is the plain archive, a part of it.
  const able = tools.filter(({ packages }) => name !== 'mixed' || packages.length === 0);
  parts.push(`**${name}**`, await tableOf(able, folder, name === 'plain' ? await corpusOf(name, 1) : null));
}
const markdown = parts.join('\n\n');
console.log(markdown);
if (values.write) putInto('performance.md', 'peers', markdown);

function install(): void {
  const folder = join(scratch, 'peers');
  const packages = [...new Set(tools.flatMap((tool) => tool.packages))].filter(
    (name) => !existsSync(join(folder, 'node_modules', name)),
  );
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  if (packages.length > 0)
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
}

/** A corpus of its own for each archive and size, with what peers need to find their plugins. */
async function corpusOf(name: ArchiveName, count: number): Promise<string> {
  const folder = join(scratch, `${name}-${count}`);
  if (existsSync(join(folder, 'eslint.config.mjs'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  await writeCorpus(folder, count, ARCHIVES[name]);
  symlinkSync(join(scratch, 'peers', 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  writeFileSync(join(folder, '.remarkignore'), 'node_modules\n');
  writeFileSync(join(folder, '.markdownlint-cli2.yaml'), 'ignores: [node_modules]\n');
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    "import markdown from '@eslint/markdown';\nexport default [{ files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm', languageOptions: { frontmatter: 'yaml' }, rules: markdown.configs.recommended[0].rules }];\n",
  );
  return folder;
}

/** What each tool takes over a folder, cold, with a cache, and, where one is given, over a folder of one document. */
async function tableOf(able: readonly Tool[], folder: string, single: string | null): Promise<string> {
  const rows: string[][] = [];
  let own: readonly (Measured | null)[] = [];
  for (const tool of able) {
    const runs = [
      await several(tool.cold, folder),
      await warmRun(tool, folder),
      single && (await several(tool.cold, single)),
    ];
    const taken = runs as (Measured | null)[];
    if (rows.length === 0) own = taken;
    const cells = taken.slice(0, single ? 3 : 2).map((one, i) => timeCell(one, own[i]));
    const [cold] = taken;
    rows.push([
      tool.name,
      ...cells,
      beside(cold?.megabytes ?? 0, own[0]?.megabytes ?? 0, (value) => `${value.toFixed(0)} MB`),
    ]);
    console.error(folder, ...(rows.at(-1) as string[]));
  }
  return table(['', 'cold', 'warm', ...(single ? ['start-up'] : []), 'memory'], rows);
}

async function warmRun(tool: Tool, folder: string): Promise<Measured | null> {
  if (!tool.warm) return null;
  for (const cache of tool.caches ?? []) rmSync(join(folder, cache), { recursive: true, force: true });
  await run(tool.warm, folder);
  return several(tool.warm, folder);
}

async function several(words: readonly string[], folder: string): Promise<Measured> {
  const runs: Measured[] = [];
  while (runs.length < rounds && (runs.at(-1)?.wall ?? 0) <= PATIENT) runs.push(await run(words, folder));
  return median(runs);
}

function timeCell(one: Measured | null, own: Measured | null | undefined): string {
  return one && own ? beside(one.wall, own.wall, (value) => `${value.toFixed(2)} / ${one.cpu.toFixed(2)}`) : '–';
}

function beside(value: number, own: number, shown: (value: number) => string): string {
  return `${shown(value)} (${(value / own).toFixed(1)})`;
}
