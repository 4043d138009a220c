/** Most ways to lay the stars of a glob over a name, as a power of the name's length. */
const MOST_STARS = 3;
const MOST_BRACES = 3;
const MOST_CHOICES = 40;
const LONGEST = 1000;

/**
 * Whether a glob, or a line of an ignore file, may be laid over a long name in so many ways that trying them takes seconds: a star more in
 * one part of a path (`*a*b*c*d`) multiplies them by the length of the name.
 */
export function isCostlyGlob(glob: string): boolean {
  const parts = glob.split('/');
  const free = parts.reduce((sum, part) => sum + (/^\*{2,}$/.test(part) ? 1 : Math.max(0, starsIn(part) - 1)), 0);
  return (
    free > MOST_STARS ||
    glob.length > LONGEST ||
    glob.split('{').length - 1 > MOST_BRACES ||
    (glob.includes('{') && glob.split(',').length > MOST_CHOICES)
  );
}

function starsIn(part: string): number {
  return part.match(/\*+/g)?.length ?? 0;
}
