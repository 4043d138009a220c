import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needlesOf } from '../../src/language/needles.js';
import { piecesOf, SIGNAL_PATTERNS, textOf } from '../elements/catalogue-text.js';

describe('words that every match holds one of', () => {
  it.each([
    ['征求意见', ['征求意见']],
    ['(?:不)?适用于', ['适用于', '不适用于']],
    ['按照[^，]{2,9}的标准|参照', ['的标准', '参照']],
    ['[甲乙]丙', ['甲丙', '乙丙']],
    ['(?<=《)甲(?!乙)', ['甲']],
    ['(?:甲|乙)+', ['甲', '乙']],
    ['第\\d条', Array.from({ length: 10 }, (_, digit) => `第${digit}条`)],
    ['甲{2,}', ['甲']],
    ['\\(甲\\)', ['(甲)']],
  ])('%s', (source, words) => {
    expect([...(needlesOf(source) ?? [])].sort()).toEqual([...words].sort());
  });

  it.each(['[^，]{2,9}', '甲?', '甲|', '(?:甲|.)', '\\u7532', '[㐀-鿿]法?', '(甲', '甲)'])(
    'are not known of %s',
    (source) => {
      expect(needlesOf(source)).toBeNull();
    },
  );

  it('are known of most of the catalogue', () => {
    expect(SIGNAL_PATTERNS.filter((pattern) => needlesOf(pattern)).length).toBeGreaterThan(
      SIGNAL_PATTERNS.length * 0.9,
    );
  });

  it('stand in what the expressions of the catalogue match', () => {
    let matched = 0;
    for (const pattern of SIGNAL_PATTERNS) {
      const needles = needlesOf(pattern);
      if (!needles) continue;
      const expression = new RegExp(pattern, 'g');
      fc.assert(
        fc.property(textOf(piecesOf([pattern]), 12), (written) => {
          const found = [...written.matchAll(expression)];
          if (found.length === 0) return;
          matched++;
          for (const [match] of found) expect(needles.some((needle) => match.includes(needle))).toBe(true);
        }),
        { numRuns: 100 },
      );
    }
    expect(matched).toBeGreaterThan(1000);
  });
});
