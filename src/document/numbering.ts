import { readNumeral } from '../language/numerals.js';
import type { Numbering } from './document.js';

interface Style {
  readonly style: Numbering['style'];
  /** The characters it may begin with. */
  readonly first: string;
  readonly pattern: RegExp;
}

/** Patterns of numbering at the start of a line, outermost first: the order is the nesting of official papers (一、→（一）→1.→（1）→①). */
const STYLES: readonly Style[] = [
  { style: 'chapter', first: '第', pattern: /^第([一二三四五六七八九十百零〇\d]{1,5})[编章节][　 ]{0,4}/ },
  { style: 'article', first: '第', pattern: /^第([一二三四五六七八九十百零〇\d]{1,6})条[　 ]{0,4}/ },
  {
    style: 'han',
    first: '一二三四五六七八九十',
    pattern: /^([一二三四五六七八九十]{1,3})[　 ]{0,2}[、．.，][　 ]{0,4}/,
  },
  {
    style: 'han-paren',
    first: '（(',
    pattern: /^[（(][　 ]?([一二三四五六七八九十]{1,3})[　 ]?[）)][　 ]{0,2}、?[　 ]{0,4}/,
  },
  {
    style: 'digit',
    first: '0123456789０１２３４５６７８９',
    pattern: /^([\d０-９]{1,2})[　 ]?[.．、](?![\d０-９])[　 ]{0,4}/,
  },
  {
    style: 'digit-paren',
    first: '（(0123456789０１２３４５６７８９',
    pattern: /^[（(]?([\d０-９]{1,2})[）)][　 ]{0,2}[.．、]?[　 ]{0,4}/,
  },
  { style: 'circled', first: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', pattern: /^([①-⑳])[　 ]{0,4}/ },
];

/** The styles by what they begin with: most lines begin with none of it. */
const BY_FIRST = new Map<number, Style[]>();
for (const style of STYLES)
  for (const char of style.first) {
    const code = char.charCodeAt(0);
    BY_FIRST.set(code, [...(BY_FIRST.get(code) ?? []), style]);
  }

/**
 * The numbering a line begins with.
 * @returns its style, value and label as written (with the blanks behind it); null where the line has none
 */
export function numberingOf(line: string): Numbering | null {
  const styles = BY_FIRST.get(line.charCodeAt(0));
  if (!styles) return null;
  for (const { style, pattern } of styles) {
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
  return first >= 0x2460 && first <= 0x2473 ? first - 0x245f : readNumeral(written);
}
