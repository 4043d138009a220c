import type { OtherThreads } from '../lint/check-files.js';
import type { Io } from './io.js';
import type { SessionOptions } from './session.js';

/** How many threads check files: a number, as many as pay, or none beside the main one. */
export type Concurrency = number | 'auto' | 'off';

/** Files that pay for the start and warm-up of a thread beside others; `bench/workers.ts` measures it. */
const SHARE = 1500;
/** Most threads taken unasked: the main one, which takes in what they find, keeps no more of them busy. */
const MOST = 8;

export interface ThreadFlags extends SessionOptions {
  readonly concurrency?: Concurrency;
  readonly frame?: boolean;
}

/** The threads of a run; undefined where this one is to do it all. None is started before there is something to check. */
export function otherThreads(flags: ThreadFlags, io: Io): OtherThreads | undefined {
  const { concurrency = 'auto' } = flags;
  const { threads } = io;
  if (!threads || concurrency === 'off') return undefined;
  const isAsked = concurrency !== 'auto';
  const most = isAsked ? concurrency : Math.min(threads.cores(), MOST);
  // One thread beside the main one, which waits, brings nothing.
  if (most < 2 && !isAsked) return undefined;
  const least = isAsked ? 1 : 2 * SHARE;
  return {
    least,
    check: async (paths, done, options) => {
      const { checkInThreads } = await import('./worker-pool.js');
      io.compileLess?.(false);
      return checkInThreads(paths, done, options, {
        threads,
        setup: {
          cwd: io.cwd,
          flags: { ...sessionOptions(flags), ...(io.importModule ? {} : { plugins: false }) },
          parts: options.parts ?? [],
          frames: flags.frame === true,
          keeps: options.cache !== undefined,
        },
        count: isAsked ? most : Math.min(most, Math.floor(paths.length / SHARE)),
        onRunning: () => compileLess(paths.length, io),
      });
    },
  };
}

/** From this many files on compiling less brings more than it costs. */
const MANY = 200;

/** Lets V8 compile less where many files are gone through. */
export function compileLess(files: number, io: Io): void {
  if (files >= MANY) io.compileLess?.(true);
}

/** What threads need of the flags to find the same configs. */
function sessionOptions({ config, configLookup, preset, rule, plugins }: SessionOptions): SessionOptions {
  return {
    configLookup,
    ...(config !== undefined && { config }),
    ...(preset && { preset }),
    ...(rule && { rule }),
    ...(plugins !== undefined && { plugins }),
  };
}
