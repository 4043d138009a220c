import { describe, expect, it } from 'vitest';
import { CLAUSE_TABLE, CLAUSES, SOURCES } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { PRESETS } from '../../rules/presets/index.js';
import { RULE_IDS } from '../../rules/rule-ids.js';
import { makeResolver } from '../../src/config/resolve.js';
import { stricterIn } from '../../src/config/stricter.js';
import { knownNames } from '../../src/engine/known.js';
import { ruleOptions } from '../../src/generated/validators.js';

describe('clauses', () => {
  it('carry ids of their own', () => {
    expect(new Set(CLAUSES.map(({ id }) => id)).size).toBe(CLAUSES.length);
    expect(new Set(SOURCES.map(({ id }) => id)).size).toBe(SOURCES.length);
  });

  it.each(CLAUSES.map((clause) => [clause.id, clause] as const))(
    '%s names its source, and rules or a reason',
    (_, clause) => {
      expect(SOURCES.map(({ id }) => id)).toContain(clause.source);
      expect(clause.rules.length > 0 || clause.human !== undefined).toBe(true);
      for (const { id } of clause.rules) expect(RULE_IDS).toContain(id);
      expect(new Set(clause.rules.map(({ id }) => id)).size).toBe(clause.rules.length);
      for (const text of [clause.article, clause.demand, ...(clause.human ? [clause.human] : [])]) {
        expect(text['zh-CN']).not.toBe('');
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it('leave to people only what falls on no file', () => {
    for (const { kinds, rules: checked } of CLAUSES)
      expect(checked.length === 0).toBe(kinds !== 'any' && kinds.length === 0);
  });

  it.each(rules.map(({ id }) => id))('ask nothing of %s that its options do not take', (id) => {
    for (const { rules: asked } of CLAUSES)
      for (const { options } of asked.filter((rule) => rule.id === id))
        if (options) expect([ruleOptions[id]?.(options), ruleOptions[id]?.errors]).toEqual([true, null]);
  });

  it('can be weighed against each other: every number says which way is stricter', () => {
    const numbers = rules.flatMap(({ id, schema }) =>
      Object.entries(schema.properties as Record<string, { type?: string | string[] }>).flatMap(([name, { type }]) =>
        [type].flat().some((one) => one === 'integer' || one === 'number') ? [{ id, name, schema }] : [],
      ),
    );
    for (const { id, name, schema } of numbers)
      expect([id, name, ['lower', 'higher'].includes(String(stricterIn(schema, name)))]).toEqual([id, name, true]);
  });

  it('hold every row of the five sources', () => {
    const counts = SOURCES.map(({ id }) => [id, CLAUSES.filter(({ source }) => source === id).length]);
    expect(Object.fromEntries(counts)).toEqual({
      'qingdao-2023-53': 15,
      'model-city-office': 14,
      'xianyang-2021': 10,
      'yantai-2023-17': 9,
      'zhengwuban-2024': 11,
    });
  });

  it('are found by rule, and by rule and kind', () => {
    expect(CLAUSE_TABLE.forRule('length/max-length').map(({ id }) => id)).toEqual(['QD-3.2.1a']);
    expect(CLAUSE_TABLE.forRule('element/keyword-explanations', 'briefing').map(({ id }) => id)).toEqual(['QD-3.1.3']);
    expect(CLAUSE_TABLE.forRule('process/secrecy-review', 'meeting-plan').map(({ id }) => id)).toEqual(['YT-4.12']);
    expect(CLAUSE_TABLE.forRule('structure/no-placeholder')).toEqual([]);
  });

  it('are cited by document and article', () => {
    const cited = (id: string, locale: 'zh-CN' | 'en') =>
      CLAUSE_TABLE.citation(CLAUSE_TABLE.get(id) ?? expect.fail(id), locale);
    expect(cited('QD-3.2.1a', 'zh-CN')).toBe('青政办字〔2023〕53号三（二）1');
    expect(cited('QD-3.2.1a', 'en')).toBe('Qingzhengbanzi [2023] No. 53, III(2)1');
    expect(cited('MC-3.1a', 'zh-CN')).toBe('《某市政府办政策解读工作方案》三、1');
    expect(cited('ZW-A.3', 'zh-CN')).toBe('市政务办政务公开工作落实机制（2024年）附件1（三）');
  });
});

describe('presets', () => {
  const clauseIds = CLAUSES.map(({ id }) => id);

  it.each([...PRESETS.values()].map((preset) => [preset.name, preset] as const))(
    '%s names clauses and presets there are',
    (_, preset) => {
      for (const name of preset.extends ?? []) expect(PRESETS.has(name)).toBe(true);
      for (const { clauses } of preset.demands) expect(clauseIds).toEqual(expect.arrayContaining([...clauses]));
    },
  );

  it('switch every built rule on in `all`', async () => {
    const { forFile } = await makeResolver({ config: null, presets: ['all'] }, knownNames());
    const on = forFile('/x.md').rules;
    for (const { id, kinds } of rules)
      expect(on.get(id)?.flatMap((setting) => setting.kinds)).toEqual(
        expect.arrayContaining(kinds === 'any' ? ['unknown'] : [...kinds]),
      );
  });

  it.each(SOURCES.map(({ id }) => id))('ask under %s nothing but what its clauses ask of a kind', async (source) => {
    const { forFile } = await makeResolver({ config: null, presets: [source] }, knownNames());
    const built = new Set(rules.map(({ id }) => id));
    const asked = CLAUSES.filter((clause) => clause.source === source).flatMap((clause) =>
      clause.rules.flatMap((rule) => (built.has(rule.id) ? [`${rule.id} ${clause.id}`] : [])),
    );
    const settings = [...forFile('/x.md').rules].flatMap(([id, some]) => some.map((setting) => ({ id, ...setting })));
    const found = settings.flatMap(({ id, clauses }) => clauses.map((clause) => `${id} ${clause}`));
    expect(new Set(found)).toEqual(new Set(asked));
    for (const { clauses, kinds } of settings)
      for (const clause of clauses)
        for (const kind of kinds) expect(CLAUSE_TABLE.fallsOn(clause, kind === 'unknown' ? null : kind)).toBe(true);
  });
});
