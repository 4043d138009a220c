// Builds what git does not hold: the generated files, then dist.
// node scripts/build.mjs             fails where the development dependencies are not installed
// node scripts/build.mjs --prepare   as npm's "prepare", which may run without them
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isPrepare = process.argv.includes('--prepare');
const { npm_execpath: npm, npm_config_global: isGlobal, npm_config_location: _, ...env } = process.env;

try {
  if (hasTools()) build();
  else if (isPrepare && existsSync(join(root, 'dist')))
    console.error('jiedu-lint keeps the dist it has: there are no development dependencies to build it with.');
  else if (isPrepare && npm !== undefined && isGlobal === 'true') {
    // npm install -g of a git address, which pre-commit runs too, prepares the clone by an install that takes itself for global.
    run([npm, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
    build();
  } else {
    console.error(
      'jiedu-lint cannot be built, for its development dependencies are not installed: run "npm ci --include=dev" in the clone first. To use the linter no clone is needed: npm installs the package, or its git address.',
    );
    process.exitCode = 1;
  }
} catch (error) {
  // What failed has said why.
  if (error.status === undefined) throw error;
  process.exitCode = 1;
}

/** Whether the development dependencies are installed: npm installs all of them, or none. */
function hasTools() {
  return ['esbuild', 'tsx', 'typescript'].every((name) => {
    try {
      return import.meta.resolve(`${name}/package.json`) !== '';
    } catch {
      return false;
    }
  });
}

function build() {
  run(['--import', 'tsx', 'scripts/generate.ts', '--built']);
  run(['scripts/bundle.mjs']);
}

function run(words) {
  execFileSync(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
}
