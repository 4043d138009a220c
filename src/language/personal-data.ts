import { IDENTITY, isIdentityNumber, isNearlyIdentityNumber, isProvince, NEARLY_IDENTITY } from './identity-number.js';
import { isMobile, isOddMobile, MOBILE, ODD_MOBILE, type Surroundings } from './mobile-number.js';
import { GAP } from './number-gap.js';
import { MAIL, privacyOfMail } from './private-mail.js';

/** What may point to one private person. */
export type PersonalKind = 'identity' | 'mobile' | 'card' | 'passport' | 'email' | 'address';

/** Personal data in a text, offsets in UTF-16 units. */
export interface PersonalDatum {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  /** The text with all but its first characters hidden: fit to be shown. */
  readonly masked: string;
  /** `mistyped`: an identity or card number with a slip in it; `named`: a mailbox of an office that bears a person's name. */
  readonly doubt?: Doubt;
}

type Doubt = 'mistyped' | 'named';

/**
 * Finds personal data. Public hotlines, office landlines, unified social credit codes, document and tariff numbers are none;
 * nor is what has been masked already.
 * @param text one line, or a short text
 * @param label what the text is under, as the head of its column: 身份证号 tells what a bare number is
 * @returns in the order of the text, not overlapping
 */
export function personalDataIn(text: string, label = ''): PersonalDatum[] {
  return search(text, label, (words, where) => words.test(where));
}

/**
 * A text with the personal data in it masked. It may be a piece of what was found, without the words that told what it is, so that
 * what these would make personal is masked in any case.
 */
export function withoutPersonalData(text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end, masked } of search(text, '', () => true)) {
    shown += text.slice(at, start) + masked;
    at = end;
  }
  return shown + text.slice(at);
}

