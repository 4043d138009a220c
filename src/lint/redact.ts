import { personalDataIn, withoutPersonalData } from '../language/personal-data.js';
import type { Message } from './result.js';

/**
 * A message of a file in which personal data was found, fit to be shown: what other rules quote may hold that data too. A fix
 * that would carry it into a report is left out there, though it is applied.
 */
export function redacted({ fix, ...message }: Message): Message {
  return { ...masked(message), ...(fix && personalDataIn(fix.text).length === 0 ? { fix } : {}) };
}

/** A value with every text in it masked, however deep. */
function masked<T>(value: T): T {
  if (typeof value === 'string') return withoutPersonalData(value) as T;
  if (Array.isArray(value)) return value.map(masked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner)])) as T;
}
