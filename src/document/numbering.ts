import { readNumeral } from '../language/numerals.js';
import type { Numbering } from './document.js';

/** Patterns of numbering at the start of a line, outermost first: the order is the nesting of official papers (一、→（一）→1.→（1）→①). */
const STYLES: readonly { readonly style: Numbering['style']; readonly pattern: RegExp }[] = [
  { style: 'part', pattern: /^第([一二三四五六七八九十\d]{1,3})部分(?:[：:、．][　 ]{0,4}|(?=[　 ]|$))[　 ]{0,4}/ },
  { style: 'chapter', pattern: /^第([一二三四五六七八九十百零〇\d]{1,5})[编章节][　 ]{0,4}/ },
  { style: 'article', pattern: /^第([一二三四五六七八九十百零〇\d]{1,6})条[　 ]{0,4}/ },
  { style: 'roman', pattern: /^([Ⅰ-Ⅻ]|[IVX]{1,4})[　 ]?[、．.](?![　 ]{0,4}[A-Za-z\dⅠ-Ⅻ])[　 ]{0,4}/ },
  {
    style: 'han',
    pattern:
      /^([一二三四五六七八九十][一二三四五六七八九十〇零]{0,2}|[壹贰叁肆伍陆柒捌玖拾]{1,3})[　 ]{0,2}[、．.，][　 ]{0,4}/,
  },
  {
    style: 'han-paren',
    pattern: /^[（(][　 ]?([一二三四五六七八九十][一二三四五六七八九十〇零]{0,2})[　 ]?[）)][　 ]{0,2}、?[　 ]{0,4}/,
  },
  { style: 'han-paren', pattern: /^([㈠-㈩])[　 ]{0,4}/ },
  { style: 'digit', pattern: /^([⒈-⒛])[　 ]{0,4}/ },
  { style: 'digit-paren', pattern: /^([⑴-⒇])[　 ]{0,4}/ },
  { style: 'digit', pattern: /^([\d０-９]{1,2})[　 ]?[.．、](?![\d０-９])[　 ]{0,4}/ },
  { style: 'digit-paren', pattern: /^[（(]?([\d０-９]{1,2})[）)][　 ]{0,2}[.．、]?[　 ]{0,4}/ },
  { style: 'circled', pattern: /^([①-⑳])[　 ]{0,4}/ },
];

/**
 * The numbering a line begins with.
 * @returns its style, value and label as written (with the blanks behind it); null where the line has none
 */
export function numberingOf(line: string): Numbering | null {
  for (const { style, pattern } of STYLES) {
    const match = pattern.exec(line);
    const value = match?.[1] === undefined ? null : numeralValue(match[1]);
    if (match && value !== null) return { style, value, label: match[0] };
  }
  return null;
}

/** Styles that stand above any other or below it, whichever comes first. */
export function isFree(style: Numbering['style']): boolean {
  return style === 'part' || style === 'roman';
}

/** Depth of a numbering style in the nesting of official papers, from 0. */
export function depthOf(style: Numbering['style']): number {
  return STYLES.findIndex((one) => one.style === style);
}

/** The numerals that have characters of their own, in letters. */
const ROMAN = Array.from('ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ', (numeral) => numeral.normalize('NFKC'));

function numeralValue(written: string): number | null {
  if (/[IVXⅠ-Ⅻ]/.test(written)) return ROMAN.indexOf(written.normalize('NFKC')) + 1 || null;
  const first = written.charCodeAt(0);
  for (const one of ['①', '⑴', '⒈']) {
    const place = first - one.charCodeAt(0);
    if (place >= 0 && place < 20) return place + 1;
  }
  return first >= 0x3220 && first <= 0x3229 ? first - 0x321f : readNumeral(written);
}
