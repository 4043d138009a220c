import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  detectElements,
  Engine,
  format,
  formats,
  LintError,
  lintFiles,
  lintText,
  parseDocument,
  presets,
  rules,
} from '../../src/index.js';

const EXAMPLE = resolve(import.meta.dirname, '../../fixtures/plugins/example/index.js').replaceAll('\\', '/');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'jiedu-lint-api-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const ids = (result: { messages: readonly { ruleId: string | null }[] } | undefined) =>
  result?.messages.map(({ ruleId }) => ruleId);

describe('lintText', () => {
  it('lints under the config of the path, with the files it links to', async () => {
    write('jiedu-lint.config.yaml', 'extends: []\nrules: { link/no-broken-link: error }\n');
    write('docs/there.md', '# 有\n');
    const text = '# 题\n\n[一](there.md)[二](gone.md)\n';
    const result = await lintText(text, { cwd, path: 'docs/a.md' });
    expect(result.filePath).toBe(join(cwd, 'docs/a.md').replaceAll('\\', '/'));
    expect(result.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['link/no-broken-link', 3, 18],
    ]);
  });

  it.each(['---\nkind: policy\n---\n# 办法\n', '# 办法\n', '---\n', '', '\n'])(
    'finds the same with and without a BOM: %j',
    async (text) => {
      const plain = await lintText(text, { cwd });
      expect(await lintText(`\ufeff${text}`, { cwd })).toEqual(plain);
      expect(await lintText(Buffer.from(`\ufeff${text}`) as never, { cwd })).toEqual(plain);
    },
  );

  it('takes presets, rules and language from its options', async () => {
    const options = { cwd, configLookup: false, presets: ['base'], locale: 'en' as const };
    const result = await lintText('---\nkind: briefing\n---\n# 题\n\n正文。\n', {
      ...options,
      rules: { 'length/max-length': ['error', { max: 2 }] },
    });
    const found = result.messages.find(({ ruleId }) => ruleId === 'length/max-length');
    expect(found?.severity).toBe(2);
    expect(found?.message).toMatch(/^[\x20-\x7e]/);
  });

  it('gives the fixed text and writes nothing', async () => {
    write('a.md', '很好！\n');
    const options = { cwd, path: 'a.md', presets: [], rules: { 'example/few-exclamations': 'warn' as const } };
    write('jiedu-lint.config.yaml', `plugins: ${EXAMPLE}\nextends: []\n`);
    const result = await lintText('很好！\n', { ...options, fix: true });
    expect(result.output).toBe('很好。\n');
    expect(result.messages).toEqual([]);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('很好！\n');
    const notes: string[] = [];
    const without = await lintText('很好！\n', { cwd, plugins: false, onNote: (note) => notes.push(note) });
    expect(ids(without)).not.toContain('example/few-exclamations');
    expect(notes).toHaveLength(1);
  });

  it.each([
    [{ rules: { 'elemet/scope': 'off' as const } }, 'element/scope'],
    [{ presets: ['recomended'] }, 'recommended'],
    [{ config: 'none.yaml' }, 'none.yaml:1:1'],
  ])('throws LintError for %j', async (options, named) => {
    const failure = lintText('', { cwd, ...options });
    await expect(failure).rejects.toThrow(LintError);
    await expect(failure).rejects.toThrow(named);
  });
});

describe('lintFiles', () => {
  it('lints files, folders and globs, sorted, without what is ignored', async () => {
    write('jiedu-lint.config.yaml', 'ignores: [old]\n');
    for (const name of ['b.md', 'sub/a.md', 'old/c.md']) write(name, '# 题\n');
    const names = async (patterns: string | string[], ignore = true) =>
      (await lintFiles(patterns, { cwd, ignore })).map(({ filePath }) => filePath.slice(cwd.length + 1));
    expect(await names([])).toEqual(['b.md', 'sub/a.md']);
    expect(await names('**/*.md', false)).toEqual(['b.md', 'old/c.md', 'sub/a.md']);
  });

  it('throws for a pattern without files, unless told otherwise', async () => {
    await expect(lintFiles('none/*.md', { cwd })).rejects.toThrow(LintError);
    expect(await lintFiles('none/*.md', { cwd, errorOnUnmatchedPattern: false })).toEqual([]);
  });
});

