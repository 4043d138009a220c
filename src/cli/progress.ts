import type { Locale } from '../language/locale.js';
import { say } from './words.js';

/** What a bar is told: how many files are done, after each; how far the second pass is; that it is to go. */
export interface ProgressBar {
  step(done: number): void;
  archive(step: 'links' | 'rules', done: number, total: number): void;
  end(): void;
}

/**
 * A line on how far a run is: files done, of how many, how many a second, time left. Short runs show none.
 * @param show puts a line in the place of the one before; an empty one takes it away
 */
export function progressBar(total: number, locale: Locale, show: (line: string) => void): ProgressBar {
  const start = performance.now();
  let next = start + FIRST;
  return {
    step: (done) => {
      const now = performance.now();
      if (now < next) return;
      next = now + EVERY;
      const perSecond = (done / (now - start)) * 1000;
      const data = { bar: bar(done / total), done, total, rate: Math.round(perSecond) };
      show(say('progress', locale, { ...data, left: minutes((total - done) / perSecond) }));
    },
    archive: (step, done, total) => {
      const now = performance.now();
      // The last rules may take long one by one: each is shown.
      if (now < next && (step === 'links' || next === start + FIRST)) return;
      next = now + EVERY;
      show(say(step === 'links' ? 'progressLinks' : 'progressRules', locale, { bar: bar(done / total), done, total }));
    },
    end: () => show(''),
  };
}

/** Milliseconds. */
const FIRST = 1000;
const EVERY = 100;
/** Columns. ASCII, as terminals set to Chinese give block characters two columns, or one. */
const WIDTH = 20;

function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
}

function minutes(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
