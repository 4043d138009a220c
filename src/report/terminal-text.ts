import { eastAsianWidth } from 'get-east-asian-width';

/** The text on one line and harmless to a terminal: every unsafe character is written out, as `\x1b` or `\u202e`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  // Controls (C0, DEL, C1), line and paragraph separators, marks that turn the direction of writing, lone surrogates:
  // a file name or a quoted passage that holds them could repaint the terminal or show another text than it is.
  const unsafe = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;
  return text.replace(unsafe, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** Columns a printable text takes in a terminal: two for a full-width character, none for a combining mark. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isNarrow(code)) width += 1;
    else if (isFullWidth(code)) width += 2;
    else {
      const character = String.fromCodePoint(text.codePointAt(i) as number);
      const isEastAsian = code >= 0x3000 && code <= 0x9fff;
      if (isEastAsian || !/[\p{Mn}\p{Me}\p{Cf}]/u.test(character))
        width += eastAsianWidth(character.codePointAt(0) as number);
      i += character.length - 1;
    }
  }
  return width;
}

/** True of a text whose characters are printable as they are. Nearly every one is; the expression for the rest takes long to compile. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isNarrow(code) && !isFullWidth(code)) return false;
  }
  return true;
}

/** ASCII, and the dashes, dots and quotation marks of running text. */
function isNarrow(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || (code >= 0x2010 && code <= 0x2027);
}

/** Han characters, and the marks, letters and digits that are as wide. */
function isFullWidth(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff60);
}

/** The text followed by as many spaces as bring it to `width` columns; a wider text stays as it is. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
