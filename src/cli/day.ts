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
