import { simplifiedCode } from '../language/traditional.js';

/**
 * A title, a heading, a sentence treated as a reading's `open` text is.
 * @param places takes, for each character of the result, its offset in `text`
 */
export function normalize(text: string, places?: number[]): string {
  let i = places ? 0 : normalUntil(text, 0, text.length);
  let last = i > 0 ? text.charCodeAt(i - 1) : 0;
  let changed = '';
  let from = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const normal = normalCode(code, text, i, last);
    if (normal !== code) {
      changed += text.slice(from, i);
      from = i + 1;
      if (normal === NOTHING) continue;
      changed += String.fromCharCode(normal);
    }
    places?.push(i);
    last = normal;
  }
  return from === 0 ? text : changed + text.slice(from);
}

/** Where in a stretch of text the first character stands that may be changed; the stretch's end where all are normal for certain. */
export function normalUntil(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x3000 && code < 0xff00) {
      if (simplifiedCode(code) !== code) return i;
    } else if (code < 0x80 ? code <= SPACE || isMark(code) : code <= 0x200b || code === 0x3000) return i;
    else if (code >= 0xff00 && (!isMark(code - TO_HALF) || isInNumber(text, i))) return i;
  }
  return end;
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
  return MARKS[code] === 1;
}

/** Half-width marks. */
const MARKS = Uint8Array.from({ length: 0x80 }, (_, code) => ('!(),:;?'.includes(String.fromCharCode(code)) ? 1 : 0));

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
