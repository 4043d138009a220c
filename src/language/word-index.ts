import { codeAt } from './code-at.js';

/** Pairs of characters have as many places; a document has some 2000 pairs. */
const PLACES = 1 << 18;

/** Words as `mayHoldOne` looks for them: of each its length, its first character, and the places of its pairs of characters. */
export type Needles = Uint32Array;

export function needlesFor(words: readonly string[]): Needles {
  return Uint32Array.from(
    words.flatMap((word) => {
      const codes = Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
      return [word.length, ...codes.map((code, i) => (i === 0 ? code : placeOf(codes[i - 1] as number, code)))];
    }),
  );
}

/**
 * Tells which words a text does not hold, so that it need not be searched for them. Whoever searches a document's text
 * asks for the same index.
 */
export function wordsOf(text: string): WordIndex {
  shared ??= new WordTable();
  return shared.indexOf(text);
}

let shared: WordTable | undefined;

/** Where characters and pairs of a text are noted, one text at a time: it is larger than any of them. */
export class WordTable {
  /** In which text each was seen last. */
  readonly single = new Uint32Array(0x10000);
  readonly pairs = new Uint32Array(PLACES);
  /** How many texts have been noted. */
  texts = 0;
  private last: { readonly text: string; readonly index: WordIndex } | undefined;

  /** Notes a text in place of the last one, whose index knows nothing from then on. */
  indexOf(text: string): WordIndex {
    if (this.last?.text !== text) this.last = { text, index: new WordIndex(this, text) };
    return this.last.index;
  }
}

/** The characters and pairs of one text. */
export class WordIndex {
  private readonly text: number;

  constructor(
    private readonly table: WordTable,
    text: string,
  ) {
    const { single, pairs } = table;
    this.text = ++table.texts;
    let last = 0;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      const code = codeAt(text, i);
      single[code] = this.text;
      pairs[placeOf(last, code)] = this.text;
      last = code;
    }
  }

  /** False where the text holds none of the words for certain. */
  mayHoldOne(needles: Needles): boolean {
    const { single, pairs, texts } = this.table;
    if (this.text !== texts) return true;
    for (let at = 0; at < needles.length; ) {
      const end = at + 1 + (needles[at] as number);
      let i = at + 1;
      if (single[needles[i] as number] === this.text)
        for (i++; i < end && pairs[needles[i] as number] === this.text; ) i++;
      if (i === end) return true;
      at = end;
    }
    return false;
  }
}

function placeOf(first: number, second: number): number {
  return (Math.imul(first, 0x2545) ^ second) & (PLACES - 1);
}
