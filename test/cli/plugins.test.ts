import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const EXAMPLE = resolve(import.meta.dirname, '../../fixtures/plugins/example/index.js').replaceAll('\\', '/');
const DRAFT = '---\nkind: interpretation\n---\n# 解读\n\n很好！更好！\n\n#### 细节\n\n见上。\n';

const cli = new CommandLine();
const lint = (...words: string[]) => cli.run(['-f', 'json', ...words]);
const own = () => cli.found().filter((line) => line.startsWith('example/'));

describe('plugins', () => {
  it('brings rules, their options and presets', async () => {
    cli.write('a.md', DRAFT);
    cli.write('jiedu-lint.config.yaml', `plugins: [${EXAMPLE}]\nextends: example:strict\n`);
    expect(await lint('a.md')).toBe(1);
    expect(own()).toEqual(['example/few-exclamations 6:6', 'example/no-deep-headings 8:1']);
    cli.write(
      'jiedu-lint.config.yaml',
      `plugins: ${EXAMPLE}\nrules:\n  example/few-exclamations: [warn, { allowed: 0 }]\n`,
    );
    await lint('a.md');
    expect(own()).toEqual(['example/few-exclamations 6:3', 'example/few-exclamations 6:6']);
  });

  it('fixes by the rules of plugins', async () => {
    cli.write('a.md', DRAFT);
    cli.write('jiedu-lint.config.yaml', `plugins: [${EXAMPLE}]\nrules: { example/few-exclamations: error }\n`);
    await lint('--fix', 'a.md');
    expect(cli.read('a.md')).toContain('很好。更好。');
  });

  it('fixes by the rules of plugins only where --fix-type names their category', async () => {
    const text = `${DRAFT}\n根据国办发[2017]23号制定。\n`;
    cli.write('a.md', text);
    cli.write(
      'jiedu-lint.config.yaml',
      `plugins: [${EXAMPLE}]\nextends: []\nrules: { example/few-exclamations: error, format/doc-number-brackets: error }\n`,
    );
    await lint('--fix', '--fix-type', 'format', 'a.md');
    expect(cli.read('a.md')).toBe(text.replace('[2017]', '〔2017〕'));
    await lint('--fix', '--fix-type', 'format,example', 'a.md');
    expect(cli.read('a.md')).toContain('很好。更好。');
  });

  it('finds packages, for require and for import alone, and CommonJS', async () => {
    cli.write('a.md', DRAFT);
    cli.write('node_modules/esm/package.json', '{"name":"esm","exports":{".":{"import":"./main.mjs"}}}');
    cli.write('node_modules/esm/main.mjs', `export { default } from ${JSON.stringify(`file://${EXAMPLE}`)};\n`);
    cli.write('jiedu-lint.config.yaml', 'plugins: [esm]\nextends: example:strict\n');
    await lint('a.md');
    expect(own()).toHaveLength(2);
    cli.write('plugin.cjs', 'module.exports = { name: "empty" };\n');
    cli.write('jiedu-lint.config.yaml', 'plugins: [./plugin.cjs]\nextends: []\nrules: { length/max-length: error }\n');
    expect(await lint('a.md')).toBe(0);
  });

  it.each([
    ['plugins: [./none.js]', 'export default 1', ':1:11  找不到插件“./none.js”'],
    ['locale: zh-CN\nplugins:\n  - ./p.js', 'throw new Error("坏了")', ':3:5  插件“./p.js”加载时出错：坏了'],
    ['plugins: ./p.js', 'export default 1', ':1:10  插件“./p.js”：默认导出应当是'],
    ['plugins: ./p.js', 'export default { name: "element" }', '名称“element”已经有了'],
    ['plugins: ./p.js', 'export default { name: "p", rules: [{ id: "q/r" }] }', '规则的 id“q/r”应当写成 p/'],
    ['plugins: ./p.js', 'export default { name: "p", rules: [{ id: "p/r", kinds: ["x"] }] }', '规则 p/r：kinds 应当是'],
    ['plugins: ./p.js', 'export default { name: "p", presets: [{ name: "q" }] }', '预设的 name 应当以“p:”开头'],
  ])('names what is wrong: %j, %j', async (config, module, message) => {
    cli.write('a.md', DRAFT);
    cli.write('p.js', module);
    cli.write('package.json', '{"type":"module"}');
    const file = cli.write('jiedu-lint.config.yaml', config);
    expect(await lint('a.md')).toBe(2);
    expect(cli.err).toContain(file);
    expect(cli.err).toContain(message);
    expect(cli.err.trim().split('\n')).toHaveLength(1);
  });

  it('checks option schemas and options', async () => {
    const rule = (schema: string, defaults = '{}') =>
      `const t = { 'zh-CN': '一', en: 'a' }; module.exports = { name: 'p', rules: [{ id: 'p/r', kinds: 'any', demand: t,
        severity: 'warn', schema: ${schema}, defaults: ${defaults}, messages: { m: { what: t, todo: t } }, check() {} }] };`;
    cli.write('a.md', DRAFT);
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\nrules:\n  p/r: [warn, { maxx: 1 }]\n');
    cli.write(
      'p.cjs',
      rule('{ type: "object", additionalProperties: false, properties: { max: { type: "nonsense" } } }'),
    );
    expect(await lint('a.md')).toBe(2);
    expect(cli.err).toContain('规则 p/r 的 schema 有误');
    const good = '{ type: "object", additionalProperties: false, properties: { max: { type: "integer" } } }';
    cli.write('q.cjs', rule(good, '{ max: "x" }'));
    cli.write('jiedu-lint.config.yaml', 'plugins: ./q.cjs\n');
    expect(await lint('a.md')).toBe(2);
    expect(cli.err).toContain('规则 p/r 的 defaults 不合它的 schema：“max”应当是整数');
    cli.write('s.cjs', rule(good));
    cli.write('jiedu-lint.config.yaml', 'plugins: ./s.cjs\nrules:\n  p/r: [warn, { maxx: 1 }]\n');
    expect(await lint('a.md')).toBe(2);
    expect(cli.err).toContain(':3:17  没有“maxx”这一项；是不是想写“max”？');
  });

  const drafting = (draft: string) =>
    `const t = { 'zh-CN': '一', en: 'a' }; module.exports = { name: 'p', rules: [{ id: 'p/r', kinds: ['interpretation'],
      demand: t, severity: 'warn', draft: ${draft}, messages: { m: { what: t, todo: t } }, check() {} }] };`;

  it('leaves a place in drafts for the keys that their rules read', async () => {
    cli.write('p.cjs', drafting("{ keys: ['author'] }"));
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\nextends: base\nrules: { p/r: warn }\n');
    expect(await cli.run(['new', 'interpretation', '-o', 'on.md'])).toBe(0);
    expect(cli.read('on.md')).toMatch(/^解读单位: #/m);
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\nextends: base\n');
    expect(await cli.run(['new', 'interpretation', '-o', 'off.md'])).toBe(0);
    expect(cli.read('off.md')).not.toContain('解读单位');
  });

  it.each(['null', '[]', "{ keys: 'author' }", '{ policyKeys: [1] }', '{ sections: {} }'])(
    'says that a draft cannot be made of %s',
    async (draft) => {
      cli.write('a.md', DRAFT);
      cli.write('p.cjs', drafting(draft));
      cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\n');
      expect(await lint('a.md')).toBe(2);
      expect(cli.err).toContain('规则 p/r：draft 里的 keys、policyKeys、sections 应当是键名的列表');
    },
  );

  it('runs no plugin under --no-plugins, and says so', async () => {
    cli.write('a.md', DRAFT);
    cli.write('p.cjs', 'throw new Error("run");');
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\nextends: [recommended, p:x]\nrules: { p/r: error }\n');
    expect(await lint('--no-plugins', 'a.md')).toBe(1);
    expect(cli.err).toContain('没有加载');
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\nrules: { elemnt/scope: error, element/scop: error }\n');
    expect(await lint('--no-plugins', 'a.md')).toBe(2);
    expect(cli.err).toContain('element/scop');
  });

  it.each([
    ['extends: p:x', true],
    ['extends: [p:x, p:y]\nrules: { structure/no-placeholder: off }', true],
    ['extends: []\nrules: { p/r: error }', true],
    ['extends: []\nrules: { element/scope: off }\noverrides: [{ files: ["*.md"], rules: { p/r: error } }]', true],
    ['extends: [p:x]\nrules: { structure/no-empty-section: error }', true],
    ['extends: [base, p:x]', false],
    ['extends: []\nrules: { meta/schema: error, p/r: error }', false],
    ['extends: []\noverrides: [{ files: ["*.md"], rules: { meta/schema: error } }]', false],
  ])('lets recommended stand in under --no-plugins where plugins make all demands: %j', async (config, isBare) => {
    cli.write('a.md', DRAFT);
    cli.write('jiedu-lint.config.yaml', `plugins: ./p.cjs\n${config}\n`);
    expect(await cli.run(['--no-plugins', '-f', 'json', 'a.md'])).toBe(1);
    expect(cli.found().some((line) => line.startsWith('element/'))).toBe(isBare);
    expect(cli.err.match(/没有加载/g)).toHaveLength(1);
    expect(cli.err.includes('recommended')).toBe(isBare);
  });

  it('knows no preset of a plugin that is not loaded', async () => {
    cli.write('a.md', DRAFT);
    cli.write('jiedu-lint.config.yaml', 'plugins: ./p.cjs\n');
    expect(await lint('--no-plugins', '--preset', 'p:x', 'a.md')).toBe(2);
    expect(cli.err).toContain('没有“p:x”这套预设');
  });

  it('runs no plugin of a config that is not the project’s own', async () => {
    cli.write('archive/a.md', DRAFT);
    cli.write('archive/p.cjs', 'module.exports = { name: "p" };');
    cli.write('archive/jiedu-lint.config.yaml', 'plugins: ./p.cjs\nextends: []\nrules: { length/max-length: error }\n');
    expect(await lint('archive')).toBe(2);
    expect(cli.err).toContain('插件“./p.cjs”会运行程序');
    expect(await lint('-c', 'archive/jiedu-lint.config.yaml', 'archive')).toBe(0);
    expect(await cli.run(['-f', 'json', 'a.md'], undefined, join(cli.folder, 'archive'))).toBe(0);
  });

  it('keeps rules of one name under different configs apart', async () => {
    const config = (term: string) => `extends: []\ndataRules: [{ id: local/x, forbid: ${term} }]\n`;
    cli.write('one/jiedu-lint.config.yaml', config('赋能'));
    cli.write('two/jiedu-lint.config.yaml', config('抓手'));
    for (const folder of ['one', 'two']) cli.write(`${folder}/a.md`, '# 题\n\n赋能是抓手。\n');
    cpSync(join(cli.folder, 'one'), join(cli.folder, 'three'), { recursive: true });
    await lint('.');
    expect(cli.found()).toEqual(['local/x 3:1', 'local/x 3:1', 'local/x 3:4']);
  });
});

describe('explain', () => {
  beforeEach(() => {
    cli.write(
      'jiedu-lint.config.yaml',
      `plugins: [${EXAMPLE}]\nextends: example:strict\ndataRules: [{ id: local/x, forbid: [赋能, 抓手], severity: error, clauses: XY-2b }]\n`,
    );
  });

  it('describes the rules that plugins bring, with options and messages', async () => {
    expect(await cli.run(['explain', 'example/few-exclamations', '--locale', 'en'])).toBe(0);
    for (const text of [
      '# example/few-exclamations',
      'fixtures/plugins/example',
      'Fixable',
      '| `allowed` |',
      '`tooMany`',
    ])
      expect(cli.out).toContain(text);
  });

  it('describes the rules that the config makes of data, with its severity and clauses', async () => {
    expect(await cli.run(['explain', 'local/x'])).toBe(0);
    for (const text of ['文中没有“赋能”或“抓手”', '级别：错误', '来自 jiedu-lint.config.yaml', '`XY-2b`'])
      expect(cli.out).toContain(text);
  });

  it('takes another config, and none', async () => {
    cli.write('other/c.yaml', 'dataRules: [{ id: local/y, forbid: 闭环 }]\n');
    expect(await cli.run(['explain', 'local/y', '-c', 'other/c.yaml'])).toBe(0);
    expect(await cli.run(['explain', 'local/x', '--no-config-lookup'])).toBe(2);
    expect(await cli.run(['explain', 'example/few-exclamations', '--no-plugins'])).toBe(2);
    expect(cli.err).toContain('没有加载');
  });

  it('needs no config for the rules that ship, and says what was likely meant of all', async () => {
    cli.write('jiedu-lint.config.yaml', 'rules: [');
    expect(await cli.run(['explain', 'element/scope'])).toBe(0);
    cli.write('jiedu-lint.config.yaml', 'dataRules: [{ id: local/x, forbid: 赋能 }]\n');
    expect(await cli.run(['explain', 'local/y'])).toBe(2);
    expect(cli.err).toContain('local/x');
  });
});
