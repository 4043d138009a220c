import { expect, it } from 'vitest';
import { isTraditional, plainly, readerOf, simplify } from '../../src/language/traditional.js';
import { TRADITIONAL_PAIRS } from '../../src/language/traditional-table.js';

it.each([
  ['關於進一步規範預付卡經營活動的實施辦法', '关于进一步规范预付卡经营活动的实施办法'],
  ['說明、産業、戶籍、裡外、後續', '说明、产业、户籍、里外、后续'],
  ['什么、著作、乾坤', '什么、著作、乾坤'],
  ['𠀾ABC１２３，。', '𠀾ABC１２３，。'],
])('%s', (traditional, simplified) => {
  expect(simplify(traditional)).toBe(simplified);
});

it.each([
  ['《資助辦法》第六條', true],
  ['每家最高二十萬元', true],
  ['自發布之日起施行', true],
  ['臺北', false],
  ['每家最高二十万元', false],
])('knows whether %s is Traditional: %s', (text, expected) => {
  expect(isTraditional(text)).toBe(expected);
  expect(plainly(text)).toBe(expected ? simplify(text) : text);
  expect(readerOf(text)('臺灣')).toBe(expected ? '台湾' : '臺灣');
});

it('maps one unit to one unit, and no character twice', () => {
  const sources = [...TRADITIONAL_PAIRS].filter((_, index) => index % 2 === 0);
  expect(TRADITIONAL_PAIRS.length).toBe(sources.length * 2);
  expect(new Set(sources).size).toBe(sources.length);
});
