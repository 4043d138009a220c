/** Compares texts by code units, not by a locale's order: every machine sorts the same. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
