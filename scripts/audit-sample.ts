import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../src/cli/main.js';

/** Audits the sample archive and writes the four reports into `audit-sample/`, which git ignores. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'audit-sample');
mkdirSync(folder, { recursive: true });
const files = ['html', 'xlsx', 'csv', 'json'].flatMap((format) => [`--${format}`, join(folder, `audit.${format}`)]);
process.exitCode = await main(
  ['audit', '.', ...files],
  {
    cwd: join(root, 'fixtures/archives/sample'),
    env: process.env,
    colors: false,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin: async () => new Uint8Array(),
  },
  { root, version: process.env.npm_package_version ?? '' },
);
