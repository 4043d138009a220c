import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { CacheKeys } from '../../src/engine/cache-key.js';
import { CommandLine } from './command-line.js';

vi.mock('../../src/document/parse.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/document/parse.js')>();
  return { ...original, parseDocument: vi.fn(original.parseDocument) };
});

const POLICY = '---\nkind: policy\ntitle: 甲办法\nnumber: 云政发〔2024〕1号\n---\n\n第一条 补贴500元。\n';
const DRAFT =
  '---\ntitle: 《甲办法》解读\npolicy: ../policies/a.md\n---\n\n一、背景\n\n待补充。补贴500元。包括甲、乙、丙、丁、戊、己。\n\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 有意 -->\nXX市。\n';

const cli = new CommandLine();

beforeEach(() => {
  cli.write('jiedu-lint.config.yaml', 'extends: all\n');
  cli.write('policies/a.md', POLICY);
  cli.write('drafts/a.md', DRAFT);
  cli.write('drafts/b.md', DRAFT.replace('待补充', '待定'));
});

/** The caches in the user's folder. */
function caches(): string[] {
  const folder = join(cli.home, 'jiedu-lint');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'key') : [];
}

/** The file of the cache, from the working folder. */
function cacheFile(): string {
  return relative(cli.folder, join(cli.home, 'jiedu-lint', caches()[0] ?? 'none'));
}

/** Runs with the cache. @returns the report, and how many documents were parsed for it. */
async function cached(words: readonly string[] = [], paths = ['drafts']): Promise<{ report: string; parsed: number }> {
  vi.mocked(parseDocument).mockClear();
  await cli.run(['--cache', '-f', 'json', ...words, ...paths]);
  return { report: cli.out, parsed: vi.mocked(parseDocument).mock.calls.length };
}

async function fresh(words: readonly string[] = [], paths = ['drafts']): Promise<string> {
  await cli.run(['-f', 'json', ...words, ...paths]);
  return cli.out;
}

describe('a warm run', () => {
  it('parses nothing, linked files included, and says the same', async () => {
    const expected = await fresh();
    expect((JSON.parse(expected) as { messages: unknown[] }[])[0]?.messages.length).toBeGreaterThan(3);
    expect(await cached()).toEqual({ report: expected, parsed: 3 });
    expect(await cached()).toEqual({ report: expected, parsed: 0 });
  });

  it.each<[string, string[]]>([
    ['linted', ['drafts', 'policies']],
    ['only linked to', ['drafts']],
  ])('compares drafts that it knows with a policy that has changed, %s', async (_, paths) => {
    const before = await cached([], paths);
    expect(before.report).not.toContain('figures-match-policy');
    cli.write('policies/a.md', POLICY.replace('500元', '600元'));
    const expected = await fresh([], paths);
    expect(expected).toContain('figures-match-policy');
    // The policy and the two drafts, which are drawn anew.
    expect(await cached([], paths)).toEqual({ report: expected, parsed: 3 });
    expect(await cached([], paths)).toEqual({ report: expected, parsed: 0 });
  });

  it('compares a draft that has changed with a policy that it knows', async () => {
    await cached([], ['drafts', 'policies']);
    cli.write('drafts/a.md', DRAFT.replace('500元', '600元'));
    const expected = await fresh([], ['drafts', 'policies']);
    expect(expected).toContain('figures-match-policy');
    expect(await cached([], ['drafts', 'policies'])).toEqual({ report: expected, parsed: 2 });
    expect(await cached([], ['drafts', 'policies'])).toEqual({ report: expected, parsed: 0 });
  });

  it('does not touch the cache', async () => {
    await cached();
    const before = statSync(join(cli.folder, cacheFile())).ino;
    await cached();
    expect(statSync(join(cli.folder, cacheFile())).ino).toBe(before);
  });

  it('serves every locale, encoding, and frames', async () => {
    const gb = Buffer.from('d2bbcda8d6aa0a0ab4fdb2b9b3e4a1a30a', 'hex');
    writeFileSync(join(cli.folder, 'drafts/c.md'), gb);
    await cached();
    for (const words of [['--locale', 'en'], ['-f', 'stylish', '--frame'], ['--quiet']]) {
      const expected = await fresh(words);
      expect(await cached(words)).toEqual({ report: expected, parsed: 0 });
    }
  });

  it('parses what changed and what that is compared with, nothing else, and keeps what other runs found', async () => {
    await cached();
    cli.write('drafts/a.md', DRAFT.replace('一、背景', '一、目标'));
    // The draft, and its policy to compare it with.
    expect(await cached([], ['drafts/a.md'])).toEqual({ report: await fresh([], ['drafts/a.md']), parsed: 2 });
    expect((await cached()).parsed).toBe(0);
  });

  it('goes on behind files that are gone', async () => {
    await cached();
    rmSync(join(cli.folder, 'drafts/b.md'));
    cli.write('drafts/c.md', DRAFT);
    await cached();
    expect(cli.read(cacheFile())).not.toContain('drafts/b.md');
  });

  it('fixes what was found before', async () => {
    cli.write('drafts/a.md', `${DRAFT}\n依据国办发[2017]23号。\n`);
    const dry = ['--fix-dry-run', '--preset', 'all'];
    await cached(['--preset', 'all']);
    const { report } = await cached(dry);
    expect(report).toContain('国办发〔2017〕23号');
    expect(report).toBe(await fresh(dry));
  });
});

