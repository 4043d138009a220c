import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, hanNumeral, readNumeral } from '../../src/language/numerals.js';

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
    ['壹', 1],
    ['拾贰', 12],
    ['叁佰零伍', 305],
    ['壹仟贰佰万', 12_000_000],
    ['1万2600', 12_600],
    ['1亿2万500', 100_020_500],
  ])('reads %s', (written, value) => {
    expect(readNumeral(written)).toBe(value);
  });

  it.each(['', '办法', '1.2.3', '一二百', '5年', '点五'])('takes %j for no number', (written) => {
    expect(readNumeral(written)).toBeNull();
  });

  it('reads every number below ten thousand as it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => readNumeral(hanNumeral(value)) === value));
  });
});

describe('hanNumeral', () => {
  it.each([
    [10, '十'],
    [19, '十九'],
    [20, '二十'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [999, '九百九十九'],
    [0, '0'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
    [10_000, '10000'],
  ])('writes %s', (value, written) => {
    expect(hanNumeral(value)).toBe(written);
  });
});

describe('halfWidth', () => {
  it('leaves the marks of Chinese text, and every place, as they are', () => {
    expect(halfWidth('电话（０１０）－１２，邮箱ａ＠ｂ．ｃｎ。')).toBe('电话（010）-12，邮箱a@b.cn。');
  });
});
