import type { Numbering } from './document.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 in Chinese numerals: 12 → 十二. */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + DIGITS[value % 10];
}

/** The label that a number bears in a style of numbering, as official papers write it: （三）. */
export function numberLabel(style: Numbering['style'], value: number): string {
  return LABELS[style](value);
}

const LABELS: Readonly<Record<Numbering['style'], (value: number) => string>> = {
  chapter: (value) => `第${hanNumeral(value)}章`,
  article: (value) => `第${hanNumeral(value)}条`,
  han: (value) => `${hanNumeral(value)}、`,
  'han-paren': (value) => `（${hanNumeral(value)}）`,
  digit: (value) => `${value}.`,
  'digit-paren': (value) => `（${value}）`,
  circled: (value) => (value <= 20 ? String.fromCharCode(0x245f + value) : `（${value}）`),
};
