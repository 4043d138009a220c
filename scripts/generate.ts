import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSchemas } from './generate/schemas.js';
import { validators } from './generate/validators.js';

/** A file made from the project's data. */
export interface Generated {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** Everything that is generated. Each producer makes some files; add yours here. */
const producers: ReadonlyArray<() => Promise<Generated[]> | Generated[]> = [validators, editorSchemas];

/** Writes the generated files, or with `--check` names those that are stale and fails. */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const files = (await Promise.all(producers.map((produce) => produce()))).flat();
const stale = files.filter((file) => read(path.join(root, file.path)) !== file.content);

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file.path} is stale: run "npm run generate"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const file of stale) {
    mkdirSync(path.dirname(path.join(root, file.path)), { recursive: true });
    writeFileSync(path.join(root, file.path), file.content);
    console.log(`wrote ${file.path}`);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}
