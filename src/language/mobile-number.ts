import { GAP } from './number-gap.js';

/** Where a number stands. */
export interface Surroundings {
  /** The text before it, with the label it is under. */
  readonly before: string;
  readonly after: string;
  /** What stands right before it without a space: the address or file name it may be in. */
  readonly run: string;
  /** Whether words tell what the number is; always so where a text is only to be masked. */
  says(words: RegExp, where: string): boolean;
}

const GAPS = `(?:${GAP}){0,3}`;

/** A mobile number as it is mostly grouped: 139 1234 5678, 139.1234.5678, (139)12345678. Linear: every repeat is bounded. */
export const MOBILE = new RegExp(
  `(?<!\\d)(?:\\+?(?:00)?86\\)?${GAPS})?(?:\\(1[3-9]\\d\\)|1[3-9]\\d)${GAPS}\\d{4}${GAPS}\\d{4}(?!\\d)`,
  'g',
);

/** One of the marks that part digits in unusual groupings. */
const ODD_GAP = `(?:${GAP}|/)?`;

/** In any other grouping, such as 1391 234 5678 or 139/1234/5678; only where the text says what it is. */
export const ODD_MOBILE = new RegExp(`(?<!\\d${ODD_GAP})1${ODD_GAP}[3-9](?:${ODD_GAP}\\d){9}(?!${ODD_GAP}\\d)`, 'g');

/** What a number of a person is called, in the same breath. */
const CONTACT =
  /(?:电话|手机|联系|微信|致电|拨打|来电|短信|号码|机主|tel|phone|mobile|wechat|weixin)[^\d。；;]{0,12}$/i;

const CONTACT_BEHIND = /^ ?[（(](?:手机|电话|联系|微信)/;

/** The same in Latin letters, as the word next to the number. */
const CONTACT_WORD = /^(?:tel|tele|telephone|phone|mobile|mob|cell|hp|wx|vx|wechat|weixin|qq|v|m|t)$/i;

/** Whether eleven digits that look like a mobile number are one: not an amount, a code, a decimal, a part of an address or file name. */
export function isMobile(value: string, { before, after, run, says }: Surroundings): boolean {
  if (COUNTED.test(after) || CODE.test(before) || isInAddress(run, after)) return false;
  if (/\d\.$/.test(before) && !/(?:^\s{0,9}\d{1,2}|\d{7})\.$/.test(before)) return false;
  if (/^\.\d/.test(after) && !/^\.(?:\+?86|0)?\d{10}/.test(after)) return false;
  return isApart(value, before, after) || says(CONTACT, before);
}

/** Whether digits in an unusual grouping are a mobile number. */
export function isOddMobile(_: string, { before, after, run, says }: Surroundings): boolean {
  if (COUNTED.test(after) || CODE.test(before) || isInAddress(run, after)) return false;
  return says(CONTACT, before) || CONTACT_BEHIND.test(after);
}

/** What follows an amount. */
const COUNTED = /^[ 　]?(?:[元万亿千吨个户件次%％]|人次|平方|立方|公[里顷斤])/;

const CODE =
  /(?:编码|代码|编号|税号|流水号|单号|文号|(?:票据|发票|凭证|受理|登记|备案|合同)号码?|金额|合计|总额|面积|坐标)[^\d]{0,6}$/;

/** A web address or the name of a file; in a query, the key may say that it is a person's number. */
function isInAddress(run: string, after: string): boolean {
  if (/^\.[A-Za-z]{2,5}(?![A-Za-z])/.test(after)) return true;
  if (!/:\/\/|www\.|\.(?:cn|com|net|org)[:/?]/i.test(run)) return false;
  return !/(?:tel|phone|mobile)[a-z]{0,8}=$/i.test(run);
}

/** Whether nothing next to it makes it a part of something longer: a code, a row of figures. */
function isApart(value: string, before: string, after: string): boolean {
  const isRow = / /.test(value) && (/\d {1,2}$/.test(before) || /^ {1,2}\d/.test(after));
  return !isRow && canStandBefore(before) && canStandAfter(after);
}

function canStandBefore(before: string): boolean {
  const [, word = '', mark = ''] = /([0-9A-Za-z]{0,20})([-_/=.:]?)$/.exec(before) ?? [];
  if (word === '') return true;
  if (/^\d+$/.test(word))
    return mark === '/' || mark === ':' || mark === '.' || word.length > 6 || /^(?:0\d{2,3}|86)$/.test(word);
  if (CONTACT_WORD.test(word)) return true;
  return mark !== '' && mark !== '=' && !/\d|^[A-Z]+$/.test(word);
}

function canStandAfter(after: string): boolean {
  const [, mark = '', word = ''] = /^([-_/]?)([0-9A-Za-z]{0,20})/.exec(after) ?? [];
  if (word === '' || mark === '/') return true;
  if (/^\d+$/.test(word)) return word.length > 6 || /^0\d{2,3}$/.test(word);
  if (CONTACT_WORD.test(word)) return true;
  return mark !== '' && !/\d|^[A-Z]+$/.test(word);
}
