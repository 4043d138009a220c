import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FindOptions, findFiles } from '../../src/files/find.js';
import { folderWith, withoutPrivileges } from './folder.js';

/** What is found in `cwd`, with paths relative to it. */
async function find(cwd: string, patterns: string[], options: Omit<FindOptions, 'cwd'> = {}) {
  const { files, problems } = await findFiles(patterns, { cwd, ...options });
  const short = problems.map(({ path, ...rest }) =>
    path === undefined ? rest : { ...rest, path: relative(cwd, path) },
  );
  return { files: files.map((file) => relative(cwd, file)), problems: short };
}

const found = (...files: string[]) => ({ files, problems: [] });

describe('patterns', () => {
  it('takes a file as it is named, whatever its extension', async () => {
    const cwd = folderWith({ '通知.txt': '', 'a.md': '' });
    expect(await find(cwd, ['通知.txt', 'a.md', join(cwd, 'a.md'), './a.md'])).toEqual(found('a.md', '通知.txt'));
  });

  it('takes all Markdown below a folder', async () => {
    const cwd = folderWith({
      '政策/b.MD': '',
      '政策/a/x.markdown': '',
      '政策/.草稿/y.md': '',
      '政策/图.png': '',
      '政策/md': '',
      'other.md': '',
    });
    expect(await find(cwd, ['政策'])).toEqual(found('政策/.草稿/y.md', '政策/a/x.markdown', '政策/b.MD'));
    expect((await find(cwd, ['.'])).files).toHaveLength(4);
  });

  it('returns absolute paths sorted by code unit, each once', async () => {
    const cwd = folderWith({ 'a/x.md': '', 'a-b/x.md': '', 'B.md': '', '一.md': '', 'ａ.md': '' });
    const { files } = await findFiles(['a', '**/*.md', '.'], { cwd });
    expect(files).toEqual(['B.md', 'a-b/x.md', 'a/x.md', '一.md', 'ａ.md'].map((name) => join(cwd, name)));
  });

  it('takes what a glob matches', async () => {
    const cwd = folderWith({
      '解读/关于养老的解读（试行）.md': '',
      '解读/2023/关于住房的解读.md': '',
      '解读/2023/附件.txt': '',
      '政策/a.md': '',
    });
    const both = found('解读/2023/关于住房的解读.md', '解读/关于养老的解读（试行）.md');
    expect(await find(cwd, ['解读/**/关于*解读*.md'])).toEqual(both);
    expect(await find(cwd, [join(cwd, '解读/**/*.md')])).toEqual(both);
    expect(await find(join(cwd, '政策'), ['../解读/*.md'])).toEqual(found('../解读/关于养老的解读（试行）.md'));
    expect(await find(cwd, ['**/*.{txt,text}'])).toEqual(found('解读/2023/附件.txt'));
    expect(await find(cwd, ['*/[!解]*.md'])).toEqual(found('政策/a.md', '解读/关于养老的解读（试行）.md'));
  });

  it('takes documents only by a glob that names no extension', async () => {
    const cwd = folderWith({ 'a/x.md': '', 'a/x.png': '', 'a/y.docx': '' });
    expect(await find(cwd, ['a/**'])).toEqual(found('a/x.md', 'a/y.docx'));
    expect(await find(cwd, ['a/x*'])).toEqual(found('a/x.md'));
  });

  it('takes a name that exists literally, glob characters or not', async () => {
    const cwd = folderWith({ '通知[2023].md': '', '通知2.md': '', '[2023]/a(1).md': '', '2/b.md': '' });
    expect(await find(cwd, ['通知[2023].md'])).toEqual(found('通知[2023].md'));
    expect(await find(cwd, ['[2023]'])).toEqual(found('[2023]/a(1).md'));
    expect(await find(cwd, ['[2023]/*.md'])).toEqual(found('[2023]/a(1).md'));
    expect(await find(cwd, ['通知[24].md'])).toEqual(found('通知2.md'));
  });

  it('says which patterns lead to nothing', async () => {
    const cwd = folderWith({ 'a.md': '', 'pictures/a.png': '' });
    mkdirSync(join(cwd, 'empty'));
    expect(
      await find(cwd, ['b.md', 'a.md/b.md', 'empty', 'pictures', '*.markdown', '', `{${'x,'.repeat(200)}y}.md`]),
    ).toEqual({
      files: [],
      problems: [
        { id: 'notFound', pattern: 'b.md' },
        { id: 'notFound', pattern: 'a.md/b.md' },
        { id: 'noMatch', pattern: 'empty' },
        { id: 'noMatch', pattern: 'pictures' },
        { id: 'noMatch', pattern: '*.markdown' },
        { id: 'notFound', pattern: '' },
        { id: 'noMatch', pattern: `{${'x,'.repeat(200)}y}.md` },
      ],
    });
    expect(await find(cwd, [])).toEqual(found());
  });

  it('leaves it to the reader to say why a file cannot be examined', async () => {
    const cwd = folderWith({ 'closed/a.md': '' });
    chmodSync(join(cwd, 'closed'), 0);
    expect(await withoutPrivileges(cwd, () => find(cwd, ['closed/a.md']))).toEqual(found('closed/a.md'));
    chmodSync(join(cwd, 'closed'), 0o755);
  });
});

