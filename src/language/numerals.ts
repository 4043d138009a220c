const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * A number as running text has it: 1,500 · 1，500 · 1 500 · 0.15万 · 3亿 · 一千五百 · 十二点五 · 二〇二五. One that 第 or a letter stands before, or
 * that begins with 百 千 万 亿, is none. Bounded, hence linear in the text.
 */
export const NUMERAL =
  '(?:(?:\\d{1,6}亿(?=\\d))?(?:[1-9]\\d{0,2}(?:(?:,\\d{3}){1,5}|(?:，\\d{3}){1,5}(?!\\d)|(?:[ \u00a0\u2009\u202f]\\d{3}){1,5}(?!\\d))|\\d{1,15})(?:\\.\\d{1,8})?(?:万亿|百万|千万|[百千万亿])?|[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]{0,20}(?:点[〇零一二三四五六七八九]{1,8})?)';

/**
 * The value of a number in Chinese or Arabic numerals, or in both (3.5万); full-width digits are read as half-width ones.
 * @returns null where the text is no number
 */
export function readNumeral(written: string): number | null {
  const text = halfWidth(written).replace(/(?<=\d)[,， \u00a0\u2009\u202f](?=\d)/g, '');
  const arabic = /^(?:(\d{1,6})亿)?(\d{1,15}(?:\.\d{1,8})?)([十百千万亿]{0,3})$/.exec(text);
  if (arabic) return Number(arabic[1] ?? 0) * 1e8 + scaled(Number(arabic[2]), arabic[3] ?? '');
  const [whole = '', decimals] = text.split('点');
  const value = hanValue(whole);
  if (value === null || decimals === undefined) return value;
  const digits = digitsOf(decimals);
  return digits === null ? null : Number(`${value}.${digits}`);
}

/** Letters, digits and marks of full width as those of half width, except the comma: 。，（） stay. Same length. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％．／－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function scaled(value: number, steps: string): number {
  let scale = 1;
  for (const step of steps) scale *= STEPS[step] ?? GROUPS[step] ?? 1;
  // 0.15 × 10000 is not 1500 in binary.
  return Number((value * scale).toPrecision(15));
}

/** 一千五百 and, digit by digit, 二〇二五. */
function hanValue(text: string): number | null {
  if (text === '') return null;
  const digits = digitsOf(text);
  if (digits !== null) return Number(digits);
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const char of text) {
    const step = STEPS[char];
    const scale = GROUPS[char];
    if (DIGITS[char] !== undefined) {
      if (digit) return null;
      digit = DIGITS[char];
    } else if (step !== undefined) {
      group += (digit || 1) * step;
      digit = null;
    } else if (scale !== undefined) {
      // 三万亿: the second scales what the first made.
      if (group + (digit ?? 0) === 0) total *= scale;
      else if (scale > 1e4) total = (total + group + (digit ?? 0)) * scale;
      else total += (group + (digit ?? 0)) * scale;
      group = 0;
      digit = null;
    } else return null;
  }
  return total + group + (digit ?? 0);
}

function digitsOf(text: string): string | null {
  if (text === '') return null;
  let digits = '';
  for (const char of text) {
    const value = DIGITS[char];
    if (value === undefined) return null;
    digits += value;
  }
  return digits;
}
