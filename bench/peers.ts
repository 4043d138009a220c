/**
 * Measures this linter beside others on generated archives: all in one run on one machine, so that the ratios mean something.
 * They do different work; what they share is reading Markdown and judging it. Peers are installed in a scratch folder.
 * Run: npm run bench [-- --sizes 100,1000,10000] [--only jiedu-lint,rumdl] [--rounds 3] [--write]
 * `--write` puts the table into docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.js';
import { type Measured, median, run } from './measured-run.js';
import { machine, putInto, table } from './page-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = join(tmpdir(), 'jiedu-lint-bench');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
/** What takes longer is measured once. */
const PATIENT = 20_000;

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
const folders = sizes.map(corpusOf);
const largest = sizes[sizes.length - 1] ?? 0;
const rows = new Map<string, readonly (number | null)[]>();
for (const tool of tools) rows.set(tool.name, await rowOf(tool));
const markdown = [
  `${machine()}. Seconds by the clock, medians of ${rounds} (once where one takes over ${PATIENT / 1000} s); memory is the peak of all processes. In brackets the ratio to jiedu-lint's.`,
  '',
  table(
    [
      '',
      ...sizes.map((size) => `cold ${size}`),
      `warm ${largest}`,
      'start-up',
      ...sizes.map((size) => `memory ${size}`),
    ],
    withRatios(),
  ),
].join('\n');
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

/** A corpus of its own for each size, with what peers need to find their plugins. */
function corpusOf(size: number): string {
  const folder = join(scratch, `corpus-${size}`);
  if (existsSync(join(folder, 'eslint.config.mjs'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  writeCorpus(folder, size);
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

/** Seconds cold by size, warm, and at start-up; then megabytes by size. */
async function rowOf(tool: Tool): Promise<readonly (number | null)[]> {
  const cold: Measured[] = [];
  for (const folder of folders) cold.push(await several(tool.name, tool.cold, folder));
  const last = folders[folders.length - 1] ?? '.';
  let warm: number | null = null;
  if (tool.warm) {
    for (const cache of tool.caches ?? []) rmSync(join(last, cache), { recursive: true, force: true });
    await run(tool.warm, last);
    warm = (await several(tool.name, tool.warm, last)).milliseconds / 1000;
  }
  const start = await several(tool.name, tool.cold, corpusOf(1));
  const row = [
    ...cold.map(({ milliseconds }) => milliseconds / 1000),
    warm,
    start.milliseconds / 1000,
    ...cold.map(({ megabytes }) => megabytes),
  ];
  console.error(tool.name, ...row.map((value) => value?.toFixed(2) ?? '–'));
  return row;
}

async function several(name: string, words: readonly string[], folder: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await run(words, folder);
    if (one.status === null || one.status > 2) throw new Error(`${name} ended with ${one.status}: ${one.said}`);
    runs.push(one);
    if (one.milliseconds > PATIENT) break;
  }
  return {
    ...(runs[0] as Measured),
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

function withRatios(): string[][] {
  const own = [...rows.values()][0] ?? [];
  const seconds = sizes.length + 2;
  return [...rows].map(([name, row]) => [
    name,
    ...row.map((value, i) => {
      const beside = own[i];
      if (value === null || !beside) return '–';
      return `${i < seconds ? value.toFixed(2) : `${value.toFixed(0)} MB`} (${(value / beside).toFixed(1)})`;
    }),
  ]);
}
