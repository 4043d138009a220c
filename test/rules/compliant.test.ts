import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { archiveFixture } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';

/** A policy, its interpretation and briefing, and the plans of both meetings and interpretation, linked with each other. */
describe('a compliant archive', () => {
  const archive = archiveFixture('fixtures/archives/compliant');

  it('holds a document of every kind', () => {
    expect(archive.documents.map(({ path }) => path)).toEqual([
      'briefing.md',
      'interpretation-plan.md',
      'interpretation.md',
      'meeting-plan.md',
      'policy.md',
    ]);
  });

  it.each(
    [['recommended'], ...SOURCES.map(({ id }) => [id]), SOURCES.map(({ id }) => id)].map((presets) => ({ presets })),
  )('gives nothing to find under $presets', async ({ presets }) => {
    const found = await lintFixture(archive, rules, presets);
    expect(found.map(({ document, finding }) => `${document.path} ${finding.ruleId} ${finding.messageId}`)).toEqual([]);
  });
});
