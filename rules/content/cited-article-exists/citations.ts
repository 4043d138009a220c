import { paperNames } from '../../../src/archive/content/paper-names.js';
import type { FactKind } from '../../../src/archive/content.js';
import type { Document } from '../../../src/document/document.js';
import type { Range } from '../../../src/document/range.js';
import { halfWidth, readNumeral } from '../../../src/language/numerals.js';
import { readerOf } from '../../../src/language/traditional.js';
import { type CitedPaper, paperOf } from './cited-paper.js';

/** An article that a text cites, of a paper it names. */
export interface Citation extends CitedPaper {
  readonly range: Range;
  readonly chapter?: number;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** Articles of policies that explanations cite. */
export const CITATIONS: FactKind<readonly Citation[]> = {
  name: 'citations',
  draw: (document) => (document.kind === 'policy' ? undefined : citationsOf(document)),
  stretches: (citations) => citations.map(({ range }) => ({ at: range, words: '' })),
};

/** The articles and chapters that an interpretation cites, where it is certain of which paper. */
export function citationsOf(document: Document): Citation[] {
  const read = readerOf(document.text);
  const texts = document.units.map(({ text }) => halfWidth(read(text.text)));
  if (!texts.some((text) => /第[^第]{1,20}[条章]/.test(text))) return [];
  const names = paperNames(read(document.title), texts);
  const found: Citation[] = [];
  for (const [index, { text: mapped }] of document.units.entries()) {
    const text = texts[index] ?? '';
    let last: { paper: CitedPaper | null; end: number } = { paper: null, end: -1 };
    for (const match of text.matchAll(CITED)) {
      const end = match.index + match[0].length;
      const joined = last.end >= 0 && match.index - last.end < 5 && JOIN.test(text.slice(last.end, match.index));
      const before = text.slice(Math.max(0, match.index - REACH), match.index);
      const paper = joined ? last.paper : paperOf(before, text.slice(match.index, end + NEXT), names);
      last = { paper, end };
      if (paper) found.push({ ...paper, range: mapped.rangeOf(match.index, end), ...numbersOf(match) });
      if (found.length >= MAX_CITATIONS) return found;
    }
  }
  return found;
}

/** Nobody cites more; what would is no text for readers. */
const MAX_CITATIONS = 1000;
/** How far before a citation the name of its paper is looked for, in characters. */
const REACH = 240;
/** Characters behind a citation that tell whether it is one. */
const NEXT = 4;

/** Of several numbers (第三、四、六条, 第三至六条) the last, which is the highest. */
const CITED =
  /第 ?([一二两三四五六七八九十百零〇\d]{1,6}) ?章|第 ?(?:[一二两三四五六七八九十百零〇\d]{1,6}[、和及至到—–-]){0,6}([一二两三四五六七八九十百零〇\d]{1,6}) ?条(?!目)(?:第([一二两三四五六七八九十百零〇\d]{1,6})款)?(?:第?[（(]?([一二两三四五六七八九十百零〇\d]{1,6})[）)]?项)?/g;
const JOIN = /^(?:[、,，和及与至到或—-]|以及|直至){1,2}$/;

function numbersOf([, chapter, article, paragraph, item]: RegExpMatchArray): Partial<Citation> {
  const entries = Object.entries({ chapter, article, paragraph, item }).flatMap(([name, written]) => {
    const value = written === undefined ? null : readNumeral(written);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
