/** Names of one text for which the likely one is sought; each is compared with every known name. */
export const MOST_HINTS = 100;

/** Longest name worth comparing, in UTF-16 units. */
const MAX_NAME = 80;

/**
 * The known name that a mistyped one most likely means: the nearest by Damerau-Levenshtein within a third of its
 * length, one that differs by its ending (`warning` for `warn`), or a rule named without its category. Undefined
 * where none is near.
 */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  if (name === '' || name.length > MAX_NAME) return undefined;
  const written = name.toLowerCase();
  let best: string | undefined;
  const limit = Math.max(1, Math.floor(written.length / 3)) + 1;
  let bestDistance = limit;
  for (const candidate of known) {
    const distance = distanceBetween(written, candidate.toLowerCase(), limit, bestDistance);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function distanceBetween(written: string, candidate: string, limit: number, best: number): number {
  if (written === candidate || candidate.endsWith(`/${written}`)) return 0;
  const distance = Math.abs(written.length - candidate.length) < best ? editDistance(written, candidate) : limit;
  const [short, long] = written.length < candidate.length ? [written, candidate] : [candidate, written];
  // Near enough, and farther than all that are near by their letters.
  return short.length >= 3 && long.startsWith(short) ? Math.min(distance, limit - 0.5) : distance;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : replaced;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
