/** Pairs of characters have as many places; a document has some 2000 pairs. */
const PLACES = 1 << 18;

/** Says in which text a character, or a pair, was seen last. Shared by all texts: it is larger than any of them. */
let single: Uint32Array | undefined;
let pairs: Uint32Array | undefined;
let texts = 0;

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

/** Notes the characters and pairs of a text, in place of those of the last one. */
export class WordIndex {
  private readonly text = ++texts;

  constructor(text: string) {
    single ??= new Uint32Array(0x10000);
    pairs ??= new Uint32Array(PLACES);
    let last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      single[code] = this.text;
      pairs[placeOf(last, code)] = this.text;
      last = code;
    }
  }

  /** False where the text holds none of the words for certain. */
  mayHoldOne(needles: Needles): boolean {
    // Another text has been noted since.
    if (this.text !== texts || !single || !pairs) return true;
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
