import type { Sentence } from './document.js';
import type { Piece } from './sections.js';

/** Ends a sentence or a clause that stands for itself; closing quotation marks and brackets go with it. Half-width marks stand in addresses too. */
const SENTENCE_END = /(?:[。！？；]|[!?;](?![A-Za-z\d=&%/]))+[”’」』）)】]{0,3}/g;

/** The sentences of a document in reading order; titles of sections are sentences with `heading` set. */
export function findSentences(pieces: readonly Piece[]): Sentence[] {
  return pieces.flatMap((piece) => [...sentencesOf(piece)]);
}

function* sentencesOf(piece: Piece): Generator<Sentence> {
  const { text } = piece.text;
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const sentence = sentenceOf(piece, start, match.index, match[0]);
    if (sentence) yield sentence;
    start = end;
  }
  const last = sentenceOf(piece, start, text.length, '');
  if (last) yield last;
}

function sentenceOf(piece: Piece, start: number, end: number, mark: string): Sentence | null {
  // A quotation that ends with its sentence keeps its closing mark, so that pairs stay whole.
  const closing = /[”’」』）)】]+$/.exec(mark)?.[0].length ?? 0;
  const mapped = piece.text.slice(start, closing ? end + mark.length : end).trim();
  if (!mapped.text) return null;
  return {
    text: mapped.text,
    mapped,
    range: mapped.range,
    ...(piece.section ? { section: piece.section } : {}),
    heading: piece.heading,
    mark: mark.slice(0, mark.length - closing),
    unit: piece.unit,
  };
}
