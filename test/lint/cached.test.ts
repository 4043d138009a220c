import { expect, it } from 'vitest';
import { defineRule, type Rule } from '../../rules/rule.js';
import type { LintOptions } from '../../src/lint/options.js';
import { lintInMemory } from './memory.js';
import { store } from './store.js';

const words = { 'zh-CN': '错', en: 'wrong' };

/** A rule that counts how often it looked at a document. */
function counter(look: Rule['check'] = () => {}): Rule & { looked: number } {
  const rule = {
    ...defineRule({
      id: 'test/counter',
      kinds: 'any',
      demand: words,
      severity: 'error',
      messages: { found: { what: words, todo: words } },
    }),
    looked: 0,
    check: (context: Parameters<NonNullable<Rule['check']>>[0]) => {
      rule.looked++;
      look?.(context);
    },
  };
  return rule;
}

async function lintTwice(rule: Rule, text: string, more: Partial<LintOptions> = {}) {
  const cache = store();
  const run = async () => (await lintInMemory({ '/a.md': text }, { rules: [rule], more: { cache, ...more } })).results;
  return [await run(), await run()];
}

it('what was found is told again without looking', async () => {
  const rule = counter(({ report }) => report({ messageId: 'found', at: { start: 0, end: 1 }, evidence: '甲' }));
  const [first, second] = await lintTwice(rule, '甲\n\n<!-- jiedu-lint-disable-file test/x -->');
  expect(rule.looked).toBe(1);
  expect(second).toEqual(first);
  expect(first?.[0]?.messages.map(({ messageId }) => messageId)).toEqual(['found', 'unknownRule']);
});

it('a rule that failed is asked again', async () => {
  const rule = counter(() => {
    throw new Error('炸了');
  });
  await lintTwice(rule, '甲');
  expect(rule.looked).toBe(2);
});
