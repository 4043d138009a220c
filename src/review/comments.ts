import { SaxesParser } from 'saxes';
import { xmlText } from '../report/xml.js';
import { KEEP_SPACE, type PartEdit, seamAt } from './edits.js';
import type { MainPart, WordParagraph } from './places.js';

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

/**
 * The changes that tie comments to the text of a main part.
 * @param first the id of the first comment; the others follow in the order of the list
 */
export function tieEdits(part: MainPart, comments: readonly Comment[], first: number): PartEdit[] {
  const { prefix } = part;
  const seams = new Map<
    string,
    { paragraph: WordParagraph; offset: number; side: 'before' | 'behind'; marks: string[] }
  >();
  const edits: PartEdit[] = [];
  const put = (paragraph: WordParagraph, number: number, offset: number, side: 'before' | 'behind', mark: string) => {
    const key = `${number} ${offset} ${side}`;
    const seam = seams.get(key) ?? { paragraph, offset, side, marks: [] };
    seam.marks.push(mark);
    seams.set(key, seam);
  };
  for (const [index, { paragraph: number, words }] of comments.entries()) {
    const paragraph = part.paragraphs[number];
    if (!paragraph) continue;
    const id = `${prefix}id="${first + index}"`;
    const begin = `<${prefix}commentRangeStart ${id}/>`;
    const end = `<${prefix}commentRangeEnd ${id}/><${prefix}r><${prefix}commentReference ${id}/></${prefix}r>`;
    if (words && words.end > words.start) {
      put(paragraph, number, words.start, 'before', begin);
      put(paragraph, number, words.end, 'behind', end);
    } else if (paragraph.emptyTagEnd !== undefined) {
      const close = paragraph.emptyTagEnd;
      edits.push({ start: close - 2, end: close, text: `>${begin}${end}</${prefix}p>` });
    } else {
      edits.push({ start: paragraph.start, end: paragraph.start, text: begin });
      edits.push({ start: paragraph.end, end: paragraph.end, text: end });
    }
  }
  return [...edits, ...seamEdits(seams.values(), prefix)];
}

interface Marked {
  readonly paragraph: WordParagraph;
  readonly offset: number;
  readonly side: 'before' | 'behind';
  readonly marks: readonly string[];
}

/** What ends at a place is put there before what begins. */
function seamEdits(all: Iterable<Marked>, prefix: string): PartEdit[] {
  const byPlace = new Map<number, { close: string; open: string; ends: string; begins: string }>();
  const spaces = new Set<number>();
  for (const { paragraph, offset, side, marks } of all) {
    const seam = seamAt(paragraph, offset, side, prefix);
    if (!seam) continue;
    const { at, close, open, spaceAt } = seam;
    const there = byPlace.get(at) ?? { close, open, ends: '', begins: '' };
    if (side === 'behind') there.ends += marks.join('');
    else there.begins += marks.join('');
    byPlace.set(at, there);
    if (spaceAt !== null) spaces.add(spaceAt);
  }
  return [
    ...[...byPlace].map(([at, { close, ends, begins, open }]) => ({
      start: at,
      end: at,
      text: close + ends + begins + open,
    })),
    ...[...spaces].map((at) => ({ start: at, end: at, text: KEEP_SPACE })),
  ];
}

/** The changes that take what ties comments of some ids out of a main part. */
export function untieEdits(part: MainPart, ids: ReadonlySet<string>): PartEdit[] {
  return part.ties.filter(({ id }) => ids.has(id)).map(({ start, end }) => ({ start, end, text: '' }));
}

/**
 * The text of comments as a stretch of a part.
 * @param date when the review is made, as `2026-01-31T08:00:00Z`
 */
export function commentsXml(comments: readonly Comment[], first: number, date: string, prefix: string): string {
  return comments
    .map(({ text }, index) => {
      const paragraphs = text.map(
        (words) =>
          `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${xmlText(words)}</${prefix}t></${prefix}r></${prefix}p>`,
      );
      const said = `${prefix}id="${first + index}" ${prefix}author="${AUTHOR}" ${prefix}date="${date}" ${prefix}initials="${INITIALS}"`;
      return `<${prefix}comment ${said}>${paragraphs.join('')}</${prefix}comment>`;
    })
    .join('');
}

/** The comments of a part of comments. */
export interface CommentsPart {
  /** One more than the highest there is. */
  readonly next: number;
  /** The tool's own, of an earlier review. */
  readonly own: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Where the part's root ends: further comments go there. */
  readonly end: number;
  readonly prefix: string;
}

/** @throws Error for what is not well-formed */
export function commentsPartOf(xml: string): CommentsPart {
  const own: { id: string; start: number; end: number }[] = [];
  let next = 0;
  let end = xml.length;
  let usual = 'w:';
  let open: { id: string; start: number } | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, prefix, attributes }) => {
    if (local === 'comments') usual = prefix === '' ? '' : `${prefix}:`;
    if (local !== 'comment') return;
    const said = new Map(Object.values(attributes).map((one) => [one.local, one.value]));
    const id = said.get('id') ?? '';
    next = Math.max(next, Number(id) + 1 || 0);
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
  return { next, own, end, prefix: usual };
}
