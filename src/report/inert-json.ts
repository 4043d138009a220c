// Controls that JSON leaves as they are, separators of lines, marks that turn the direction of writing.
const UNSAFE = /[\x7f-\x9f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A value as JSON. Characters that a terminal would obey are escaped, which the JSON's reader undoes.
 * @param indent blanks a level; none: one line
 */
export function inertJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
