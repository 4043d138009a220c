import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIndex } from './generate/rule-index.js';
import { shippedPresets } from './generate/shipped-presets.js';

/** A file made from the project's data. */
export interface Generated {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

type Producer = () => Promise<Generated[]> | Generated[];

/** Files that git does not hold: every build writes them. They hang on no other of them. */
async function builtProducers(): Promise<Producer[]> {
  return [
    (await import('./generate/validators.js')).validators,
    (await import('./generate/schemas.js')).editorSchemas,
    (await import('./generate/audit-page.js')).auditPageAssets,
    (await import('./generate/commands.js')).commandFiles,
  ];
}

/** Pages that people read in the repository, which git holds. They load what is built. */
async function pageProducers(): Promise<Producer[]> {
  return [
    (await import('./generate/preset-pages.js')).presetPages,
    (await import('./generate/rule-pages.js')).rulePages,
    (await import('./generate/rule-tables.js')).ruleTables,
    (await import('./generate/sample-report.js')).sampleReport,
  ];
}

/**
 * Writes the generated files: all of them; with `--built` those that git does not hold; with `--check` these too, but of those that it
 * holds it names the stale ones and fails.
 */
const isCheck = process.argv.includes('--check');
const onlyBuilt = process.argv.includes('--built');
process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const indexIsStale = onlyBuilt ? false : await settle([ruleIndex], !isCheck);
if (!(isCheck && indexIsStale)) {
  await settle([shippedPresets], true);
  writeFirstValidators();
  const wroteBuilt = await settle(await builtProducers(), true);
  // What is loaded by now is what stood there before.
  if (wroteBuilt && !onlyBuilt) startAnew();
  else if (!onlyBuilt) await settle(await pageProducers(), !isCheck);
}

/**
 * A rule checks by validators that are made from the rules: where there are none yet, or those of another version, empty ones let the
 * rules load.
 */
function writeFirstValidators(): void {
  const file = 'src/generated/validators.js';
  const names = ['config', 'ownPreset', 'engineOptions', 'frontMatter', 'ruleOptions'];
  const [, exported = ''] = /^export \{([^{}]*)\}/m.exec(read(file) ?? '') ?? [];
  const there = new Set(exported.split(',').map((name) => name.trim()));
  if (names.some((name) => !there.has(name)))
    write({ path: file, content: `const [${names}] = [{}, {}, {}, {}, {}];\nexport { ${names.join(', ')} };\n` });
}

/**
 * Writes the files that are stale, or says which are.
 * @returns whether any was
 */
async function settle(producers: readonly Producer[], writes: boolean): Promise<boolean> {
  const files = (await Promise.all(producers.map((produce) => produce()))).flat();
  const stale = files.filter((file) => read(file.path) !== file.content);
  for (const file of stale) {
    if (writes) write(file);
    else console.error(`${file.path} is stale: run "npm run generate"`);
  }
  if (!writes && stale.length > 0) process.exitCode = 1;
  return stale.length > 0;
}

/** Puts a file in place whole: another build or a test may be reading it. */
function write(file: Generated): void {
  const aside = `${file.path}.${process.pid}`;
  mkdirSync(path.dirname(file.path), { recursive: true });
  writeFileSync(aside, file.content);
  renameSync(aside, file.path);
  console.log(`wrote ${file.path}`);
}

function startAnew(): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : null;
}