describe('what is kept is not served where anything it was made from has changed', () => {
  it.each([
    ['an option on the command line', () => ['--rule', 'content/plain-language: [warn, {list: 3}]'], 2],
    ['a preset', () => ['--preset', 'recommended'], 2],
    [
      'an option in the config',
      () => {
        cli.write('jiedu-lint.config.yaml', 'extends: all\nrules:\n  content/plain-language: [warn, {list: 3}]\n');
        return [];
      },
      2,
    ],
    [
      'the kind that the config gives',
      () => {
        cli.write('jiedu-lint.config.yaml', 'extends: all\noverrides:\n  - files: "drafts/*"\n    kind: briefing\n');
        return [];
      },
      2,
    ],
    [
      'a linked policy',
      () => {
        cli.write('policies/a.md', POLICY.replace('500', '800').replace('甲办法', '乙办法'));
        return [];
      },
      1,
    ],
  ])('%s', async (_, change, parsed) => {
    const before = (await cached()).report;
    const words = change();
    const expected = await fresh(words);
    expect(expected).not.toBe(before);
    const now = await cached(words);
    expect(now.report).toBe(expected);
    expect(now.parsed).toBeGreaterThanOrEqual(parsed);
  });

  it('a linked policy that is gone', async () => {
    await cached();
    rmSync(join(cli.folder, 'policies/a.md'));
    const expected = await fresh();
    expect(await cached()).toEqual({ report: expected, parsed: 2 });
    expect(await cached()).toEqual({ report: expected, parsed: 0 });
    expect(expected).toContain('link/no-broken-link');
  });

  it('the bytes behind the same text', async () => {
    await cached();
    cli.write('drafts/a.md', `\ufeff${DRAFT}`);
    expect((await cached()).report).toBe(await fresh());
  });

  it('the version of the program', async () => {
    await cached();
    vi.mocked(parseDocument).mockClear();
    await cli.run(['--cache', 'drafts'], undefined, undefined, '9.9.9');
    expect(vi.mocked(parseDocument).mock.calls.length).toBe(3);
  });

  it('the text of a plugin', async () => {
    const plugin = (word: string) =>
      cli.write(
        'plugin/index.mjs',
        `const words = { 'zh-CN': '${word}', en: '${word}' };
const rule = {
  id: 'our/rule', kinds: 'any', demand: words, severity: 'error', defaults: {},
  schema: { type: 'object', properties: {}, additionalProperties: false },
  messages: { found: { what: words, todo: words } },
  check({ report }) { report({ messageId: 'found', at: { start: 0, end: 0 } }); },
};
export default { name: 'our', version: '1.0.0', rules: [rule] };
`,
      );
    plugin('一');
    cli.write('jiedu-lint.config.yaml', 'extends: []\nplugins: [./plugin/index.mjs]\nrules:\n  our/rule: error\n');
    expect((await cached()).report).toContain('our/rule');
    expect((await cached()).parsed).toBe(0);
    plugin('二');
    expect((await cached()).parsed).toBe(3);
    expect((await cached()).parsed).toBe(0);
  });

  it('the version of a plugin', () => {
    const key = (version: string) => {
      const source = { path: join(cli.folder, 'policies/a.md'), version };
      const keys = new CacheKeys({ version: '1', runtime: '1', bundle: 'none' }, { ruleSourcesFor: () => [source] });
      return keys.of('a.md', ['settings', 'content']);
    };
    expect(key('1.0.0')).toBe(key('1.0.0'));
    expect(key('1.0.1')).not.toBe(key('1.0.0'));
  });

  it('a rule made of data', async () => {
    const config = (word: string) =>
      cli.write(
        'jiedu-lint.config.yaml',
        `extends: []\ndataRules:\n  - id: local/word\n    forbid: ${word}\n    severity: error\n`,
      );
    config('补充');
    const before = (await cached()).report;
    config('不会有的词');
    expect(await fresh()).not.toBe(before);
    expect((await cached()).report).toBe(await fresh());
  });

  it('makes new what a changed preset’s rule of data finds', async () => {
    cli.write('jiedu-lint.config.yaml', 'extends: ./ours.preset.yaml');
    const preset = (word: string) =>
      cli.write(
        'ours.preset.yaml',
        `name: ours\nsource: { name: 办法 }\ndataRules: [{ id: ours/word, forbid: ${word} }]\nclauses: [{ id: OU-1, article: 一, demand: 不写, rules: [{ id: ours/word }] }]\n`,
      );
    preset('补充');
    const before = (await cached()).report;
    preset('不会有的词');
    expect(await fresh()).not.toBe(before);
    expect((await cached()).report).toBe(await fresh());
  });
});

