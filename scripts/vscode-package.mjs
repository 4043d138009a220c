// Packs the VS Code extension with the linter in it: whoever installs the .vsix needs neither Node nor npm.
// npm run vscode:package                       builds both and packs dist-vscode/jiedu-lint-VERSION.vsix
// node scripts/vscode-package.mjs --stage DIR  puts together what would be packed, without the packing tool
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const extension = join(root, 'editors', 'vscode');
const require = createRequire(join(root, 'package.json'));
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** What people install besides; the linter does without. */
const OPTIONAL = Object.keys(project.peerDependencies);
/** 4 needs Node 22. */
const PACKING_TOOL = '@vscode/vsce@3.9.2';

const asked = process.argv[2] === '--stage' ? process.argv[3] : undefined;
try {
  if (asked !== undefined) await stage(asked);
  else await pack();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-vsix-'));
  try {
    execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
    await stage(folder);
    const made = join(root, 'dist-vscode');
    mkdirSync(made, { recursive: true });
    const packagePath = join(made, `jiedu-lint-${project.version}.vsix`);
    const complaints = packInto(packagePath, folder);
    const files = filesUnder(folder);
    console.log(`${relative(root, packagePath)}: ${files.length} files, ${statSync(packagePath).size} bytes`);
    for (const [part, { count, bytes }] of partsOf(folder, files))
      console.log(`  ${part}: ${count} files, ${bytes} bytes`);
    if (complaints.length > 0) throw new Error(`vsce complains:\n${complaints.join('\n')}`);
    const { tryOut } = await import('./vscode-try.mjs');
    console.log(await tryOut(packagePath));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the extension together as it will be packed. Wants the linter built (`npm run build`). */
async function stage(folder) {
  const {
    private: _private,
    type: _type,
    ...manifest
  } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeJson(join(folder, 'package.json'), { ...manifest, version: project.version });
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json', 'l10n', 'icon.png', 'README.md'])
    cpSync(join(extension, name), join(folder, name), { recursive: true });
  for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, '.vscodeignore'), '# Everything here is wanted.\n');
  await bundle({ entryPoints: [join(extension, 'src', 'extension.ts')] }, join(folder, 'dist', 'extension.cjs'), [
    'vscode',
  ]);
  await stageTool(join(folder, 'tool'));
}

/** The linter as npm would install it, but for what only other programs use of it. */
async function stageTool(folder) {
  const { name, version, type, license } = project;
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeJson(join(folder, 'package.json'), { name, version, type, license });
  const programs = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'));
  for (const part of ['bin', 'docs/rules', 'schemas', 'dist/weights.txt', ...programs.map((name) => `dist/${name}`)])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  const code = programs.map((name) => readFileSync(join(root, 'dist', name), 'utf8')).join('\n');
  const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, id]) => id);
  // The segmenter is required by a name that the program hands over.
  const wanted = [...new Set([...required, 'jieba-wasm'])].filter(
    (id) => !/^(?:\.|node:)/.test(id) && !builtinModules.includes(id) && !OPTIONAL.includes(id),
  );
  await stageLibraries(join(folder, 'node_modules'), wanted);
}

/** All libraries in one file, so that what two of them share is there once; each runs when it is first asked for. */
async function stageLibraries(folder, ids) {
  const loaders = ids.map((id) => `${JSON.stringify(id)}: () => require(${JSON.stringify(id)})`);
  await bundle(
    { stdin: { contents: `module.exports = {${loaders.join(',\n')}};`, resolveDir: root } },
    join(folder, 'libraries.js'),
    OPTIONAL,
  );
  for (const id of ids) {
    const place = join(folder, id, 'index.js');
    const way = relative(dirname(place), join(folder, 'libraries.js')).replaceAll('\\', '/');
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `module.exports = require(${JSON.stringify(way)})[${JSON.stringify(id)}]();\n`);
    const source = dirname(require.resolve(id));
    for (const name of readdirSync(source))
      if (extname(name) === '.wasm') cpSync(join(source, name), join(folder, name));
  }
}

async function bundle(source, outfile, external) {
  await build({
    absWorkingDir: root,
    ...source,
    outfile,
    external,
    bundle: true,
    minify: true,
    platform: 'node',
    // The oldest VS Code that the manifest allows runs extensions with this one, as the command line may be.
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'warning',
  });
}

/**
 * Has the packing tool pack a folder. npm fetches it for this, without its packages' scripts, which fetch or build binaries.
 * @returns the lines in which it warns: it goes on after that, and we do not
 */
function packInto(packagePath, folder) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error('Start it by "npm run vscode:package".');
  const tool = ['exec', '--yes', '--ignore-scripts', `--package=${PACKING_TOOL}`, '--', 'vsce', 'package'];
  const words = [...tool, '--no-dependencies', '--allow-missing-repository', '--out', packagePath];
  const { status, stdout, stderr } = spawnSync(process.execPath, [npm, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`vsce: ${stdout}${stderr}`);
  return `${stdout}${stderr}`.split('\n').filter((line) => /^\W*warn/i.test(line));
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function partsOf(folder, files) {
  const parts = new Map();
  for (const file of files) {
    const [first, second, third] = relative(folder, file).split(/[\\/]/);
    const part = third === undefined ? (second === undefined ? '.' : first) : `${first}/${second}`;
    const { count, bytes } = parts.get(part) ?? { count: 0, bytes: 0 };
    parts.set(part, { count: count + 1, bytes: bytes + statSync(file).size });
  }
  return parts;
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
