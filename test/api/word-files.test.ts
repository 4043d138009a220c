import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Engine, format, lintFiles } from '../../src/index.js';
import { archiveWith } from '../cli/command.js';
import { p, TITLE, word } from '../import/word.js';

const RULES = { 'structure/no-placeholder': 'error' } as const;

it('lints Word files and pages, and formats what it found', async () => {
  const cwd = archiveWith({ 'jiedu-lint.config.yaml': 'extends: []\n' });
  writeFileSync(join(cwd, '稿.docx'), await word(TITLE + p('正文待补充。')));
  const results = await lintFiles(['.'], { cwd, rules: RULES });
  expect(results).toMatchObject([{ derived: true, messages: [{ paragraph: 2, line: 9 }] }]);
  expect(await format(results, 'stylish', { cwd })).toContain('第 2 段');
  expect(await format(results, 'compact', { cwd, locale: 'en' })).toContain('line 1, col 1, Error - paragraph 2: ');
});

it('lints the bytes of a Word file under its name, and tells what folders hold besides', async () => {
  const cwd = archiveWith({ 'jiedu-lint.config.yaml': 'extends: []\n', 'a.md': '# 甲\n', 'b.pdf': '', 'c.png': '' });
  const engine = new Engine({ cwd, rules: RULES });
  const { results } = await engine.lintText(await word(TITLE + p('正文待补充。')), '稿.docx');
  expect(results).toMatchObject([{ derived: true, messages: [{ paragraph: 2 }] }]);
  const { unchecked } = await engine.find(['.']);
  expect(unchecked).toEqual({ unread: [`${cwd}/b.pdf`], others: 1, aside: [], tracked: [] });
});
