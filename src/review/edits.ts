import type { TextPiece, TextRun, WordParagraph } from './places.js';

/** Goes into the tag of a text that is cut: blanks at its ends are lost otherwise. */
export const KEEP_SPACE = ' xml:space="preserve"';

/** Numbers that are free, from 0 on, each once. */
export function freeIds(taken: ReadonlySet<number>): () => number {
  let next = 0;
  return () => {
    while (taken.has(next)) next++;
    return next++;
  };
}

/** The properties of a run for another one beside it: an earlier look that a tracked change keeps in them needs an id of its own there. */
export function looksAgain({ looks }: TextRun, freeId: () => number): string {
  return looks.replace(
    /(<[^<>]{0,20}rPrChange\s[^<>]{0,400}?:id\s{0,9}=\s{0,9}["'])\d{1,12}/g,
    (_, before: string) => before + freeId(),
  );
}

/** A place between two characters of a paragraph's text where something is put between runs. */
export interface Seam {
  /** Offset in the part. */
  readonly at: number;
  /** The piece that is cut in two; absent where runs meet at the place. */
  readonly cut?: TextPiece;
}

/**
 * The seam at an offset of a paragraph's text.
 * @param side whether what is put there belongs to what follows or to what goes before: it matters where runs meet
 */
export function seamAt(paragraph: WordParagraph, offset: number, side: 'before' | 'behind'): Seam | null {
  const piece = pieceAt(paragraph, offset, side);
  if (!piece) return null;
  const inPiece = offset - piece.at;
  const { run, solid } = piece;
  const siblings = paragraph.pieces.filter((one) => one.run === run);
  if (side === 'before' && solid) return { at: run.start };
  if (inPiece === 0 && siblings[0] === piece) return { at: run.start };
  if (solid || (inPiece === piece.text.length && siblings.at(-1) === piece)) return { at: run.end };
  return { at: piece.places[inPiece] as number, cut: piece };
}

/** The piece that an offset lies in; where two meet, the one on the side that is asked for. */
export function pieceAt({ pieces }: WordParagraph, offset: number, side: 'before' | 'behind'): TextPiece | undefined {
  return side === 'before'
    ? pieces.find(({ at, text }) => offset >= at && offset < at + text.length)
    : pieces.findLast(({ at, text }) => offset > at && offset <= at + text.length);
}
