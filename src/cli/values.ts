import type { Locale } from '../language/locale.js';
import { suggest } from '../language/suggest.js';
import { UserError } from './io.js';
import { say } from './words.js';

/** Reads one of the choices of an option; of another value it says which was likely meant. */
export function choice(option: string, choices: readonly string[], locale: Locale): (value: string) => string {
  return (value) => {
    if (choices.includes(value)) return value;
    throw new UserError(say('badChoice', locale, { option, value, choices, near: suggest(value, choices) }));
  };
}

/** Reads a number from 0 up. */
export function wholeNumber(option: string, locale: Locale): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new UserError(say('badNumber', locale, { option, value, least: 0 }));
  };
}

/** Reads a number of threads. */
export function concurrency(locale: Locale): (value: string) => number | 'auto' | 'off' {
  return (value) => {
    if (value === 'auto' || value === 'off') return value;
    if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
    throw new UserError(say('badConcurrency', locale, { value }));
  };
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}
