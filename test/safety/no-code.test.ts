import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BuiltPackage } from '../built-package.js';
import { folderWith } from '../files/folder.js';

const program = await BuiltPackage.get();
afterAll(() => program.remove());

/** Code that leaves a trace where it runs, whatever loads it. */
const TRACE = 'ran.txt';
const COMMONJS = `require('node:fs').writeFileSync(require('node:path').join(process.cwd(), '${TRACE}'), '');\n`;
const MODULE = `import { writeFileSync } from 'node:fs';\nwriteFileSync(process.cwd() + '/${TRACE}', '');\nexport default { name: 'p', rules: [] };\n`;
const BODY = '\n# 《办法》解读\n\n一、背景\n\n待补充。\n';

/** Runs the program on a folder and says whether anything in it was run as code. */
function ranCode(folder: string, args: readonly string[], cwd = folder): boolean {
  const { status, stderr } = spawnSync(process.execPath, [program.script, ...args], { cwd, encoding: 'utf8' });
  expect(status, stderr).not.toBe(null);
  expect([0, 1, 2]).toContain(status);
  return [folder, cwd].some((place) => existsSync(join(place, TRACE)));
}

describe('front matter is data', () => {
  it.each([
    ['JavaScript by its name', `---js\n${COMMONJS}\nmodule.exports = { title: 'x' }\n---\n`],
    ['JavaScript, written out', `---javascript\n({ title: ${JSON.stringify(COMMONJS)} })\n---\n`],
    ['CoffeeScript', `---coffee\n${COMMONJS}\n---\n`],
    [
      'JSON with a constructor',
      `---json\n{ "constructor": { "prototype": { "title": 1 } }, "__proto__": { "kind": "policy" } }\n---\n`,
    ],
    ['a YAML tag for functions', `---\ntitle: !!js/function >\n  function () { ${COMMONJS.trim()} }\n---\n`],
    ['a YAML tag for regular expressions', '---\ntitle: !!js/regexp /(a+)+$/\n---\n'],
    ['a YAML tag of Python', `---\ntitle: !!python/object/apply:os.system ["touch ${TRACE}"]\n---\n`],
    [
      'keys of prototypes',
      '---\n__proto__: { kind: policy }\nconstructor: { prototype: { toString: 1 } }\ntoString: 1\n---\n',
    ],
    [
      'words of templates',
      `---\ntitle: "\${${COMMONJS.trim().replaceAll('"', "'")}} {{x}} <%= x %> $(touch ${TRACE}) \`touch ${TRACE}\`"\n---\n`,
    ],
  ])('%s', (_name, head) => {
    const folder = folderWith({ 'a.md': head + BODY, '.git/HEAD': '' });
    for (const args of [
      ['--preset', 'all', '-f', 'json', '.'],
      ['inspect', 'a.md'],
      ['--fix', '.'],
      ['audit', '.'],
    ])
      expect(ranCode(folder, args)).toBe(false);
  });
});

describe('what lies beside the documents is not run', () => {
  const beside = {
    'jiedu-lint.config.js': COMMONJS,
    'jiedu-lint.config.mjs': MODULE,
    'jiedu-lint.config.cjs': COMMONJS,
    'eslint.config.js': COMMONJS,
    '.jiedu-lintrc.js': COMMONJS,
    'package.json': '{ "type": "commonjs", "main": "index.js", "scripts": { "prepare": "touch ran.txt" } }',
    'index.js': COMMONJS,
    ...Object.fromEntries(
      [
        'nodejieba',
        'jieba-wasm',
        'ajv',
        'unified',
        'remark-parse',
        'yaml',
        'commander',
        'write-excel-file',
        'saxes',
        'mdast-util-to-markdown',
      ].flatMap((name) => [
        [`node_modules/${name}/index.js`, COMMONJS],
        [`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`],
      ]),
    ),
    '.git/hooks/pre-commit': `#!/bin/sh\ntouch ${TRACE}\n`,
    '.git/config': `[core]\n\tfsmonitor = touch ${TRACE}\n`,
    'a.md': `---\nkind: interpretation\n---\n${BODY}`,
  };

  it.each([
    ['linting', ['--preset', 'all', '.']],
    ['fixing', ['--fix', '.']],
    ['inspecting', ['inspect', 'a.md']],
    ['an audit', ['audit', '.', '--html', 'a.html', '--xlsx', 'a.xlsx']],
    ['many files at once', ['--concurrency', '2', '.']],
    ['a cache', ['--cache', '.']],
    ['init', ['init', '--yes']],
  ])('%s', (_name, args) => {
    expect(ranCode(folderWith(beside), args)).toBe(false);
  });
});

describe('plugins', () => {
  const foreign = () =>
    folderWith({
      'docs/jiedu-lint.config.yaml': 'plugins: ./plugin.mjs\n',
      'docs/plugin.mjs': MODULE,
      'docs/a.md': BODY,
      'jiedu-lint.config.yaml': 'extends: []\n',
    });

  it('of folders that are linted from elsewhere are not loaded', () => {
    const folder = foreign();
    expect(ranCode(join(folder, 'docs'), ['docs'], folder)).toBe(false);
    expect(ranCode(join(folder, 'docs'), ['--concurrency', '2', 'docs'], folder)).toBe(false);
    expect(ranCode(join(folder, 'docs'), ['audit', 'docs'], folder)).toBe(false);
  });

  it('of the project are, unless they are switched off', () => {
    const folder = foreign();
    const docs = join(folder, 'docs');
    expect(ranCode(docs, ['--no-plugins', '.'])).toBe(false);
    expect(ranCode(docs, ['audit', '--no-plugins', '.'])).toBe(false);
    expect(ranCode(docs, ['.'])).toBe(true);
  });

  it('are not named by documents or presets', () => {
    const folder = folderWith({
      'a.md': `---\nplugins: ./plugin.mjs\nextends: ./plugin.mjs\n---\n<!-- jiedu-lint plugins: ./plugin.mjs -->\n${BODY}`,
      'preset.yaml': 'name: own\nplugins: ./plugin.mjs\nrules: {}\n',
      'jiedu-lint.config.yaml': 'extends: ./preset.yaml\n',
      'plugin.mjs': MODULE,
    });
    expect(ranCode(folder, ['.'])).toBe(false);
  });
});
