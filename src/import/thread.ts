import { pool } from 'workerpool';
import type { Threads } from '../engine/options.js';
import { importHere } from './converter.js';
import type { Imported, NotImported } from './import.js';

export interface Converter {
  convert(bytes: Uint8Array, name: string, beside?: readonly string[]): Promise<Imported | NotImported | Unfinished>;
  /** Ends the thread. */
  end(): Promise<void>;
}

/** A file whose conversion was ended. */
interface Unfinished {
  readonly failure: 'tooSlow';
  readonly data: Readonly<Record<string, never>>;
}

/** Milliseconds that a file may take; a paper of a hundred pages takes one second. */
export const LIMIT = 20_000;
/** Of the thread's memory, in megabytes: the largest file that is not refused takes 200. */
const MEMORY = 400;

/**
 * Converts files one after another in a thread, which is ended where a file takes too long or too much memory, so that the others are
 * still imported; in this thread where there is no other to be had.
 */
export function converter(threads: Threads | undefined): Converter {
  if (!threads) return { convert: importHere, end: async () => {} };
  const { maxOldGenerationSizeMb } = threads.limits;
  const workers = pool(threads.script, {
    workerType: 'thread',
    maxWorkers: 1,
    workerThreadOpts: {
      resourceLimits: { ...threads.limits, maxOldGenerationSizeMb: Math.min(MEMORY, maxOldGenerationSizeMb) },
    },
  });
  return {
    convert: async (bytes, name, beside = []) => {
      try {
        return await workers.exec('convert', [bytes, name, beside]).timeout(LIMIT);
      } catch {
        return { failure: 'tooSlow', data: {} };
      }
    },
    end: async () => {
      await workers.terminate(true);
    },
  };
}
