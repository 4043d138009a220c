import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/archive/facts.js';
import { numbersIn, numbersText, packFacts, unpackFacts } from '../../src/archive/packed-facts.js';
import { placesOf } from '../../src/document/front-matter.js';
import { parseDocument } from '../../src/document/parse.js';
import { lineStartsOf } from '../../src/document/range.js';

const key = fc.constantFrom('title', '标题', 'kind', '10', '2', 'a b', 'constructor', '__proto__');
const scalar = fc.constantFrom(
  '解读',
  '"引号"',
  '12',
  'true',
  '2024-01-05',
  '',
  '[一, 二]',
  '{a: 1, 2: b}',
  '&x 甲',
  '*x',
);
const nested = fc.array(fc.tuple(key, scalar), { maxLength: 3 });
const entry = fc.oneof(
  fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
  fc.tuple(key, nested).map(([name, some]) => [`${name}:`, ...some.map(([k, v]) => `  ${k}: ${v}`)].join('\n')),
  fc
    .tuple(key, fc.array(scalar, { maxLength: 3 }))
    .map(([name, some]) => [`${name}:`, ...some.map((v) => `  - ${v}`)].join('\n')),
);
const lines = fc.array(fc.constantFrom('', '正文', '长'.repeat(700), '😀', '# 标题'), { maxLength: 40 });
const text = fc
  .tuple(fc.array(entry, { maxLength: 8 }), lines, fc.constantFrom('\n', '\r\n', '\r'))
  .map(([entries, body, end]) => ['---', ...entries, '---', ...body].join('\n').replaceAll('\n', end));

describe('packed facts', () => {
  it('know where lines begin and where the values of front matter stand', () => {
    fc.assert(
      fc.property(text, (written) => {
        const document = parseDocument(written, { path: '/a.md' });
        const facts = factsOf(document, {}, '/a.md');
        const sent = unpackFacts('/a.md', JSON.parse(JSON.stringify(packFacts(facts))));
        for (const { lineStarts, places } of [facts, sent]) {
          expect(lineStarts).toEqual(lineStartsOf(written));
          expect(Object.entries(places)).toEqual(Object.entries(placesOf(document.frontMatter.entries)));
        }
        expect(sent).toEqual(facts);
      }),
    );
  });

  it('write any numbers without a numeral, and read them again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(60), fc.nat())), (numbers) => {
        const short = numbersText(numbers);
        expect(short).toMatch(/^[A-Za-z]*$/);
        expect(numbersIn(short)).toEqual(numbers);
      }),
    );
  });
});
