import type { Io } from './io.js';

/** The most milliseconds for which a run lets no signals in. Shorter runs do not listen at all: to kill them harms nothing. */
const BREATH = 50;

/**
 * Asks whether the user has asked the run to end (Ctrl-C). `stopped` lets signals in now and then, which a run that keeps its thread
 * busy would not get. From `end` on, when the run has passed what it can end early, signals do what they do without us.
 */
export function interruptionOf(io: Io) {
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
