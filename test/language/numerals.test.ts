import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanNumeral } from '../../src/document/number-label.js';
import { readNumeral } from '../../src/language/numerals.js';

describe('readNumeral', () => {
  it.each([
    ['0', 0],
    ['1500', 1500],
    ['1,500', 1500],
    ['12 500', 12_500],
    ['12\u00a0500', 12_500],
    ['12，500', 12_500],
    ['1，234，500', 1_234_500],
    ['１５００', 1500],
    ['0.15万', 1500],
    ['3.5亿', 350_000_000],
    ['1亿2000万', 120_000_000],
    ['5千', 5000],
    ['3百万', 3_000_000],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['两百', 200],
    ['一百零五', 105],
    ['一千五百', 1500],
    ['一万二千', 12_000],
    ['十二万三千四百五十六', 123_456],
    ['一亿二千万', 120_000_000],
    ['三万亿', 3_000_000_000_000],
    ['二〇二五', 2025],
    ['三十点五', 30.5],
    ['零点二五', 0.25],
  ])('reads %s', (written, value) => {
    expect(readNumeral(written)).toBe(value);
  });

  it.each(['', '办法', '1.2.3', '一二百', '5年', '点五'])('takes %j for no number', (written) => {
    expect(readNumeral(written)).toBeNull();
  });

  it('reads every number below a hundred as it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (value) => readNumeral(hanNumeral(value)) === value));
  });
});
