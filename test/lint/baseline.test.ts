import { describe, expect, it } from 'vitest';
import {
  applyBaseline,
  type Baseline,
  findingKey,
  formatBaseline,
  parseBaseline,
  pruned,
  withFindings,
} from '../../src/lint/baseline.js';
import { resultOf } from '../../src/lint/messages.js';
import type { FileResult, Message } from '../../src/lint/result.js';

function message(ruleId: string | null, subject: string, line = 1, more: Partial<Message> = {}): Message {
  const place = { line, column: 1, endLine: line, endColumn: 2 };
  const parts = { what: '错', why: '', todo: '改', subject, data: {} };
  return { ruleId, severity: 2, message: '错', messageId: 'wrong', ...place, clauses: [], parts, ...more };
}

const file = (path: string, ...messages: Message[]) => resultOf(`/archive/${path}`, messages);
const pathOf = (filePath: string) => filePath.slice('/archive/'.length);
const all = () => true;
const baselineOf = (...results: FileResult[]): Baseline => withFindings(new Map(), results, pathOf, all);
const kept = (results: readonly FileResult[]) =>
  results.flatMap(({ messages }) => messages.map(({ ruleId, line, parts }) => `${ruleId} ${line} ${parts.subject}`));

describe('a baseline', () => {
  const baseline = baselineOf(
    file('乙.md', message('b/x', '甲'), message('b/x', '甲', 2), message('a/y', '乙 丙')),
    file('a.md', message('b/x', '丁')),
  );

  it('is JSON, sorted, one finding a line', () => {
    const text = formatBaseline(baseline);
    const key = (ruleId: string, subject: string) => JSON.stringify(findingKey(message(ruleId, subject)));
    expect(text).toBe(
      [
        '{',
        '  "a.md": {',
        '    "b/x": {',
        `      ${key('b/x', '丁')}: 1`,
        '    }',
        '  },',
        '  "乙.md": {',
        '    "a/y": {',
        `      ${key('a/y', '乙 丙')}: 1`,
        '    },',
        '    "b/x": {',
        `      ${key('b/x', '甲')}: 2`,
        '    }',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    expect(formatBaseline(parseBaseline(text) as Baseline)).toBe(text);
    expect(formatBaseline(new Map())).toBe('{}\n');
  });

  it('holds wherever findings move and however they are broken into lines; new ones are reported', () => {
    const now = file(
      '乙.md',
      message('a/y', '乙\n  丙', 90),
      message('b/x', '甲', 7),
      message('b/x', '甲', 8),
      message('b/x', '甲', 9),
      message('b/x', '戊', 10),
    );
    const { results, outdated } = applyBaseline([now], baseline, pathOf);
    expect(kept(results)).toEqual(['b/x 9 甲', 'b/x 10 戊']);
    expect(results[0]).toMatchObject({ errorCount: 2, filePath: '/archive/乙.md' });
    expect(results[0]?.suppressedMessages.map(({ suppressions }) => suppressions)).toEqual(
      Array(3).fill([{ kind: 'file', justification: '' }]),
    );
    expect(outdated).toEqual([]);
  });

  it('keeps what directives suppressed', () => {
    const suppressed = message('c/z', '己', 1, { suppressions: [{ kind: 'directive', justification: '旧' }] });
    const { results } = applyBaseline(
      [resultOf('/archive/a.md', [message('b/x', '丁')], [suppressed])],
      baseline,
      pathOf,
    );
    expect(results[0]?.suppressedMessages.map(({ ruleId }) => ruleId)).toEqual(['c/z', 'b/x']);
  });

  it('tells which files have less than it suppresses, those that could not be checked left out', () => {
    const fatal = message('b/x', '', 1, { fatal: true, messageId: 'crash' });
    expect(applyBaseline([file('a.md'), file('乙.md', fatal)], baseline, pathOf).outdated).toEqual(['a.md']);
  });

  it('never holds what is fatal or what no rule says', () => {
    const results = [file('c.md', message('b/x', '', 1, { fatal: true }), message(null, '', 1))];
    expect(baselineOf(...results).size).toBe(0);
  });

  it('takes in some rules and leaves the rest as it was', () => {
    const now = file('a.md', message('b/x', '新'), message('c/z', '新'));
    const next = withFindings(baseline, [now], pathOf, ({ ruleId }) => ruleId === 'c/z');
    expect([...(next.get('a.md')?.keys() ?? [])]).toEqual(['b/x', 'c/z']);
    expect(kept(applyBaseline([now], next, pathOf).results)).toEqual(['b/x 1 新']);
  });

  it('is pruned of what is gone, files that are gone among it, but not of what was not checked', () => {
    const more = baselineOf(file('gone.md', message('b/x', '甲')), file('elsewhere.md', message('b/x', '甲')));
    const next = pruned(
      new Map([...baseline, ...more]),
      [file('乙.md', message('b/x', '甲', 5)), file('a.md')],
      pathOf,
      (path) => path !== 'gone.md',
    );
    expect([...next.keys()]).toEqual(['乙.md', 'elsewhere.md']);
    expect([...(next.get('乙.md') ?? [])].map(([rule, findings]) => [rule, [...findings.values()]])).toEqual([
      ['b/x', [1]],
    ]);
  });
});

describe('parseBaseline', () => {
  it.each([
    ['no JSON', '<<<<<<< HEAD\n{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a file that is no map', '{"a.md": 1}'],
    ['a rule that is no map', '{"a.md": {"a/b": 1}}'],
    ['a count that is none', '{"a.md": {"a/b": {"wrong 0": "1"}}}'],
    ['a count of nothing', '{"a.md": {"a/b": {"wrong 0": 0}}}'],
  ])('refuses %s', (_, text) => {
    expect(parseBaseline(text)).toBeNull();
  });

  it('takes names of any kind', () => {
    const text = '{\n  "__proto__": {\n    "constructor": {\n      "wrong 0": 1\n    }\n  }\n}\n';
    expect(formatBaseline(parseBaseline(text) as Baseline)).toBe(text);
  });
});
