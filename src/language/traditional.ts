import { hasOneOf } from './characters.js';
import { TRADITIONAL_PAIRS } from './traditional-table.js';

/**
 * The Simplified form of a character given by its UTF-16 code; the code itself where there is none. One unit for one, so
 * that positions stay; characters of two units stay as they are.
 */
export function simplifiedCode(code: number): number {
  table ??= buildTable();
  return table[code] || code;
}

/** The codes that have a Simplified form. */
export function* traditionalCodes(): Generator<number> {
  for (let i = 0; i < TRADITIONAL_PAIRS.length; i += 2) yield TRADITIONAL_PAIRS.charCodeAt(i);
}

/** How what stands in a text is read: in Simplified characters where that text is Traditional, of the same length, else as it is. */
export function readerOf(text: string): (part: string) => string {
  return isTraditional(text) ? simplify : (part) => part;
}

/** A short text in Simplified characters, of the same length. */
export function plainly(text: string): string {
  return readerOf(text)(text);
}

/** True where a text has a Traditional character that few texts are without. */
export const isTraditional = hasOneOf('萬億個條為於時間對發應實現經辦規關與國會後內額補資請處從過將');

/** The text in Simplified characters, of the same length. */
export function simplify(text: string): string {
  return text.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, (character) =>
    String.fromCharCode(simplifiedCode(character.charCodeAt(0))),
  );
}

let table: Uint16Array | undefined;

function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  for (let i = 0; i < TRADITIONAL_PAIRS.length; i += 2) {
    built[TRADITIONAL_PAIRS.charCodeAt(i)] = TRADITIONAL_PAIRS.charCodeAt(i + 1);
  }
  return built;
}
