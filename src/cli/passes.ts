import type { Watching } from '../engine/engine.js';
import type { Locale } from '../language/locale.js';
import type { Flags } from './flags.js';
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

/** The most milliseconds for which a run lets no signals in. Shorter runs do not listen at all: to kill them harms nothing. */
const BREATH = 50;

/**
 * Asks whether the user has asked the run to end (Ctrl-C). `stopped` lets signals in now and then, which a run that keeps its thread
 * busy would not get. From `end` on, when the run has passed what it can end early, signals do what they do without us.
 */
function interruptionOf(io: Io) {
  const listening = new AbortController();
  let listens = false;
  let isStopped = false;
  let breathed = Date.now();
  return {
    stopped: (): boolean | Promise<boolean> => {
      if (isStopped) return true;
      const now = Date.now();
      if (now < breathed + BREATH) return false;
      breathed = now;
      if (!listens) {
        listens = true;
        io.interrupted?.(listening.signal).then(() => {
          isStopped = true;
        });
      }
      return new Promise((resolve) => setImmediate(() => resolve(isStopped)));
    },
    end: () => listening.abort(),
  };
}
