/** What the papers of `corpus.ts` on one policy have in common, and the chance they are drawn by. */
import { FIELDS, type Field, GIVEN, GROUND, PLACES, SURNAMES } from './corpus-words.js';

export interface Matter {
  readonly serial: number;
  readonly field: Field;
  readonly place: string;
  readonly office: string;
  readonly subject: string;
  /** The policy's name as other papers quote it, without 《》. */
  readonly title: string;
  /** As papers call it once they have named it: 办法. */
  readonly short: string;
  readonly number: string;
  readonly articles: number;
  /** Yuan a month, and working days: what both sides have to give alike. */
  readonly amount: number;
  readonly term: number;
  readonly terms: readonly (readonly [string, string])[];
  /** Days since the Unix epoch. */
  readonly issued: number;
  readonly names: readonly string[];
  readonly isRevision: boolean;
  readonly policy: string;
  readonly interpretation: string;
  readonly briefing: string;
  /** The policy's file says where it is interpreted. */
  readonly isLinkedBack: boolean;
}

const FIRST_DAY = 18628; // 2021-01-01
const DAYS = 1790;
/** Matters in one folder: two or three files each. */
const PER_FOLDER = 100;
const FULL: Readonly<Record<string, string>> = {
  细则: '实施细则',
  意见: '实施意见',
  措施: '若干措施',
  方案: '工作方案',
};

export function matterOf(serial: number, chance: Chance): Matter {
  const field = FIELDS[serial % FIELDS.length] as Field;
  const place = chance.one(PLACES);
  const subject = chance.one(field.subjects);
  const issued = FIRST_DAY + chance.between(0, DAYS);
  const year = dateOf(issued).slice(0, 4);
  const part = Math.floor(serial / FIELDS.length / PER_FOLDER) + 1;
  const base = `${field.id}/${part}/${String(serial).padStart(6, '0')}`;
  const kindOf = chance.one(['办法', '细则', '意见', '措施', '方案']);
  return {
    serial,
    field,
    place,
    office: `${place}市${field.office}`,
    subject,
    title: `${place}市${ground(chance)}${subject}${FULL[kindOf] ?? kindOf}`,
    short: kindOf,
    number: `${place.charAt(0)}政办发〔${year}〕${serial}号`,
    articles: chance.between(9, 16),
    amount: chance.between(12, 190) * 10,
    term: chance.between(3, 25),
    terms: field.terms,
    issued,
    names: Array.from({ length: 4 }, () => person(chance)),
    isRevision: chance.is(0.3),
    policy: `${base}-policy.md`,
    interpretation: `${base}-interpretation.md`,
    briefing: `${base}-briefing.md`,
    isLinkedBack: chance.is(0.9),
  };
}

/** A sentence of the vocabulary with its slots filled. */
export function filled(template: string, matter: Matter, chance: Chance): string {
  const { field, amount, term } = matter;
  const share = chance.between(55, 98);
  const money = chance.between(5, 300) * 10;
  const wrong = chance.is(0.02) ? 10 : 0;
  const slots: Readonly<Record<string, () => string | number>> = {
    p: () => chance.one(field.people),
    t: () => chance.one(field.things),
    a: () => chance.one(field.acts),
    b: () => chance.one(field.acts),
    o: () => matter.office,
    n: () => chance.between(2, 90) * 5,
    N: () => chance.between(120, 9800),
    k: () => chance.between(2, 9),
    d: () => chance.between(3, 30),
    m: () => money,
    M: () => money * chance.between(2, 5),
    r: () => share,
    R: () => 100 - share,
    y: () => Number(dateOf(matter.issued).slice(0, 4)) + chance.between(1, 4),
    l: () => `${ground(chance)}${chance.one(['村', '街道', '镇', '社区'])}`,
    L: () => `${ground(chance)}${chance.one(['村', '街道', '镇', '社区'])}`,
    s: () => matter.subject,
    x: () => `${chance.one(SURNAMES)}${chance.one(['阿姨', '师傅', '先生', '女士', '大爷'])}`,
    w: () => field.law,
    Z: () => matter.short,
    c: () => han(matter.articles),
    e: () => matter.terms[0]?.join('，') ?? '',
    E: () => matter.terms[1]?.join('，') ?? '',
    f: () => amount + wrong,
    g: () => term,
  };
  return template.replace(/\{(\w)\}/g, (_, slot: string) => String(slots[slot]?.() ?? ''));
}

export function ground(chance: Chance): string {
  return Array.from({ length: chance.between(2, 3) }, () => chance.one(GROUND)).join('');
}

function person(chance: Chance): string {
  return `${chance.one(SURNAMES)}${chance.one(GIVEN)}${chance.one(GIVEN)}`;
}

/** `YYYY-MM-DD` */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 1 to 99. */
export function han(value: number): string {
  const digits = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && tens > 0 ? '' : digits.charAt(value % 10);
  return tens === 0 ? ones : `${tens === 1 ? '' : digits.charAt(tens)}十${ones}`;
}

/** A source of chance: everything that is drawn for one matter, in order. */
export class Chance {
  constructor(private state: number) {}

  /** At least `low`, at most `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  one<T>(list: ArrayLike<T>): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

export function chineseDate(day: number): string {
  const [year, month, date] = dateOf(day).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
