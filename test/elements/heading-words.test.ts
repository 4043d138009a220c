import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { EVERY_ELEMENT, has, mayBeNamedIn } from '../../src/elements/heading-words.js';
import { piecesOf, textOf } from './catalogue-text.js';

describe('the elements that a title may announce', () => {
  it('are those whose expressions it matches, and perhaps others', () => {
    let matched = 0;
    for (const id of ELEMENT_IDS) {
      const { headings, questions } = CATALOGUE[id];
      for (const by of ['headings', 'questions'] as const) {
        const sources = by === 'headings' || !questions ? [headings] : [headings, questions];
        const expression = new RegExp(sources.map((source) => `(?:${source})`).join('|'));
        fc.assert(
          fc.property(textOf(piecesOf(sources), 4), (title) => {
            if (!expression.test(title)) return;
            matched++;
            expect(has(mayBeNamedIn(title, by), id)).toBe(true);
          }),
        );
      }
    }
    expect(matched).toBeGreaterThan(500);
  });

  it('are none for words that no expression knows', () => {
    expect(mayBeNamedIn('今天下雨', 'headings')).toBe(0);
    expect(mayBeNamedIn('今天下雨', 'questions')).toBe(0);
    expect(ELEMENT_IDS.every((id) => has(EVERY_ELEMENT, id))).toBe(true);
  });
});
