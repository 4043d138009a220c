/** Signs that Unicode has raised and lowered. */
const RAISED: ReadonlyMap<string, string> = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED: ReadonlyMap<string, string> = pairs('0123456789+-−=()aeoxi', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓᵢ');

function pairs(from: string, to: string): Map<string, string> {
  const signs = [...to];
  return new Map([...from].map((sign, i) => [sign, signs[i] as string]));
}

/**
 * Raised or lowered text in a plain line, so that 10⁵ does not become 105: by Unicode's signs, else after `^` or `_`. Marks of notes
 * (［1］, ①, *, ®) read the same on the line.
 */
export function shifted(text: string, side: 'sup' | 'sub'): string {
  const signs = side === 'sup' ? RAISED : LOWERED;
  const chars = [...text.trim()];
  if (chars.length === 0) return text;
  if (chars.every((char) => signs.has(char))) return text.replace(/\S/gu, (char) => signs.get(char) as string);
  if (
    !/[\p{L}\p{Nd}]/u.test(text) ||
    /^[[［【〔（(*①-⑳]|^[\p{Script=Han}]{1,4}$|^(?:TM|SM|R|st|nd|rd|th)$/u.test(text.trim())
  )
    return text;
  return (side === 'sup' ? '^' : '_') + grouped(text.trim());
}

/** In brackets, where more than one term would otherwise be taken for one. */
export function grouped(text: string): string {
  return /^(?:[\p{L}\p{M}]+|[\p{Nd}.,%]+|.)$/u.test(text) || /^[(（][^()（）]*[)）]$/.test(text) ? text : `(${text})`;
}

/** Formulas as a line of text: a/b, √(x), ∑_(i=1)^(n). */
export const linear = {
  fraction: (over: string, under: string) => `${grouped(over)}/${grouped(under)}`,
  root: (under: string, degree = '') =>
    degree === '' ? `√${grouped(under)}` : `${shifted(degree, 'sup')}√${grouped(under)}`,
  /** A sum, product or integral with its bounds. */
  big: (sign: string, from: string, to: string, of: string) =>
    `${sign}${from === '' ? '' : `_${grouped(from)}`}${to === '' ? '' : `^${grouped(to)}`}${from + to === '' ? '' : ' '}${of}`,
  under: (base: string, below: string) => `${base}_${grouped(below)}`,
  over: (base: string, above: string) => `${base}^${grouped(above)}`,
  rows: (rows: readonly (readonly string[])[]) => `[${rows.map((row) => row.join(', ')).join('; ')}]`,
};

/** Letters that formulas slant or set in bold are the letters themselves. */
export function plainLetters(text: string): string {
  return text.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC')).replace(/[\u2061-\u2064]/g, '');
}
