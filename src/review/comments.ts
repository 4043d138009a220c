import { SaxesParser } from 'saxes';
import type { Edit } from '../lint/fix.js';
import { xmlText } from '../report/xml.js';
import { KEEP_SPACE, looksAgain, type Seam, seamAt } from './edits.js';
import { type MainPart, namesOf, type WordNames, type WordParagraph } from './places.js';

/** Who writes the tool's comments and changes: by this name a later review knows its own. */
export const AUTHOR = 'jiedu-lint';
const INITIALS = '核查';

/** A comment (批注) on words of a paragraph. */
export interface Comment {
  /** The paragraph's place among those of the main part. */
  readonly paragraph: number;
  /** The words' offsets in the paragraph's text; absent where it is about the whole paragraph. */
  readonly words?: { readonly start: number; readonly end: number };
  /** A paragraph of the comment each. */
  readonly text: readonly string[];
}

/** A comment with the id that it has in the file. */
export interface NumberedComment extends Comment {
  readonly id: number;
}

/** What ends and what begins at a place: ends are put there first. */
interface Marks extends Seam {
  ends: string;
  begins: string;
}

/**
 * The changes that tie comments to the text of a main part. What is about words in a text box stands at the paragraph that the box hangs on.
 * @param freeId gives ids that nothing in the file has
 */
export function tieEdits(part: MainPart, comments: readonly NumberedComment[], freeId: () => number): Edit[] {
  const { paragraphs } = part;
  const { prefix, own } = part.names;
  const places = new Map<number, Marks>();
  const empty = new Map<number, string>();
  const put = (seam: Seam, kind: 'ends' | 'begins', mark: string) => {
    const marks = places.get(seam.at) ?? { ...seam, ends: '', begins: '' };
    marks[kind] += mark;
    places.set(seam.at, marks);
  };
  for (const { id, paragraph: number, words } of comments) {
    const anchor = paragraphs[number]?.anchor;
    const paragraph = paragraphs[anchor ?? number];
    if (!paragraph) continue;
    const begin = `<${prefix}commentRangeStart ${own}id="${id}"/>`;
    const end = `<${prefix}commentRangeEnd ${own}id="${id}"/><${prefix}r><${prefix}commentReference ${own}id="${id}"/></${prefix}r>`;
    const { start, end: finish, emptyTagEnd } = paragraph;
    if (emptyTagEnd !== undefined) empty.set(emptyTagEnd, (empty.get(emptyTagEnd) ?? '') + begin + end);
    else if (start === finish) put({ at: start }, 'begins', begin + end);
    else {
      const seams = anchor === undefined ? seamsOf(paragraph, words ?? { start: 0, end: paragraph.text.length }) : null;
      put(seams?.before ?? { at: start }, 'begins', begin);
      put(seams?.behind ?? { at: finish }, 'ends', end);
    }
  }
  const spaces = new Set([...places.values()].flatMap(({ cut }) => cut?.spaceAt ?? []));
  return [
    ...[...empty].map(([close, text]) => ({ start: close - 2, end: close, text: `>${text}</${prefix}p>` })),
    ...[...places.values()].map(({ at, cut, ends, begins }) => ({
      start: at,
      end: at,
      text: cut
        ? `</${prefix}t></${prefix}r>${ends}${begins}<${prefix}r>${looksAgain(cut.run, freeId)}<${prefix}t xml:space="preserve">`
        : ends + begins,
    })),
    ...[...spaces].map((at) => ({ start: at, end: at, text: KEEP_SPACE })),
  ];
}

function seamsOf(
  paragraph: WordParagraph,
  words: NonNullable<Comment['words']>,
): { before: Seam; behind: Seam } | null {
  if (words.end <= words.start) return null;
  const before = seamAt(paragraph, words.start, 'before');
  const behind = seamAt(paragraph, words.end, 'behind');
  return before && behind && { before, behind };
}

/** The changes that take what ties comments of some ids out of a main part. */
export function untieEdits(part: MainPart, ids: ReadonlySet<string>): Edit[] {
  return part.ties.filter(({ id }) => ids.has(id)).map(({ start, end }) => ({ start, end, text: '' }));
}

/**
 * The text of comments as a stretch of a part.
 * @param date when the review is made, as `2026-01-31T08:00:00Z`
 * @param names how the part writes them
 */
export function commentsXml(comments: readonly NumberedComment[], date: string, { prefix, own }: WordNames): string {
  return comments
    .map(({ id, text }) => {
      const paragraphs = text.map(
        (words) =>
          `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${xmlText(words)}</${prefix}t></${prefix}r></${prefix}p>`,
      );
      const said = `${own}id="${id}" ${own}author="${AUTHOR}" ${own}date="${date}" ${own}initials="${INITIALS}"`;
      return `<${prefix}comment ${said}>${paragraphs.join('')}</${prefix}comment>`;
    })
    .join('');
}

/** The comments of a part of comments. */
export interface CommentsPart {
  /** Their ids. */
  readonly ids: readonly number[];
  /** The tool's own, of an earlier review. */
  readonly own: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Where the part's root ends: further comments go there. */
  readonly end: number;
  readonly names: WordNames;
}

/** @throws Error for what is not well-formed */
export function commentsPartOf(xml: string): CommentsPart {
  const own: { id: string; start: number; end: number }[] = [];
  const ids: number[] = [];
  let end = xml.length;
  let names: WordNames = { namespace: '', prefix: 'w:', own: 'w:' };
  let open: { id: string; start: number } | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, prefix, ns, attributes }) => {
    if (local === 'comments') names = namesOf(prefix, uri, ns);
    if (local !== 'comment') return;
    const said = new Map(Object.values(attributes).map((one) => [one.local, one.value]));
    const id = said.get('id') ?? '';
    ids.push(Number(id));
    if (said.get('author') === AUTHOR) open = { id, start: xml.lastIndexOf('<', parser.position - 1) };
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'comment' && open) {
      own.push({ ...open, end: parser.position });
      open = null;
    }
    if (local === 'comments') end = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.write(xml).close();
  return { ids, own, end, names };
}
