import type { Conversion, Threads } from '../engine/options.js';
import type { Converter } from './thread.js';

/** Conversion of Word files and pages that are checked; all that it takes is loaded, and the thread started, with the first. */
export function conversionFor(threads: Threads | undefined): Conversion {
  let started: Promise<Converter> | undefined;
  const start = async () => (await import('./thread.js')).converter(threads);
  return {
    convert: async (bytes, path, isSearched) => {
      const { converterFor } = await import('./converter.js');
      started ??= start();
      const { convert } = await started;
      return converterFor(convert)(bytes, path, isSearched);
    },
    end: async () => {
      const running = started;
      started = undefined;
      await (await running)?.end();
    },
  };
}
