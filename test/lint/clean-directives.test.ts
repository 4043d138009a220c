import { expect, it } from 'vitest';
import type { ReadFile } from '../../src/lint/host.js';
import type { LintOptions } from '../../src/lint/options.js';
import { lintInMemory } from './memory.js';
import { rule } from './rule.js';

const RULES = [
  rule('test/wrong', {
    fixable: true,
    check({ document, report }) {
      for (const { index } of document.text.matchAll(/错/g)) {
        const fix = { range: [index, index + 1] as const, text: '对' };
        report({ messageId: 'found', at: { start: index, end: index + 1 }, data: { word: '错' }, fix });
      }
    },
  }),
  rule('test/bad', {
    check({ document, report }) {
      for (const { index } of document.text.matchAll(/坏/g))
        report({ messageId: 'found', at: { start: index, end: index + 1 }, data: { word: '坏' } });
    },
  }),
  rule('test/title', {
    checkArchive({ files, report }) {
      for (const facts of files)
        if (facts.title.includes('题'))
          report(facts, { messageId: 'found', at: facts.titleRange, data: { word: '题' } });
    },
  }),
];

async function fixed(text: string | ReadFile, more: Partial<LintOptions> = {}) {
  const { results } = await lintInMemory({ '/a.md': text }, { rules: RULES, more: { fixes: () => true, ...more } });
  return results[0];
}

it.each([
  ['suppress nothing', '好\n\n<!-- jiedu-lint-disable -->\n\n好\n', '好\n\n好\n'],
  ['have rules fixed what they suppressed next to them', '<!-- jiedu-lint-disable test/bad -->\n\n错\n', '对\n'],
  [
    'do something for one rule of three',
    '<!-- jiedu-lint-disable test/wrong, test/bad, test/title -- 旧 -->\n\n坏\n',
    '<!-- jiedu-lint-disable test/bad -- 旧 -->\n\n坏\n',
  ],
  [
    'do something for one rule, the first',
    '<!-- jiedu-lint-disable-file test/bad, test/wrong -->\n\n坏\n',
    '<!-- jiedu-lint-disable-file test/bad -->\n\n坏\n',
  ],
  [
    'end what nothing needed, once that is gone',
    '好\n\n<!-- jiedu-lint-disable -->\n\n好\n\n<!-- jiedu-lint-enable -->\n\n好\n',
    '好\n\n好\n\n好\n',
  ],
  [
    'stand in front matter',
    '---\ntitle: 甲\n# jiedu-lint-disable test/bad -- 旧\n---\n\n好\n',
    '---\ntitle: 甲\n---\n\n好\n',
  ],
])('takes out directives that %s', async (_, before, after) => {
  const result = await fixed(before);
  expect(result?.output).toBe(after);
  expect(result?.messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
  expect((await fixed(after))?.output).toBeUndefined();
});

it.each([
  ['suppress what an archive rule finds', '<!-- jiedu-lint-disable-file test/title -->\n\n# 题\n'],
  ['suppress something', '<!-- jiedu-lint-disable-next-line test/wrong -->\n错\n'],
  ['name rules that do not exist', '<!-- jiedu-lint-disable test/wrnog -->\n好\n'],
  ['are misspelt', '<!-- jiedu-lint-disabel -->\n好\n'],
  ['cannot go without changing the text', '<!-- jiedu-lint-disable --> # 好\n'],
])('leaves directives that %s', async (_, text) => {
  expect((await fixed(text))?.output).toBeUndefined();
});

it('leaves them where they are not reported, where fixes of others are asked for, and where a rule failed', async () => {
  const text = '<!-- jiedu-lint-disable test/bad -->\n\n好\n';
  expect((await fixed(text, { unusedDirectives: 'off' }))?.output).toBeUndefined();
  expect((await fixed(text, { fixes: ({ ruleId }) => ruleId !== null }))?.output).toBeUndefined();
  expect((await fixed(text, { fixes: ({ severity }) => severity === 'error' }))?.output).toBeUndefined();
});

it('gives the fix with the finding', async () => {
  const text = '好\n\n<!-- jiedu-lint-disable test/bad -->\n\n好\n';
  const { results } = await lintInMemory({ '/a.md': text }, { rules: RULES });
  expect(results[0]?.fixableWarningCount).toBe(1);
  expect(results[0]?.messages[0]?.fix).toEqual({ range: [2, 40], text: '' });
});

it('says of other encodings that it leaves them, once', async () => {
  const told: string[] = [];
  const onNotFixed = (path: string, encoding: string) => told.push(`${path} ${encoding}`);
  const read = { text: '<!-- jiedu-lint-disable test/bad -->\n\n错\n', encoding: 'gb18030' };
  expect((await fixed(read, { onNotFixed }))?.output).toBeUndefined();
  expect((await fixed({ ...read, text: read.text.replace('错', '好') }, { onNotFixed }))?.output).toBeUndefined();
  expect(told).toEqual(['/a.md gb18030', '/a.md gb18030']);
});
