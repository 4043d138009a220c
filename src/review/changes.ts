import type { Edit } from '../lint/fix.js';
import { xmlText } from '../report/xml.js';
import { AUTHOR } from './comments.js';
import { KEEP_SPACE, looksAgain, pieceAt } from './edits.js';
import type { MainPart } from './places.js';

/** A tracked change (修订): words of a paragraph give way to others. */
export interface Change {
  /** The paragraph's place among those of the main part. */
  readonly paragraph: number;
  /** Offsets in the paragraph's text; equal where text is only put in. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that write changes as tracked ones, which people accept or reject in Word. Changes must not overlap.
 * @param xml the main part
 * @param date when the review is made, as `2026-01-31T08:00:00Z`
 * @param freeId gives ids that nothing in the file has
 */
export function changeEdits(
  xml: string,
  { names: { prefix: w, own }, paragraphs }: MainPart,
  changes: readonly Change[],
  date: string,
  freeId: () => number,
): Edit[] {
  const tracked = (kind: 'del' | 'ins', content: string) =>
    `<${w}${kind} ${own}id="${freeId()}" ${own}author="${AUTHOR}" ${own}date="${date}">${content}</${w}${kind}>`;
  const spaces = new Set<number>();
  const edits = changes.flatMap(({ paragraph: number, start, end, text }) => {
    const paragraph = paragraphs[number];
    const last = paragraph && (pieceAt(paragraph, end, 'behind') ?? pieceAt(paragraph, end, 'before'));
    if (!last) return [];
    const within = paragraph.pieces.filter((piece) => piece.at < end && piece.at + piece.text.length > start);
    return (within.length === 0 ? [last] : within).map((piece): Edit => {
      const { at, places, run, spaceAt } = piece;
      if (spaceAt !== null) spaces.add(spaceAt);
      const from = places[Math.max(0, start - at)] as number;
      const to = places[Math.min(piece.text.length, end - at)] as number;
      const written = (name: string, words: string) =>
        `<${w}r>${looksAgain(run, freeId)}<${w}${name} xml:space="preserve">${words}</${w}${name}></${w}r>`;
      const deleted = to > from ? tracked('del', written('delText', xml.slice(from, to))) : '';
      const added = piece === last && text !== '' ? tracked('ins', written('t', xmlText(text))) : '';
      const open = `<${w}r>${looksAgain(run, freeId)}<${w}t xml:space="preserve">`;
      return { start: from, end: to, text: `</${w}t></${w}r>${deleted}${added}${open}` };
    });
  });
  return [...edits, ...[...spaces].map((at) => ({ start: at, end: at, text: KEEP_SPACE }))];
}
