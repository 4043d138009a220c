import { GAP } from './number-gap.js';

/** Between any two digits there may be marks: people group identity numbers in many ways. */
function spaced(...parts: readonly string[]): string {
  return parts.join(`(?:${GAP}){0,3}`);
}

const DIGIT = '\\d';

const DAY = [
  `(?:${spaced('1', '9')}|${spaced('2', '0')})`,
  DIGIT,
  DIGIT,
  `(?:${spaced('0', '[1-9]')}|${spaced('1', '[0-2]')})`,
  `(?:${spaced('0', '[1-9]')}|${spaced('[12]', DIGIT)}|${spaced('3', '[01]')})`,
];

/** An identity number in any grouping. Letters may stand beside it, as in the number of a pupil's record (学籍号). Linear: every repeat is bounded. */
export const IDENTITY = new RegExp(
  `(?<!\\d)${spaced('[1-8]', ...Array(5).fill(DIGIT), ...DAY, DIGIT, DIGIT, DIGIT, '[\\dXx]')}(?!\\d)`,
  'g',
);

/** As many digits as one typing from a card writes: one less, one more, or one wrong. */
export const NEARLY_IDENTITY = new RegExp(
  `(?<![0-9A-Za-z])\\d(?:(?:${GAP}){0,3}\\d){15,17}(?:${GAP}){0,3}[\\dXx](?![0-9A-Za-z])`,
  'g',
);

/** GB 11643: a province, a day there is, and a check character over the seventeen digits before it. */
export function isIdentityNumber(value: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(value) || !isProvince(value) || !hasDay(value)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(value[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === value[17]?.toUpperCase();
}

/**
 * Whether a number where an identity number is due may be one with a slip in it: who knows the person knows him by it all the
 * same. Rows such as 1234567, and a place of all
 * zeros, stand for a number in forms, and are none.
 */
export function isNearlyIdentityNumber(value: string): boolean {
  if (/^0{6}|0{7}|(\d)\1{6}|1234567|7654321/.test(value)) return false;
  return value.length === 18 ? hasDay(value) || (isProvince(value) && /^.{6}(?:1[89]|20)/.test(value)) : hasDay(value);
}

/** The first two digits of a number are those of a province. */
export function isProvince(value: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/.test(value);
}

function hasDay(value: string): boolean {
  const written = /^.{6}((?:19|20)\d\d)(0[1-9]|1[0-2])(\d\d)/.exec(value);
  if (!written) return false;
  const [year, month, day] = written.slice(1).map(Number) as [number, number, number];
  return day > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
