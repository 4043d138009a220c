import { addDays, addMonths, compareDays, type Day, dayNumber, writeDate } from '../src/language/dates.js';
import { addWorkingDays, coveredYears, type Reckoned, workingDaysBetween } from '../src/language/working-days.js';
import { fieldName } from './fields.js';
import type { Localized, MessageTemplate, OptionSchema, Report } from './rule.js';

/** How long something may take. The day it is counted from does not count; months end on the same day of the month or its last. */
export interface Term {
  readonly count: number;
  readonly unit: 'workingDays' | 'days' | 'months';
}

/** A date and the path of the key it stands under. */
export interface Dated {
  readonly path: string;
  readonly day: Day;
}

/** The schema of an option that counts working days, days or months; `max` bounds it. */
export function countOption(stricter: 'lower' | 'higher', min: number, max: number, words: Localized): OptionSchema {
  const { 'zh-CN': description, en: title } = words;
  return { type: 'integer', minimum: min, maximum: max, 'x-stricter': stricter, title, description };
}

/** The last day of a term. */
export function lastDay(from: Day, { count, unit }: Term): Reckoned<Day> {
  if (unit === 'workingDays') return addWorkingDays(from, count);
  return { value: unit === 'days' ? addDays(from, count) : addMonths(from, count), certain: true };
}

/** What `LATE` says of a term that was not kept; null where it was. */
export function breachOf(term: Term, from: Dated, done: Dated): NonNullable<Report['data']> | null {
  const { value: due, certain } = lastDay(from.day, term);
  if (compareDays(done.day, due) <= 0) return null;
  return {
    done: fieldName(done.path),
    doneDate: writeDate(done.day),
    from: fieldName(from.path),
    fromDate: writeDate(from.day),
    term: inWords(term),
    due: writeDate(due),
    over: overdue(due, done.day, term),
    note: caveat(certain),
  };
}

/** Says that a term was not kept; takes what `breachOf` gives. */
export const LATE: MessageTemplate = {
  what: {
    'zh-CN': '{done}是 {doneDate}，晚于期限：{from}是 {fromDate}，应在{term}办理，最迟 {due}，{over}{note}',
    en: '{done} is {doneDate}, too late: {from} is {fromDate}, it was due {term}, by {due}; {over}{note}',
  },
  todo: {
    'zh-CN': '请核对这两个日期；确实超期的，说明原因，今后按期办理',
    en: 'Check both dates; where the term was missed, say why, and keep it in future',
  },
};

function inWords({ count, unit }: Term): Localized {
  if (count === 0) return { 'zh-CN': '当日', en: 'on the same day' };
  const chinese = { workingDays: ' 个工作日', days: ' 日', months: ' 个月' }[unit];
  return { 'zh-CN': `其后 ${count}${chinese}内`, en: `within ${counted(count, unit)}` };
}

/** Empty, or what to add where working days were counted without knowing the days off. */
export function caveat(certain: boolean): Localized {
  if (certain) return { 'zh-CN': '', en: '' };
  const { first, last } = coveredYears();
  return {
    'zh-CN': `（只按周末推算：节假日和调休安排只收录到 ${first}—${last} 年，请人工核对）`,
    en: ` (reckoned by weekends only: days off are known for ${first} to ${last}; check by hand)`,
  };
}

function overdue(due: Day, done: Day, { unit }: Term): Localized {
  const working = unit === 'workingDays' ? workingDaysBetween(due, done).value : 0;
  if (working > 0) return { 'zh-CN': `超期 ${working} 个工作日`, en: `${counted(working, 'workingDays')} late` };
  const days = dayNumber(done) - dayNumber(due);
  return { 'zh-CN': `超期 ${days} 日`, en: `${counted(days, 'days')} late` };
}

function counted(count: number, unit: Term['unit']): string {
  const word = { workingDays: 'working day', days: 'day', months: 'month' }[unit];
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
