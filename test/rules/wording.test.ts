import { describe, expect, it } from 'vitest';
import { useOf, WORDING } from '../../rules/content/terms-explained/words-used.js';
import { parseDocument } from '../../src/document/parse.js';

/** 甲乙丙丁 stands at 10, 戊己庚辛 at 30 where marks in between make it longer. */
const WORDS = { repeated: '甲乙丙丁\n戊己庚辛\n乙丙丁', starts: [10, 30, 50], lengths: [4, 6, 3], explanations: '' };

describe('the first place of a term among words that are repeated', () => {
  it.each([
    ['a whole stretch', '甲乙丙丁', { start: 10, end: 14 }],
    ['the end of one, though a later one is the same', '乙丙丁', { start: 11, end: 14 }],
    ['a part of a later one', '己庚', { start: 31, end: 33 }],
    ['the end of one that marks make longer', '庚辛', { start: 32, end: 34 }],
    ['what no stretch holds', '丁戊', null],
    ['what is longer than all', '甲乙丙丁戊己', null],
  ])('is that of %s', (_, term, place) => {
    expect(useOf(term, WORDS)).toEqual(place);
  });

  it('is nowhere where nothing is repeated', () => {
    expect(useOf('甲乙丙', { repeated: '', starts: [], lengths: [], explanations: '' })).toBeNull();
  });

  it('is in the source what was drawn, and quoted as it stands', () => {
    const text = '---\nkind: interpretation\n---\n\n# 说明\n\n容缺受理是新办法。\n\n**容缺**受理怎么办。\n';
    const document = parseDocument(text, { path: 'a.md' });
    const drawn = WORDING.draw(document);
    if (!drawn) throw new Error('nothing drawn');
    const place = useOf('容缺受理', drawn);
    expect(text.slice(place?.start, place?.end)).toBe('容缺受理');
    expect(WORDING.stretches?.(drawn)).toEqual([{ at: place, words: '容缺受理' }]);
    expect(WORDING.stretches?.({ repeated: '', starts: [], lengths: [], explanations: '' })).toEqual([]);
  });
});
