import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIndex } from './generate/rule-index.js';

/** A file made from the project's data. */
export interface Generated {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

type Producer = () => Promise<Generated[]> | Generated[];

/**
 * Everything that is generated, in stages: what one writes is loaded by the next, so that once files were written the rest is
 * left to a new process. Each producer makes some files; add yours here.
 */
const stages: ReadonlyArray<() => Promise<Producer[]>> = [
  async () => [ruleIndex],
  async () => [
    (await import('./generate/validators.js')).validators,
    (await import('./generate/schemas.js')).editorSchemas,
    (await import('./generate/audit-page.js')).auditPageAssets,
  ],
  async () => [
    (await import('./generate/preset-pages.js')).presetPages,
    (await import('./generate/rule-pages.js')).rulePages,
    (await import('./generate/rule-tables.js')).ruleTables,
    (await import('./generate/commands.js')).commandFiles,
  ],
  async () => [(await import('./generate/sample-report.js')).sampleReport],
];

/** Writes the generated files, or with `--check` names those that are stale and fails. */
const isCheck = process.argv.includes('--check');
process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
for (const [index, producersOf] of stages.entries()) {
  const files = (await Promise.all((await producersOf()).map((produce) => produce()))).flat();
  const stale = files.filter((file) => read(file.path) !== file.content);
  for (const file of stale) settle(file);
  if (stale.length === 0) continue;
  if (!isCheck && index < stages.length - 1) startAnew();
  break;
}

function settle(file: Generated): void {
  if (isCheck) {
    console.error(`${file.path} is stale: run "npm run generate"`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(path.dirname(file.path), { recursive: true });
  writeFileSync(file.path, file.content);
  console.log(`wrote ${file.path}`);
}

function startAnew(): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}
