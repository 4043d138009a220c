// Bundles the command line and the public API, and keeps V8's compiled code of the former beside it:
// unbundled the libraries take most of a short run's time to load.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { modelApart, weights } from './model.mjs';
import { draftPage } from './page.mjs';
import { stubbed, UNREACHED } from './stubs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Made aside and put in place when whole: a build that fails leaves the last one standing.
const made = join(root, `dist-${process.pid}`);

/** Loaded only by runs that need them, from node_modules. */
const EXTERNAL = [
  'ajv',
  'nodejieba',
  'jieba-wasm',
  'remark-parse',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'parse5',
];

/** What makes Markdown of Word files: hundred modules, which take a thread longer to load than a short paper to convert. */
const CONVERTING = [
  'unified',
  'remark-gfm',
  'remark-stringify',
  'rehype-remark',
  'jszip',
  'mdast-util-to-markdown',
  'saxes',
];

/** What given libraries bring along and we call never, or hardly ever. */
const stubs = stubbed({
  ...UNREACHED,
  // commander runs executables as subcommands; ours are functions.
  'node:child_process': 'module.exports = {};',
  // Its tables take long to unpack, and few documents hold an entity.
  entities: `let loaded;
const entities = () => (loaded ??= require(${JSON.stringify(fileURLToPath(import.meta.resolve('entities')))}));
${['decodeHTML', 'decodeHTMLStrict', 'escapeHTML'].map((name) => `exports.${name} = (text) => entities().${name}(text);`).join('\n')}`,
});

/** Reads the weights from the file beside the bundles. @param folder the expression for theirs */
const modelIn = (folder) =>
  modelApart(
    `readFileSync(join(${folder}, 'weights.txt'))`,
    "import { readFileSync } from 'node:fs'; import { join } from 'node:path';",
  );

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: [...EXTERNAL, ...CONVERTING],
  plugins: [stubs],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

mkdirSync(made);
process.on('exit', () => rmSync(made, { recursive: true, force: true }));
const cli = await build({
  ...shared,
  external: EXTERNAL,
  entryPoints: ['src/cli/process.ts'],
  outfile: join(made, 'cli.cjs'),
  format: 'cjs',
  minify: true,
  charset: 'ascii',
  define: { 'import.meta.url': '__filename' },
  plugins: [stubs, modelIn('__dirname')],
  // Code run from a cache cannot call import(); require serves.
  supported: { 'dynamic-import': false },
});
await build({
  ...shared,
  entryPoints: ['src/start.cjs', 'src/worker.cjs'],
  outdir: made,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  bundle: false,
  external: undefined,
  plugins: [],
});
const api = await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outfile: join(made, 'index.js'),
  format: 'esm',
  charset: 'utf8',
  plugins: [stubs, modelIn('import.meta.dirname')],
  minifySyntax: true,
  // What CommonJS libraries in it ask for.
  banner: {
    js: "import { createRequire as _createRequire } from 'node:module';\nconst require = _createRequire(import.meta.url);",
  },
});
writeFileSync(join(made, 'weights.txt'), weights);
const page = await draftPage();
writeFileSync(join(made, '核查.html'), page.html);
writeFileSync(join(made, 'licenses.txt'), licencesOf([cli, api, ...page.builds]));
writeFileSync(join(made, 'index.d.ts'), "export * from './types/src/index.js';\n");
execFileSync(
  process.execPath,
  [
    fileURLToPath(new URL('./bin/tsc', import.meta.resolve('typescript/package.json'))),
    '-p',
    'tsconfig.types.json',
    '--outDir',
    join(made, 'types'),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
const bundle = readFileSync(join(made, 'cli.cjs'), 'utf8');
writeFileSync(
  join(made, 'cli.cjs'),
  asciiOnly(`(function (exports, require, module, __filename, __dirname) {${bundle}\n})`),
);
// The seed and one thread fix the order of what V8 writes, so that two builds of one state are the same to the byte.
execFileSync(process.execPath, ['--predictable', '--random-seed=1', join(root, 'scripts', 'compile.cjs'), made], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);

/** Escapes what esbuild leaves in regular expressions, so that the bundle can be read without decoding. */
function asciiOnly(code) {
  // In a raw template an escape would be four letters and digits, not a character.
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code))
    throw new Error('String.raw with characters beyond ASCII cannot be escaped');
  return code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The licences of the libraries that are part of the bundles, which their terms want to go along. */
function licencesOf(builds) {
  const files = builds.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const at = join(root, folder);
      const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
      const own = readdirSync(at).filter((file) => /^licen[cs]e/i.test(file));
      const texts = own.map((file) => readFileSync(join(at, file), 'utf8').trim());
      return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
