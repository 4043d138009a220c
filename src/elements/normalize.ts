import { simplifiedCode, traditionalCodes } from '../language/traditional.js';

/** A title, a heading, a sentence treated as a reading's `open` text is. */
export function normalize(text: string): string {
  let i = normalUntil(text);
  let last = i > 0 ? text.charCodeAt(i - 1) : 0;
  let changed = '';
  let from = 0;
  const { length } = text;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    const normal = normalCode(code, text, i, last);
    if (normal !== code) {
      changed += text.slice(from, i);
      from = i + 1;
      if (normal === NOTHING) continue;
      changed += String.fromCharCode(normal);
    }
    last = normal;
  }
  return from === 0 ? text : changed + text.slice(from);
}

/** Where in a text the first character stands that is not normal; its end where all are. */
function normalUntil(text: string): number {
  table ??= buildTable();
  const known = table;
  for (let i = 0; i < text.length; i++) {
    const kind = known[text.charCodeAt(i)] as number;
    if (kind !== NORMAL && (kind === CHANGES || isInNumber(text, i))) return i;
  }
  return text.length;
}

const NORMAL = 0;
const CHANGES = 1;
/** Full-width marks. */
const CHANGES_IN_NUMBERS = 2;

/** By a character's code, whether it is normal. Some that are may be taken for others that are not. */
let table: Uint8Array | undefined;

function buildTable(): Uint8Array {
  const built = new Uint8Array(0x10000);
  built
    .fill(CHANGES, 0, SPACE + 1)
    .fill(CHANGES, 0x80, 0x200c)
    .fill(CHANGES, 0xff00);
  built[0x3000] = CHANGES;
  for (const mark of HALF_WIDTH_MARKS) {
    built[mark.charCodeAt(0)] = CHANGES;
    built[mark.charCodeAt(0) + TO_HALF] = CHANGES_IN_NUMBERS;
  }
  for (const code of traditionalCodes()) built[code] = CHANGES;
  return built;
}

/** The mark that closes a sentence: only its first character. */
export function normalMark(mark: string): string {
  return String.fromCharCode(plain(mark.charCodeAt(0), '', 0));
}

/** @param last what the character before it became */
function normalCode(code: number, text: string, i: number, last: number): number {
  if (code > 0x3000 && code < 0xff00) return simplifiedCode(code);
  if (!isSpace(code)) return code < 0x80 || code >= 0xff00 ? plain(code, text, i) : code;
  // A space parts two Latin words; between Chinese characters it is only layout.
  return isLatin(last) && isLatin(text.charCodeAt(i + 1)) ? SPACE : NOTHING;
}

const SPACE = 32;
const NOTHING = -1;

/** Letters and digits half-width; the marks that part clauses full-width, unless they stand inside a number. */
function plain(code: number, piece: string, i: number): number {
  const half = code >= 0xff01 && code <= 0xff5e ? code - TO_HALF : code;
  return !isMark(half) || isInNumber(piece, i) ? half : half + TO_HALF;
}

/** From a full-width character to its half-width form. */
const TO_HALF = 0xfee0;

function isInNumber(text: string, i: number): boolean {
  return isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
}

function isMark(code: number): boolean {
  return code < 0x80 && HALF_WIDTH_MARKS.includes(String.fromCharCode(code));
}

const HALF_WIDTH_MARKS = '!(),:;?';

function isSpace(code: number): boolean {
  return (
    code === SPACE ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b)
  );
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
