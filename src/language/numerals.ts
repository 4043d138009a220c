import { hasOneOf } from './characters.js';

const HAN = '零一二三四五六七八九';
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from(HAN, (char, value) => [char, value])),
  〇: 0,
  两: 2,
};
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * A number as running text has it: 1,500 · 1，500 · 1 500 · 0.15万 · 1万2600 · 3亿 · 一千五百 · 十二点五 · 壹仟 · 二〇二五. One that 第 or a letter stands before, or
 * that begins with 百 千 万 亿, is none. Bounded, hence linear in the text.
 */
export const NUMERAL =
  '(?:(?:\\d{1,6}亿(?=\\d)|\\d{1,5}万(?=\\d{1,4}(?![\\d.,，])))?(?:[1-9]\\d{0,2}(?:(?:,\\d{3}){1,5}|(?:，\\d{3}){1,5}(?!\\d)|(?:[ \u00a0\u2009\u202f]\\d{3}){1,5}(?!\\d))|\\d{1,15})(?:\\.(?!(?:19|20)\\d{2} ?[-年/.]|\\d{1,2} ?月)\\d{1,8})?(?:万亿|百万|千万|[百千万亿])?|[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]{0,20}(?:点[〇零一二三四五六七八九]{1,8})?|[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{0,20})';

/**
 * The value of a number in Chinese or Arabic numerals, or in both (3.5万); full-width digits are read as half-width ones, 壹 as 一.
 * @returns null where the text is no number
 */
export function readNumeral(written: string): number | null {
  if (/^\d{1,15}$/.test(written)) return Number(written);
  const text = halfWidth(written)
    .replace(/(?<=\d)[,， \u00a0\u2009\u202f](?=\d)/g, '')
    .replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, (char) => COMMON[FORMAL.indexOf(char)] ?? char);
  const arabic = /^(?:(\d{1,6})亿)?(?:(\d{1,5})万(?=\d))?(\d{1,15}(?:\.\d{1,8})?)([十百千万亿]{0,3})$/.exec(text);
  if (arabic) {
    const [, ofYi = 0, ofWan = 0, rest, steps = ''] = arabic;
    return Number(ofYi) * 1e8 + Number(ofWan) * 1e4 + scaled(Number(rest), steps);
  }
  const [whole = '', decimals] = text.split('点');
  const value = hanValue(whole);
  if (value === null || decimals === undefined) return value;
  const digits = digitsOf(decimals);
  return digits === null ? null : Number(`${value}.${digits}`);
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

/** A whole number below ten thousand in Chinese numerals: 12 → 十二, 105 → 一百零五. Others are left in digits. */
export function hanNumeral(value: number): string {
  if (value < 1 || value > 9999) return String(value);
  let written = '';
  for (const [name, step] of [...Object.entries(STEPS).reverse(), ['', 1] as const]) {
    const digit = Math.floor(value / step) % 10;
    if (digit > 0) written += HAN[digit] + name;
    else if (written !== '' && value % step > 0 && !written.endsWith('零')) written += '零';
  }
  return written.replace(/^一十/, '十');
}

/** The same as contracts write it: 12 → 壹拾贰. */
export function formalNumeral(value: number): string {
  const written = hanNumeral(value).replace(/^十/, '一十');
  return written.replace(/[一二三四五六七八九十百千]/g, (char) => FORMAL.charAt(COMMON.indexOf(char)));
}

/** As contracts and some papers number their parts, which no brush can alter, and as they are read. */
const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const COMMON = '一二三四五六七八九十百千';

/** From a half-width character to its full-width form. */
const TO_FULL = 0xfee0;
const hasFullWidth = hasOneOf(
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％．／－＠',
);

/**
 * Letters, digits and the marks of numbers, addresses and dates (％．／－＠) of full width as those of half width; the marks of
 * Chinese text stay: 。，（）. Same length.
 */
export function halfWidth(text: string): string {
  if (!hasFullWidth(text)) return text;
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％．／－＠]/g, (char) => String.fromCharCode(char.charCodeAt(0) - TO_FULL));
}

/** Digits of half width as those of full width. */
export function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + TO_FULL));
}
