import { formalNumeral, hanNumeral } from '../language/numerals.js';

/**
 * A number as Word writes it in a list.
 * @param format a value of `w:numFmt`
 * @returns null for a format that is not known; what a format has no sign for is written in digits, as Word does
 */
export function numeral(format: string, value: number): string | null {
  if (format === 'none') return '';
  if (value < 1) return String(value);
  const write = FORMATS[format];
  return write === undefined ? null : (write(value) ?? String(value));
}

type Written = string | undefined;

const signs =
  (from: string, count: number) =>
  (value: number): Written =>
    value <= count ? String.fromCharCode(from.charCodeAt(0) + value - 1) : undefined;

const listed =
  (row: string) =>
  (value: number): Written =>
    row[value - 1];

const digits = (row: string) => (value: number) =>
  String(value).replace(/\d/g, (digit) => row[Number(digit)] as string);

const HAN = '〇一二三四五六七八九';
/** 九十九, then 一〇〇: so Word's own older way of counting goes on. */
const counting = (value: number) => (value < 100 ? hanNumeral(value) : digits(HAN)(value));

const ROMAN = { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };

function roman(value: number): Written {
  if (value > 3999) return undefined;
  let rest = value;
  let written = '';
  for (const [sign, worth] of Object.entries(ROMAN)) for (; rest >= worth; rest -= worth) written += sign;
  return written;
}

/** A … Z, AA, BB … */
function letter(value: number): Written {
  return value > 780 ? undefined : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const teen = Math.floor((value % 100) / 10) === 1;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const FORMATS: Readonly<Record<string, (value: number) => Written>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: digits('０１２３４５６７８９'),
  decimalFullWidth2: digits('０１２３４５６７８９'),
  decimalEnclosedCircle: signs('①', 20),
  decimalEnclosedCircleChinese: signs('①', 20),
  decimalEnclosedFullstop: (value) => signs('⒈', 20)(value) ?? `${value}.`,
  decimalEnclosedParen: (value) => signs('⑴', 20)(value) ?? `(${value})`,
  numberInDash: (value) => `- ${value} -`,
  chineseCounting: counting,
  taiwaneseCounting: counting,
  chineseCountingThousand: hanNumeral,
  taiwaneseCountingThousand: hanNumeral,
  japaneseCounting: hanNumeral,
  ideographDigital: digits(HAN),
  japaneseDigitalTenThousand: digits(HAN),
  taiwaneseDigital: digits(HAN),
  chineseLegalSimplified: formalNumeral,
  ideographLegalTraditional: (value) =>
    formalNumeral(value).replace(/[贰叁陆]/g, (digit) => '貳參陸'.charAt('贰叁陆'.indexOf(digit))),
  ideographEnclosedCircle: (value) => signs('㊀', 10)(value) ?? hanNumeral(value),
  ideographTraditional: listed(STEMS),
  ideographZodiac: listed(BRANCHES),
  ideographZodiacTraditional: (value) =>
    value <= 60 ? `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}` : undefined,
  upperLetter: letter,
  lowerLetter: (value) => letter(value)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago: (value) => '*†‡§'[(value - 1) % 4]?.repeat(Math.min(20, Math.ceil(value / 4))),
};
