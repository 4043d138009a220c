import type { Locale } from '../language/locale.js';
import type { Io } from './io.js';
import type { ProgressBar } from './progress.js';

/** The progress bar of a run; null where nobody watches a terminal, and where it is not wanted. */
export async function progressFor(
  total: number,
  flags: { readonly progress?: boolean },
  locale: Locale,
  { progress, env }: Io,
): Promise<ProgressBar | null> {
  const unwanted = flags.progress === false || env.NO_PROGRESS || (env.CI && env.CI !== 'false') || env.TERM === 'dumb';
  return progress && !unwanted ? (await import('./progress.js')).progressBar(total, locale, progress) : null;
}