function search(text: string, label: string, says: Surroundings['says']): PersonalDatum[] {
  const signs = { at: /[@＠]/.test(text), home: HOME.test(text) };
  const isNumbered = hasNumber(text);
  if (!(isNumbered || signs.at || signs.home)) return [];
  // Full-width digits, letters and marks, and numbers in Han numerals, are read as the plain ones; the length stays.
  const plain = text
    .replace(HAN_NUMBER, (run) => run.replace(HAN_DIGIT, (digit) => String(HAN_DIGITS.indexOf(digit) % 10)))
    .replace(/[０-９Ａ-Ｚａ-ｚ＠．－／＿＋＝（）]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
  const found: PersonalDatum[] = [];
  const digits = isNumbered ? plain.replace(/\D/g, '').length : 0;
  let taken: Uint8Array | undefined;
  for (const { kind, needs, pattern, holds } of SEARCHES) {
    if (typeof needs === 'number' ? digits < needs : !signs[needs]) continue;
    for (const { index, 0: value } of plain.matchAll(pattern)) {
      const end = index + value.length;
      taken ??= new Uint8Array(text.length);
      if (taken.subarray(index, end).includes(1)) continue;
      const before = `${label} ${plain.slice(Math.max(0, index - REACH), index)}`;
      const held = holds(value, { before, after: plain.slice(end, end + REACH), run: runBefore(plain, index), says });
      if (!held) continue;
      found.push({ kind, start: index, end, masked: mask(kind, value), ...(held === true ? {} : { doubt: held }) });
      taken.fill(1, index, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** How far a word tells what a number is, in characters. */
const REACH = 24;

/** The printable ASCII characters right before a place: the address or file name it may be in. */
function runBefore(text: string, index: number): string {
  return /(?<![!-~])[!-~]*$/.exec(text.slice(Math.max(0, index - 200), index))?.[0] ?? '';
}

interface Search {
  readonly kind: PersonalKind;
  /** What a text must have for the pattern to be looked for, and before that compiled: so many digits, or a sign. */
  readonly needs: number | 'at' | 'home';
  /** Linear: every repeat is bounded. */
  readonly pattern: RegExp;
  holds(value: string, around: Surroundings): boolean | Doubt | null;
}

/** Numerals from zero to nine, as they are written, in full forms, and as they are spoken or drawn. */
const HAN_DIGITS = '〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺';
const HAN_DIGIT = new RegExp(`[${HAN_DIGITS}]`, 'g');
/** Digit after digit, in the length of a mobile number at least: 一三八〇〇一三八〇〇〇. */
const HAN_NUMBER = new RegExp(`[${HAN_DIGITS}](?:${GAP}?[${HAN_DIGITS}]){10,30}`, 'g');

/** A word for where somebody lives. */
const HOME = /住址|[家现居]住|家庭地址|户[籍口]|常住地址|单元/;

/** By a character's code, whether it is a digit of any kind. */
const DIGITS = new Uint8Array(0x10000);
for (const digit of `0123456789０１２３４５６７８９${HAN_DIGITS}`) DIGITS[digit.charCodeAt(0)] = 1;

/** Whether there are enough digits for any number: seven side by side, or eleven with marks between them. Dates have too few. */
function hasNumber(text: string): boolean {
  let [beside, digits, marks] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (DIGITS[code] === 1) {
      beside++;
      digits++;
      marks = 0;
      if (beside === 7 || digits === 11) return true;
    } else {
      beside = 0;
      if (++marks > 4 || (code >= 0x3400 && code <= 0x9fff)) digits = 0;
    }
  }
  return false;
}

/** What an identity number is called, before it or in brackets behind it. */
const CARD = /(?:身份证|身份号码|证件号)[^。；;]{0,16}$/;
const CARD_BEHIND = /^[^。；;，,、\d]{0,8}身份(?:证|号码)/;

/** The surer ones first: what they take, later ones leave. */
const SEARCHES: readonly Search[] = [
  {
    kind: 'identity',
    needs: 17,
    pattern: IDENTITY,
    holds: (value, { before }) => isIdentityNumber(digitsOf(value)) && !/信用代码[^\d]{0,12}$/.test(before),
  },
  {
    // Cards until 1999 had fifteen digits and no checksum: only where the text says so.
    kind: 'identity',
    needs: 15,
    pattern: new RegExp(
      `(?<![0-9A-Za-z])[1-8]\\d{5}${GAP}?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${GAP}?\\d{3}(?![0-9A-Za-z])`,
      'g',
    ),
    holds: (value, { before, after, says }) => isProvince(value) && (says(CARD, before) || CARD_BEHIND.test(after)),
  },
  {
    kind: 'card',
    needs: 16,
    pattern: new RegExp(
      `(?<![0-9A-Za-z.])[3-6]\\d{3}(?:(?:${GAP}){0,3}\\d{4}){2}(?:(?:${GAP}){0,3}\\d{1,4}){1,2}(?![0-9A-Za-z])`,
      'g',
    ),
    holds: isBankCard,
  },
  {
    kind: 'identity',
    needs: 16,
    pattern: NEARLY_IDENTITY,
    holds: (value, { before, after, says }) =>
      (says(CARD, before) || CARD_BEHIND.test(after)) && isNearlyIdentityNumber(digitsOf(value)) ? 'mistyped' : null,
  },
  {
    kind: 'email',
    needs: 'at',
    pattern: MAIL,
    holds: (value, { before, says }) => {
      const privacy = privacyOfMail(value, before, says);
      return privacy === 'private' || privacy;
    },
  },
  { kind: 'mobile', needs: 11, pattern: MOBILE, holds: isMobile },
  { kind: 'mobile', needs: 11, pattern: ODD_MOBILE, holds: isOddMobile },
  {
    kind: 'passport',
    needs: 7,
    pattern: /(?<![0-9A-Za-z])(?:[DEGKPS]\d{8}|E[A-HJ-NP-Z]\d{7}|[CHMT]\d{8,10})(?![0-9A-Za-z])/g,
    holds: (value, { before, says }) => says(/^[CHMT]/.test(value) ? /通行证/ : /护照/, before),
  },
  {
    // Bare digits, so that the word for them must stand right before.
    kind: 'passport',
    needs: 8,
    pattern:
      /(?<=(?:台胞证|来往大陆通行证)(?:号码?)?[：: 为是]{0,3})\d{8}(?:\d{2})?(?![0-9A-Za-z])|(?<=居留(?:身份)?证(?:号码?)?[：: 为是]{0,3})(?:[A-Z]{3}\d{12}|9\d{16}[\dX])(?![0-9A-Za-z])/g,
    holds: () => true,
  },
  {
    kind: 'address',
    needs: 'home',
    pattern:
      /(?<=(?:家庭住址|家庭地址|现住址|住址|户籍地址?|户籍所在地|户口所在地|家住|现住|现居住[于地]?|居住地址?|常住地址)[：: 为是在于]{0,3})[㐀-鿿][㐀-鿿\dA-Za-z（）()#\-－ ]{3,40}?(?:(?:\d{1,5}(?:[-－]\d{1,5}){0,3}|[一二三四五六七八九十百]{1,5})号?(?:楼|弄|栋|幢|单元|室|户|号|房)){1,6}/g,
    holds: () => true,
  },
  {
    kind: 'address',
    needs: 'home',
    pattern:
      /[㐀-鿿\d]{2,24}?\d{1,5}号(?:楼|院)?\d{0,3}(?:号楼|栋|幢|楼)?\d{1,2}单元(?:\d{1,2}[楼层])?\d{3,6}(?:室|户|号)?/g,
    holds: (_, { before, says }) =>
      says(
        /(?:姓名|联系人|先生|女士|同志|村民|居民|户主|申请人|当事人|本人|住户|业主)[：:][^。；]{0,20}$|(?:先生|女士|同志)[^。；]{0,6}$/,
        before,
      ),
  },
];

function digitsOf(value: string): string {
  return value.replace(/[^\dXx]/g, '');
}

/** Most cards begin with 62, and so do codes of goods (6201–6217); those need a word. Accounts of offices and firms are none. */
function isBankCard(written: string, { before, says }: Surroundings): boolean | Doubt {
  const value = digitsOf(written);
  if (value.length < 16 || value.length > 19) return false;
  if (/对公|单位(?:账|基本|银行)|基本户|公司|非税|财政|专户|缴款|社保基金|编码|编号|代码/.test(before)) return false;
  if (!luhn(value)) return /^62/.test(value) && says(CARD_NAMED, before) && 'mistyped';
  return (
    /^62[2-9]/.test(value) || says(/银行卡|卡号|信用卡|借记卡|储蓄卡|社保卡|一卡通|存折|打入|账户|账号|户名/, before)
  );
}

/** The word for it right before a number. */
const CARD_NAMED = /(?:银行卡|信用卡|借记卡|储蓄卡|(?<!社保)卡号|银行账[号户])[^\d。；，]{0,8}$/;

function luhn(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = Number(value[value.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Leading characters that stay readable, so that the writer finds the place. */
const SHOWN: Readonly<Record<PersonalKind, number>> = {
  identity: 3,
  mobile: 3,
  card: 3,
  passport: 1,
  email: 1,
  address: 0,
};

function mask(kind: PersonalKind, value: string): string {
  if (kind === 'address') return '***';
  const hidden = kind === 'email' ? '***@***' : '*'.repeat(value.length - SHOWN[kind]);
  return value.slice(0, SHOWN[kind]) + hidden;
}
