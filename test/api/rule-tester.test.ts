import { describe, expect, it } from 'vitest';
import example from '../../fixtures/plugins/example/index.js';
import { policyLink } from '../../rules/link/policy-link.js';
import { defineRule, type Rule, RuleTester, type RuleTests } from '../../src/index.js';

const [fewExclamations, noDeepHeadings] = example.rules as unknown as [Rule<{ allowed: number }>, Rule<object>];

/** The failures of a rule's tests, by the name of the test. */
async function failures<Options>(rule: Rule<Options>, tests: Partial<RuleTests>): Promise<string[]> {
  const bodies: [string, () => Promise<void>][] = [];
  const tester = new RuleTester({
    describe: (_name, body) => body(),
    it: (name, body) => void bodies.push([name, body]),
  });
  tester.run(rule, { valid: [], invalid: [], ...tests });
  const failed: string[] = [];
  for (const [name, body] of bodies)
    await body().catch((error: Error) => failed.push(`${name.split('\n')[0]}: ${error.message}`));
  return failed;
}

const first = { messageId: 'tooMany', line: 1, column: 2, data: { count: 1, allowed: 0 } };
const invalid = [{ text: '好！', findings: [first], output: '好。' }];

describe('RuleTester, with the example plugin', () => {
  const tester = new RuleTester({ describe, it });
  tester.run(fewExclamations, {
    valid: ['好。', { text: '好！', options: { allowed: 1 } }, '```\n！\n```\n'],
    invalid: [
      ...invalid,
      {
        name: 'counts through the document',
        text: '好！\n\n更好！\n',
        options: { allowed: 1 },
        findings: [
          { messageId: 'tooMany', line: 3, column: 3, endLine: 3, endColumn: 4, data: { count: 2, allowed: 1 } },
        ],
        output: '好！\n\n更好。\n',
      },
    ],
  });
  tester.run(noDeepHeadings, {
    valid: [
      { text: '### 三\n', kind: 'interpretation' },
      { text: '#### 四\n', kind: 'policy' },
    ],
    invalid: [
      {
        text: '#### 四\n',
        kind: 'interpretation',
        findings: [{ messageId: 'deep', line: 1, column: 1, data: { depth: 4 } }],
      },
    ],
  });
});

