import type { Watching } from '../engine/engine.js';
import type { Locale } from '../language/locale.js';
import type { Flags } from './flags.js';
import { interruptionOf } from './interruption.js';
import type { Io } from './io.js';
import type { ProgressBar } from './progress.js';
import { say } from './words.js';

/**
 * Goes through files with a progress bar, and so that Ctrl-C ends it cleanly, which is said.
 * @param total how many files there are
 * @param pass what is done, and watched
 */
export async function goThrough<Outcome extends { readonly results: readonly unknown[]; readonly partial: boolean }>(
  total: number,
  flags: Flags,
  locale: Locale,
  io: Io,
  pass: (watching: Watching) => Promise<Outcome>,
): Promise<Outcome> {
  const bar = await progressFor(total, flags, locale, io);
  const { stopped, end } = interruptionOf(io);
  try {
    const outcome = await pass({ stopped, ...(bar && { onFile: bar.step, onArchive: bar.archive }) });
    if (outcome.partial) io.err(`${say('interrupted', locale, { done: outcome.results.length, total })}\n`);
    return outcome;
  } finally {
    end();
    bar?.end();
  }
}

/** The progress bar of a run; null where nobody watches a terminal, and where it is not wanted. */
async function progressFor(
  total: number,
  flags: Flags,
  locale: Locale,
  { progress, env }: Io,
): Promise<ProgressBar | null> {
  const unwanted = flags.progress === false || env.NO_PROGRESS || (env.CI && env.CI !== 'false') || env.TERM === 'dumb';
  return progress && !unwanted ? (await import('./progress.js')).progressBar(total, locale, progress) : null;
}
