import { describe, expect, it } from 'vitest';
import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { LIMITS } from '../../src/document/limits.js';
import type { LintOptions } from '../../src/lint/options.js';
import type { FileResult } from '../../src/lint/result.js';
import { lintInMemory } from './memory.js';
import { rule } from './rule.js';

/** Reports every place of a word, with a fix to 好. */
const finder = (id: string, word: string) =>
  rule(id, {
    fixable: true,
    check({ document, report }) {
      for (const { index } of document.text.matchAll(new RegExp(word, 'g'))) {
        const end = index + word.length;
        const fix = { range: [index, end] as const, text: '好' };
        report({ messageId: 'found', at: { start: index, end }, evidence: word, data: { word }, fix });
      }
    },
  });

const RULES = [
  finder('test/wrong', '错'),
  finder('test/bad', '坏'),
  rule('test/title', {
    checkArchive({ files, report }) {
      for (const facts of files)
        report(facts, { messageId: 'found', at: facts.titleRange, data: { word: facts.title } });
    },
  }),
  rule('test/bomb', {
    check({ document }) {
      if (document.text.includes('炸')) throw new Error('炸了');
    },
  }),
];

async function lint(text: string, more: Partial<LintOptions> = {}): Promise<FileResult> {
  const { results } = await lintInMemory({ '/a.md': text }, { rules: RULES, more });
  return results[0] as FileResult;
}

/** Findings that count, as `rule line`, the title's left out; of directives the message's id and the text they are about. */
function shown({ messages }: FileResult, text = ''): string[] {
  return messages
    .filter(({ ruleId }) => ruleId !== 'test/title')
    .map(({ ruleId, messageId, line, column, endColumn }) =>
      ruleId === null
        ? `${messageId} ${line} ${text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)}`
        : `${ruleId} ${line}`,
    );
}

describe('directives', () => {
  it.each([
    ['to the end', '错坏\n\n<!-- jiedu-lint-disable -- 旧文件 -->\n\n错坏', ['test/wrong 1', 'test/bad 1']],
    ['of one rule', '<!-- jiedu-lint-disable test/wrong -->\n\n错坏', ['test/bad 3']],
    [
      'until enabled',
      '<!-- jiedu-lint-disable -->\n错坏\n<!-- jiedu-lint-enable test/bad -->\n\n错坏\n\n<!-- jiedu-lint-enable -->\n\n错',
      ['test/bad 5', 'test/wrong 9'],
    ],
    [
      'in the middle of a line',
      '错<!-- jiedu-lint-disable test/wrong -->错<!-- jiedu-lint-enable -->错',
      ['test/wrong 1', 'test/wrong 1'],
    ],
    [
      'of the next line',
      '<!-- jiedu-lint-disable-next-line test/wrong,test/bad -->\n错坏\n错坏',
      ['test/wrong 3', 'test/bad 3'],
    ],
    [
      'of the next line behind blank ones',
      '错\n\n<!-- jiedu-lint-disable-next-line -->\n\n \n错\n\n错',
      ['test/wrong 1', 'test/wrong 8'],
    ],
    [
      'of the file, wherever it stands',
      '错坏\n\n<!-- jiedu-lint-disable-file test/wrong —— 旧文件 -->',
      ['test/bad 1'],
    ],
    ['with Chinese commas', '<!-- jiedu-lint-disable test/wrong，test/bad、test/title -->\n\n错坏', []],
    [
      'of front matter',
      '---\ntitle: 错坏\n# jiedu-lint-disable test/wrong -- 旧文件\nnumber: 错\n---\n\n错',
      ['test/bad 2', 'test/wrong 7'],
    ],
    [
      'of a line of front matter',
      '---\n# jiedu-lint-disable-next-line\ntitle: 错\nnumber: 错\n---\n',
      ['test/wrong 4'],
    ],
    [
      'of the file, in front matter',
      '---\ntitle: 甲 # jiedu-lint-disable-file test/wrong\n---\n\n错坏',
      ['test/bad 5'],
    ],
    ['not in code', '`<!-- jiedu-lint-disable -->`\n\n```\n<!-- jiedu-lint-disable -->\n```\n\n错', ['test/wrong 7']],
    [
      'not in the body for front matter',
      '---\ntitle: 错\n---\n\n<!-- jiedu-lint-disable test/wrong -->\n\n错',
      ['test/wrong 2'],
    ],
  ])('suppress %s', async (_, text, expected) => {
    expect(shown(await lint(text, { unusedDirectives: 'off' }), text)).toEqual(expected);
  });

  it('keep what they suppress, with the reasons', async () => {
    const { suppressedMessages, errorCount } = await lint(
      '<!-- jiedu-lint-disable-file test/title -->\n<!-- jiedu-lint-disable test/wrong -- 引用\n原文 -->\n\n错',
    );
    expect(errorCount).toBe(0);
    expect(suppressedMessages).toMatchObject([
      { ruleId: 'test/title', suppressions: [{ kind: 'directive', justification: '' }] },
      { ruleId: 'test/wrong', line: 5, suppressions: [{ kind: 'directive', justification: '引用 原文' }] },
    ]);
  });

  it('reach findings of archive rules', async () => {
    const { messages, suppressedMessages } = await lint(
      '---\n# jiedu-lint-disable test/title -- 有意\ntitle: 甲\n---\n',
    );
    expect(messages).toEqual([]);
    expect(suppressedMessages.map(({ ruleId }) => ruleId)).toEqual(['test/title']);
  });

  it('do not reach what is fatal or what no rule says', async () => {
    const text = '<!-- jiedu-lint-disable -->\n<!-- jiedu-lint-disable-file -->\n\n炸';
    const { messages, fatalErrorCount } = await lint(text);
    expect(messages.map(({ messageId }) => messageId)).toEqual(['crash']);
    expect(fatalErrorCount).toBe(1);
  });

  it('keep fixes of what they suppress from being made', async () => {
    const text = '错\n\n<!-- jiedu-lint-disable -->\n\n错';
    expect((await lint(text, { fixes: () => true })).output).toBe('好\n\n<!-- jiedu-lint-disable -->\n\n错');
  });
});

