import { daysIn, twoDigits } from './dates.js';
import { halfWidth, NUMERAL, readNumeral } from './numerals.js';
import { isCounter, type Unit, unitNamed, unitPattern } from './units.js';

/** A number with its unit, a date or a document number, as running text states it. */
export interface Figure {
  /** Offsets in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is measured: `days`, `yuan`, `percent`…; `date`, `year`, `paper` for dates, years and document numbers. */
  readonly measure: string;
  /** The number in the measure's own unit; a date as YYYY-MM-DD, YYYY-MM or --MM-DD; a document number as year/serial; an hour in minutes, with ? where its half of the day is not said. */
  readonly value: string;
  /** True for 约, 近, 余, 多: no exact figure is claimed. */
  readonly rough: boolean;
}

/**
 * The figures that stand in a text, in order. Numbers without a unit, ordinals (第三), and what names of papers in 《》 hold are left
 * out. One way of writing is as good as another: 1500元, 一千五百元 and 0.15万元 have one value, and 2025年底 is 2025-12-31.
 * @param most what is looked for at most: a text with more is cut short
 */
export function figuresIn(written: string, most = Number.POSITIVE_INFINITY): Figure[] {
  const text = halfWidth(written)
    .replace(TITLES, (title) => '■'.repeat(title.length))
    .replace(ITEM, (item) => '■'.repeat(item.length));
  const found: Figure[] = [];
  // 3—5年: the first number borrows the unit of the second, and so waits for it.
  let waiting: { start: number; end: number; number: string } | null = null;
  const { begins, worded, readers, quantity } = patterns();
  const { length } = text;
  for (let start = 0, end = 1; start < length && found.length <= most; start = Math.max(end, start + 1)) {
    if (begins[text.charCodeAt(start)] === 0) continue;
    worded.lastIndex = quantity.lastIndex = start;
    const match = worded.exec(text);
    if (match) {
      end = worded.lastIndex;
      const reader = readers.find(({ group }) => match[group] !== undefined);
      const value = reader?.read(match.slice(reader.group));
      if (value) found.push({ start, end, rough: false, ...value });
      continue;
    }
    const [whole = '', number, many, name] = quantity.exec(text) ?? [];
    end = start + whole.length;
    if (number === undefined) continue;
    const unit = name === undefined ? null : unitNamed(name);
    if (unit && waiting && RANGE.test(text.slice(waiting.end, start)))
      found.push(...quantityAt(text, waiting.start, waiting.end, waiting.number, unit));
    waiting = unit ? null : { start, end, number };
    if (unit) found.push(...quantityAt(text, start, end, number, unit, many !== undefined));
  }
  return found;
}

/** True where two values of one measure say the same; a date given in part agrees with the whole one. */
export function agree(measure: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (measure === 'date') return a.startsWith(`${b}-`) || b.startsWith(`${a}-`) || sameDay(a, b) || sameDay(b, a);
  if (measure === 'clock') return isSameHour(a, b);
  if (measure !== 'paper') return false;
  const [yearA, serialA] = a.split('/');
  const [yearB, serialB] = b.split('/');
  return serialA === serialB && (yearA === '' || yearB === '');
}

