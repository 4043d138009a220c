import { hanNumeral } from '../language/numerals.js';
import type { Numbering } from './document.js';

/** The label that a number bears in a style of numbering, as official papers write it: （三）. */
export function numberLabel(style: Numbering['style'], value: number): string {
  return LABELS[style](value);
}

const LABELS: Readonly<Record<Numbering['style'], (value: number) => string>> = {
  part: (value) => `第${hanNumeral(value)}部分`,
  chapter: (value) => `第${hanNumeral(value)}章`,
  article: (value) => `第${hanNumeral(value)}条`,
  roman: (value) => `${romanNumeral(value)}.`,
  han: (value) => `${hanNumeral(value)}、`,
  'han-paren': (value) => `（${hanNumeral(value)}）`,
  digit: (value) => `${value}.`,
  'digit-paren': (value) => `（${value}）`,
  circled: (value) => (value <= 20 ? String.fromCharCode(0x245f + value) : `（${value}）`),
};

/** Ⅰ to Ⅻ; their NFKC form is in letters. */
export function romanNumeral(value: number): string {
  return value <= 12 ? String.fromCharCode(0x215f + value) : `${value}`;
}