describe('directives at fault', () => {
  it.each([
    [
      'a rule that does not exist',
      '<!-- jiedu-lint-disable test/wrnog -- 旧 -->\n\n错',
      ['unknownRule 1 test/wrnog', 'test/wrong 3'],
    ],
    [
      'a reason without dashes',
      '<!-- jiedu-lint-disable-next-line test/wrong 旧文件 -->\n错',
      ['unknownRule 1 旧文件'],
    ],
    [
      'a verb that does not exist',
      '<!-- jiedu-lint-disabel -->\n\n错',
      ['unknownDirective 1 <!-- jiedu-lint-disabel -->', 'test/wrong 3'],
    ],
    [
      'nothing to suppress',
      '错\n\n<!-- jiedu-lint-disable -->',
      ['test/wrong 1', 'unusedDisable 3 <!-- jiedu-lint-disable -->'],
    ],
    [
      'nothing to suppress for one rule of two',
      '<!-- jiedu-lint-disable-file test/wrong, test/bad -->\n\n错',
      ['unusedDisable 1 test/bad'],
    ],
    [
      'nothing to end',
      '<!-- jiedu-lint-disable test/wrong -->\n错\n<!-- jiedu-lint-enable test/bad -->',
      ['unusedEnable 3 test/bad'],
    ],
    [
      'nothing to end in front matter',
      '---\n# jiedu-lint-enable\ntitle: 甲\n---\n',
      ['unusedEnable 2 # jiedu-lint-enable'],
    ],
  ])('with %s are reported', async (_, text, expected) => {
    expect(shown(await lint(text), text)).toEqual(expected);
  });

  it('say what was likely meant', async () => {
    const { messages } = await lint('<!-- jiedu-lint-disable test/wrnog -->\n<!-- jiedu-lint-disable-nextline -->\n');
    expect(messages.map(({ message }) => message).join()).toMatch(/test\/wrong.*jiedu-lint-disable-next-line/s);
  });

  it.each([
    ['off' as const, []],
    ['warn' as const, [1]],
    ['error' as const, [2]],
  ])('that suppress nothing are reported as asked: %s', async (unusedDirectives, expected) => {
    const { messages } = await lint('<!-- jiedu-lint-disable test/wrong -->', { unusedDirectives });
    expect(messages.filter(({ ruleId }) => ruleId === null).map(({ severity }) => severity)).toEqual(expected);
  });

  it('are not reported as useless where their rule failed', async () => {
    const { messages } = await lint('<!-- jiedu-lint-disable test/bomb -->\n\n炸');
    expect(messages.map(({ messageId }) => messageId).sort()).toEqual(['crash', 'found']);
  });

  it('may name rules of plugins that are not loaded', async () => {
    const text = '<!-- jiedu-lint-disable-file our/rule, test/wrnog -->\n';
    const config = { rules: new Map(), clauses: CLAUSE_TABLE, limits: LIMITS, pluginsOff: true as const };
    expect(shown(await lint(text, { configFor: () => config }), text)).toEqual(['unknownRule 1 test/wrnog']);
  });

  it('are linear in their number', async () => {
    const many = 20_000;
    const text = `${'<!-- jiedu-lint-disable-next-line test/x -->'.repeat(many)}${'\n'.repeat(many)}${'错\n'.repeat(many)}`;
    const { messages } = await lint(text);
    const told = messages.find(({ messageId }) => messageId === 'tooManyFindings');
    expect(told?.parts.data.value).toBeGreaterThan(2 * many);
  });
});

describe('names that are nearly right', () => {
  it('are told for the first fifty', async () => {
    const text = Array.from({ length: 51 }, () => '<!-- jiedu-lint-disable test/wrnog -->\n\n').join('');
    const { messages } = await lint(text);
    const told = messages.filter(({ messageId }) => messageId === 'unknownRule').map(({ message }) => message);
    expect(told.map((message) => message.includes('是不是 test/wrong？'))).toEqual(Array.from(told, (_, n) => n < 50));
    expect(told).toHaveLength(51);
  });
});
