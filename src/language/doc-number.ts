import { readNumeral } from './numerals.js';
import { simplify } from './traditional.js';

/** A document number (发文字号) taken apart. */
export interface DocNumber {
  /** The issuing office's short name and the character of the series: 青政办字, 海关总署公告. */
  readonly prefix: string;
  readonly year: number | null;
  readonly serial: number;
  /** `bracket` 〔2023〕53号, `year` 2024年第27号, `serial` 第266号. */
  readonly form: 'bracket' | 'year' | 'serial';
  /**
   * The number as the rules on official papers write it (GB/T 9704: hexagonal brackets, no 第, no leading zero). Orders and public
   * notices keep numerals of either kind: 主席令第四十九号.
   */
  readonly proper: string;
}

const PREFIX = '[㐀-鿿、]{0,60}';
const SERIES = '(?:公告|通告|令)';
const YEAR = '((?:19|20)\\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})';
/** Any pair of brackets that people type for 〔〕. */
const OPEN = '[〔［[【（(﹝〈<＜〖{｛]';
const CLOSE = '[〕］\\]】）)﹞〉>＞〗}｝]';
const SERIAL = '0{0,3}([1-9]\\d{0,4}|[一二三四五六七八九十][〇零一二三四五六七八九十百]{0,7})([号號])';

/** Groups are prefix, year (empty in a series without years), serial, 号, and what follows. */
interface Form {
  readonly form: DocNumber['form'];
  readonly pattern: RegExp;
  /** What stands before the serial behind 〔2024〕, and whether the number stands in brackets behind its series. */
  readonly counted?: '第';
  readonly inBrackets?: true;
}

/** How numbers are written. Notices and orders may be counted 公告〔2023〕第10号; a standing committee counts within its term: 公告〔十四届〕第5号. */
const FORMS: readonly Form[] = [
  {
    form: 'bracket',
    pattern: new RegExp(`^([㐀-鿿]{0,20}${SERIES})${OPEN}${YEAR}年?${CLOSE}第${SERIAL}$`),
    counted: '第',
  },
  { form: 'bracket', pattern: new RegExp(`^([㐀-鿿]{1,20})${OPEN}${YEAR}年?${CLOSE}第?${SERIAL}$`) },
  { form: 'year', pattern: new RegExp(`^(${PREFIX})${YEAR}年第?${SERIAL}$`) },
  // 海关总署2015年第59号公告
  { form: 'year', pattern: new RegExp(`^(${PREFIX})${YEAR}年第?${SERIAL}(${SERIES})$`) },
  {
    form: 'year',
    pattern: new RegExp(`^(${PREFIX}${SERIES})${OPEN}${YEAR}年第?${SERIAL}${CLOSE}$`),
    inBrackets: true,
  },
  { form: 'serial', pattern: new RegExp(`^(${PREFIX})()第${SERIAL}$`) },
  {
    form: 'serial',
    // An order may lack its 第.
    pattern: new RegExp(`^(${PREFIX}${SERIES}(?:${OPEN}第?[一二三四五六七八九十\\d]{1,4}届${CLOSE})?)()第?${SERIAL}$`),
  },
  { form: 'serial', pattern: new RegExp(`^(${PREFIX}${SERIES})()${OPEN}第${SERIAL}${CLOSE}$`), inBrackets: true },
  { form: 'serial', pattern: new RegExp(`^(${PREFIX})()第${SERIAL}([㐀-鿿]{0,12}${SERIES})$`) },
];

/**
 * Reads a document number as people write it: blanks, full-width digits, wrong brackets and what is written around it
 * (发文字号：, 文) are forgiven here; `proper` says how it is written right.
 * @returns null where the text is no document number
 */
export function readDocNumber(given: string): DocNumber | null {
  if (!/[号號][㐀-鿿）)〕\]】\s]{0,16}$/.test(given)) return null;
  const text = plainNumber(given);
  for (const { form, pattern, counted = '', inBrackets } of FORMS) {
    const [match, before = '', year = '', serial = '', hao = '', series = ''] = pattern.exec(text) ?? [];
    if (match === undefined) continue;
    const prefix = before + series;
    const written =
      form === 'bracket'
        ? `〔${numberOf(year)}〕${counted}${numberOf(serial)}${hao}`
        : `${year && `${year}年`}第${serial}${hao}`;
    const proper = prefix + (inBrackets ? `（${written}）` : written);
    return { prefix, year: year === '' ? null : numberOf(year), serial: numberOf(serial), form, proper };
  }
  return null;
}

function numberOf(numeral = ''): number {
  return readNumeral(numeral) ?? 0;
}

/**
 * Whether two ways of writing a number mean one. In a series (令, 公告) either may leave out the office or the year; a number in
 * brackets is said in full.
 */
export function isSameNumber(one: DocNumber, other: DocNumber): boolean {
  if (one.serial !== other.serial || (one.year !== other.year && one.year !== null && other.year !== null))
    return false;
  const isInFull = one.form === 'bracket' && other.form === 'bracket';
  return !isInFull || simplify(one.prefix) === simplify(other.prefix);
}

/** Under one key, all ways of writing one number: 公告〔2024〕27号 and 公告2024年第27号, 令第21号 and 令第二十一号 are the same paper. Null where the text is no number. */
export function docNumberKey(written: string): string | null {
  const number = readDocNumber(written);
  return number && `${simplify(number.prefix)}/${number.year ?? ''}/${number.serial}`;
}

/** Document numbers that stand in running text; the prefix is cut to what a prefix can be. */
export function docNumbersIn(text: string): string[] {
  if (!ENDS_LIKE_NUMBER.test(text)) return [];
  return Array.from(text.matchAll(NUMBER_IN_TEXT), ([written]) => written.replace(LEADING, '')).filter(
    (number) => !/^[^令]?[〔［[【（(]/.test(number),
  );
}

/** What stands before a number and is no part of its office: 根据云政发〔2024〕3号, 依据〔2024〕3号. */
export const LEADING =
  /^.{0,12}(?:根据|根據|依据|依據|依照|按照|遵照|参照|參照|参见|详见|執行|执行|贯彻|落实|落實|印发|印發|转发|轉發|关于|關於|以及|废止|修[改订])(?:了|的|原)?(?![㐀-鿿](?![㐀-鿿]))/;

const ORDINAL = '第(?:\\d{1,5}|[一二三四五六七八九十〇零百]{1,8})[号號]';

const NUMBER_IN_TEXT = new RegExp(
  `[㐀-鿿]{1,12}[〔［[【（(]\\d{4}[〕］\\]】）)]第?\\d{1,5}[号號]|[㐀-鿿]{0,8}(?:公告|令)(?:\\d{4}年)?(?:[（(]${ORDINAL}[）)]|${ORDINAL})`,
  'g',
);

/** How every document number ends, which is sooner looked for than how it begins. */
const ENDS_LIKE_NUMBER = new RegExp(`[〔［[【（(]\\d{4}[〕］\\]】）)]第?\\d{1,5}[号號]|[告令年][（(]?${ORDINAL}`);

function plainNumber(written: string): string {
  return written
    .replace(/[\s　]+/g, '')
    .replaceAll('○', '〇')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/^(?:(?:发文|发布)?[字文]号|文件编号)[：:]?(?=[㐀-鿿])|(?<=[〕］\]】）)]第?\d{1,5}[号號])文件?$/g, '')
    .replace(/^[（(]([^（()）]{1,60})[）)]$/, '$1');
}
