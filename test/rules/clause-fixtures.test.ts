import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { clauseFixtures, type Fixture } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';

const built = new Set(rules.map(({ id }) => id));
const pairs = CLAUSES.flatMap((clause) => clause.rules.map((rule) => ({ clause, rule: rule.id })));
const ready = pairs.filter(({ rule }) => built.has(rule));

/** Findings of one rule that another rule of the clause cannot but share: `clause rule`, and the companions. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  // Without a link to the policy its date of issue is not known either.
  'XY-3.4a link/policy-link': ['process/publish-together'],
};

const nameOf = (rule: string) => `broken-${rule.slice(rule.lastIndexOf('/') + 1)}`;

/** Rules behind the findings that cite a clause, under the preset of its source. */
async function rulesCiting(clauseId: string, source: string, fixture: Fixture): Promise<string[]> {
  const found = await lintFixture(fixture, rules, [source]);
  const citing = found.filter(({ finding }) => finding.clauses.includes(clauseId));
  return [...new Set(citing.flatMap(({ finding }) => finding.ruleId ?? []))].sort();
}

describe.each(
  CLAUSES.filter(({ rules: asked }) => asked.some(({ id }) => built.has(id))).map((it) => [it.id, it] as const),
)('%s', (id, { source }) => {
  const fixtures = clauseFixtures(source, id);
  const kept = fixtures.filter(({ outcome }) => outcome === 'good');
  const wanted = ready.filter(({ clause }) => clause.id === id).map(({ rule }) => rule);

  it('has a fixture that keeps it and one that breaks each of its rules', () => {
    expect(kept.map(({ name }) => name)).toEqual(['kept']);
    expect(
      fixtures
        .filter(({ outcome }) => outcome === 'bad')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(wanted.map(nameOf).sort());
  });

  it('is kept', async () => {
    for (const fixture of kept) expect(await rulesCiting(id, source, fixture)).toEqual([]);
  });

  it.each(wanted)('is broken by %s alone', async (rule) => {
    const fixture = fixtures.find(({ name }) => name === nameOf(rule));
    const companions = COMPANIONS[`${id} ${rule}`] ?? [];
    expect(fixture && (await rulesCiting(id, source, fixture))).toEqual([rule, ...companions].sort());
  });
});

/** Clauses whose rules are still to come are listed, not walked. */
for (const { clause, rule } of pairs.filter(({ rule: id }) => !built.has(id)))
  it.todo(`${clause.id} waits for ${rule}`);
