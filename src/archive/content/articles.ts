import type { Document } from '../../document/document.js';
import { halfWidth, readNumeral } from '../../language/numerals.js';
import { readerOf } from '../../language/traditional.js';
import type { FactKind } from '../content.js';

/** How a policy is divided. */
export interface ArticleFacts {
  /** `article`: 第三条; `item`: 三、, which people cite as 第三条 as well. */
  readonly style: 'article' | 'item';
  /** 0 where it has no chapters. */
  readonly chapters: number;
  /** Of each article, from the first: its paragraphs (款), 0 where the layout does not show them; its items (项), -1 where they are unknown. */
  readonly articles: readonly (readonly [paragraphs: number, items: number])[];
}

/** How policies are divided; null where that is not certain. */
export const ARTICLES: FactKind<ArticleFacts | null> = {
  name: 'articles',
  draw: (document) => (document.kind === 'policy' ? articlesOf(document) : undefined),
};

/**
 * Counts a policy's articles, in running text as well: papers are pasted without their line breaks.
 * @returns null where the count is not certain: numbers are missing or out of order
 */
export function articlesOf(document: Document): ArticleFacts | null {
  const read = readerOf(document.text);
  const lines = document.units.filter(({ type }) => type !== 'code').map(({ text }) => halfWidth(read(text.text)));
  const chapters = inOrder(lines, CHAPTER);
  const articles = inOrder(lines, ARTICLE);
  if (articles && articles.length > 1) {
    return { style: 'article', chapters: chapters?.length ?? 0, articles: measured(lines, articles) };
  }
  const items = articles === null ? null : inOrder(lines, ITEM);
  return items && items.length > 1 ? { style: 'item', chapters: 0, articles: measured(lines, items) } : null;
}

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A heading begins its line, follows the end of a sentence or a chapter's title, or has a blank behind it; a mention stands inside a
 * sentence.
 */
const CHAPTER =
  /第(?<=(?:^[\s>*#]{0,8}|[。；：:;）)”」] {0,4})第)([一二两三四五六七八九十百零〇]{1,6}|\d{1,3})章(?![的规中、])|第([一二两三四五六七八九十百零〇]{1,6}|\d{1,3})章(?=\s)/g;
const ARTICLE =
  /第(?<=(?:^[\s>*#]{0,8}|[。；：:;）)”」] {0,4}|第[一二三四五六七八九十百\d]{1,4}章[^。；，、第]{0,24})第)([一二两三四五六七八九十百零〇]{1,6}|\d{1,3})条(?![、,和及至或的款第]|规定|所列|所称)|第([一二两三四五六七八九十百零〇]{1,6}|\d{1,3})条(?=\s)/g;
const ITEM =
  /([一二三四五六七八九十]{1,3})、(?<=(?:^[\s>*#]{0,8}|[。；：:] {0,4})\1、)(?![一二三四五六七八九十]{1,3}、)/g;

/** The headings numbered 1, 2, 3…, of the longest run where the numbers begin anew; null where one number is missing. */
function inOrder(lines: readonly string[], pattern: RegExp): Mark[] | null {
  let longest: Mark[] = [];
  let run: Mark[] = [];
  let highest = 0;
  for (const [line, text] of lines.entries()) {
    for (const match of text.matchAll(pattern)) {
      const value = readNumeral(match[1] ?? match[2] ?? '') ?? 0;
      const mark = { line, start: match.index, end: match.index + match[0].length };
      highest = Math.max(highest, value);
      if (value === run.length + 1) run.push(mark);
      else if (value === 1) run = [mark];
      if (run.length > longest.length) longest = run;
    }
  }
  return highest === longest.length ? longest : null;
}

function measured(lines: readonly string[], marks: readonly Mark[]): [number, number][] {
  const laidOut = marks.every(({ line }, i) => line !== marks[i - 1]?.line);
  return marks.map((mark, i) => {
    const next = marks[i + 1];
    const body = bodyOf(lines, mark, next);
    return [laidOut && next ? paragraphsIn(body) : 0, next ? itemsIn(body) : -1];
  });
}

function bodyOf(lines: readonly string[], { line, end }: Mark, next: Mark | undefined): string[] {
  if (!next) return [];
  if (next.line === line) return [(lines[line] ?? '').slice(end, next.start)];
  return [
    (lines[line] ?? '').slice(end),
    ...lines.slice(line + 1, next.line),
    (lines[next.line] ?? '').slice(0, next.start),
  ];
}

/** Lines that are neither empty, nor items, nor a chapter's title. */
function paragraphsIn(body: readonly string[]): number {
  return body.filter(
    (line, i) =>
      i === 0 ||
      (/\S/.test(line) && !/^[ \u3000]{0,8}(?:[（(][^（）()]{1,4}[）)]|\d{1,2}[.、．]|第[^第]{1,5}[章节])/.test(line)),
  ).length;
}

const ITEM_LABEL = /[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)]/g;

function itemsIn(body: readonly string[]): number {
  let most = 0;
  let last = 0;
  let others = false;
  for (const line of body) {
    for (const match of line.matchAll(ITEM_LABEL)) {
      const value = readNumeral(match[1] as string);
      if (value === last + 1) last = value;
      else if (value === 1) last = 1;
      most = Math.max(most, last);
    }
    others ||= /(?:^|[：:；。])[ \u3000]{0,4}(?:\d{1,2}[.、．]|[①-⑳]|一是)/.test(line);
  }
  return most === 0 && others ? -1 : most;
}
