import { codeAt } from './code-at.js';

/**
 * What a line may hold that is worth a search. A line without the sign holds none of it for certain; one that has it need
 * not hold any.
 */
export const SIGNS = {
  /** Seven digits side by side, or eleven with one blank or hyphen between them at most: more than a date has. */
  longNumber: 1 << 0,
  /** An @. */
  mail: 1 << 1,
  /** A word for where somebody lives: 住址, 家庭地址, 户籍, 家住, 现住, 居住. */
  home: 1 << 2,
  /** 单元, as of a house. */
  flat: 1 << 3,
  /** What is left for later or to be filled in: 待定, ××年, ＿＿＿, 此处填写. */
  placeholder: 1 << 4,
  /** 《 */
  title: 1 << 5,
  /** A digit with 号 behind it. */
  numbered: 1 << 6,
  /** Behind a mark or a blank, what a heading within a line begins with: a Han number, 【, 问. */
  innerHeading: 1 << 8,
  /** A digit behind a mark or a blank. */
  innerDigit: 1 << 9,
  /** A digit with a point behind it. */
  pointed: 1 << 10,
} as const;

/**
 * The signs that a line shows, as a mask of `SIGNS`. One pass over its characters costs less than any of the searches it
 * spares, as these look for what begins at nearly every place: a digit, a Han character.
 */
export function signsIn(line: string): number {
  table ??= tableOf(PAIRS);
  const { kinds, pairs } = table;
  let signs = 0;
  let before = LINE_START;
  let digits = 0;
  let adjacent = 0;
  const { length } = line;
  for (let i = 0; i < length; i++) {
    const kind = kinds[codeAt(line, i)] as number;
    if (kind === NONE) {
      before = NONE;
      digits = 0;
      continue;
    }
    signs |= pairs[before * MOST_KINDS + kind] as number;
    if (kind === DIGIT) {
      adjacent = before === DIGIT ? adjacent + 1 : 1;
      if (++digits === 11 || adjacent === 7) signs |= SIGNS.longNumber;
    } else if (before !== DIGIT || (kind !== BLANK && kind !== HYPHEN)) digits = 0;
    // In 年　　月 both count as neighbours.
    if (!((before === YEAR || before === MONTH) && (kind === BLANK || kind === WIDE_BLANK))) before = kind;
  }
  return signs;
}

/** Kinds of characters. The others are a kind each, as far as pairs name them. */
const NONE = 0;
const LINE_START = 1;
const DIGIT = 2;
const BLANK = 3;
const WIDE_BLANK = 4;
const HYPHEN = 5;
const YEAR = 6;
const MONTH = 7;
const OTHER_BLANKS =
  '\t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\ufeff';
const KINDS: readonly string[] = ['', '\n', '0123456789０１２３４５６７８９', ' ', '　', '-', '年', '月', OTHER_BLANKS];
const MOST_KINDS = 128;

const ANY = null;
const UNKNOWN = 'XxＸ×';

/** A sign shows where one of the first characters stands before one of the second; any first where that is `ANY`. */
type Pair = readonly [sign: number, first: string | typeof ANY, second: string];

const PAIRS: readonly Pair[] = [
  [SIGNS.mail, ANY, '@＠'],
  [SIGNS.title, ANY, '《'],
  [SIGNS.numbered, '0', '号'],
  [SIGNS.flat, '单', '元'],
  [SIGNS.home, '住', '址'],
  [SIGNS.home, '庭', '地'],
  [SIGNS.home, '户', '籍'],
  [SIGNS.home, '家现居', '住'],
  [SIGNS.placeholder, '待', '补填定完确明核更'],
  [SIGNS.placeholder, '\n（(', '略'],
  [SIGNS.placeholder, '暂', '缺'],
  [SIGNS.placeholder, '（(【[［', '请'],
  [SIGNS.placeholder, '处', '填插补添输'],
  [SIGNS.placeholder, '请', '在'],
  [SIGNS.placeholder, '击', '此输添'],
  [SIGNS.placeholder, UNKNOWN, UNKNOWN],
  [SIGNS.placeholder, '年月', UNKNOWN],
  [SIGNS.placeholder, '年', '月'],
  // 3月 日, and 月日 without a blank, which is rare enough.
  [SIGNS.placeholder, '月', '日'],
  [SIGNS.placeholder, '〕］]', `${UNKNOWN} 　`],
  [SIGNS.placeholder, '_＿', '_＿'],
  // TODO, TBD, FIXME, Lorem ipsum
  [SIGNS.placeholder, 'Oo', 'Dd'],
  [SIGNS.placeholder, 'Bb', 'Dd'],
  [SIGNS.placeholder, 'Xx', 'Mm'],
  [SIGNS.placeholder, 'Ss', 'Uu'],
  [SIGNS.innerHeading, '。；：:！？?!】\n \t　', '【（(一二三四五六七八九十问答'],
  [SIGNS.innerDigit, '。；：:！？?!】\n \t　', '0'],
  [SIGNS.pointed, '0', '.．'],
  // Behind these blanks are passed over.
  [SIGNS.innerHeading, '年月', ' 　'],
];

interface Table {
  /** The kind of each UTF-16 unit. */
  readonly kinds: Uint8Array;
  /** The signs of each pair of kinds. */
  readonly pairs: Uint16Array;
}

let table: Table | undefined;

function tableOf(rows: readonly Pair[]): Table {
  const kinds = new Uint8Array(0x10000);
  const pairs = new Uint16Array(MOST_KINDS * MOST_KINDS);
  for (const [kind, characters] of KINDS.entries()) for (const char of characters) kinds[char.charCodeAt(0)] = kind;
  let count = KINDS.length;
  const kindOf = (char: string) => (kinds[char.charCodeAt(0)] ||= count++);
  for (const [, first, second] of rows) for (const char of (first ?? '') + second) kindOf(char);
  const every = Array.from({ length: count }, (_, kind) => kind);
  for (const [sign, first, second] of rows)
    for (const before of first === ANY ? every : Array.from(first, kindOf))
      for (const char of second)
        pairs[before * MOST_KINDS + kindOf(char)] = (pairs[before * MOST_KINDS + kindOf(char)] as number) | sign;
  return { kinds, pairs };
}
