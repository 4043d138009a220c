import { describe, expect, it } from 'vitest';
import { archiveWith, CLEAN, run } from './command.js';

describe('patterns that match nothing', () => {
  it.each([
    'docs\\a.md',
    '.\\docs\\a.md',
    'C:\\稿件\\解读.docx',
    'docs\\[2024]年.md',
    '稿件\\',
    'docs\\*.md',
    'docs\\**\\*.md',
    '.\\docs\\*.md',
    'docs\\{a,b}.md',
    'C:\\稿件\\解读*.docx',
    'docs\\[ab].md',
  ])('whose folders are parted by backslashes are named, and how to write them: %s', async (pattern) => {
    const folder = archiveWith({ 'docs/a.md': CLEAN });
    for (const [locale, word] of [
      ['zh-CN', '用 / 隔开'],
      ['en', 'with /'],
    ] as const)
      for (const command of ['lint', 'audit', 'inspect']) {
        const { code, out, err } = await run(folder, [command, '--locale', locale, pattern]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        for (const part of [pattern, word, pattern.replaceAll('\\', '/')]) expect(err).toContain(part);
      }
  });

  it.each(['通知\\[2023\\]*.md', 'docs/\\{x\\}*.md', 'docs/\\(一\\)*.md', 'docs/\\!*.md', 'none/*.md'])(
    'whose backslashes take marks for themselves are not mistaken for those: %s',
    async (pattern) => {
      const { code, err } = await run(archiveWith({ 'docs/a.md': CLEAN }), [pattern]);
      expect(code).toBe(2);
      expect(err).toContain(`“${pattern}”下面没有可检查的文件`);
    },
  );

  it.each([
    ['import', 'docs\\a.docx'],
    ['import', 'docs\\*.docx'],
    ['review', 'docs\\a.docx'],
    ['init', 'docs\\解读'],
  ])('are named by every command: %s %s', async (...args) => {
    const { code, err } = await run(archiveWith({ 'docs/a.docx': '' }), args);
    expect(code).toBe(2);
    expect(err).toContain(`例如“${args[1]?.replaceAll('\\', '/')}”`);
  });

  it.each(['docs\\a.md', 'docs\\*.md', '.\\docs\\', '!docs\\a.md', 'docs\\**\\a.md'])(
    'are no patterns to ignore: %s',
    async (pattern) => {
      const { code, err } = await run(archiveWith({ 'docs/a.md': CLEAN }), ['docs', '--ignore-pattern', pattern]);
      expect([code, err]).toEqual([
        2,
        `“${pattern}”没有对上任何文件。文件夹之间要用 / 隔开，例如“${pattern.replaceAll('\\', '/')}”\n`,
      ]);
    },
  );

  it.each(['通知\\[2023\\].md', '\\#a.md', '\\!a.md', 'a.md\\ ', 'docs/\\{x\\}.md'])(
    'may ignore files whose names hold marks: %s',
    async (pattern) => {
      const { out, err } = await run(archiveWith({ 'docs/a.md': CLEAN }), ['docs', '--ignore-pattern', pattern]);
      expect([out.includes('docs/a.md'), err]).toEqual([true, '']);
    },
  );

  it('say nothing of ignoring where the report alone is there', async () => {
    const folder = archiveWith({ 'docs/a.md': CLEAN });
    const { code, err } = await run(folder, ['docs', '-f', 'markdown', '-o', 'docs/a.md']);
    expect(code).toBe(2);
    expect(err).toContain('“docs”下面没有可检查的文件');
    expect(err).toContain('docs/a.md 是一份文稿');
    expect(err).not.toContain('忽略');
  });
});
