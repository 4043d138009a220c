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

/** The date meant by the other ways in which people write one (2024年3月1日, 2024/3/1, 2024.3.1, 20240301; a time behind it is left out), as YYYY-MM-DD; null where none is meant. */
export function properDate(written: string): string | null {
  const text = written
    .trim()
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d|日)[T\s]\s{0,4}\d{1,2}[:：]\d{2}.{0,12}$/, '');
  const match =
    /^(\d{4})\s?[-年/.．]\s?(\d{1,2})\s?[-月/.．]\s?(\d{1,2})\s?日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const day = match && realDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return day && `${day.year}-${twoDigits(day.month)}-${twoDigits(day.day)}`;
}

function realDay(year: number, month: number, day: number): Day | null {
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days ? { year, month, day } : null;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
