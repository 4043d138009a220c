import type { WordParagraph } from './places.js';

/** Words of a derived text with what stands around them. */
export interface WordsSought {
  /** The line up to the words. */
  readonly before: string;
  readonly words: string;
  /** The line behind them. */
  readonly behind: string;
}

/**
 * Finds words of a derived Markdown line in the paragraph that the line was made of. The line may hold marks and a number that
 * the paragraph does not, and the paragraph blanks that the line does not: only what both show is compared.
 * @returns offsets in the paragraph's text; null where the words are not there, or stand there several times and nothing around
 * them tells which are meant
 */
export function findWords(
  paragraph: WordParagraph,
  { before, words, behind }: WordsSought,
): { readonly start: number; readonly end: number } | null {
  const { shown, places } = bare(paragraph.text);
  const sought = bare(words).shown;
  if (sought === '') return null;
  const head = bare(before.slice(-FAR)).shown;
  const tail = bare(behind.slice(0, FAR)).shown;
  let best: { at: number; likeness: number } | null = null;
  let isClear = true;
  for (let at = shown.indexOf(sought); at >= 0; at = shown.indexOf(sought, at + 1)) {
    const likeness = alikeBackwards(shown, at, head) + alike(shown, at + sought.length, tail);
    if (best && likeness === best.likeness) isClear = false;
    if (best && likeness <= best.likeness) continue;
    best = { at, likeness };
    isClear = true;
  }
  if (!best || !isClear) return null;
  const last = best.at + sought.length - 1;
  return { start: places[best.at] as number, end: (places[last] as number) + 1 };
}

/** A text without blanks and without the marks that Markdown may add, raised figures as plain ones, and where each character stood. */
function bare(text: string): { shown: string; places: number[] } {
  const places: number[] = [];
  let shown = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (UNSEEN.test(character)) continue;
    shown += RAISED.test(character) ? character.normalize('NFKC') : character;
    places.push(i);
  }
  return { shown, places };
}

/** What the import makes of raised and lowered characters: one each. */
const RAISED = /[²³¹\u2070-\u209c]/;
const UNSEEN = /[\s*_^\\#|`~\u200b\u00ad\ufeff]/;

/** How many characters before a place are the last ones of a text. */
function alikeBackwards(text: string, at: number, other: string): number {
  let count = 0;
  while (
    count < NEAR &&
    count < at &&
    count < other.length &&
    text.charAt(at - count - 1) === other.charAt(other.length - count - 1)
  )
    count++;
  return count;
}

/** How many characters from a place on are the first ones of a text. */
function alike(text: string, at: number, other: string): number {
  let count = 0;
  while (
    count < NEAR &&
    at + count < text.length &&
    count < other.length &&
    text.charAt(at + count) === other.charAt(count)
  )
    count++;
  return count;
}

/** So many characters on either side tell one place from another. */
const NEAR = 200;
/** So much of a line holds them, marks and blanks included. */
const FAR = 5 * NEAR;
