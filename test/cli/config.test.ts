import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveWith, CLEAN, ERROR, RULES, run, WARNING } from './command.js';

const rulesFound = async (folder: string, ...args: string[]) => {
  const ran = await run(folder, ['-f', 'json', ...args]);
  return ran.json().flatMap(({ messages }) => messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`));
};

/** A config whose one rule finds nothing in `ERROR`. */
const OTHER_RULE = 'extends: []\nrules: { length/max-length: error }\n';

describe('which config holds', () => {
  it('is the nearest above the file', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': 'extends: []\nrules: {structure/no-placeholder: error}\n',
      'a.md': ERROR,
      'sub/jiedu-lint.config.json': '{"extends": [], "rules": {"structure/no-placeholder": "warn"}}',
      'sub/deep/b.md': ERROR,
    });
    expect(await rulesFound(folder, 'a.md')).toEqual(['structure/no-placeholder 2']);
    expect(await rulesFound(folder, 'sub/deep/b.md')).toEqual(['structure/no-placeholder 1']);
    expect(await rulesFound(folder, '.')).toEqual(['structure/no-placeholder 2', 'structure/no-placeholder 1']);
  });

  it('is the one named', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'other.yml': OTHER_RULE, 'a.md': ERROR });
    expect(await rulesFound(folder, '-c', 'other.yml', 'a.md')).toEqual([]);
    expect(await rulesFound(folder, '--config', join(folder, 'other.yml'), 'a.md')).toEqual([]);
  });

  it('is none with --no-config-lookup, and recommended without any', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': OTHER_RULE, 'a.md': ERROR });
    expect(await rulesFound(folder, 'a.md')).toEqual([]);
    expect(await rulesFound(folder, '--no-config-lookup', 'a.md')).toContain('structure/no-placeholder 2');
    const bare = archiveWith({ 'a.md': ERROR });
    expect(await rulesFound(bare, 'a.md')).toContain('structure/no-placeholder 2');
  });

  it('gives presets and rules way to those of the command line', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR + WARNING });
    const rule = (value: string) => rulesFound(folder, '--rule', value, 'a.md');
    expect(await rule('structure/no-placeholder: off')).toEqual(['link/no-broken-link 1']);
    expect(await rule('structure/no-placeholder: warn, link/no-broken-link: 2')).toEqual([
      'structure/no-placeholder 1',
      'link/no-broken-link 2',
    ]);
    expect(await rule('structure/no-placeholder: [error, {terms: [规范]}]')).toContain('structure/no-placeholder 2');
    expect(
      await rulesFound(folder, '--preset', 'recommended', '--rule', 'structure/no-placeholder: off', 'a.md'),
    ).toContain('meta/schema 2');
  });

  it('gives kinds and other levels to files by overrides', async () => {
    const config =
      'extends: []\nrules: {length/max-length: [error, {max: 5}]}\noverrides:\n  - files: fabu/**\n    kind: 吹风会发布稿\n';
    const folder = archiveWith({ 'jiedu-lint.config.yaml': config, 'fabu/a.md': CLEAN, 'b.md': CLEAN });
    expect(await rulesFound(folder, '.')).toEqual(['length/max-length 2']);
  });
});

describe('a config that leaves no rule on', () => {
  it.each([
    'extends: []\n',
    'extends: []\nrules: {}\nlocale: zh-CN\n',
    'extends: []\nrules: { element/scope: off }\n',
    'extends: []\noverrides: [{ files: "x/**", kind: briefing }]\n',
    'extends: []\noverrides: [{ files: "x/**", rules: { element/scope: off } }]\n',
  ])('is told with the way out: %j', async (config) => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': config, 'a.md': ERROR });
    for (const words of [['.'], ['a.md'], ['audit', '.'], ['inspect', 'a.md'], ['clauses'], ['--stdin']]) {
      const { code, err } = await run(folder, words);
      expect(code).toBe(0);
      expect(err.match(/jiedu-lint\.config\.yaml 没有打开任何规则.*extends: recommended.*ignores/g)).toHaveLength(1);
    }
  });

  it.each([
    ['extends: []\nrules: { element/scope: warn }\n', []],
    ['extends: []\noverrides: [{ files: "x/**", rules: { element/scope: error } }]\n', []],
    ['extends: []\ndataRules: [{ id: local/甲, forbid: 赋能 }]\n', []],
    ['extends: []\n', ['--preset', 'base']],
    ['extends: []\n', ['--rule', 'structure/no-placeholder: error']],
    ['extends: []\n', ['--no-config-lookup']],
    ['extends:\n', []],
  ])('is not one with a rule, wherever it comes from: %j %j', async (config, words) => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': config, 'a.md': ERROR });
    expect((await run(folder, ['a.md', ...words])).err).toBe('');
  });

  it('is told where the command line leaves none on', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR });
    const off = ['--rule', 'structure/no-placeholder: off, link/no-broken-link: off'];
    const { code, err } = await run(folder, ['a.md', ...off]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('没有打开任何规则') });
  });
});

describe('--print-config', () => {
  it.each(['', '.', 'folder', 'folder/'])('does not take a folder for a file: %j', async (name) => {
    const { code, out, err } = await run(archiveWith({ 'folder/a.md': CLEAN }), ['--print-config', name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--print-config');
    expect(err).toContain('文件夹');
  });

  it('prints what holds for a file, and lints nothing', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': `${RULES}archive: {root: ., baseUrl: https://a.example/}\n`,
      'a.md': ERROR,
    });
    const { code, out } = await run(folder, ['--print-config', 'a.md']);
    const printed = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(printed.rules)).toEqual(['structure/no-placeholder', 'link/no-broken-link']);
    expect(printed.archive).toMatchObject({ root: folder, baseUrls: ['https://a.example'] });
    expect(printed.locale).toBe('zh-CN');
  });

  it('does so for a file that is not there', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES });
    expect((await run(folder, ['--print-config', 'x/none.md'])).code).toBe(0);
  });
});

