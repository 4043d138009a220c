import { halfWidth, readNumeral } from './numerals.js';

/** A calendar day. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a date written YYYY-MM-DD.
 * @returns null where it is written otherwise or the calendar has no such day
 */
export function readDate(written: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written.trim());
  return match ? realDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The date meant by the other ways in which people write one (2024年3月1日, 二〇二四年三月一日, 2024/3/1, 2024.3.1, 20240301; a weekday and a time behind it are left out), as YYYY-MM-DD; null where none is meant. */
export function properDate(written: string): string | null {
  if (!/^\s*[\d０-９一二]/.test(written)) return null;
  const text = halfWidth(written).trim().replace(WEEKDAY, '').replace(TIME, '');
  const match =
    /^(\d{4})\s?[-–—年/.．]\s?(\d{1,2})\s?[-–—月/.．]\s?(\d{1,2})\s?[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    HAN_DATE.exec(text);
  const [year = 0, month = 0, day = 0] = match?.slice(1).map(numeralOf) ?? [];
  const meant = realDay(year, month, day);
  return meant && writeDate(meant);
}

/** Whether a line is a day written out and nothing else, perhaps in brackets: 2024年3月1日, （二〇二四年三月一日）. */
export function isDay(line: string): boolean {
  const day = line.replace(/[\s　]+/g, '').replace(/^[（(]|[）)]$/g, '');
  return /^.{4}年.{2,8}日$/.test(day) && properDate(day) !== null;
}

/** A zero is typed as a circle or a letter as well; the year may stand in digits before a month in Han numerals. */
const HAN_DATE =
  /^([二一][〇零○ＯO0一二三四五六七八九]{3}|\d{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/;
const WEEKDAY = /(?<=[日号\d])[\s(（]{0,3}(?:星期|周)[一二三四五六日天][)）]?/;
const TIME =
  /(?<=[日号\d])(?:[T\s]\s{0,4}|(?<=[日号])|(?=[上下中]午))(?:[上下中]午$|(?:[上下中]午|晚上)?\s?(?:\d{1,2}[:：]\d{2}|[\d一二三四五六七八九十]{1,3}[时点]).{0,12}$)/;

function numeralOf(numeral: string): number {
  return readNumeral(/^\d/.test(numeral) ? numeral : numeral.replace(/[○ＯO0]/g, '零')) ?? 0;
}

/** A day as YYYY-MM-DD. */
export function writeDate({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The day on this machine's calendar, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  return writeDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

/** Negative where `a` lies before `b`, 0 for the same day, else positive. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The same day of the month some months on (back, if negative), or that month's last day where it has no such day. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + (month - 1) + months;
  const then = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...then, day: Math.min(day, daysIn(then.year, then.month)) };
}

/** The day some days on (back, if negative). */
export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** Days counted from 1970-01-01, by the calendar alone: no time zone. */
export function dayNumber({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

/** The day with this number; undoes `dayNumber`. */
export function dayAt(number: number): Day {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function realDay(year: number, month: number, day: number): Day | null {
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

/** How many days a month has; 0 for a month that the calendar does not have. */
export function daysIn(year: number, month: number): number {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A month or a day as dates have it. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
