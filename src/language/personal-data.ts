/** What may point to one private person. */
export type PersonalKind = 'identity' | 'mobile' | 'card' | 'passport' | 'email' | 'address';

/** Personal data in a text, offsets in UTF-16 units. */
export interface PersonalDatum {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  /** The text with all but its first characters hidden: fit to be shown. */
  readonly masked: string;
}

/**
 * Finds personal data. Public hotlines, office landlines, unified social credit codes, document and tariff numbers are none;
 * nor is what has been masked already.
 * @param text one line, or a short text
 * @param label what the text is under, as the head of its column: 身份证号 tells what a bare number is
 * @returns in the order of the text, not overlapping
 */
export function personalDataIn(text: string, label = ''): PersonalDatum[] {
  if (!SIGN.test(text)) return [];
  // Full-width digits and letters are read as the plain ones; the length stays.
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ＠．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const found: PersonalDatum[] = [];
  let taken: Uint8Array | undefined;
  for (const { kind, pattern, holds } of SEARCHES) {
    for (const { index, 0: value } of plain.matchAll(pattern)) {
      const end = index + value.length;
      const before = `${label} ${plain.slice(Math.max(0, index - REACH), index)}`;
      taken ??= new Uint8Array(text.length);
      const isFree = taken[index] === 0 && taken[end - 1] === 0;
      if (!isFree || !holds(value, { before, after: plain.slice(end, end + 4) })) continue;
      found.push({ kind, start: index, end, masked: mask(kind, value) });
      taken.fill(1, index, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A text with the personal data in it masked. */
export function withoutPersonalData(text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end, masked } of personalDataIn(text)) {
    shown += text.slice(at, start) + masked;
    at = end;
  }
  return shown + text.slice(at);
}

/** How far back a word tells what a number is, in characters. */
const REACH = 24;

interface Context {
  readonly before: string;
  readonly after: string;
}

interface Search {
  readonly kind: PersonalKind;
  /** Linear: every repeat is bounded. */
  readonly pattern: RegExp;
  holds(value: string, context: Context): boolean;
}

/** What every match has: enough digits, an @, or a word for where somebody lives. Most lines have none. */
const SIGN = /[\d０-９]{7}|[\d０-９](?:[ -]?[\d０-９]){10}|[@＠]|住址|[家现居]住|家庭地址|户籍|单元/;

/** The surer ones first: what they take, later ones leave. */
const SEARCHES: readonly Search[] = [
  {
    kind: 'identity',
    pattern:
      /(?<![0-9A-Za-z])[1-8]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g,
    holds: (value, { before }) => isIdentityNumber(value.replace(/[ -]/g, '')) && !/信用代码[^\d]{0,12}$/.test(before),
  },
  {
    // Cards until 1999 had fifteen digits and no checksum: only where the text says so.
    kind: 'identity',
    pattern: /(?<![0-9A-Za-z])[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/g,
    holds: (value, { before }) => isProvince(value) && /身份证|证件号/.test(before),
  },
  {
    kind: 'card',
    pattern: /(?<![0-9A-Za-z.])[3-6]\d{3}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,4}){1,2}(?![0-9A-Za-z])/g,
    holds: (value, { before }) => isBankCard(value.replace(/[ -]/g, ''), before),
  },
  {
    kind: 'email',
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3}(?![A-Za-z0-9@])/g,
    holds: isPrivateEmail,
  },
  {
    kind: 'mobile',
    pattern: /(?<![0-9A-Za-z.=_/-])(?:\+?(?:00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z._/-])/g,
    holds: (_, { before, after }) =>
      !/^[ 　]?[元万亿千吨个户件%％]/.test(after) &&
      !/(?:编码|代码|编号|税号|流水号|单号|文号)[^\d]{0,6}$/.test(before),
  },
  {
    kind: 'passport',
    pattern: /(?<![0-9A-Za-z])(?:[DEGKPS]\d{8}|E[A-HJ-NP-Z]\d{7}|[CHMT]\d{8,10})(?![0-9A-Za-z])/g,
    holds: (value, { before }) => (/^[CHMT]/.test(value) ? /通行证/ : /护照/).test(before),
  },
  {
    kind: 'address',
    pattern:
      /(?<=(?:家庭住址|家庭地址|现住址|住址|户籍地址|户籍所在地|家住|现住|现居住于?|居住地址)[：: 为是在于]{0,3})[㐀-鿿][㐀-鿿\dA-Za-z（）()#\-－ ]{3,40}?(?:\d{1,5}(?:[-－]\d{1,5}){0,3}号?(?:楼|弄|栋|幢|单元|室|户|号|房)){1,6}/g,
    holds: () => true,
  },
  {
    kind: 'address',
    pattern:
      /[㐀-鿿\d]{2,24}?\d{1,5}号(?:楼|院)?\d{0,3}(?:号楼|栋|幢|楼)?\d{1,2}单元(?:\d{1,2}[楼层])?\d{3,6}(?:室|户|号)?/g,
    holds: (_, { before }) =>
      /(?:姓名|联系人|先生|女士|同志|村民|居民|户主|申请人|当事人|本人|住户|业主)[：:][^。；]{0,20}$|(?:先生|女士|同志)[^。；]{0,6}$/.test(
        before,
      ),
  },
];

/** GB 11643: a province, a day there is, and a check character over the seventeen digits before it. */
export function isIdentityNumber(value: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(value) || !isProvince(value)) return false;
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(value[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === value[17]?.toUpperCase();
}

function isProvince(value: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/.test(value);
}

/** Most cards begin with 62, and so do codes of goods (6201–6217); those need a word. Accounts of offices and firms are none. */
function isBankCard(value: string, before: string): boolean {
  if (value.length < 16 || value.length > 19 || !luhn(value)) return false;
  if (/对公|单位账|公司|非税|财政|专户|缴款|社保基金|编码|编号|代码/.test(before)) return false;
  return /^62[2-9]/.test(value) || /银行卡|卡号|信用卡|借记卡|储蓄卡|社保卡|账户|账号|户名/.test(before);
}

function luhn(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = Number(value[value.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Where anybody can have a mailbox. */
const FREE_MAIL =
  /@(?:(?:vip\.)?(?:qq|163|126|sina|sohu|tom|188)\.(?:com|net|cn)|sina\.(?:cn|com\.cn)|(?:foxmail|gmail|hotmail|outlook|live|msn|icloud|aliyun|139|wo|21cn|yahoo|yeah)\.(?:com|cn|net|com\.cn)|189\.cn)$/i;

/** Many offices have their public mailbox at such a provider: the words before it tell whose it is. */
function isPrivateEmail(value: string, { before }: Context): boolean {
  if (!FREE_MAIL.test(value)) return false;
  if (/^1[3-9]\d{9}@/.test(value) || /(?:联系人|姓名|本人|个人|住址|微信|手机|先生|女士)[^。；]{0,20}$/.test(before))
    return true;
  return !/意见|反馈|咨询|投诉|举报|监督|信箱|公开|受理|申报|申请|报送|报名|发送|寄|来信|邮箱|邮件|邮编|传真|[局委处科室部厅办]|中心|部门|单位|公司|协会/.test(
    before,
  );
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