describe('ignoring', () => {
  it('honours both ignore files, in every folder, the deeper one last', async () => {
    const cwd = folderWith({
      '.gitignore': '# 草稿\n\n草稿/\n*.tmp.md\n/only-here.md\n',
      '.jiedulintignore': '废止.md\r\n',
      'a.md': '',
      'a.tmp.md': '',
      'only-here.md': '',
      '废止.md': '',
      '草稿/a.md': '',
      'sub/草稿/a.md': '',
      'sub/only-here.md': '',
      'sub/废止.md': '',
      'sub/deep/.gitignore': '!keep.tmp.md\nx/y.md\n',
      'sub/deep/keep.tmp.md': '',
      'sub/deep/x/y.md': '',
      'sub/deep/z/x/y.md': '',
    });
    expect(await find(cwd, ['.'])).toEqual(
      found('a.md', 'sub/deep/keep.tmp.md', 'sub/deep/z/x/y.md', 'sub/only-here.md'),
    );
  });

  it('lets a deeper file take a folder back, with all that is in it', async () => {
    const cwd = folderWith({
      '.gitignore': 'out\n',
      'sub/.gitignore': '!out\n',
      'sub/out/deep/a.md': '',
      'out/b.md': '',
    });
    expect(await find(cwd, ['.'])).toEqual(found('sub/out/deep/a.md'));
  });

  it.each(['*a*a*a*a*a*a*b', '**/a/**/a/**/a/**/b', '/*a*a*a*/*a*a*b', '*甲*甲*甲*甲*乙', '!*a*a*a*a*a*b'])(
    'does not obey a pattern that long names would take too long for: %s',
    async (pattern) => {
      const name = `${'a'.repeat(200)}b.md`;
      const cwd = folderWith({ '.gitignore': `${pattern}\nx.md\n`, [name]: '', 'x.md': '' });
      expect(await find(cwd, ['.'])).toEqual(found(name));
    },
  );

  it('does not take a file back from an ignored folder, as in git', async () => {
    const cwd = folderWith({ '.gitignore': 'out/\n!out/a.md\n', 'out/a.md': '', 'b.md': '' });
    expect(await find(cwd, ['.'])).toEqual(found('b.md'));
  });

  it('holds the patterns of a folder whose name looks like a pattern to that folder', async () => {
    const cwd = folderWith({
      '[ab] （试行）/.gitignore': '/x.md\ny.md\n',
      '[ab] （试行）/x.md': '',
      '[ab] （试行）/z/y.md': '',
      '[ab] （试行）/z/x.md': '',
      'a （试行）/x.md': '',
      'a （试行）/y.md': '',
    });
    expect(await find(cwd, ['.'])).toEqual(found('[ab] （试行）/z/x.md', 'a （试行）/x.md', 'a （试行）/y.md'));
  });

  it('begins at the root of the repository, with its own exclude file', async () => {
    const root = folderWith({
      '.git/info/exclude': 'private.md\n',
      '.gitignore': '/archive/old/\n',
      'archive/old/a.md': '',
      'archive/private.md': '',
      'archive/new/a.md': '',
    });
    const archive = join(root, 'archive');
    expect(await find(archive, ['.'])).toEqual(found('new/a.md'));
    expect(await find(archive, ['old/a.md'])).toEqual({
      files: [],
      problems: [{ id: 'ignored', pattern: 'old/a.md', path: 'old/a.md' }],
    });
    // The same for whoever stands elsewhere.
    expect(await find(folderWith({}), [join(archive, 'new'), archive])).toMatchObject({
      files: [expect.stringMatching(/new\/a\.md$/)],
      problems: [],
    });
  });

  it('reports a file named in full that is ignored, and lints it when told to', async () => {
    const cwd = folderWith({ '.jiedulintignore': '*.tmp.md', 'a.tmp.md': '', 'node_modules/p/README.md': '' });
    const patterns = ['a.tmp.md', 'node_modules/p/README.md'];
    expect(await find(cwd, patterns)).toEqual({
      files: [],
      problems: patterns.map((pattern) => ({ id: 'ignored', pattern, path: pattern })),
    });
    expect(await find(cwd, patterns, { ignore: false })).toEqual(found(...patterns));
  });

  it('tells a folder or glob with ignored files from one without any', async () => {
    const cwd = folderWith({ '.gitignore': 'out/\n', 'out/a.md': '', 'in/b.tmp.md': '', 'in/c.txt': '' });
    const options = { ignorePatterns: ['*.tmp.md'] };
    expect(await find(cwd, ['out', 'in/*.md', '**/*.md', 'in/*.markdown'], options)).toEqual({
      files: [],
      problems: [
        { id: 'allIgnored', pattern: 'out' },
        { id: 'allIgnored', pattern: 'in/*.md' },
        { id: 'allIgnored', pattern: '**/*.md' },
        { id: 'noMatch', pattern: 'in/*.markdown' },
      ],
    });
    expect(await find(cwd, ['out', 'in'], { ...options, ignore: false })).toEqual(found('in/b.tmp.md', 'out/a.md'));
  });

  it('puts the command line above every file, and reads its patterns from the working folder', async () => {
    const root = folderWith({
      '.git/HEAD': '',
      'b.md': '',
      'x/b.md': '',
      'cwd/.gitignore': '!a.md\nz.md\n',
      'cwd/a.md': '',
      'cwd/b.md': '',
      'cwd/x/b.md': '',
      'cwd/z.md': '',
    });
    const options = { ignorePatterns: ['a.md', 'x/b.md', '!z.md'] };
    expect(await find(join(root, 'cwd'), ['.'], options)).toEqual(found('b.md', 'z.md'));
    expect(await find(join(root, 'cwd'), ['..'], options)).toEqual(found('../b.md', 'b.md', 'z.md', '../x/b.md'));
  });

  it('never walks into node_modules and .git', async () => {
    const cwd = folderWith({
      'a.md': '',
      'x/node_modules/p/b.md': '',
      '.git/c.md': '',
      '.gitignore': '!node_modules\n',
    });
    expect(await find(cwd, ['.'])).toEqual(found('a.md'));
    expect(await find(cwd, ['**/*.md'], { ignore: false })).toEqual(found('a.md'));
    expect((await find(cwd, ['x/node_modules'])).problems).toEqual([{ id: 'allIgnored', pattern: 'x/node_modules' }]);
  });

  it('lives with ignore files that make no sense', async () => {
    const cwd = folderWith({
      '.gitignore': '\uFEFF[\n[z-a]\n\\\n!\n/\n(((\nb.md',
      'a.md': '',
      'b.md': '',
      'x/.gitignore': '/\n[\n',
      'x/c.md': '',
    });
    mkdirSync(join(cwd, 'x/.jiedulintignore'));
    expect(await find(cwd, ['.'])).toEqual(found('a.md', 'x/c.md'));
  });
});

