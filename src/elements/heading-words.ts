import { codeAt } from '../language/code-at.js';
import { needlesOf } from '../language/needles.js';
import { CATALOGUE, ELEMENT_IDS, type ElementEntry, type ElementId } from './catalogue.js';

/** Pairs of characters have as many places. */
const PLACES = 1 << 13;

/** A bit for each element. */
export type ElementSet = number;

export const EVERY_ELEMENT: ElementSet = (1 << ELEMENT_IDS.length) - 1;

export function has(set: ElementSet, element: ElementId): boolean {
  return (set & bitOf(element)) !== 0;
}

/**
 * The elements that a title may announce, by the words of their expressions: of most titles it tells that there is none, and
 * a dozen expressions need not be tried.
 */
export function mayBeNamedIn(title: string, by: 'headings' | 'questions'): ElementSet {
  words ??= { headings: wordsIn('headings'), questions: wordsIn('questions') };
  const { places, always } = words[by];
  let set = always;
  let last = 0;
  const { length } = title;
  for (let i = 0; i < length; i++) {
    const code = codeAt(title, i);
    set |= (places[placeOf(0, code)] as number) | (places[placeOf(last, code)] as number);
    last = code;
  }
  return set;
}

interface Words {
  /** By a word's first two characters, or its only one: the elements that need such a word. */
  readonly places: Uint16Array;
  /** Those of which it is not known what they need. */
  readonly always: ElementSet;
}

/** Questions may name an element as headings do, too. */
let words: { readonly headings: Words; readonly questions: Words } | undefined;

function wordsIn(by: 'headings' | 'questions'): Words {
  const places = new Uint16Array(PLACES);
  let always = 0;
  for (const id of ELEMENT_IDS) {
    for (const source of sourcesOf(CATALOGUE[id], by)) {
      const needles = needlesOf(source);
      if (!needles) always |= bitOf(id);
      for (const word of needles ?? []) {
        const place =
          word.length > 1 ? placeOf(word.charCodeAt(0), word.charCodeAt(1)) : placeOf(0, word.charCodeAt(0));
        places[place] = (places[place] as number) | bitOf(id);
      }
    }
  }
  return { places, always };
}

function sourcesOf({ headings, questions }: ElementEntry, by: 'headings' | 'questions'): readonly string[] {
  return by === 'questions' && questions ? [headings, questions] : [headings];
}

function bitOf(element: ElementId): ElementSet {
  return 1 << ELEMENT_IDS.indexOf(element);
}

function placeOf(first: number, second: number): number {
  return (Math.imul(first, 0x2545) ^ second) & (PLACES - 1);
}