describe('format', () => {
  it('writes results in every format', async () => {
    const result = await lintText('# 题\n', { cwd, path: 'a.md', configLookup: false });
    expect(formats).toContain('json');
    for (const name of formats) expect((await format([result], name, { cwd })).length, name).toBeGreaterThan(0);
    expect(JSON.parse(await format([result], 'json', { cwd }))).toHaveLength(1);
    await expect(format([result], 'none', { cwd })).rejects.toThrow('none');
  });
});

describe('the parts', () => {
  it('reads documents and detects elements', () => {
    const document = parseDocument('# 题\n\n一、适用范围\n\n本办法适用于本市企业。\n', { path: 'a.md' });
    expect(detectElements(document).scope.status).toBe('section');
  });

  it('has the rules and presets', () => {
    expect(rules.map(({ id }) => id)).toContain('element/scope');
    expect(presets.has('recommended')).toBe(true);
  });
});

describe('options that there are not', () => {
  const wrong = (options: object) => options as never;

  it.each([
    [{ presetz: ['base'] }, 'presetz', 'presets'],
    [{ configlookup: false }, 'configlookup', 'configLookup'],
    [{ ignorePattern: ['x'] }, 'ignorePattern', 'ignorePatterns'],
    [{ onNotes: () => {} }, 'onNotes', 'onNote'],
    [{ rule: {} }, 'rule', 'rules'],
    [{ suppressions: { locaton: 'x' } }, 'locaton', 'location'],
    [{ suppressions: { prun: true } }, 'prun', 'prune'],
  ])('are refused by name with what was meant: %j', (options, name, meant) => {
    for (const [locale, word] of [
      ['zh-CN', `是不是想写“${meant}”`],
      ['en', `did you mean "${meant}"`],
    ] as const) {
      const make = () => new Engine(wrong({ locale, ...options }));
      expect(make).toThrow(LintError);
      expect(make).toThrow(word);
      expect(make).toThrow(name);
      expect(make).toThrow(expect.objectContaining({ code: 'badOption' }));
    }
  });

  it.each([
    ['lintText', { presetz: ['base'] }, 'presets'],
    ['lintText', { pat: 'a.md' }, 'path'],
    ['lintText', { locales: 'en' }, 'locale'],
    ['lintFiles', { errorOnUnmatchedPatern: false }, 'errorOnUnmatchedPattern'],
    ['lintFiles', { ignores: ['x'] }, 'ignore'],
    ['format', { local: 'en' }, 'locale'],
    ['format', { cwdd: '/' }, 'cwd'],
  ] as const)('are refused by %s: %j', async (name, options, meant) => {
    const asked = {
      lintText: () => lintText('# 题\n', wrong(options)),
      lintFiles: () => lintFiles('.', wrong({ cwd, ...options })),
      format: () => format([], 'json', wrong(options)),
    }[name];
    await expect((async () => asked())()).rejects.toThrow(`是不是想写“${meant}”`);
  });

  it.each([
    [{ presets: 'base' }, '“presets”应当是列表'],
    [{ locale: 'fr' }, '“locale”不能是 fr；可以写：zh-CN、en'],
    [{ fix: 'yes' }, '“fix”不能是 yes；可以写：show、write'],
    [{ cwd: 3 }, '“cwd”应当是文本'],
    [{ configLookup: 'no' }, '“configLookup”应当是是或否'],
    [{ suppressions: true }, '“suppressions”应当是“键: 值”'],
    [{ suppressions: { location: [] } }, '“suppressions.location”应当是文本'],
    [{ ignorePatterns: '*.md' }, '“ignorePatterns”应当是列表'],
  ])('have values of their kind: %j', (options, said) => {
    expect(() => new Engine(wrong(options))).toThrow(said);
  });

  it('are all told at once', () => {
    expect(() => new Engine(wrong({ presetz: [], cahce: true }))).toThrow(/presets.*\n.*cache/);
  });

  it('are none of those that are left undefined, and none of a plain run', () => {
    const left = { cwd, config: undefined, presets: undefined, fix: undefined, locale: undefined, suppressions: {} };
    expect(new Engine(left).cwd).toBe(cwd);
    expect(new Engine({ cwd, suppressions: { add: 'all', location: 'x', prune: false }, concurrency: 2 }).cwd).toBe(
      cwd,
    );
    expect(new Engine({ cwd, suppressions: { add: ['a/b'] }, concurrency: 'off', rules: ['a/b: off'] }).cwd).toBe(cwd);
    expect(new Engine().cwd).toBe(process.cwd());
  });
});
