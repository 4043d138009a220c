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
