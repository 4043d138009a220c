import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { archiveFixture, type Fixture, ruleFixtures } from '../../scripts/fixtures.js';
import { lintFixture } from '../../scripts/lint-fixture.js';
import { parseDocument } from '../../src/document/parse.js';
import { lineStartsOf, type Range } from '../../src/document/range.js';
import { withoutLookAlikes } from '../../src/language/look-alikes.js';
import { documents } from './random-documents.js';
import { visible } from './visible.js';

describe('findings stand where their evidence does', () => {
  const fixtures = rules.flatMap(({ id }) =>
    ruleFixtures(id).map((fixture) => [`${id} ${fixture.name}`, fixture] as const),
  );

  it.each([...fixtures, ['the sample archive', archiveFixture('fixtures/archives/sample')] as const])(
    '%s',
    async (_, fixture) => {
      await expectTruePlaces(fixture);
    },
  );

  it('in documents of any make', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const document = { path: 'draft.md', text, expected: [], linted: true };
        await expectTruePlaces({
          name: 'random',
          outcome: 'bad',
          folder: '/nowhere',
          isArchive: false,
          documents: [document],
        });
      }),
    );
  });
});

async function expectTruePlaces(fixture: Fixture): Promise<void> {
  for (const { document, finding, place, text } of await lintFixture(fixture, rules)) {
    const what = `${document.path} ${finding.ruleId} ${finding.messageId}`;
    const { start, end } = finding.range;
    const lineStarts = lineStartsOf(document.text);
    expectWithin(finding.range, document.text, what);
    expect(lineStarts[place.line - 1] ?? Number.NaN, what).toBe(start - place.column + 1);
    expect(lineStarts[place.endLine - 1] ?? Number.NaN, what).toBe(end - place.endColumn + 1);
    expect(finding.messageId, what).not.toBe('crash');
    if (finding.evidence !== undefined) expect(withoutLookAlikes(visible(text)), what).toBe(visible(finding.evidence));
  }
}

describe('what a document is made of stands where it says', () => {
  it('in documents of any make', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = parseDocument(text, { path: 'draft.md' });
        const at = ({ start, end }: Range) => text.slice(start, end);
        for (const { range, mapped, text: shown } of [...document.sentences, ...unitsOf(document)]) {
          expectWithin(range, text, shown);
          expect(visible(at(range))).toBe(visible(shown));
          expect(mapped.text).toBe(shown);
        }
        for (const { title, titleRange, range } of document.sections) {
          expect(visible(at(titleRange))).toBe(visible(title));
          expectWithin(range, text, title);
          expect(range.start).toBe(titleRange.start);
          expect(range.end).toBeGreaterThanOrEqual(titleRange.end);
        }
        for (const { to, range, type } of document.links) {
          expectWithin(range, text, to);
          if (type === 'url') expect(visible(at(range))).toBe(visible(to));
          else if (!isReference(at(range))) expect(written(at(range), type)).toContain(decoded(to));
        }
        for (const { keyRange, writtenKey } of document.frontMatter.entries) expect(at(keyRange)).toBe(writtenKey);
      }),
    );
  });
});

function unitsOf({ units }: ReturnType<typeof parseDocument>) {
  return units.map(({ text, range }) => ({ text: text.text, mapped: text, range }));
}

function expectWithin({ start, end }: Range, text: string, what: string): void {
  expect(0 <= start && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`).toBe(true);
}

/** A link by reference is placed as a whole: its address stands elsewhere. */
function isReference(source: string): boolean {
  return /^!?\[.*\]$/s.test(source);
}

function written(source: string, type: string): string {
  return decoded(type === 'front-matter' ? source.replace(/^["']|["']$/g, '') : source);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
