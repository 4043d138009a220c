import { describe, expect, it } from 'vitest';
import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { ResolvedConfig } from '../../src/config/resolve.js';
import { LIMITS } from '../../src/document/limits.js';
import { KEYS, keyOf } from '../../src/document/vocabulary.js';
import { draftOf, keysOfRule } from '../../src/lint/draft.js';

const NAMES = KEYS.map(({ key }) => key);

/** A config that has one rule on for policies and interpretations. */
function configOf(rule: Rule, options = {}): ResolvedConfig {
  const kinds = ['policy', 'interpretation'] as const;
  const setting = { severity: 'warn' as const, options, clauses: [], from: [], optionsFrom: {}, kinds };
  return { rules: new Map([[rule.id, [setting]]]), clauses: CLAUSE_TABLE, limits: LIMITS };
}

describe('what rules need of a draft', () => {
  const needing = rules.filter(({ draft }) => draft);

  it.each(needing.map((rule) => [rule.id, rule] as const))('%s: names keys that there are', (_, { draft }) => {
    const { keys = [], policyKeys = [], sections = [] } = draft ?? {};
    expect([...keys, ...policyKeys, ...sections].length).toBeGreaterThan(0);
    expect(NAMES).toEqual(expect.arrayContaining([...keys, ...policyKeys]));
    for (const section of sections) expect(keyOf(section), section).toBeDefined();
  });

  it('is asked of the documents a rule checks, and of the policy behind them', () => {
    const rule = { id: 'club/own', draft: { keys: ['author'], policyKeys: ['drafter'] } } as unknown as Rule;
    expect(keysOfRule(rule, 'interpretation')).toEqual(['author']);
    expect(keysOfRule(rule, 'policy')).toEqual(['author', 'drafter']);
    expect(keysOfRule(rule, 'policy', false)).toEqual(['drafter']);
    expect(keysOfRule({ id: 'club/none' } as unknown as Rule, 'policy')).toEqual([]);
  });

  it('may be said by a rule of a plugin, roles by its options too', () => {
    const rule = {
      id: 'club/signed',
      demand: { 'zh-CN': '签', en: 'signed' },
      draft: { keys: ['sign-offs'], roles: ({ who }: { who: readonly string[] }) => who },
    } as unknown as Rule;
    const [role = '', other = ''] = keyOf('role', 'sign-offs')?.values ?? [];
    const draft = draftOf('interpretation', configOf(rule, { who: [other, role] }), [rule], 'en');
    expect(draft.match(/role: \S+/g)).toEqual([`role: ${role}`, `role: ${other}`]);
    expect(draftOf('interpretation', configOf(rule, { who: [] }), [], 'en')).not.toContain('sign-offs');
  });

  it('asks for the section of an element by the rule that asks for the element, whatever it is called', () => {
    const rule = {
      id: 'club/scope',
      demand: { 'zh-CN': '写范围', en: 'say whom it is for' },
      element: 'scope',
    } as unknown as Rule;
    expect(draftOf('interpretation', configOf(rule), [rule], 'en')).toMatch(/## 一、\S+\n\n.*say whom it is for/);
  });
});
