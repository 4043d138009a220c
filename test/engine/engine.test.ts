import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Engine, LintError, lintText, type Note } from '../../src/index.js';
import { folderWith } from '../files/folder.js';

const CONFIG = 'extends: []\nrules:\n  structure/no-placeholder: error\n  link/no-broken-link: warn\n';
const BAD = '# 说明\n\n待补充。\n';
const GOOD = '# 说明\n\n为了规范物业管理。\n';
const TO_FIX = '# 说明\n\n根据国办发[2017]1号制定。\n';
const FIXED = TO_FIX.replace('[2017]', '〔2017〕');
const FIX_CONFIG = 'extends: []\nrules:\n  format/doc-number-brackets: error\n';

/** A folder that is an archive of its own. */
const archive = (files: Record<string, string>, config = CONFIG) =>
  folderWith({ '.git/HEAD': '', 'jiedu-lint.config.yaml': config, ...files });

const found = (results: readonly { messages: readonly { ruleId: string | null; line: number }[] }[]) =>
  results.map(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`));

/** What a promise fails with. */
async function failure(promise: Promise<unknown>): Promise<LintError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LintError);
  return error as LintError;
}

describe('finding', () => {
  it('gives files and, as data, what it left out', async () => {
    const config = `${CONFIG}ignores: [old]\n`;
    const cwd = archive(
      { 'b.md': GOOD, 'sub/a.md': GOOD, 'old/c.md': GOOD, 'd.md': GOOD, '.gitignore': 'd.md\n' },
      config,
    );
    const { paths, problems, ignored } = await new Engine({ cwd }).find(['.', 'old/c.md', 'd.md', 'none.md']);
    expect(paths).toEqual([`${cwd}/b.md`, `${cwd}/sub/a.md`]);
    expect(ignored).toEqual([`${cwd}/old/c.md`]);
    expect(problems.map(({ id, pattern }) => [id, pattern])).toEqual([
      ['ignored', 'd.md'],
      ['notFound', 'none.md'],
    ]);
    const all = await new Engine({ cwd, ignore: false }).find(['.']);
    expect(all.paths.map((path) => path.slice(cwd.length + 1))).toEqual(['b.md', 'd.md', 'old/c.md', 'sub/a.md']);
  });

  it('says of a file whether it is ignored, by files, options and configs', async () => {
    const cwd = archive(
      { '.gitignore': 'a.md\n', 'a.md': '', 'b.md': '', 'c.md': '', 'd.md': '' },
      'ignores: [b.md]\n',
    );
    const engine = new Engine({ cwd, ignorePatterns: ['c.md'] });
    const names = ['a.md', 'b.md', 'c.md', 'd.md'];
    expect(await Promise.all(names.map((name) => engine.isIgnored(name)))).toEqual([true, true, true, false]);
    expect(await new Engine({ cwd, ignore: false }).isIgnored('a.md')).toBe(false);
  });

  it('says which configuration holds for a file', async () => {
    const overrides = "overrides:\n  - files: ['old/**']\n    rules: { link/no-broken-link: off }\n";
    const engine = new Engine({ cwd: archive({}, `${CONFIG}locale: en\n${overrides}`) });
    const [one, old] = [await engine.resolveConfig('a.md'), await engine.resolveConfig('old/a.md')];
    expect(one).toMatchObject({ archive: { root: engine.cwd }, locale: 'en' });
    const severities = ({ rules }: typeof one) =>
      new Set(rules['link/no-broken-link']?.map(({ severity }) => severity));
    expect([severities(one), severities(old)]).toEqual([new Set(['warn']), new Set(['off'])]);
  });

  it('takes what the config names where nothing is named', async () => {
    const cwd = archive({ 'a.md': GOOD, 'docs/b.md': BAD }, `${CONFIG}paths: [docs]\n`);
    const { results, found: files } = await new Engine({ cwd }).lintFiles([]);
    expect(files.paths).toEqual([`${cwd}/docs/b.md`]);
    expect(found(results)).toEqual([['structure/no-placeholder 3']]);
  });

  it('refuses to read what the run will write', async () => {
    const cwd = archive({ 'a.md': GOOD, 'report.md': '' });
    const written = [join(cwd, 'report.md')];
    expect((await new Engine({ cwd }).find(['.'], { written })).paths).toEqual([`${cwd}/a.md`]);
    const { code, data } = await failure(new Engine({ cwd }).find(['report.md'], { written }));
    expect([code, data]).toEqual(['reportOverInput', { file: written[0] }]);
  });
});

describe('linting', () => {
  it('follows links among files and tells how far it is', async () => {
    const cwd = archive({ 'a.md': '[一](b.md)[二](gone.md)\n', 'b.md': BAD });
    const done: number[] = [];
    const touched: string[] = [];
    const {
      results,
      archive: index,
      partial,
      failed,
    } = await new Engine({ cwd }).lintFiles(['a.md'], {
      onFile: (count) => done.push(count),
      onTouch: (path) => void touched.push(path),
    });
    expect(found(results)).toEqual([['link/no-broken-link 1']]);
    expect(index.linted.map(({ path }) => path)).toEqual([`${cwd}/a.md`]);
    expect({ partial, failed, done }).toEqual({ partial: false, failed: false, done: [1] });
    expect(touched).toContain(`${cwd}/gone.md`);
  });

  it('ends where it is told to', async () => {
    const cwd = archive({ 'a.md': BAD, 'b.md': BAD, 'c.md': BAD });
    let checked = 0;
    const { results, partial } = await new Engine({ cwd }).lintFiles(['.'], {
      onFile: (count) => {
        checked = count;
      },
      stopped: () => checked >= 2,
    });
    expect(partial).toBe(true);
    expect(results).toHaveLength(2);
  });

  it('lints a text, and bytes in their encoding, in place of a file', async () => {
    const cwd = archive({ 'a.md': GOOD, 'b.md': GOOD });
    const engine = new Engine({ cwd });
    const { results } = await engine.lintText(`${BAD}\n[一](b.md)[二](a.md)\n`, 'a.md');
    expect(results.map(({ filePath }) => filePath)).toEqual([`${cwd}/a.md`]);
    expect(found(results)).toEqual([['structure/no-placeholder 3']]);
    const gb = await engine.lintText(Buffer.from('d2bbcda8d6aa0a0ab4fdb2b9b3e4a1a30a', 'hex'), 'gb.md');
    expect(found(gb.results)).toEqual([['null 1', 'structure/no-placeholder 3']]);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(GOOD);
  });

  it.each([
    ['a file', 'c.md', (to: string, cwd: string) => symlinkSync(join(to, 'secret.md'), join(cwd, 'c.md'))],
    ['a folder', 'more/secret.md', (to: string, cwd: string) => symlinkSync(to, join(cwd, 'more'))],
  ])('lets links of a text lead out of the archive no more than those of files: %s', async (_, to, link) => {
    const cwd = archive({ 'a.md': `[一](${to})\n` });
    link(folderWith({ 'secret.md': GOOD }), cwd);
    const engine = new Engine({ cwd });
    const [[ofFile], [ofText]] = [
      (await engine.lintFiles(['a.md'])).results,
      (await engine.lintText(`[一](${to})\n`, 'a.md')).results,
    ];
    expect(ofFile?.messages.map(({ messageId }) => messageId)).toEqual(['outside']);
    expect(ofText).toEqual(ofFile);
    expect(await lintText(`[一](${to})\n`, { cwd, path: 'a.md' })).toEqual(ofFile);
  });

  it('fixes to show, or in the files', async () => {
    const cwd = archive({ 'a.md': TO_FIX }, FIX_CONFIG);
    const shown = await new Engine({ cwd, fix: 'show' }).lintFiles(['.']);
    expect(shown.results[0]).toMatchObject({ output: FIXED, messages: [] });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(TO_FIX);
    const others = await new Engine({ cwd, fix: 'write', fixTypes: ['directive'] }).lintFiles(['.']);
    expect(found(others.results)).toEqual([['format/doc-number-brackets 3']]);
    expect((await new Engine({ cwd, fix: 'write' }).lintFiles(['.'])).failed).toBe(false);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(FIXED);
  });

  it('keeps what it found, drops a cache that is damaged, and tells', async () => {
    const cwd = archive({ 'a.md': BAD });
    const notes: Note[] = [];
    vi.stubEnv('XDG_CACHE_HOME', folderWith({ x: '' }));
    onTestFinished(() => void vi.unstubAllEnvs());
    const cache = join(cwd, 'kept');
    const options = { cwd, cache: true, cacheLocation: 'kept' };
    const lint = () => new Engine({ ...options, onNote: (note) => notes.push(note) }).lintFiles(['.']);
    const first = await lint();
    const kept = readFileSync(cache, 'latin1');
    expect((await lint()).results).toEqual(first.results);
    expect(notes).toEqual([]);
    writeFileSync(cache, kept.slice(0, -5));
    expect((await lint()).results).toEqual(first.results);
    expect(notes.map(({ code, data }) => [code, data])).toEqual([['cacheBroken', { file: cache }]]);
    expect(readFileSync(cache, 'latin1')).toBe(kept);
  });

  it('lets a file of suppressions count where it is asked to', async () => {
    const cwd = archive({ 'a.md': BAD });
    const notes: Note[] = [];
    const lint = (suppressions?: object) =>
      new Engine({ cwd, suppressions, onNote: (note) => notes.push(note) }).lintFiles(['.']);
    expect(found((await lint({ add: ['structure/no-placeholder'] })).results)).toEqual([[]]);
    expect(existsSync(join(cwd, 'jiedu-lint-suppressions.json'))).toBe(true);
    expect(found((await lint()).results)).toEqual([['structure/no-placeholder 3']]);
    expect(found((await lint({})).results)).toEqual([[]]);
    writeFileSync(join(cwd, 'a.md'), GOOD);
    expect((await lint({})).failed).toBe(true);
    expect(notes.map(({ code, data }) => [code, data])).toEqual([['suppressionsLeft', { count: 1, files: ['a.md'] }]]);
    expect((await lint({ passOnUnpruned: true })).failed).toBe(false);
    expect((await lint({ prune: true })).failed).toBe(false);
    expect((await lint({})).failed).toBe(false);
  });

  it('shows what it sees in files', async () => {
    const cwd = archive({ 'a.md': '# 《办法》解读\n\n一、适用范围\n\n本办法适用于本市企业。\n' });
    const engine = new Engine({ cwd, locale: 'en' });
    const { paths } = await engine.find(['a.md']);
    const { inspections, unread } = await engine.inspect([...paths, `${cwd}/gone.md`]);
    expect(inspections).toMatchObject([
      { filePath: `${cwd}/a.md`, title: '《办法》解读', elements: { scope: { line: 3 } } },
    ]);
    expect(unread).toMatchObject([{ path: `${cwd}/gone.md`, problem: { id: 'notFound' } }]);
  });
});

describe('what cannot be done', () => {
  it.each([
    [{ fix: 'show', fixTypes: ['formt'] }, 'badChoice', { value: 'formt', near: 'format' }, '是不是 format？'],
    [{ suppressions: { add: ['structure/no-placehold'] } }, 'noRule', { near: 'structure/no-placeholder' }, '没有规则'],
    [{ suppressions: { location: 'none.json' } }, 'noSuppressions', {}, 'none.json'],
    [{ suppressions: { location: 'a.md' } }, 'suppressionsBroken', {}, 'a.md'],
    [{ rules: { 'elemet/scope': 'off' } }, 'badConfig', {}, 'element/scope'],
    [{ config: 'none.yaml' }, 'badConfig', {}, 'none.yaml:1:1'],
  ] as const)('%j is a code with data, and a sentence', async (options, code, data, words) => {
    const cwd = archive({ 'a.md': BAD });
    const error = await failure(new Engine({ cwd, ...options }).lintFiles(['a.md']));
    expect(error).toMatchObject({ code, data });
    expect(error.message).toContain(words);
  });

  it('is said in the language of the run', async () => {
    const cwd = archive({ 'a.md': BAD });
    const error = await failure(new Engine({ cwd, fix: 'show', fixTypes: ['formt'], locale: 'en' }).lintFiles(['.']));
    expect(error.message).toMatch(/^--fix-type does not take "formt"; it takes directive, .*\. Did you mean format\?$/);
  });

  it('is told and gone past where the run can go on', async () => {
    const cwd = archive({ 'a.md': BAD }, `plugins: [./none.js]\n${CONFIG}`);
    const notes: Note[] = [];
    const engine = new Engine({ cwd, plugins: false, onNote: (note) => notes.push(note) });
    expect(found((await engine.lintFiles(['.'])).results)).toEqual([['structure/no-placeholder 3']]);
    expect(notes).toEqual([
      {
        code: 'pluginsOff',
        data: { file: join(cwd, 'jiedu-lint.config.yaml') },
        message: expect.stringContaining('插件'),
      },
    ]);
  });
});
