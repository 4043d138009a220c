// Packs the project, installs the tarball in an empty folder and runs what it holds, as a user would.
// node scripts/pack-check.mjs   (asks the registry for the dependencies; not part of the tests)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The page and the weights of the model, there twice, are half of it. */
const MAX_BYTES = 5 * 1024 * 1024;
const ALLOWED =
  /^(?:package\.json|LICENSE|CHANGELOG\.md|README(?:\.zh-CN)?\.md|(?:bin|dist|presets|schemas|templates|man|completions|docs)\/.+)$/;

/** Not in git: what of them is not built is not packed. */
const BUILT = [
  'dist/cli.cjs',
  'dist/weights.txt',
  'dist/核查.html',
  'dist/index.d.ts',
  'man/jiedu-lint.1',
  ...['bash', 'fish', 'zsh'].map((shell) => `completions/jiedu-lint.${shell}`),
  ...['audit', 'config', 'front-matter', 'preset'].map((name) => `schemas/${name}.schema.json`),
];

const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-pack-'));
const home = join(folder, 'empty');
mkdirSync(home);
const failures = [];
try {
  const packed = pack();
  expect(pack().integrity === packed.integrity, 'packing twice gives two different tarballs');
  const strange = packed.files.filter(({ path }) => !ALLOWED.test(path));
  expect(strange.length === 0, `files that users do not need: ${strange.map(({ path }) => path).join(', ')}`);
  const left = BUILT.filter((file) => !packed.files.some(({ path }) => path === file));
  expect(left.length === 0, `built files that are left out: ${left.join(', ')}`);
  expect(packed.size < MAX_BYTES, `${packed.size} bytes are more than ${MAX_BYTES}`);
  console.log(
    `${packed.filename}: ${packed.files.length} files, ${packed.size} bytes, ${packed.unpackedSize} unpacked`,
  );

  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm('install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed.filename));
  writeFileSync(join(home, 'draft.md'), '---\nkind: interpretation\n---\n# 解读\n\n很好！\n\n#### 细\n\n见上。\n');
  writeFileSync(
    join(home, 'plugin.js'),
    `import { defineRule } from 'jiedu-lint';
const words = { 'zh-CN': '级', en: 'level' };
export default { name: 'p', rules: [defineRule({ id: 'p/depth', kinds: 'any', demand: words, severity: 'warn',
  needs: 'tree',
  messages: { m: { what: words, todo: words } },
  check: ({ document, report }) => document.tree.children.length > 0 && report({ messageId: 'm', at: { start: 0, end: 1 } }) })] };\n`,
  );
  writeFileSync(join(home, 'jiedu-lint.config.yaml'), 'plugins: ./plugin.js\nrules: { p/depth: warn }\n');
  const version = run('npx', '--no-install', 'jiedu-lint', '--version');
  expect(
    version.status === 0 && version.stdout.trim() === packed.version,
    `--version: ${version.stdout}${version.stderr}`,
  );
  const lint = run('npx', '--no-install', 'jiedu-lint', '-f', 'compact', 'draft.md');
  expect(lint.status === 1 && lint.stdout.includes('p/depth'), `lint: ${lint.status} ${lint.stdout}${lint.stderr}`);
  const schema = run(process.execPath, '-p', "require('jiedu-lint/schemas/config.schema.json').type");
  expect(schema.stdout.trim() === 'object', `schema: ${schema.stdout}${schema.stderr}`);
  for (const words of [
    ['explain', 'element/scope'],
    ['completion', 'bash'],
    ['init', '--yes', '--preset', 'all'],
  ]) {
    const { status, stderr } = run('npx', '--no-install', 'jiedu-lint', ...words);
    expect(status === (words[0] === 'init' ? 2 : 0), `${words.join(' ')}: ${status} ${stderr}`);
  }
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  const server = spawnSync('npx', ['--no-install', 'jiedu-lint', 'lsp', '--stdio'], {
    cwd: home,
    encoding: 'utf8',
    input: messages.map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`).join(''),
  });
  expect(server.status === 0 && server.stdout.includes('hoverProvider'), `lsp: ${server.stdout}${server.stderr}`);
  writeFileSync(
    join(home, 'api.js'),
    "import { lintFiles } from 'jiedu-lint';\nconsole.log((await lintFiles('draft.md')).length);\n",
  );
  const api = run(process.execPath, 'api.js');
  expect(api.stdout.trim() === '1', `API: ${api.stdout}${api.stderr}`);
  writeFileSync(
    join(home, 'types.ts'),
    "import { type Plugin, defineRule, lintText, RuleTester } from 'jiedu-lint';\nconst plugin: Plugin = { name: 'p' };\nexport const all = [plugin, defineRule, RuleTester, (await lintText('')).messages[0]?.ruleId];\n",
  );
  const tsc = fileURLToPath(new URL('./bin/tsc', import.meta.resolve('typescript/package.json')));
  const types = run(
    process.execPath,
    tsc,
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    '--types',
    '',
    'types.ts',
  );
  expect(types.status === 0, `types: ${types.stdout}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
if (failures.length === 0) console.log('The tarball works in an empty folder.');

function pack() {
  const printed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.replace(/^[^[]*/, ''))[0];
}

function npm(...words) {
  execFileSync('npm', words, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
}

function run(command, ...words) {
  return spawnSync(command, words, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function expect(isSo, what) {
  if (!isSo) failures.push(what);
}
