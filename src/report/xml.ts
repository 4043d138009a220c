import { printable } from './terminal-text.js';

/**
 * A text for XML and HTML, between tags or in a quoted attribute. Characters that no XML document may hold, and those that
 * turn the direction of writing, are written out, as `\x1b`; line breaks and tabs stay.
 */
export function xmlText(text: string): string {
  return printable(text.replace(/[<>&"'\t\n\ufffe\uffff]/g, reference));
}

function reference(character: string): string {
  return character >= '\ufffe' ? '\ufffd' : `&#${character.charCodeAt(0)};`;
}
