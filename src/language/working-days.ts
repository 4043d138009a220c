import { type Day, dayAt, dayNumber } from './dates.js';
import { WORKING_CALENDAR } from './working-calendar.js';

/** Reckoned from the State Council's arrangement of days off; `certain: false` where a day it does not cover took part, which is then taken by weekends only. */
export interface Reckoned<Value> {
  readonly value: Value;
  readonly certain: boolean;
}

/**
 * The last day of a term in working days. The day of the event does not count.
 * @param count working days; negative: the last day on which something due that many working days ahead can be done
 */
export function addWorkingDays(from: Day, count: number): Reckoned<Day> {
  const step = Math.sign(count);
  const start = dayNumber(from);
  let at = start;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (isWorking(at)) left--;
  }
  return { value: dayAt(at), certain: isCovered(start + step, at) };
}

/** Working days after one day, up to and with another; 0 where that one is not later. */
export function workingDaysBetween(from: Day, to: Day): Reckoned<number> {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  if (end <= start) return { value: 0, certain: true };
  let count = weekdaysUpTo(end) - weekdaysUpTo(start);
  for (const [at, works] of exceptions()) if (at > start && at <= end) count += works ? 1 : -1;
  return { value: count, certain: isCovered(start + 1, end) };
}

/** The years whose days off are known, the first and the last. */
export function coveredYears(): { readonly first: number; readonly last: number } {
  return { first: yearOf(WORKING_CALENDAR[0]), last: yearOf(WORKING_CALENDAR.at(-1)) };
}

function yearOf(days = ''): number {
  return Number(days.slice(0, 4));
}

function isWorking(at: number): boolean {
  return exceptions().get(at) ?? !isWeekend(at);
}

/** 1970-01-01 was a Thursday. */
function isWeekend(at: number): boolean {
  return (((at + 3) % 7) + 7) % 7 >= 5;
}

/** Mondays to Fridays up to and with a day, counted from an arbitrary Monday. */
function weekdaysUpTo(at: number): number {
  const days = at + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

/** The arrangement for a new year may begin in the last days of the year before it (at the earliest on 29 December since 2004). */
function isCovered(a: number, b: number): boolean {
  const { first, last } = coveredYears();
  const start = dayNumber({ year: first, month: 1, day: 1 });
  return Math.min(a, b) >= start && Math.max(a, b) <= dayNumber({ year: last, month: 12, day: 25 });
}

let known: ReadonlyMap<number, boolean> | undefined;

/** Days that are worked or not against the rule of weekends; made when first asked for, as most runs reckon nothing. */
function exceptions(): ReadonlyMap<number, boolean> {
  known ??= new Map(WORKING_CALENDAR.flatMap(exceptionsOf));
  return known;
}

function exceptionsOf(days: string): [number, boolean][] {
  const numberOf = (day: string) =>
    dayNumber({ year: yearOf(days), month: Number(day.slice(-4, -2)), day: Number(day.slice(-2)) });
  const [, ...written] = days.split(' ');
  return written.map((day) => [numberOf(day), day.startsWith('+')]);
}