describe('mistakes', () => {
  it.each([
    ['rules:\n  structure/no-placehodler: error\n', '2:3', 'structure/no-placeholder'],
    ['extends: recomended\n', '1:10', 'recommended'],
    ['ruels: {}\n', '1:1', 'rules'],
    ['rules:\n  length/max-length: [error, {maks: 10}]\n', '2:31', 'max'],
    ['rules:\n  length/max-length: [error, {max: many}]\n', '2:36', 'max'],
    ['rules:\n  length/max-length: erorr\n', '2:22', 'error'],
    ['rules:\n  a: [\n', '', ''],
    ['规则：\n', '1:', ''],
    ['- a\n', '1:1', 'extends'],
    ['overrides:\n  - files: [a]\n    kind: 解毒材料\n', '3:11', '解读材料'],
  ])('in the config %j have a place and a way out', async (config, place, hint) => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': config, 'a.md': CLEAN });
    for (const locale of ['zh-CN', 'en']) {
      const { code, out, err } = await run(folder, ['a.md', '--locale', locale]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`jiedu-lint.config.yaml:${place}`);
      expect(err).toContain(hint);
      expect(err).not.toMatch(/^ {4}at |undefined|\[object/m);
    }
  });

  it('in the config are all told', async () => {
    const config = 'extends: recomended\nrules:\n  no/such: error\n  element/scop: warn\n';
    const { err } = await run(archiveWith({ 'jiedu-lint.config.yaml': config, 'a.md': CLEAN }), ['a.md']);
    expect(err.trimEnd().split('\n')).toHaveLength(3);
  });

  it.each([
    [['-c', 'none.yaml', 'a.md'], 'none.yaml'],
    [['-c', 'folder', 'a.md'], 'folder'],
    [['--fomat', 'json'], '--format'],
    [['--quite'], '--quiet'],
    [['lint', '--max-warnigns', '1'], '--max-warnings'],
    [['inspect', '--fromat', 'json', 'a.md'], '--format'],
    [['-f', 'jsn', 'a.md'], 'json'],
    [['-f', 'xml', 'a.md'], 'stylish'],
    [['inspect', '-f', 'jason', 'a.md'], 'json'],
    [['--locale', 'zh', 'a.md'], 'zh-CN'],
    [['--preset', 'al', 'a.md'], 'all'],
    [['--rule', 'structure/no-placehodler: off', 'a.md'], 'structure/no-placeholder'],
    [['--rule', 'structure/no-placeholder', 'a.md'], 'structure/no-placeholder: error'],
    [['--rule', 'structure/no-placeholder: [error, {trems: []}]', 'a.md'], 'terms'],
    [['--rule', ': [', 'a.md'], '--rule'],
    [['--max-warnings', 'ten', 'a.md'], 'ten'],
    [['--max-warnings', '1.5', 'a.md'], '1.5'],
    [['--config'], '--config'],
    [['--stdin-filename'], '--stdin-filename'],
    [['audit', '--html', '--xlsx', 'b.xlsx'], '--html <file>'],
    [['-o', '-f', 'json', 'a.md'], '--output-file <file>'],
    [['-c', '--quiet', 'a.md'], '--config <file>'],
    [['--rule=--fix', 'a.md'], '--rule <id: severity>'],
    [['new', 'policy', '-o', '-c'], '--output-file <file>'],
    [['--print-config', 'a.md', 'b.md'], '--print-config'],
    [['--print-config', 'a.md', 'folder'], '--print-config'],
    [['--stdin', 'a.md'], '--stdin'],
    [['--stdin-filename', 'a.md'], '--stdin'],
    [['--stdin-filename', 'x.md', 'a.md'], '--stdin'],
    [['--cache-location', 'c', 'a.md'], '--cache'],
    [['audit', '--cache-location', 'c', 'a.md'], '--cache'],
    [['--fix-type', 'format', 'a.md'], '--fix、--fix-dry-run'],
    [['--fix', '--fix-dry-run', 'a.md'], '--fix-dry-run'],
    [['--suppress-all', '--fix-dry-run', 'a.md'], '--fix-dry-run'],
    [['--suppress-rule', 'meta/schema', '--fix-dry-run', 'a.md'], '--fix-dry-run'],
    [['--prune-suppressions', '--fix-dry-run', 'a.md'], '--fix-dry-run'],
    [['explain'], 'rule'],
    [['explain', 'element/scop'], 'element/scope'],
    [['explain', 'scope'], 'element/scope'],
    [['inspect'], 'inspect'],
  ])('on the command line: %j', async (args, hint) => {
    const folder = archiveWith({ 'a.md': CLEAN, 'folder/x.txt': '' });
    const { code, out, err } = await run(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err).not.toMatch(/^ {4}at |undefined|\[object|。。|？。/m);
  });

  it.each([
    ['help', '--help'],
    ['Help', '--help'],
    ['verison', '--version'],
    ['Audit', 'audit'],
    ['aduit', 'audit'],
  ])('in the place of a command are asked about: %s', async (word, meant) => {
    expect((await run(archiveWith({}), [word])).err).toBe(`是不是 jiedu-lint ${meant}？\n`);
    expect((await run(archiveWith({ [`${word}/a.md`]: CLEAN }), [word])).err).toBe('');
  });

  it('leave values that begin like options alone', async () => {
    const folder = archiveWith({ '-x.yaml': RULES, 'a.md': CLEAN });
    const words = ['-c', '-x.yaml', '--ignore-pattern', '--', '-f', 'json', '-o', '-r.json', '--', 'a.md'];
    expect(await run(folder, words)).toMatchObject({ code: 0, err: '' });
  });

  it('are told in English where that is asked for', async () => {
    const { err } = await run(archiveWith({}), ['--locale=en', '--fomat', 'json']);
    expect(err).toBe('There is no option --fomat. Did you mean --format? See jiedu-lint --help\n');
  });
});
