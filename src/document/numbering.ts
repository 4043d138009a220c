import { readNumeral } from '../language/numerals.js';
import type { Numbering } from './document.js';

interface Style {
  readonly style: Numbering['style'];
  readonly pattern: RegExp;
}

/** Patterns of numbering at the start of a line, outermost first: the order is the nesting of official papers (一、→（一）→1.→（1）→①). */
const STYLES: readonly Style[] = [
  { style: 'chapter', pattern: /^第([一二三四五六七八九十百零〇\d]{1,5})[编章节][　 ]{0,4}/ },
  { style: 'article', pattern: /^第([一二三四五六七八九十百零〇\d]{1,6})条[　 ]{0,4}/ },
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
  {
    style: 'digit',
    pattern: /^([\d０-９]{1,2})[　 ]?[.．、](?![\d０-９])[　 ]{0,4}/,
  },
  {
    style: 'digit-paren',
    pattern: /^[（(]?([\d０-９]{1,2})[）)][　 ]{0,2}[.．、]?[　 ]{0,4}/,
  },
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

const DEPTHS: Readonly<Record<Numbering['style'], number>> = {
  chapter: 0,
  article: 1,
  han: 2,
  'han-paren': 3,
  digit: 4,
  'digit-paren': 5,
  circled: 6,
};

/** Depth of a numbering style in the nesting of official papers, from 0. */
export function depthOf(style: Numbering['style']): number {
  return DEPTHS[style];
}

function numeralValue(written: string): number | null {
  const first = written.charCodeAt(0);
  for (const one of ['①', '⑴', '⒈']) {
    const place = first - one.charCodeAt(0);
    if (place >= 0 && place < 20) return place + 1;
  }
  return first >= 0x3220 && first <= 0x3229 ? first - 0x321f : readNumeral(written);
}