describe('links', () => {
  it('follows links to files and folders', async () => {
    const cwd = folderWith({ 'docs/a.md': '', '外/b.md': '', 'c.md': '' });
    symlinkSync('../外', join(cwd, 'docs/链接'));
    symlinkSync('../c.md', join(cwd, 'docs/c.md'));
    expect(await find(cwd, ['docs'])).toEqual(found('docs/a.md', 'docs/c.md', 'docs/链接/b.md'));
  });

  it('does not follow links that lead out, and says so', async () => {
    const cwd = folderWith({ 'docs/a.md': '', 'docs/deep/b.md': '' });
    const elsewhere = folderWith({ '外/b.md': '', 'c.md': '', 'd.txt': '' });
    symlinkSync(join(elsewhere, '外'), join(cwd, 'docs/deep/链接'));
    symlinkSync(join(elsewhere, 'c.md'), join(cwd, 'docs/c.md'));
    symlinkSync(join(elsewhere, 'd.txt'), join(cwd, 'docs/d.txt'));
    symlinkSync('c.md', join(cwd, 'docs/again.md'));
    const leadsOut = (path: string) => ({ id: 'leadsOut', pattern: 'docs', path });
    expect(await find(cwd, ['docs'])).toEqual({
      ...found('docs/a.md', 'docs/deep/b.md'),
      problems: ['docs/again.md', 'docs/c.md', 'docs/deep/链接'].map(leadsOut),
    });
  });

  it('takes the folder that is named for what it is, and a file that is named outside any repository', async () => {
    const cwd = folderWith({ 'docs/a.md': '' });
    const elsewhere = folderWith({ '外/b.md': '', 'c.md': '' });
    symlinkSync(join(elsewhere, '外'), join(cwd, 'docs/链接'));
    symlinkSync(join(elsewhere, 'c.md'), join(cwd, 'c.md'));
    expect(await find(cwd, ['c.md'])).toEqual(found('c.md'));
    mkdirSync(join(cwd, '.git'));
    expect((await find(cwd, ['c.md'])).problems).toEqual([{ id: 'leadsOut', pattern: 'c.md', path: 'c.md' }]);
    expect(await find(cwd, ['docs/链接'])).toEqual(found('docs/链接/b.md'));
    expect(await find(cwd, ['docs/链接/*.md'])).toEqual(found('docs/链接/b.md'));
  });

  it('takes no file of a repository that is named by a way through a link out of it', async () => {
    const cwd = folderWith({ '.git/HEAD': '', 'docs/a.md': '' });
    const elsewhere = folderWith({ '外/深/b.md': '', '库/.git/HEAD': '', '库/c.md': '' });
    symlinkSync(join(elsewhere, '外'), join(cwd, 'docs/链接'));
    symlinkSync(join(elsewhere, '库'), join(cwd, 'docs/另一个库'));
    symlinkSync('docs', join(cwd, '里面'));
    const path = 'docs/链接/深/b.md';
    expect(await find(cwd, [path])).toEqual({ ...found(), problems: [{ id: 'leadsOut', pattern: path, path }] });
    expect(await find(cwd, ['里面/a.md'])).toEqual(found('里面/a.md'));
    expect(await find(cwd, ['docs/另一个库/c.md'])).toEqual(found('docs/另一个库/c.md'));
  });

  it('comes out of loops', async () => {
    const cwd = folderWith({ 'a/b/x.md': '', 'y.md': '' });
    symlinkSync('../..', join(cwd, 'a/b/up'));
    symlinkSync('.', join(cwd, 'a/self'));
    symlinkSync('loop', join(cwd, 'loop'));
    expect(await find(cwd, ['.'])).toEqual(found('a/b/x.md', 'y.md'));
    expect(await find(cwd, ['a'])).toEqual(found('a/b/up/y.md', 'a/b/x.md'));
  });

  it('walks folders that all link to one another once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `f${i}`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [`${name}/x.md`, ''])));
    for (const from of names) for (const to of names) symlinkSync(join(cwd, to), join(cwd, from, to));
    expect((await find(cwd, ['.'])).files).toEqual(names.map((name) => `${name}/x.md`).sort());
  });

  it('names a file by its own path, else by the first link to it', async () => {
    const cwd = folderWith({ 'docs/real/x.md': '', 'elsewhere/y.md': '' });
    symlinkSync('real', join(cwd, 'docs/a-link'));
    symlinkSync('real/x.md', join(cwd, 'docs/copy.md'));
    symlinkSync('../elsewhere', join(cwd, 'docs/out2'));
    symlinkSync('../elsewhere', join(cwd, 'docs/out1'));
    expect(await find(cwd, ['docs'])).toEqual(found('docs/out1/y.md', 'docs/real/x.md'));
  });

  it('loses no file to a link that is ignored, or to an ignored folder behind a link', async () => {
    const cwd = folderWith({ '.gitignore': 'a-link/\nhidden/\n', 'real/x.md': '', 'hidden/y.md': '' });
    symlinkSync('real', join(cwd, 'a-link'));
    symlinkSync('hidden', join(cwd, 'shown'));
    expect(await find(cwd, ['.'])).toEqual(found('real/x.md', 'shown/y.md'));
  });

  it('tells of links that lead nowhere', async () => {
    const cwd = folderWith({ 'a.md': '' });
    symlinkSync('nowhere.md', join(cwd, 'b.md'));
    symlinkSync('nowhere.txt', join(cwd, 'b.txt'));
    expect(await find(cwd, ['.'])).toEqual({
      ...found('a.md'),
      problems: [{ id: 'brokenLink', pattern: '.', path: 'b.md' }],
    });
    expect((await find(cwd, ['b.md'])).problems).toEqual([{ id: 'brokenLink', pattern: 'b.md', path: 'b.md' }]);
  });
});

describe('folders that may not be read', () => {
  it('are reported, and the rest is found', async () => {
    const cwd = folderWith({ 'open/a.md': '', 'closed/b.md': '' });
    chmodSync(join(cwd, 'closed'), 0);
    const { files, problems } = await withoutPrivileges(cwd, () => find(cwd, ['.', 'closed']));
    chmodSync(join(cwd, 'closed'), 0o755);
    expect(files).toEqual(['open/a.md']);
    expect(problems).toEqual([
      { id: 'unreadableFolder', pattern: '.', path: 'closed' },
      { id: 'unreadableFolder', pattern: 'closed', path: 'closed' },
    ]);
  });
});
