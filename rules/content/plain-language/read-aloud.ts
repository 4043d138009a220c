import type { MappedText } from '../../../src/document/mapped-text.js';
import type { Range } from '../../../src/document/range.js';

/** Some counted thing in a sentence; offsets in it. */
export interface Counted {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** What reading a sentence aloud takes. */
export interface Reading {
  /** Characters, what stands in 《》 and （） left out: a reader skims it. */
  readonly count: number;
  /** The longest row of things set apart by 、 with their number. */
  readonly row: Counted | null;
  /** The stretch between two marks with the most 的. */
  readonly chain: Counted | null;
}

/** Reads a sentence as somebody would who has to say it. Titles and parentheses count as one word. */
export function readingOf(sentence: string): Reading {
  const spoken = hidden(sentence);
  return {
    count: spoken.replace(/[\0\s]/g, '').length,
    row: most(spoken, /[^，；：。！？]{1,2000}/g, (clause) => (clause.match(/、/g)?.length ?? -1) + 1),
    chain: most(
      spoken,
      /[^，；：。！？、“”（）—…\s]{1,2000}/g,
      (clause) => clause.match(/的(?!确|士|话)/g)?.length ?? 0,
    ),
  };
}

/** The opening words of a text: a mark under a thousand characters helps nobody. */
export function opening(text: MappedText): Range {
  return text.rangeOf(0, Math.min(text.text.length, 20));
}

/** Whether it is codes run together: a table that has lost its lines. Nobody reads it aloud. */
export function isData(text: string): boolean {
  return (text.match(/\d{8}/g)?.length ?? 0) > 2;
}

/** The sentence with titles and parentheses blotted out, its length unchanged. */
function hidden(sentence: string): string {
  return sentence.replace(/《[^《》]{0,200}》|（[^（）]{0,200}）|\([^()]{0,200}\)/g, (held) =>
    '\0'.repeat(held.length),
  );
}

function most(text: string, pattern: RegExp, counting: (clause: string) => number): Counted | null {
  let best: Counted | null = null;
  for (const { index, 0: clause } of text.matchAll(pattern)) {
    const count = counting(clause);
    if (count > (best?.count ?? 1)) best = { start: index, end: index + clause.length, count };
  }
  return best;
}
