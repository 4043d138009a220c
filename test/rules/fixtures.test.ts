import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { ruleFixtures } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';

/** Messages without a fixture: a file of 64 KiB says too little for its size; no key of the vocabulary has a pattern to break; fixtures are Markdown. */
const UNREACHABLE: readonly string[] = [
  'link/policy-link unlinked',
  'meta/schema tooLarge',
  'meta/schema unknownKind',
  'meta/schema wrongForm',
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const fixtures = ruleFixtures(id);

  it('has good and bad fixtures', () => {
    expect(new Set(fixtures.map(({ outcome }) => outcome))).toEqual(new Set(['good', 'bad']));
  });

  it('has a bad fixture for every message', () => {
    const fired = fixtures.flatMap(({ documents }) => documents.flatMap((document) => document.expected));
    const messages = Object.keys(rule.messages).filter((messageId) => !UNREACHABLE.includes(`${id} ${messageId}`));
    expect([...new Set(fired.map(({ messageId }) => messageId))].sort()).toEqual(messages.sort());
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const found = (await lintFixture(fixture, [rule])).map(({ document, finding, place, text }) =>
      line(document.path, place.line, finding.messageId, text),
    );
    const expected = fixture.documents.flatMap((document) =>
      document.expected.map(({ line: at, messageId, text }) => line(document.path, at, messageId, text)),
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(expected.length > 0).toBe(fixture.outcome === 'bad');
  });
});

function line(path: string, at: number, messageId: string, text: string): string {
  return `${path}:${at} ${messageId} ${JSON.stringify(text)}`;
}
