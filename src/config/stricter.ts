/** A JSON Schema as data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The keyword by which an option's schema says which of two values asks for more:
 * `lower` or `higher` (numbers), `true` or `false` (booleans), `union` (lists: both together), `apart` (neither: each is
 * checked on its own, so that findings name the clause of the very value they break). Where it is not there, booleans are
 * `true` and everything else is `apart`.
 */
export const STRICTER = 'x-stricter';

export type Stricter = 'lower' | 'higher' | true | false | 'union' | 'apart';

/**
 * The value that asks for as much as two values of an option do together. A value that is null, absent or an empty list asks for nothing.
 * @param schema the JSON Schema of a rule's options
 * @returns undefined where neither value asks for as much as the other
 */
export function stricterOf(a: unknown, b: unknown, schema: JsonSchema, option: string): unknown {
  if (asksNothing(b) || JSON.stringify(a) === JSON.stringify(b)) return a;
  if (asksNothing(a)) return b;
  const stricter = stricterIn(schema, option);
  if (typeof a === 'number' && typeof b === 'number') {
    if (stricter === 'lower') return Math.min(a, b);
    return stricter === 'higher' ? Math.max(a, b) : undefined;
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return typeof stricter === 'boolean' ? stricter : undefined;
  if (Array.isArray(a) && Array.isArray(b) && stricter === 'union') return [...new Set([...a, ...b])];
  return undefined;
}

/** How values of an option compare. */
export function stricterIn(schema: JsonSchema, option: string): Stricter {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  const { type, ...keywords } = properties?.[option] ?? {};
  const said = keywords[STRICTER] as Stricter | undefined;
  if (said !== undefined) return said;
  return [type].flat().includes('boolean') ? true : 'apart';
}

/** Whether a value of an option leaves it open: null, absent or an empty list. */
export function asksNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
