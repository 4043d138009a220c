import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notedWords, PlaceTable } from '../../src/language/word-places.js';

describe('the places of words', () => {
  it('are all places where they stand, word by word', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '。', '\n'), maxLength: 60 });
    const words = fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 }), {
      maxLength: 4,
    });
    const table = new PlaceTable();
    fc.assert(
      fc.property(letters, words, (text, sought) => {
        table.note(text);
        const found = table.placesOf(notedWords(sought), 1000) ?? [];
        const all = sought.flatMap((word) => [...text].map((_, i) => i).filter((i) => text.startsWith(word, i)));
        expect([...found].sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
      }),
    );
  });

  it('are not told where there are too many', () => {
    const table = new PlaceTable();
    table.note('甲乙甲乙丙甲乙');
    expect(table.placesOf(notedWords(['甲乙']), 3)).toEqual([0, 2, 5]);
    expect(table.placesOf(notedWords(['甲乙']), 2)).toBeNull();
    expect(table.placesOf(notedWords(['丙', '甲乙']), 3)).toBeNull();
    expect(table.placesOf(notedWords(['丙']), 0)).toBeNull();
    expect(table.placesOf(notedWords(['丁']), 0)).toEqual([]);
  });

  it('are those of the text that was noted last', () => {
    const table = new PlaceTable();
    table.note('甲乙丙');
    table.note('丙甲');
    expect(table.holds('甲乙丙')).toBe(false);
    expect(table.holds('丙甲')).toBe(true);
    expect(table.placesOf(notedWords(['甲乙', '丙']), 9)).toEqual([0]);
  });
});