describe('the cache file', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['changed', (text: string) => text.replace('"title"', '"titel"')],
    ['of another kind', () => 'garbage\n'],
    ['of another form', (text: string) => text.replace(/cache \d+ /, 'cache 0 ')],
    ['of a negative length', (text: string) => text.replace(/\d{15}\n$/, '-00000000000005\n')],
    [
      'of a negative length before',
      (text: string) => text.replace(/\d{15}(?= [\da-f]{64} \d{15}\n$)/, '-99999999999999'),
    ],
    ['of half a byte', (text: string) => text.replace(/\d{15}\n$/, '0000000000001.5\n')],
    ['of more than there is', (text: string) => text.replace(/\d{15}\n$/, '999999999999999\n')],
    ['of no length', (text: string) => text.replace(/\d{15}\n$/, 'NaN            \n')],
  ])('is dropped with a note where it is %s', async (_, damage) => {
    const expected = (await cached()).report;
    cli.write(cacheFile(), damage(cli.read(cacheFile())));
    expect(await cached()).toEqual({ report: expected, parsed: 3 });
    expect(cli.err).toContain(caches()[0]);
    expect(await cached()).toEqual({ report: expected, parsed: 0 });
    expect(cli.err).toBe('');
  });

  it('may be another file, or in a folder', async () => {
    await cached(['--cache-location', 'tmp/lint.cache']);
    expect(existsSync(join(cli.folder, 'tmp/lint.cache'))).toBe(true);
    await cached(['--cache-location', 'tmp/folder/']);
    await cached(['--cache-location', 'tmp/folder']);
    expect(readdirSync(join(cli.folder, 'tmp/folder'))).toHaveLength(1);
    expect(caches()).toEqual([]);
  });

  it('is never written over what is no cache', async () => {
    await cached(['--cache-location', 'drafts/b.md']);
    expect(cli.read('drafts/b.md')).toBe(DRAFT.replace('待补充', '待定'));
    expect(cli.err).toContain('drafts/b.md');
  });

  it('that cannot be written is a note, no failure', async () => {
    await cached();
    const before = readFileSync(join(cli.folder, cacheFile()));
    chmodSync(join(cli.folder, cacheFile()), 0o444);
    cli.write('drafts/b.md', `${DRAFT}\n再补充一句。\n`);
    const expected = await fresh();
    expect((await cached()).report).toBe(expected);
    expect(cli.err).toContain('EACCES');
    expect(readFileSync(join(cli.folder, cacheFile()))).toEqual(before);
    chmodSync(join(cli.folder, cacheFile()), 0o644);
  });

  it('is there only where it is asked for', async () => {
    await fresh();
    expect(caches()).toEqual([]);
  });
});
