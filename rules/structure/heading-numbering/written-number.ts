import type { Document, Numbering, Section } from '../../../src/document/document.js';
import { numberLabel, romanNumeral } from '../../../src/document/number-label.js';
import { fullWidth, hanNumeral } from '../../../src/language/numerals.js';
import { isOfCode } from '../../title-lines.js';

export type Numbered = Section & { readonly numbering: Numbering };
export type Style = Numbering['style'];

/** A number inside a line is too often quoted from the paper explained: 第二十二条：（三）… */
export function startsLine({ titleRange }: Numbered, { text }: Document): boolean {
  return /(?:^|[\r\n])[ 　\t#*>+-]{0,12}(?:\d{1,2}[.)][ \t]{1,4})?[*_]{0,3}$/.test(
    text.slice(Math.max(0, titleRange.start - 24), titleRange.start),
  );
}

/** Text pasted without its line breaks hides numbers inside lines: whatever stands there is not missing. */
export function standsBetween(
  section: Numbered,
  from: Section | undefined,
  value: number,
  { text }: Document,
): boolean {
  const between = text.slice(from?.titleRange.start ?? 0, section.titleRange.start);
  return WRITTEN[section.numbering.style]?.(value).test(between) ?? false;
}

const WRITTEN: Readonly<Partial<Record<Style, (value: number) => RegExp>>> = {
  part: (value) => new RegExp(`第(?:${value}|${hanNumeral(value)})部分`),
  roman: (value) => new RegExp(`(?<![IVX])(?:${romanNumeral(value)}|${romanNumeral(value).normalize('NFKC')})[、．.]`),
  han: (value) => new RegExp(`(?<![一二三四五六七八九十])${hanNumeral(value)}[、．.，]`),
  'han-paren': (value) => new RegExp(`[（(] ?${hanNumeral(value)} ?[）)]`),
  digit: (value) => new RegExp(`(?<!\\d)${value} ?[.．、]|${fullWidth(`${value}`)}[.．、]`),
  'digit-paren': (value) => new RegExp(`(?<!\\d)${value}[）)]|${fullWidth(`${value}`)}[）)]`),
  circled: (value) => new RegExp(numberLabel('circled', value).replace(/[（）]/g, '')),
};

/** The label that a number bears beside one that is written: 2、 beside 1、, (二) beside (一). */
export function labelLike({ style, label }: Numbering, value: number): string {
  const written = label.trim();
  if (style === 'roman')
    return written.replace(/[Ⅰ-ⅫIVX]+/, (like) =>
      /I|V|X/.test(like) ? romanNumeral(value).normalize('NFKC') : romanNumeral(value),
    );
  const numeral = /[\d０-９]+|[一二三四五六七八九十〇零]+/.exec(written)?.[0];
  if (numeral === undefined) return numberLabel(style, value);
  const digits = /\d/.test(numeral) ? `${value}` : fullWidth(`${value}`);
  return written.replace(numeral, /[\d０-９]/.test(numeral) ? digits : hanNumeral(value));
}

/** Whether a line is quoted: what it quotes is numbered elsewhere. */
export function isQuoted({ titleRange }: Section, { text }: Document): boolean {
  return /(?:^|[\r\n])[ 　\t]{0,12}>[^\r\n]{0,24}$/.test(
    text.slice(Math.max(0, titleRange.start - 40), titleRange.start),
  );
}

/** The part of the paper a section is in: items of a list that begin with the article they quote (1. 第四条…) do not divide it. */
export function partOf(section: Section): Section | undefined {
  let { parent } = section;
  while (isOfCode(parent?.numbering)) parent = parent?.parent;
  return parent;
}
