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
    first: '一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾',
    pattern:
      /^([一二三四五六七八九十][一二三四五六七八九十〇零]{0,2}|[壹贰叁肆伍陆柒捌玖拾]{1,3})[　 ]{0,2}[、．.，][　 ]{0,4}/,
  },
  {
    style: 'han-paren',
    first: '（(',
    pattern: /^[（(][　 ]?([一二三四五六七八九十][一二三四五六七八九十〇零]{0,2})[　 ]?[）)][　 ]{0,2}、?[　 ]{0,4}/,
  },
  { style: 'han-paren', first: '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', pattern: /^([㈠-㈩])[　 ]{0,4}/ },
  { style: 'digit', first: run('⒈', 20), pattern: /^([⒈-⒛])[　 ]{0,4}/ },
  { style: 'digit-paren', first: run('⑴', 20), pattern: /^([⑴-⒇])[　 ]{0,4}/ },
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
  { style: 'circled', first: run('①', 20), pattern: /^([①-⑳])[　 ]{0,4}/ },
];

/** So many characters from one on. */
function run(first: string, count: number): string {
  return String.fromCharCode(...Array.from({ length: count }, (_, i) => first.charCodeAt(0) + i));
}

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
  for (const one of ['①', '⑴', '⒈']) {
    const place = first - one.charCodeAt(0);
    if (place >= 0 && place < 20) return place + 1;
  }
  return first >= 0x3220 && first <= 0x3229 ? first - 0x321f : readNumeral(written);
}
