import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lintFiles } from '../../src/index.js';
import { archiveWith, CLEAN, ERROR, RULES, run } from '../cli/command.js';
import { folderWith, withoutPrivileges } from '../files/folder.js';
import { GIT_INDEXES } from '../files/git-indexes.js';

/** What can stand in an archive and cannot be read: how it is made, and the finding that tells of it. */
const UNREADABLE: readonly (readonly [string, (at: string) => unknown, string])[] = [
  ['a pipe', (at) => void execFileSync('mkfifo', [at]), 'notAFile'],
  ['a socket', listening, 'notAFile'],
  ['a link to a device', (at) => symlinkSync('/dev/zero', at), 'notAFile'],
  ['a link to a pipe', (at) => [execFileSync('mkfifo', [`${at}.pipe`]), symlinkSync(`${at}.pipe`, at)], 'notAFile'],
  ['a link to nowhere', (at) => symlinkSync('nowhere.md', at), 'brokenLink'],
  ['a link to itself', (at) => symlinkSync(at, at), 'brokenLink'],
  ['a circle of links', (at) => [symlinkSync(at, `${at}.other`), symlinkSync(`${at}.other`, at)], 'brokenLink'],
  ['a link into a file', (at) => symlinkSync('ok.md/x.md', at), 'brokenLink'],
  ['a link that leads out', (at) => symlinkSync(join(folderWith({ 'x.md': CLEAN }), 'x.md'), at), 'leadsOut'],
];

async function listening(at: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(at, resolve));
}

describe.skipIf(process.platform === 'win32').each(UNREADABLE)('%s in a folder', (what, make, id) => {
  const archive = async (name: string) => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': RULES,
      'docs/ok.md': CLEAN,
      '.jiedulintignore': 'ignored.md\n',
    });
    await make(join(folder, 'docs', name));
    return folder;
  };
  const told = (
    results: readonly { filePath: string; messages: readonly { messageId: string; fatal?: boolean }[] }[],
  ) =>
    results.flatMap(({ filePath, messages }) =>
      messages.filter(({ fatal }) => fatal).map(({ messageId }) => `${filePath.split('/').pop()} ${messageId}`),
    );

  it('is told by lint, which ends with 2', async () => {
    const folder = await archive('x.md');
    for (const words of [['.'], ['docs'], ['docs/*.md'], []]) {
      const ran = await run(folder, ['-f', 'json', ...words]);
      expect([ran.code, told(ran.json())]).toEqual([2, [`x.md ${id}`]]);
      expect(ran.json()).toHaveLength(2);
    }
  });

  it('is told of where it is named', async () => {
    const ran = await run(await archive('x.md'), ['-f', 'json', 'docs/x.md']);
    // A device lies outside every archive.
    expect([ran.code, told(ran.json())]).toEqual([2, [`x.md ${what === 'a link to a device' ? 'leadsOut' : id}`]]);
  });

  it('is counted by audit, told by the API, and by inspect', async () => {
    const folder = await archive('x.md');
    expect((await run(folder, ['audit', '--json', 'a.json'])).code).toBe(2);
    expect((await run(folder, ['audit'])).out).toContain('读不了');
    for (const errorOnUnmatchedPattern of [true, false])
      expect(told(await lintFiles(['.'], { cwd: folder, errorOnUnmatchedPattern }))).toEqual([`x.md ${id}`]);
    expect((await run(folder, ['inspect', 'docs'])).code).toBe(2);
  });

  it('is nobody’s business where it is ignored, or no document', async () => {
    for (const name of ['ignored.md', 'x.sock']) {
      const folder = await archive(name);
      expect((await run(folder, ['.'])).code).toBe(0);
    }
  });
});

it('a mark that Emacs leaves while a file is edited is no document', async () => {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'ok.md': CLEAN });
  symlinkSync('somebody@host.123:456', join(folder, '.#ok.md'));
  expect((await run(folder, ['.'])).code).toBe(0);
});

it('a folder below one that is named is told where it cannot be walked into', async () => {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'ok.md': CLEAN });
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'more', 'b.md'), CLEAN);
  symlinkSync(folderWith({ 'c.md': CLEAN }), join(folder, 'more', 'away'));
  expect((await run(folder, ['.'])).code).toBe(2);
});

describe('documents that git tracks although it ignores them', () => {
  const archive = (files: Record<string, string> = {}) =>
    archiveWith({
      'jiedu-lint.config.yaml': RULES,
      '.git/index': GIT_INDEXES.get(2) ?? '',
      '.gitignore': 'build/\n现行\n',
      'build/a.md': CLEAN,
      'build/ab.md': CLEAN,
      '现行/解读.md': CLEAN,
      'new.md': CLEAN,
      ...files,
    });

  it.each([[['.']], [[]], [['**/*.md']]])('are told by lint: %j', async (words) => {
    const { code, out } = await run(archive(), words);
    expect(code).toBe(0);
    expect(out).toContain('3 份 git 跟踪着，却被 .gitignore 排除，没有检查：build/a.md、build/ab.md、现行/解读.md。');
  });

  it('are told and counted by audit', async () => {
    const folder = archive();
    const { out } = await run(folder, ['audit', '.', '--json', 'a.json']);
    expect(out).toContain('3 份 git 跟踪着');
    const { files } = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as {
      files: { found: number; leftOut: number }[];
    };
    expect([
      files.reduce((sum, { found }) => sum + found, 0),
      files.reduce((sum, { leftOut }) => sum + leftOut, 0),
    ]).toEqual([4, 3]);
  });

  it.each([
    ['our own ignore file', { '.jiedulintignore': 'build/\n现行/\n' }, ['.']],
    ['our own ignore files below', { 'build/.jiedulintignore': '*\n', '现行/.jiedulintignore': '*.md\n' }, ['.']],
    ['the config', { 'jiedu-lint.config.yaml': `${RULES}ignores: [build/**, 现行/**]\n` }, ['.']],
    ['the command line', {}, ['--ignore-pattern', 'build', '--ignore-pattern', '现行', '.']],
    ['nobody', {}, ['--no-ignore', '.']],
    ['nothing: they are elsewhere', { 'docs/b.md': CLEAN }, ['docs']],
    ['nothing: git does not ignore them', { '.gitignore': 'x\n' }, ['.']],
  ])('are not where %s takes them out', async (_, files, words) => {
    const { code, out } = await run(archive(files), words);
    expect([code, out]).toEqual([0, expect.not.stringContaining('git')]);
  });

  it('are not where they are gone', async () => {
    const folder = archive();
    rmSync(join(folder, 'build'), { recursive: true });
    expect((await run(folder, ['.'])).out).toContain('1 份 git 跟踪着');
  });
});

