import { isLong } from '../lint/check-files.js';
import type { OtherThreads } from '../lint/options.js';
import type { EngineOptions, Machine } from './options.js';

/** Files that pay for the start and warm-up of a thread beside others; `bench/workers.ts` measures it. */
const SHARE = 1500;
/** Most threads taken unasked: the main one, which takes in what they find, keeps no more of them busy. */
const MOST = 8;

/** The threads of a run; undefined where this one is to do it all. None is started before there is something to check. */
export function otherThreads(cwd: string, options: EngineOptions, machine: Machine): OtherThreads | undefined {
  const { concurrency = 'auto', frames = false } = options;
  const { threads, importModule } = machine;
  if (!threads || concurrency === 'off') return undefined;
  const isAsked = concurrency !== 'auto';
  const most = isAsked ? concurrency : mostThreads(threads.cores());
  // One thread beside the main one, which waits, brings nothing.
  if (most < 2 && !isAsked) return undefined;
  const least = isAsked ? 1 : 2 * SHARE;
  return {
    least,
    check: async (paths, done, run) => {
      const { checkInThreads } = await import('./worker-pool.js');
      machine.forManyFiles?.(false);
      const { config, configLookup, presets, rules, plugins } = options;
      const configuration = { config, configLookup, presets, rules, plugins: importModule ? plugins : false };
      return checkInThreads(paths, done, run, {
        threads,
        setup: { options: { ...configuration, cwd, frames }, parts: run.parts ?? [], keeps: run.cache !== undefined },
        count: isAsked ? most : Math.min(most, Math.floor(paths.length / SHARE)),
        onRunning: () => forManyFiles(paths.length, machine),
      });
    },
  };
}

/** How many threads are taken unasked on a machine of so many processors. */
export function mostThreads(cores: number): number {
  return Math.min(cores, MOST);
}

/** Tells where many files are gone through. */
export function forManyFiles(files: number, machine: Machine): void {
  if (isLong(files)) machine.forManyFiles?.(true);
}