describe('RuleTester', () => {
  it('passes a rule whose cases are right', async () => {
    expect(await failures(fewExclamations, { valid: ['好。'], invalid })).toEqual([]);
  });

  it.each<[string, Partial<RuleTests>]>([
    ['好！: 0 findings were expected, 1 found', { valid: ['好！'], invalid: [] }],
    ['好！: An invalid case needs findings', { invalid: [{ text: '好！', findings: [] }] }],
    [
      '好！: Finding 1: column should be 1 and is 2',
      { invalid: [{ ...invalid[0], findings: [{ ...first, column: 1 }] } as never] },
    ],
    [
      '好！: Finding 1: endColumn should be 9 and is 3',
      { invalid: [{ ...invalid[0], findings: [{ ...first, endColumn: 9 }] } as never] },
    ],
    [
      '好！: The rule has no message "tooFew"',
      { invalid: [{ ...invalid[0], findings: [{ ...first, messageId: 'tooFew' }] } as never] },
    ],
    [
      '好！: Finding 1: say its data',
      { invalid: [{ ...invalid[0], findings: [{ ...first, data: undefined }] } as never] },
    ],
    [
      '好！: Finding 1: data should be {"count":1}',
      { invalid: [{ ...invalid[0], findings: [{ ...first, data: { count: 1 } }] } as never] },
    ],
    ['好！: 2 findings were expected, 1 found', { invalid: [{ ...invalid[0], findings: [first, first] } as never] }],
    ['好！: The findings have fixes; say the output', { invalid: [{ text: '好！', findings: [first] }] }],
    ['好！: The output should be "坏。" and is "好。"', { invalid: [{ ...invalid[0], output: '坏。' } as never] }],
    ['好: The options break the schema', { valid: [{ text: '好', options: { alowed: 1 } }], invalid }],
    ['has no case twice: Case 2 is the same as case 1', { valid: ['好。', { text: '好。', name: 'b' }], invalid }],
    ['好: A case has no "option"; it may have', { valid: [{ text: '好', option: { allowed: 1 } } as never], invalid }],
    ['好！: A finding has no "endLin"', { invalid: [{ ...invalid[0], findings: [{ ...first, endLin: 1 }] } as never] }],
    ['undefined: A case needs a text', { valid: [{ kind: 'policy' } as never], invalid }],
    [': The name of a case', { valid: [{ name: '', text: '好' }], invalid }],
    ['好！: An invalid case needs a list of findings', { invalid: [{ text: '好！', findings: 1 } as never] }],
    ['has a case for every message: No case finds tooMany', { valid: ['好。'] }],
  ])('says %s', async (message, tests) => {
    expect((await failures(fewExclamations, tests)).map((line) => line.slice(0, message.length))).toContain(message);
  });

  const words = (text: string) => ({ 'zh-CN': text, en: text });
  const rule = (changes: object) =>
    defineRule({
      id: 'a/b',
      kinds: 'any',
      demand: words('a'),
      severity: 'warn',
      schema: { type: 'object', properties: {}, additionalProperties: false },
      defaults: {},
      messages: { m: { what: words('w'), todo: words('t') } },
      check({ report }) {
        report({ messageId: 'm', at: { start: 0, end: 1 } });
      },
      ...changes,
    } as Rule<object>);
  const tests = { invalid: [{ text: '甲', findings: [{ messageId: 'm', line: 1, column: 1 }] }] };
  let runs = 0;

  it.each<[string, object]>([
    ['is a rule: schema must say', { schema: { type: 'object' } }],
    ['is a rule: messages.m.what', { messages: { m: { what: { en: 'a' }, todo: words('t') } } }],
    ['is a rule: The id "b" is not', { id: 'b' }],
    ['is a rule: The defaults break the schema', { defaults: { x: 1 } }],
    [
      'is a rule: The options n have no defaults',
      { schema: { type: 'object', properties: { n: { type: 'number' } }, additionalProperties: false } },
    ],
    [
      'is a rule: The message m has other places',
      { messages: { m: { what: { 'zh-CN': '{a}', en: '{b}' }, todo: words('t') } } },
    ],
    ['甲: Nothing fills {a} in the message m', { messages: { m: { what: words('{a}'), todo: words('t') } } }],
    [
      '甲: The rule failed: no message "n"',
      { check: ({ report }: never) => (report as CallableFunction)({ messageId: 'n', at: { start: 0, end: 0 } }) },
    ],
    [
      '甲: m is at {"start":0,"end":9}',
      { check: ({ report }: never) => (report as CallableFunction)({ messageId: 'm', at: { start: 0, end: 9 } }) },
    ],
    [
      '甲: The rule failed: Cannot',
      { check: ({ document }: never) => (document as { units: unknown[] }).units.push(1) },
    ],
    ['甲: The rule failed: Cannot', { check: ({ options }: never) => Object.assign(options, { x: 1 }) }],
    [
      '甲: A second run found something else',
      {
        check: ({ report }: never) =>
          runs++ % 2 || (report as CallableFunction)({ messageId: 'm', at: { start: 0, end: 1 } }),
      },
    ],
    [
      '甲: A rule whose findings have fixes',
      {
        check: ({ report }: never) =>
          (report as CallableFunction)({
            messageId: 'm',
            at: { start: 0, end: 1 },
            fix: { range: [0, 1], text: '乙' },
          }),
      },
    ],
  ])('says %s', async (message, changes) => {
    expect((await failures(rule(changes), tests)).map((line) => line.slice(0, message.length))).toContain(message);
  });

  it('runs rules over archives', async () => {
    const text = '---\nkind: interpretation\npolicy: ./p.md\n---\n# 解读\n';
    const found = await failures(policyLink, {
      valid: [{ text, files: { '/p.md': '---\nkind: policy\n---\n# 办法\n' } }],
      invalid: [
        { text: '---\nkind: interpretation\n---\n# 解读\n', findings: [{ messageId: 'missing', line: 4, column: 3 }] },
      ],
    });
    expect(found.filter((line) => !line.startsWith('has a case'))).toEqual([]);
  });

  it('says at once that lists of cases are missing', async () => {
    const tester = new RuleTester({ describe: (_name, body) => body(), it: () => {} });
    expect(() => tester.run(fewExclamations, { valid: [] } as never)).toThrow('valid and invalid');
  });

  it('asks for describe and it where there are none', () => {
    const { describe: one, it: other } = globalThis as Record<string, unknown>;
    Object.assign(globalThis, { describe: undefined, it: undefined });
    expect(() => new RuleTester().run(fewExclamations, { valid: [], invalid: [] })).toThrow('describe');
    Object.assign(globalThis, { describe: one, it: other });
  });
});
