import { printable } from './terminal-text.js';

/**
 * A text for XML and HTML, between tags or in a quoted attribute. Characters that no XML or HTML document may hold are replaced, and
 * those that turn the direction of writing are written out, as `\x1b`; line breaks and tabs stay.
 */
export function xmlText(text: string): string {
  return printable(text.replace(/[<>&"'\t\n]|\p{Noncharacter_Code_Point}/gu, reference));
}

function reference(character: string): string {
  return character < '\u007f' ? `&#${character.charCodeAt(0)};` : '\ufffd';
}
