import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TermIndex } from '../../src/language/term-index.js';

it.each([
  [['甲'], '甲乙甲', { 甲: [0, 2] }],
  [['甲甲'], '甲甲甲甲甲', { 甲甲: [0, 2] }],
  [['办法', '管理办法', '法'], '管理办法', { 管理办法: [0], 办法: [2], 法: [3] }],
  [['甲乙丙丁', '乙丙'], '甲乙丙', { 乙丙: [1] }],
  [['AEO', 'eo'], 'aeo Aeo', { aeo: [0, 4], eo: [1, 5] }],
  [['', '甲'], '', {}],
  [['甲', '甲'], '甲', { 甲: [0] }],
])('%j in %j', (terms, text, places) => {
  expect(Object.fromEntries(new TermIndex(terms).placesIn(text))).toEqual(places);
});

it('finds what looking for each term alone finds', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', 'A', 'a'), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (terms, whole) => {
      const places = new TermIndex(terms).placesIn(whole);
      for (const term of terms.map((one) => one.toLowerCase()).filter((one) => one !== '')) {
        const alone: number[] = [];
        const lower = whole.toLowerCase();
        for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) alone.push(at);
        expect(places.get(term) ?? []).toEqual(alone);
      }
    }),
  );
});
