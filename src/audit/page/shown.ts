import { printable } from '../../report/terminal-text.js';

/** A text on one line, with what turns the direction of writing or cannot be seen written out. */
export function shown(text: string): string {
  return PLAIN.test(text) ? text : printable(text.replace(/[\t\r\n]+/g, ' '));
}

/** Most texts, told without a look at each character. */
const PLAIN = /^[ -~\u00a0-\u0600\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uff01-\uffef]*$/;
