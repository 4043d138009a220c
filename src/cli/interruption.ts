import type { Io } from './io.js';

/** Asks whether the user has asked the run to end (Ctrl-C). */
export interface Interruption {
  /** Lets signals in now and then, which a run that keeps its thread busy would not get. */
  readonly stopped: () => boolean | Promise<boolean>;
  /** The run has passed what it can end early: from now on signals do what they do without us. */
  end(): void;
}

/** The most milliseconds for which a run lets no signals in. Shorter runs do not listen at all: to kill them harms nothing. */
const BREATH = 50;

export function interruptionOf(io: Io): Interruption {
  const listening = new AbortController();
  let listens = false;
  let isStopped = false;
  let breathed = Date.now();
  return {
    stopped: () => {
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
