// Builds what git does not hold: the generated files, then dist.
// node scripts/build.mjs             fails where the development dependencies are not installed
// node scripts/build.mjs --or-keep   leaves a dist that stands as it is then: npm runs "prepare" after installs without them, too
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const missing = Object.keys(devDependencies).filter((name) => !isInstalled(name));

if (!['esbuild', 'tsx', 'typescript', 'commander'].some((name) => missing.includes(name))) {
  try {
    run('--import', import.meta.resolve('tsx'), 'scripts/generate.ts', '--built');
    run('scripts/bundle.mjs');
  } catch ({ status }) {
    process.exitCode = status ?? 1;
  }
} else if (process.argv.includes('--or-keep') && existsSync(join(root, 'dist'))) {
  console.log('jiedu-lint is built already and kept as it is: the development dependencies are not installed.');
} else {
  console.error(`jiedu-lint cannot be built: development dependencies are not installed (${missing.join(', ')}).
In a clone run "npm ci --include=dev". To use the linter, install the published package or a tarball made by "npm pack".`);
  process.exitCode = 1;
}

/** Whether a package is where Node looks from here; some export no file that could be resolved. */
function isInstalled(name) {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return true;
    if (folder === dirname(folder)) return false;
  }
}

function run(...words) {
  execFileSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
