import { codeAt } from './code-at.js';

/** Pairs of characters have as many places. A document has some 2000 pairs: more would not stay in the processor's nearest cache. */
const PLACES = 1 << 13;

/** Longer texts are not noted: they hold nearly every word, and where each stands would take much memory. */
export const MAX_NOTED = 1 << 20;

/** Words as `PlaceTable` looks for them, and the places of their first pairs of characters. */
export interface NotedWords {
  readonly words: readonly string[];
  readonly pairs: Uint16Array;
  /** Words of one character, which have no pair. */
  readonly single: readonly string[];
}

export function notedWords(words: readonly string[]): NotedWords {
  const longer = words.filter(({ length }) => length > 1);
  return {
    words: longer,
    pairs: Uint16Array.from(longer, (word) => placeOf(word.charCodeAt(0), word.charCodeAt(1))),
    single: words.filter(({ length }) => length === 1),
  };
}

/** Where words stand in a text: each pair of characters leads to where it stands first, and each of its places to the next. */
export class PlaceTable {
  /** By a pair: where it stands first, counted on from text to text, so that nothing need be wiped out between them. */
  private readonly heads = new Int32Array(PLACES);
  /** By an offset: where the same pair stands next, counted in the same way; in an earlier text behind the last. */
  private next = new Int32Array(1 << 13);
  private base = 1;
  private text = '';

  /** Notes a text in place of the last one. @param text not longer than `MAX_NOTED` */
  note(text: string): void {
    const { heads } = this;
    const { length } = text;
    this.base += this.text.length;
    if (this.base + length > 0x7fffffff) {
      heads.fill(0);
      this.base = 1;
    }
    if (this.next.length < length) this.next = new Int32Array(length * 2);
    this.text = text;
    const { next, base } = this;
    let following = 0;
    // Backwards, so that the places of a pair come out in order.
    for (let i = length - 1; i >= 0; i--) {
      const code = codeAt(text, i);
      const place = placeOf(code, following);
      next[i] = heads[place] as number;
      heads[place] = base + i;
      following = code;
    }
  }

  holds(text: string): boolean {
    return this.text === text;
  }

  /**
   * Where some words stand in the text: offsets, in order.
   * @param most how many places are of use
   * @returns null where there are more
   */
  placesOf({ words, pairs, single }: NotedWords, most: number): readonly number[] | null {
    const { heads, next, base, text } = this;
    let places: number[] | undefined;
    for (let at = 0; at < pairs.length; at++) {
      let place = heads[pairs[at] as number] as number;
      if (place < base) continue;
      const word = words[at] as string;
      for (; place >= base; place = next[place - base] as number) {
        if (!standsAt(place - base, word, text)) continue;
        places ??= [];
        if (places.length === most) return null;
        insert(place - base, places);
      }
    }
    for (const character of single) {
      for (let i = text.indexOf(character); i >= 0; i = text.indexOf(character, i + 1)) {
        places ??= [];
        if (places.length === most) return null;
        insert(i, places);
      }
    }
    return places ?? NONE;
  }
}

/** Puts a number into its order; most come in order. */
function insert(number: number, numbers: number[]): void {
  let at = numbers.length;
  numbers.push(number);
  for (; at > 0 && (numbers[at - 1] as number) > number; at--) numbers[at] = numbers[at - 1] as number;
  numbers[at] = number;
}

/** Different pairs may share a place. */
function standsAt(i: number, word: string, text: string): boolean {
  if (i + word.length > text.length) return false;
  for (let k = 0; k < word.length; k++) if (codeAt(text, i + k) !== codeAt(word, k)) return false;
  return true;
}

const NONE: readonly number[] = [];

function placeOf(first: number, second: number): number {
  return (Math.imul(first, 0x2545) ^ second) & (PLACES - 1);
}
