/** A comma; or a word: a pair of Han characters or of a letter and what follows, another number, or the sign of a limit. */
export interface Piece {
  readonly id: number;
  readonly type: 'mark' | 'pair' | 'number' | 'limit';
}

const MARK: Piece = { id: -1, type: 'mark' };

/** Gives ids to the words of texts that are compared. */
export class Vocabulary {
  /** Words already met; a pair by the number that its characters make. */
  private readonly words = new Map<string | number, Piece>();

  /** What stands in a text that tells what it is about, in order. */
  piecesOf(text: string): Piece[] {
    const pieces: Piece[] = [];
    let last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const sign = SIGNS[code];
      if (sign === Sign.limit) {
        LIMITS.lastIndex = i;
        const [found, upper, lower] = LIMITS.exec(text) ?? [];
        if (found !== undefined) {
          if (upper || lower) pieces.push(this.word(upper ? '≤' : '≥', 'limit'));
          i += found.length - 1;
          continue;
        }
      }
      if (code >= FIRST_HAN && code <= LAST_HAN) {
        if (last > 0) pieces.push(this.word((last - FIRST_HAN) * HANS + code - FIRST_HAN, 'pair'));
        last = code;
      } else if (sign === Sign.digit) {
        NUMBER.lastIndex = i;
        const number = NUMBER.exec(text)?.[0] ?? '';
        pieces.push(this.word(number, 'number'));
        i += number.length - 1;
      } else if (sign === Sign.letter) {
        // B类, A级: the letter is what tells one from the other.
        pieces.push(this.word(text.slice(i, i + 2), 'pair'));
      } else if (sign === Sign.mark) pieces.push(MARK);
    }
    return pieces;
  }

  private word(word: string | number, type: Piece['type']): Piece {
    let piece = this.words.get(word);
    if (!piece) {
      piece = { id: this.words.size, type };
      this.words.set(word, piece);
    }
    return piece;
  }
}

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;
const HANS = LAST_HAN - FIRST_HAN + 1;
const NUMBER = /\d[\d.]*[万亿%]?/y;
/** Words of an upper limit, those of a lower one, and fillers, which say nothing of the matter; in 以上限 and 可以以内 the limit is the latter word. */
const LIMITS =
  /(≤|不得超过|不超过|不高于|不多于|不得高于|不大于|最高|最多|最长|封顶|上限|以内|以下|之内)|(≥|不得低于|不低于|不少于|不得少于|不小于|至少|最低|以上(?!限)|超过)|应当|可以(?!内|下|上(?!限))|[每的]/y;

const Sign = { digit: 1, letter: 2, mark: 3, limit: 4 } as const;
const SIGNS = new Uint8Array(0x10000);
for (const [chars, sign] of [
  ['0123456789', Sign.digit],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', Sign.letter],
  ['，、：', Sign.mark],
  ['≤≥不最封上以之至超应可每的', Sign.limit],
] as const)
  for (const char of chars) SIGNS[char.charCodeAt(0)] = sign;
