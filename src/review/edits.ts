import type { TextPiece, WordParagraph } from './places.js';

/** A change of a part's text: what stands from `start` to `end` gives way to `text`. Offsets in UTF-16 units. */
export interface PartEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes changes that do not overlap; those at one place stand in the order in which they are given.
 * @throws Error where two overlap
 */
export function edited(xml: string, edits: readonly PartEdit[]): string {
  const ordered = edits.map((edit, order) => ({ ...edit, order }));
  ordered.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let from = 0;
  let out = '';
  for (const { start, end, text } of ordered) {
    if (start < from) throw new Error('changes overlap');
    out += xml.slice(from, start) + text;
    from = end;
  }
  return out + xml.slice(from);
}

/** Goes into the tag of a text that is cut: blanks at its ends are lost otherwise. */
export const KEEP_SPACE = ' xml:space="preserve"';

/** A place between two characters of a paragraph's text where something is put between runs. */
export interface Seam {
  /** Offset in the part. */
  readonly at: number;
  /** What closes the run before the place and opens it again behind; empty where runs meet there. */
  readonly close: string;
  readonly open: string;
  /** Where the tag of the text that is cut in two lacks `xml:space="preserve"`; null where nothing is lacking. */
  readonly spaceAt: number | null;
}

/**
 * The seam at an offset of a paragraph's text.
 * @param side whether what is put there belongs to what follows or to what goes before: it matters where runs meet
 * @param prefix of Word's namespace
 */
export function seamAt(
  paragraph: WordParagraph,
  offset: number,
  side: 'before' | 'behind',
  prefix: string,
): Seam | null {
  const piece = pieceAt(paragraph, offset, side);
  if (!piece) return null;
  const inPiece = offset - piece.at;
  const siblings = paragraph.pieces.filter(({ run }) => run === piece.run);
  if (inPiece === 0 && siblings[0] === piece) return { at: piece.run.start, close: '', open: '', spaceAt: null };
  if (inPiece === piece.text.length && siblings.at(-1) === piece)
    return { at: piece.run.end, close: '', open: '', spaceAt: null };
  return {
    at: piece.places[inPiece] as number,
    close: `</${prefix}t></${prefix}r>`,
    open: `<${prefix}r>${piece.run.looks}<${prefix}t xml:space="preserve">`,
    spaceAt: piece.spaceAt,
  };
}

/** The piece that an offset lies in; where two meet, the one on the side that is asked for. */
export function pieceAt({ pieces }: WordParagraph, offset: number, side: 'before' | 'behind'): TextPiece | undefined {
  return side === 'before'
    ? pieces.find(({ at, text }) => offset >= at && offset < at + text.length)
    : pieces.findLast(({ at, text }) => offset > at && offset <= at + text.length);
}
