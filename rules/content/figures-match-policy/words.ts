import type { FigureFact } from './figures.js';

/** Pairs of Han characters around a figure; the nearer, the heavier. */
export function wordsAround({ before, after }: FigureFact): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, distanceAt: (i: number) => number) => {
    for (let i = 0; i + 1 < text.length; i++) {
      const word = text.slice(i, i + 2);
      words.set(word, Math.max(words.get(word) ?? 0, Math.exp(-distanceAt(i) / NEAR)));
    }
  };
  const lead = hanOf(before);
  add(lead, (i) => lead.length - 2 - i);
  add(hanOf(after), (i) => i);
  return words;
}

/** Characters within which a word's weight falls to a third. */
const NEAR = 8;

/** Han characters, without the words that only say on which side of the figure things lie. */
function hanOf(text: string): string {
  return text.replace(/[^\u3400-\u9fff]|不得|应当|可以|不低于|不少于|不超过|不高于|超过|以上|以下|以内/g, '');
}
