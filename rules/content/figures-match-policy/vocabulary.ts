/** A comma; else a word, by its id and its type: a pair of Han characters or of a letter and what follows, another number, or the sign of a limit. */
export type Piece = 'mark' | { readonly id: number; readonly type: 'pair' | 'number' | 'limit' };

/** Gives ids to the words of texts that are compared. */
export class Vocabulary {
  /** Words already met; a pair by the number that its characters make. */
  private readonly words = new Map<string | number, Exclude<Piece, 'mark'>>();

  get size(): number {
    return this.words.size;
  }

  /** What stands in a text that tells what it is about, in order. */
  piecesOf(written: string): Piece[] {
    const text = plain(written);
    const pieces: Piece[] = [];
    let last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= FIRST_HAN && code <= LAST_HAN) {
        if (last > 0) pieces.push(this.word((last - FIRST_HAN) * HANS + code - FIRST_HAN, 'pair'));
        last = code;
      } else if (code >= 0x30 && code <= 0x39) {
        NUMBER.lastIndex = i;
        const number = NUMBER.exec(text)?.[0] ?? '';
        pieces.push(this.word(number, 'number'));
        i += number.length - 1;
      } else if (code >= 0x41 && code <= 0x5a) {
        // B类, A级: the letter is what tells one from the other.
        pieces.push(this.word(text.slice(i, i + 2), 'pair'));
      } else if (MARKS.includes(text.charAt(i))) pieces.push('mark');
      else if (text[i] === LOWER || text[i] === UPPER) pieces.push(this.word(text.charAt(i), 'limit'));
    }
    return pieces;
  }

  private word(word: string | number, type: Exclude<Piece, 'mark'>['type']): Piece {
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
const MARKS = '，、：';

const UPPER = '≤';
const LOWER = '≥';

/** One sign for all words of a lower limit, one for those of an upper limit; words that say nothing of the matter are left out. */
function plain(text: string): string {
  return text.replace(LIMITS, (_, upper, lower) => (upper ? UPPER : lower ? LOWER : ''));
}

/** The words of an upper limit, those of a lower one, and fillers; in 以上限 and 可以以内 the limit is the latter word. */
const LIMITS =
  /(不得超过|不超过|不高于|不多于|不得高于|不大于|最高|最多|最长|封顶|上限|以内|以下|之内)|(不得低于|不低于|不少于|不得少于|不小于|至少|最低|以上(?!限)|超过)|应当|可以(?!内|下|上(?!限))|[每的]/g;