describe('lines of ignore files that are not obeyed', () => {
  const COSTLY = '*a*a*a*a*a*b';

  it('are told, once, with their place', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': RULES,
      '.gitignore': `# ${COSTLY}\n\n${COSTLY}\nb.md\n`,
      'docs/.jiedulintignore': `!${COSTLY}\n{${'a,'.repeat(50)}}\n${'x'.repeat(1001)}\n`,
      'docs/a.md': CLEAN,
      'b.md': ERROR,
    });
    for (const words of [['.'], ['audit', '.'], ['docs', 'docs/a.md']]) {
      const { code, err } = await run(folder, words);
      expect(code).toBe(0);
      expect([...err.matchAll(/^(\S+) 第 (\d+) 行没有照办/gm)].map(([, file, line]) => `${file}:${line}`)).toEqual([
        '.gitignore:3',
        'docs/.jiedulintignore:1',
        'docs/.jiedulintignore:2',
        'docs/.jiedulintignore:3',
      ]);
    }
    expect((await run(folder, ['--no-ignore', 'docs'])).err).toBe('');
  });
});

describe('an ignore file that cannot be obeyed', () => {
  const elsewhere = () => join(folderWith({ 'x.txt': 'b.md\n' }), 'x.txt');
  const WAYS: readonly (readonly [string, (at: string) => void])[] = [
    ['a text in GB18030', (at) => writeFileSync(at, Buffer.from('b2ddb8e52f0a', 'hex'))],
    ['a text in UTF-16', (at) => writeFileSync(at, Buffer.from('\ufeffb.md\r\n', 'utf16le'))],
    ['a folder', (at) => mkdirSync(at)],
    ['a link to nowhere', (at) => symlinkSync('nowhere', at)],
    ['a link that leads out', (at) => symlinkSync(elsewhere(), at)],
    ['a file that may not be read', (at) => writeFileSync(at, 'b.md\n', { mode: 0 })],
  ];

  it.each(WAYS)('is named, once: %s', async (_, make) => {
    for (const name of ['.gitignore', '.jiedulintignore']) {
      const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'docs/a.md': CLEAN, 'docs/b.md': CLEAN });
      make(join(folder, 'docs', name));
      for (const words of [['.'], ['audit', '.'], ['docs', 'docs/a.md']]) {
        const { code, err } = await withoutPrivileges(folder, () => run(folder, words));
        expect([code, err.match(/^docs\/\S+ 读不了，/gm)]).toEqual([0, [`docs/${name} 读不了，`]]);
      }
      expect((await run(folder, ['--no-ignore', '.'])).err).toBe('');
    }
  });

  it.each(['', '\ufeffb.md\r\n', '草稿.md\nb.md'])('is none that is in UTF-8: %j', async (text) => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': RULES,
      'a.md': CLEAN,
      'b.md': CLEAN,
      '.jiedulintignore': text,
    });
    const { err, json } = await run(folder, ['.', '-f', 'json']);
    expect([err, json().length]).toEqual(['', text === '' ? 2 : 1]);
  });
});

describe.skipIf(process.platform === 'win32')('pipes in a folder', () => {
  it.each(['x.html', 'x.htm', 'x.mhtml', 'x.docx', 'x.txt', 'x.pdf', 'x.xlsx'])(
    'are waited for by nobody: %s',
    async (name) => {
      const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': CLEAN });
      execFileSync('mkfifo', [join(folder, name)]);
      const isTold = /htm|docx|pdf/.test(name);
      for (const words of [['.'], ['audit', '.'], ['inspect', '.']]) {
        const { code, out, err } = await run(folder, words);
        expect([words, code]).toEqual([words, isTold ? 2 : 0]);
        if (isTold) expect(out + err).toContain(words[0] === 'audit' ? '读不' : name);
      }
    },
  );
});

describe.skipIf(process.platform === 'win32')('pipes in the place of outputs', () => {
  it.each([
    ['核查.html', ['page']],
    ['r.json', ['-f', 'json', '-o', 'r.json', 'a.md']],
    ['jiedu-lint-suppressions.json', ['--suppress-all', 'a.md']],
    ['a.html', ['audit', '.', '--html', 'a.html']],
    ['c', ['--cache', '--cache-location', 'c', 'a.md']],
    ['policy.md', ['new', 'policy']],
    ['台账', ['audit', '.', '--xlsx-by-department', '台账']],
  ])('are waited for by nobody: %s', async (name, words) => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR });
    execFileSync('mkfifo', [join(folder, name)]);
    const env = { XDG_CACHE_HOME: folderWith({ y: '' }) };
    const { code, err } = await run(folder, words, { env });
    expect(code).toBe(name === 'c' ? 1 : 2);
    expect(err).toContain(name);
  });
});
