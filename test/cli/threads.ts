import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import type { Io } from '../../src/cli/io.js';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Threads that run the sources as they are, bundled once for a file of tests. */
export function threadsForTests(): NonNullable<Io['threads']> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-threads-'));
  const file = join(folder, 'worker.cjs');
  beforeAll(async () => {
    // What is not bundled is found from where the bundle lies.
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
    await build({
      stdin: {
        contents: "import { work } from './src/cli/process.ts'; work((url) => import(url));",
        resolveDir: project,
        loader: 'ts',
      },
      absWorkingDir: project,
      outfile: file,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      define: { 'import.meta.url': '__filename' },
      external: ['nodejieba', 'jieba-wasm', 'ajv', 'unified', 'remark-parse', 'remark-gfm'],
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { script: file, limits: { maxOldGenerationSizeMb: 128, stackSizeMb: 1 }, cores: () => 2 };
}
