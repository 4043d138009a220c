import type { FigureFact } from './figures.js';

/**
 * What stands around a figure, with the weight that each piece has, the nearer the heavier: pairs of Han characters, other numbers
 * (`#500`), and signs of limits.
 */
export function wordsAround({ before, after, subject, row, column, topic }: FigureFact): Map<string, number> {
  const words = new Map<string, number>();
  const add = (word: string, weight: number) => words.set(word, Math.max(words.get(word) ?? 0, weight));
  fading(piecesOf(before).reverse(), ACROSS_BEFORE, add);
  fading(piecesOf(after), ACROSS_BEHIND, add);
  for (const [text, weight] of [
    [subject, SUBJECT],
    [row, LABEL],
    [column, LABEL],
    [topic, TOPIC],
  ] as const)
    for (const { word } of piecesOf(text)) if (word) add(word, weight);
  return words;
}

/** Characters within which a word's weight falls to a third. */
const NEAR = 8;
/** What is left of a word's weight behind a comma or another figure: the words there are rather about something else. */
const ACROSS_BEFORE = { mark: 0.9, figure: 0.7 };
const ACROSS_BEHIND = { mark: 0.4, figure: 0.4 };
/** Weights of the words that begin the sentence, of those that head a cell, and of those that head a section. */
const SUBJECT = 0.4;
const LABEL = 1;
const TOPIC = 0.1;

interface Piece {
  readonly type: 'pair' | 'number' | 'limit' | 'mark';
  readonly word: string;
}

/** Adds pieces in the order in which they lie away from a figure. */
function fading(
  pieces: readonly Piece[],
  across: { readonly mark: number; readonly figure: number },
  add: (word: string, weight: number) => void,
): void {
  let share = 1;
  let distance = 0;
  for (const { type, word } of pieces) {
    if (type === 'mark') share *= across.mark;
    else add(word, share * Math.exp(-distance / NEAR));
    if (type === 'number') share *= across.figure;
    if (type === 'pair') distance++;
  }
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = '';
  for (const [piece] of plain(text).matchAll(/\d[\d.]*[万亿%]?|[\u3400-\u9fff≤≥，、：]/g)) {
    if (/\d/.test(piece)) pieces.push({ type: 'number', word: `#${piece}` });
    else if (/[≤≥]/.test(piece)) pieces.push({ type: 'limit', word: piece });
    else if (/[，、：]/.test(piece)) pieces.push({ type: 'mark', word: '' });
    else {
      if (last) pieces.push({ type: 'pair', word: last + piece });
      last = piece;
    }
  }
  return pieces;
}

/** One sign for all words of a lower limit, one for those of an upper limit; words that say nothing of the matter are left out. */
function plain(text: string): string {
  return text
    .replace(/不得超过|不超过|不高于|不多于|不得高于|不大于|最高|最多|最长|封顶|上限|以内|以下|之内/g, '≤')
    .replace(/不得低于|不低于|不少于|不得少于|不小于|至少|最低|以上|超过/g, '≥')
    .replace(/应当|可以|[每的]/g, '');
}
