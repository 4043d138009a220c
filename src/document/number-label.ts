import { hanNumeral } from '../language/numerals.js';
import type { Numbering } from './document.js';

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
