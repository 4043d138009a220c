import type { Numbering } from './document.js';

const HAN_DIGITS = '零一二三四五六七八九';

/** Patterns of numbering at the start of a line, outermost first: the order is the nesting of official papers (一、→（一）→1.→（1）→①). */
const STYLES: readonly { style: Numbering['style']; pattern: RegExp }[] = [
  { style: 'chapter', pattern: /^第([一二三四五六七八九十百零〇\d]{1,5})[编章节][　 ]{0,4}/ },
  { style: 'article', pattern: /^第([一二三四五六七八九十百零〇\d]{1,6})条[　 ]{0,4}/ },
  { style: 'han', pattern: /^([一二三四五六七八九十]{1,3})[　 ]{0,2}[、．.，][　 ]{0,4}/ },
  { style: 'han-paren', pattern: /^[（(][　 ]?([一二三四五六七八九十]{1,3})[　 ]?[）)][　 ]{0,2}、?[　 ]{0,4}/ },
  { style: 'digit', pattern: /^([\d０-９]{1,2})[　 ]?[.．、](?![\d０-９])[　 ]{0,4}/ },
  { style: 'digit-paren', pattern: /^[（(]?([\d０-９]{1,2})[）)][　 ]{0,2}[.．、]?[　 ]{0,4}/ },
  { style: 'circled', pattern: /^([①-⑳])[　 ]{0,4}/ },
];

/** What every numbering begins with; most lines do not. */
const FIRST = /^[第一二三四五六七八九十（(\d０-９①-⑳]/;

/**
 * The numbering a line begins with.
 * @returns its style, value and label as written (with the blanks behind it); null where the line has none
 */
export function numberingOf(line: string): Numbering | null {
  if (!FIRST.test(line)) return null;
  for (const { style, pattern } of STYLES) {
    const match = pattern.exec(line);
    if (!match?.[1]) continue;
    return { style, value: numeralValue(match[1]), label: match[0] };
  }
  return null;
}

/** Depth of a numbering style in the nesting of official papers, from 0. */
export function depthOf(style: Numbering['style']): number {
  return STYLES.findIndex((entry) => entry.style === style);
}

function numeralValue(written: string): number {
  const circled = written.charCodeAt(0) - 0x245f;
  if (circled >= 1 && circled <= 20) return circled;
  const digits = written.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
  return /^\d+$/.test(digits) ? Number(digits) : hanNumber(written);
}

/** Value of a Chinese numeral below a thousand (一百二十三 → 123); digits one by one are read as written (二〇 → 20). */
export function hanNumber(written: string): number {
  const text = written.replace(/〇/g, '零');
  if (!/[十百]/.test(text)) return Number([...text].map((c) => HAN_DIGITS.indexOf(c)).join(''));
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const value = HAN_DIGITS.indexOf(char);
    if (value >= 0) digit = value;
    else {
      total += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit;
}
