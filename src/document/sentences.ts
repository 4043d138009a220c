import type { Sentence } from './document.js';
import type { Piece } from './sections.js';

/** Ends a sentence or a clause that stands for itself; closing quotation marks and brackets go with it. Half-width marks stand in addresses too. */
const SENTENCE_END = /(?:[。！？；]|[!?;](?![A-Za-z\d=&%/]))+[”’」』）)】]{0,3}/g;

/** The sentences of a document in reading order; titles of sections are sentences with `heading` set. */
export function findSentences(pieces: readonly Piece[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const piece of pieces) addSentences(sentences, piece);
  return sentences;
}

function addSentences(sentences: Sentence[], piece: Piece): void {
  const { text } = piece.text;
  let start = 0;
  SENTENCE_END.lastIndex = 0;
  for (let match = SENTENCE_END.exec(text); match; match = SENTENCE_END.exec(text)) {
    add(sentences, piece, start, match.index, match[0]);
    start = match.index + match[0].length;
  }
  if (start < text.length) add(sentences, piece, start, text.length, '');
}

function add(sentences: Sentence[], piece: Piece, start: number, end: number, mark: string): void {
  // A quotation that ends with its sentence keeps its closing mark, so that pairs stay whole.
  const closing = mark.length > 1 ? (/(?<![”’」』）)】])[”’」』）)】]+$/.exec(mark)?.[0].length ?? 0) : 0;
  const mapped = piece.text.trimmed(start, closing ? end + mark.length : end);
  if (!mapped.text) return;
  const { section, heading, unit } = piece;
  const { text, range } = mapped;
  const closed = closing ? mark.slice(0, mark.length - closing) : mark;
  sentences.push({ text, mapped, range, section, heading, mark: closed, unit });
}
