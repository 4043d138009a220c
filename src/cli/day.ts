import { properDate, readDate } from '../language/dates.js';
import type { Locale } from '../language/locale.js';
import { UserError } from './io.js';
import { say } from './words.js';

/**
 * Reads what `--date` says.
 * @throws UserError where it is no day there is, or written otherwise than 2024-03-01
 */
export function readDay(written: string, locale: Locale): string {
  if (readDate(written)) return written;
  const meant = properDate(written);
  throw new UserError(say(meant ? 'dateForm' : 'badDate', locale, { date: written, meant: meant ?? '' }));
}

/** The day on this machine's calendar. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