/** An hour of which the half of the day is not said may be of either. */
function isSameHour(a: string, b: string): boolean {
  const apart = Math.abs(Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return apart === 0 || (apart === DAY / 2 && (a + b).includes('?'));
}

function sameDay(short: string, whole: string): boolean {
  return short.startsWith('--') && whole.length === 10 && whole.endsWith(short.slice(1));
}

/** What is more than a number and a unit. */
interface Worded {
  readonly pattern: RegExp;
  read(match: readonly (string | undefined)[]): Pick<Figure, 'measure' | 'value'> | null;
}

/** 2.15日内登记: the number of an item before that of a date, or of what has no parts. */
const ITEM = /^ {0,3}\d{1,2}\.(?=\d{1,4} ?(?:个?工作日|日|[年月]|[人户家名次件项]))/;
const TITLES = /《[^《》\n]{1,160}》/g;
const YEAR = '((?:19|20)\\d{2}|[一二][〇零一二三四五六七八九]{3})';
const SMALL = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DIGIT = '([1-9一二两三四五六七八九])';
const TO = '(?:至|到|[-—–~～]{1,2})';
const HALF_OF_DAY = '(?:(?<=(上午|[早晨]上?) ?)|(?<=([下中]午|[晚夜][上里间]?) ?)|)';
/** Minutes of a day. */
const DAY = 1440;
/** What figures begin with. */
const FIRST = '〔［[【（(每第半百千万¥￥0123456789一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾';

interface Patterns {
  /** By a character's code, whether a figure may begin with it. */
  readonly begins: Uint8Array;
  /** All that is worded, and by the group of the pattern that it is, how it is read. */
  readonly worded: RegExp;
  readonly readers: readonly (Pick<Worded, 'read'> & { readonly group: number })[];
  /** A number, 余 and the like, and a unit. */
  readonly quantity: RegExp;
}

let made: Patterns | undefined;

/** Made when first asked for: most runs compare no figures, and every run starts with this module. */
function patterns(): Patterns {
  if (made) return made;
  const begins = new Uint8Array(0x10000);
  for (const char of FIRST) begins[char.charCodeAt(0)] = 1;
  let next = 1;
  const readers = WORDED.map(({ pattern, read }) => {
    const group = next;
    next += new RegExp(`${pattern.source}|`).exec('')?.length ?? 0;
    return { group, read };
  });
  made = {
    begins,
    worded: new RegExp(WORDED.map(({ pattern }) => `(${pattern.source})`).join('|'), 'y'),
    readers,
    quantity: new RegExp(
      `(?<![第A-Za-z\\d.〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟])(${NUMERAL})(?:([余多几])? ?(${unitPattern()}))?`,
      'y',
    ),
  };
  return made;
}

const WORDED: readonly Worded[] = [
  {
    pattern:
      /[〔［[【（(]((?:19|20)\d{2})[〕\]］】）)]第?(\d{1,5})号|(?<!\d)((?:19|20)\d{2})年第?(\d{1,5})号|第(\d{1,5})号/,
    read: (match) => paper(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? match[5] ?? ''),
  },
  {
    // The end of a span borrows the month: 9月1日至30日.
    pattern: /(?<=(?<!\d)(\d{1,2}) ?月 ?\d{1,2} ?[日号]? ?(?:至|到|[-—–~～]{1,2}) ?)(\d{1,2}) ?[日号]/,
    read: ([, month = '', day = '']) => dayOfYear(month, day),
  },
  {
    pattern: new RegExp(`${YEAR} ?年 ?${SMALL} ?月(?:份?(底|末)| ?${SMALL} ?[日号])?`),
    read: ([, year = '', month = '', end, day]) => date(year, month, end ? 'last' : day),
  },
  {
    pattern: /(?<![\d-])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/,
    read: ([, year = '', month = '', day]) => date(year, month, day),
  },
  {
    pattern: new RegExp(`${YEAR} ?年(底|末)?(?![度版本级])`),
    read: ([, year = '', end]) => (end ? date(year, '12', '31') : { measure: 'year', value: `${readNumeral(year)}` }),
  },
  {
    pattern: new RegExp(`(?<!\\d|[\\d〇零一二三四五六七八九]年)${SMALL} ?月(?:份?[底末]| ?${SMALL} ?[日号])`),
    read: ([, month = '', day]) => dayOfYear(month, day),
  },
  {
    pattern: /(?<=[每当次]月)\d{1,2}日/,
    read: ([day = '']) => ({ measure: 'day-of-month', value: `${Number.parseInt(day, 10)}` }),
  },
  {
    pattern: new RegExp(`(百|千|万)分之(${NUMERAL})`),
    read: ([, base = '', written = '']) =>
      quantity('percent', readNumeral(written), { 百: 1, 千: 0.1, 万: 0.01 }[base] ?? 1),
  },
  { pattern: new RegExp(`(?<!第)${SMALL}分之${SMALL}`), read: ([, whole = '', part = '']) => share(part, whole) },
  {
    // 2/3以上; a date or a page, as 5/6 may be, has no such word behind it.
    pattern: /(?<![\d/.A-Za-z])([1-9])\/([2-9])(?=的|以上|以下|多数)/,
    read: ([, part = '', whole = '']) => share(part, whole),
  },
  {
    // 师生比1:7, 按6:4分担, 1:1.5:3; 1:30 is a time where one stands before it, and 8:30 wherever no word says that it is a ratio.
    pattern:
      /(?<![\d:∶.]|[午晚晨点至到—–~-] ?)(?:1[:∶]\d{1,3}(?:\.\d{1,2})?|1(?:[:：∶]\d{1,2}(?:\.\d)?){2,3}|(?<=比例?[为是按]? ?)\d{1,2}(?:[:：∶]\d{1,2}){1,3}|(?<=按照? ?)\d{1,2}(?:[:：∶]\d{1,2}){1,3}(?= ?(?:的?比例|[分承负配由])))(?!\.?[\d:：∶])/,
    read: ([whole = '']) => ({ measure: 'ratio', value: whole.replace(/[：∶]/g, ':') }),
  },
  {
    // 8:30, 上午8点半, 7时至19时; in 提出3点要求 and 早一点 there is no hour.
    pattern: new RegExp(
      `${HALF_OF_DAY}(?:(?<![\\d.:：∶])(\\d{1,2})[:：]([0-5]\\d)(?![\\d:：∶])|(?!一[点时])(?<!第)${SMALL} ?(?:时(?![段期间代有而候限效速])|点(?=[半整]|${SMALL}分|${TO}|(?<=(?:[早晚夜晨午上里间]|${TO}) ?${SMALL}点)))(?:(半)|${SMALL}分(?!钟))?)`,
    ),
    read: ([, early, late, hour, minute, spoken, , , half, more]) => {
      const hours = readNumeral(hour ?? spoken ?? '') ?? 0;
      const minutes = 60 * hours + (half ? 30 : (readNumeral(minute ?? more ?? '') ?? 0));
      if (minutes > DAY) return null;
      const isLate = late !== undefined && (hours < 12 ? hours > 0 : late !== '中午' && hours === 12);
      const value = (isLate ? minutes + DAY / 2 : minutes) % DAY;
      return { measure: 'clock', value: early || late || hours > 12 ? `${value}` : `${value}?` };
    },
  },
  {
    // 1角2分, 一块八, 3元5角
    pattern: new RegExp(
      `(?:(${NUMERAL})[元块]|(?<![长珠]))${DIGIT}[角毛](?![形洲度色落票币])(?:${DIGIT}分)?|(${NUMERAL})块${DIGIT}(?![\\d个.十百千万亿])`,
    ),
    read: ([, whole, tenths, hundredths, yuan, last]) => {
      const parts = [whole ?? yuan, tenths ?? last, hundredths];
      const sum = parts.reduce((before, part = '') => 10 * before + (readNumeral(part) ?? 0), 0);
      return quantity('yuan', sum, 0.01);
    },
  },
  {
    // 绩效系数为1.2: one coefficient is not meant by another.
    pattern:
      /(?<=([㐀-鿿]{2}系数|容积率)(?:原则上|一律|统一|均|上限|下限)?(?:调整|提高|降低|下调|上调|确定|核定|设定|定)?(?:不[得应]?[低高超小大][于过]|[为是按取至到：]){0,2} ?)\d{1,2}(?:\.\d{1,4})?(?! ?(?:[\d.%‰倍分元个—–~～至到-]|折(?!算)))/,
    read: ([written = '', name = '']) => ({ measure: name, value: `${Number(written)}` }),
  },
  {
    // 每季度报告一次: how often is no term.
    pattern: /每(?:(季度?)|(半年)|个?月|(年))(?=[^，。；、\d]{0,16}[一1]次(?!性))/,
    read: ([, quarter, half, year]) => quantity('frequency', quarter ? 3 : half ? 6 : year ? 12 : 1),
  },
  {
    // 一年半, 两个半月: half of the unit more.
    pattern: new RegExp(`(?<!第)(${NUMERAL})(年半(?!载)|天半|个半(?:月|小时))`),
    read: ([, written = '', unit = '']) => {
      const value = readNumeral(written);
      if (value === null) return null;
      const { measure, factor } = unitNamed(unit === '个半月' ? '天' : unit.replace('半', ''));
      return quantity(measure, value + 0.5, unit === '个半月' ? 30 : factor);
    },
  },
  {
    pattern: /(?<![一\d])半年(?!度)|半个月|(?<!个)半小时|半个小时/,
    read: ([word]) => (word === '半年' ? quantity('months', 6) : quantity('days', word === '半个月' ? 15 : 1 / 48)),
  },
  {
    pattern: new RegExp(`(?<!第)(${NUMERAL})(成半?|折)(?=[以左优的给补奖计，。；、）]|$)`),
    read: ([, written = '', word = '']) => {
      const value = readNumeral(written);
      // 八五折 is 85 %, 八折 80 %, 一成半 15 %.
      const tenths = word === '成半' ? 0.5 : 0;
      return value === null ? null : quantity('percent', value + tenths, word === '折' && value > 10 ? 1 : 10);
    },
  },
  {
    // Where the unit stands behind it as well, that tells: no shorter number is taken.
    pattern: new RegExp(`[¥￥] ?(${NUMERAL})(?![.,，]?\\d|[〇零一二两三四五六七八九十百千万亿元])`),
    read: ([, written = '']) => {
      const value = readNumeral(written);
      return value === null ? null : quantity('yuan', value);
    },
  },
];

const RANGE = /^ ?(?:—{1,2}|[-–~～至到]) ?$/;

function quantityAt(
  text: string,
  start: number,
  end: number,
  written: string,
  { measure, factor }: Unit,
  isMore = false,
): Figure[] {
  const value = readNumeral(written);
  if (value === null || isNone(text, start, written, measure, value)) return [];

  const lead = text.slice(Math.max(0, start - 3), start);
  const rough =
    isMore ||
    ROUGH.test(lead) ||
    text.startsWith('左右', end) ||
    (isCounter(measure) && MANY.test(written) && BEYOND.test(lead));
  return [{ start, end, rough, ...quantity(measure, value, factor) }];
}

const ROUGH = /(?<![预违合节签制条])约$|(?<![最附接])近$|大约$|逾$/;

function share(part: string, whole: string): { measure: string; value: string } | null {
  const [a, b] = [readNumeral(part), readNumeral(whole)];
  return a && b && a < b ? quantity('percent', (100 * a) / b) : null;
}

/** 惠及超过4.8万户: so many, and some more. */
const MANY = /\d[万亿]$/;
const BEYOND = /(?<![不得未])超过?$/;

/** Codes such as 08.13 or GB/T 1-2017, the articles 一个 and 一种, and 上一年. */
function isNone(text: string, start: number, written: string, measure: string, value: number): boolean {
  if (
    /^0\d/.test(written) ||
    (measure === 'months' && /^(?:19|20)\d\d$/.test(written)) ||
    CODE.test(text.slice(Math.max(0, start - 9), start))
  )
    return true;
  if (isCounter(measure) && measure !== '个' && !Number.isInteger(value)) return true;
  return (
    written === '一' &&
    (!MEASURED.has(measure) || /[上下每同某另这那哪]$/.test(text.slice(Math.max(0, start - 1), start)))
  );
}

const CODE = /[A-Za-z][\dA-Za-z/.]{1,7}-$|品目$|税目$|子目$|代码$/;

/** Measures of which 一 is a figure; 一个, 一种, 一项 are articles. */
const MEASURED = new Set(['days', 'workdays', 'months', 'yuan', 'percent', 'mass', 'length', 'area']);

function quantity(measure: string, value: number | null, factor = 1): { measure: string; value: string } {
  const exact = (value ?? 0) * factor;
  return { measure, value: String(Number.isInteger(exact) && exact < 1e9 ? exact : Number(exact.toPrecision(9))) };
}

function paper(year: string, serial: string): { measure: string; value: string } {
  return { measure: 'paper', value: `${year}/${Number(serial)}` };
}

function date(year: string, month: string, day: string | undefined): { measure: string; value: string } | null {
  const [y, m] = [readNumeral(year) ?? 0, readNumeral(month) ?? 0];
  if (m < 1 || m > 12) return null;
  const start = `${y}-${twoDigits(m)}`;
  if (day === undefined) return { measure: 'date', value: start };
  const d = day === 'last' ? daysIn(y, m) : (readNumeral(day) ?? 0);
  return d < 1 || d > 31 ? null : { measure: 'date', value: `${start}-${twoDigits(d)}` };
}

/** A day that comes each year, by the end of the month where none is given; the end of February is not one day. */
function dayOfYear(month: string, day: string | undefined): { measure: string; value: string } | null {
  const m = readNumeral(month) ?? 0;
  if (m < 1 || m > 12 || (day === undefined && m === 2)) return null;
  const d = day === undefined ? daysIn(2001, m) : (readNumeral(day) ?? 0);
  return d < 1 || d > 31 ? null : { measure: 'date', value: `--${twoDigits(m)}-${twoDigits(d)}` };
}
