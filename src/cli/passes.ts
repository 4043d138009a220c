import type { LintOptions } from '../lint/run.js';
import { compileLess, otherThreads, type ThreadFlags } from './concurrency.js';
import { interruptionOf } from './interruption.js';
import type { Io } from './io.js';
import { progressFor } from './progress-for.js';
import type { Session } from './session.js';

/** The options of a run that say how files are gone through, not what is found in them. */
export interface PassFlags extends ThreadFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly progress?: boolean;
}

/** What a run has of the program it belongs to. */
export interface Program {
  /** The folder that holds its package.json. */
  readonly root: string;
  readonly version: string;
}

type PassOptions = Pick<LintOptions, 'cache' | 'threads' | 'onFile' | 'onArchive' | 'stopped'>;

/**
 * Goes through files with what the flags ask for: a cache, other threads, a progress bar; and so that Ctrl-C ends it cleanly.
 * @param total how many files there are
 * @param pass what is done; by the options it is given
 */
export async function goThrough<Outcome>(
  total: number,
  flags: PassFlags,
  program: Program,
  session: Session,
  io: Io,
  pass: (options: PassOptions) => Promise<Outcome>,
): Promise<Outcome> {
  const cache = flags.cache ? (await import('./cache.js')).FileCache.open(flags, program, session, io) : null;
  const threads = otherThreads(flags, io);
  compileLess(total, io);
  const bar = await progressFor(total, flags, session.locale, io);
  const { stopped, end } = interruptionOf(io);
  try {
    const outcome = await pass({
      stopped,
      ...(cache && { cache }),
      ...(threads && { threads }),
      ...(bar && { onFile: bar.step, onArchive: bar.archive }),
    });
    cache?.save();
    return outcome;
  } finally {
    end();
    bar?.end();
  }
}
