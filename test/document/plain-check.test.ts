import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainlyRight } from '../../src/document/plain-check.js';
import { readFrontMatter } from '../../src/document/read-front-matter.js';
import { KEYS, KINDS } from '../../src/document/vocabulary.js';
import { frontMatter as validators } from '../../src/generated/validators.js';

const KINDS_OR_NONE = [...KINDS.map(({ kind }) => kind), null];

const scalar = fc.oneof(
  fc.constantFrom('null', '""', '" "', 'true', 'false', '3', '2024-03-01', '某办法', '青政办字〔2023〕53号', '是'),
  fc.constantFrom(...KEYS.flatMap(({ values }) => values ?? [])),
);
const inner = fc.constantFrom(...KEYS.flatMap(({ keys }) => keys?.map(({ key }) => key) ?? []), 'other', 'kind');
const map = fc.uniqueArray(fc.tuple(inner, scalar), { selector: ([key]) => key, maxLength: 3 }).map(shown);
const value = fc.oneof(
  scalar,
  fc.array(fc.oneof(scalar, map), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  map,
);
const given = fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS.map(({ key }) => key), 'other'), value), {
  selector: ([key]) => key,
  maxLength: 4,
});
/** What makes a document of some kind complete, so that not all is refused for what it lacks. */
const complete: readonly [string, string][] = [
  ['kind', 'policy'],
  ['title', '某办法'],
  ['number', '某政办〔2024〕1号'],
  ['issuer', '[某办]'],
  ['issued', '2024-03-01'],
];

describe('front matter that is plainly right', () => {
  it('breaks no schema', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS_OR_NONE), fc.subarray([...complete]), given, (kind, some, more) => {
        const { frontMatter } = read(some, more);
        if (isPlainlyRight(frontMatter.entries, kind))
          expect(validators[kind ?? 'unknown'](frontMatter.data)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is all that an ordinary document has', () => {
    const { frontMatter } = read(complete, [
      ['consultation', '{start: 2024-01-01, end: null}'],
      ['public-interest', 'true'],
      ['drafter', '[甲局, 乙局]'],
    ]);
    expect(isPlainlyRight(frontMatter.entries, 'policy')).toBe(true);
  });
});

function read(some: readonly (readonly [string, string])[], more: readonly (readonly [string, string])[]) {
  const entries = new Map([...some, ...more]);
  return readFrontMatter(`---\n${[...entries].map(([key, written]) => `${key}: ${written}\n`).join('')}---\n正文\n`, {
    frontMatterSize: 1e5,
    frontMatterDepth: 10,
  } as never);
}

function shown(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([key, written]) => `${key}: ${written}`).join(', ')}}`;
}
