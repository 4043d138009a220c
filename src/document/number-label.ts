import type { Numbering } from './document.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number below ten thousand in Chinese numerals: 12 → 十二, 105 → 一百零五. */
export function hanNumeral(value: number): string {
  let written = '';
  for (const [step, unit] of STEPS) {
    const digit = Math.floor(value / step) % 10;
    if (digit > 0) written += DIGITS[digit] + unit;
    else if (written !== '' && value % step > 0 && !written.endsWith('零')) written += '零';
  }
  return written.replace(/^一十/, '十');
}

const STEPS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const;

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
