import { resolve } from 'node:path';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { FolderWatcher } from '../files/watch.js';
import type { Locale } from '../language/locale.js';
import { type Flags, refuseTogether } from './flags.js';
import { type Context, isMistake } from './io.js';
import { lint } from './lint.js';
import { say } from './words.js';

/**
 * `jiedu-lint --watch [paths…]`: lints, and lints again when something changes that the run hangs on, until it is interrupted.
 * @returns 0: to end it is what the user wanted, whatever was found
 * @throws UserError for mistakes in options, and for mistakes in configs at the start; later ones are shown, and waited out
 */
export async function watch(patterns: readonly string[], flags: Flags, io: Context): Promise<number> {
  const locale = flags.locale ?? 'zh-CN';
  refuse(flags, locale);
  let changed = false;
  let stopped = false;
  let wake = () => {};
  const watcher = new FolderWatcher(
    {
      onChange: () => {
        changed = true;
        wake();
      },
      onFailure: (path, code) => io.err(`${say('watchFailed', locale, { path, code })}\n`),
    },
    written(flags, io),
  );
  const stop = io.interrupted?.().then(() => {
    stopped = true;
    wake();
  });
  // A run is ended by `onTouch`, and other threads would not tell what they read.
  const { interrupted: _, threads: __, ...alone } = io;
  let breathed = 0;
  const onTouch = (path: string) => {
    if (stopped) throw new Stopped();
    watcher.cover(resolve(path));
    if (performance.now() < breathed + BREATH) return;
    breathed = performance.now();
    return breathe();
  };
  try {
    for (let runs = 0; !stopped; runs++) {
      if (runs > 0 && io.colors) io.out(CLEAR);
      watcher.prune();
      for (const path of [io.cwd, ...[...patterns, flags.config ?? []].flat().map((path) => resolve(io.cwd, path))])
        watcher.cover(path);
      try {
        await lint(patterns, flags, alone, onTouch);
      } catch (error) {
        if (error instanceof Stopped) break;
        if (!isMistake(error) || runs === 0) throw error;
        io.err(`${error.message}\n`);
      }
      // Lets signals in that came while the run held the thread.
      await breathe();
      if (stopped) break;
      io.err(`${say('watching', locale, { time: new Date().toTimeString().slice(0, 8) })}\n`);
      while (!changed && !stopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      // Editors save in several steps, and version control changes many files at once.
      while (changed && !stopped) {
        changed = false;
        await Promise.race([sleep(QUIET), ...(stop ? [stop] : [])]);
      }
    }
  } finally {
    watcher.close();
  }
  return 0;
}

/** Milliseconds without a change before a run begins. */
const QUIET = 100;
/** The most milliseconds for which a run lets no signals in. */
const BREATH = 50;
const CLEAR = '\x1b[2J\x1b[3J\x1b[H';

/** Ends a run in the middle. */
class Stopped extends Error {}

/** A run that changes what it watches would start itself again; the others have nothing to watch. */
function refuse(flags: Flags, locale: Locale): void {
  const { watch, stdin, fix, suppressAll, suppressRule, pruneSuppressions, printConfig } = flags;
  const suppressing = { '--suppress-all': suppressAll, '--suppress-rule': suppressRule };
  refuseTogether(
    {
      ...{ '--watch': watch, '--stdin': stdin, '--fix': fix, ...suppressing },
      ...{ '--prune-suppressions': pruneSuppressions, '--print-config': printConfig },
    },
    locale,
  );
}

function written({ cacheLocation, reports }: Flags, io: Context): string[] {
  return [...reports.map(({ file }) => file), cacheLocation]
    .flatMap((file) => file ?? [])
    .map((file) => resolve(io.cwd, file));
}
