import { closeSync, lstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refusal } from './regular.js';
import { refuseWaysOut } from './write.js';

/** Nobody holds a lock for longer, in milliseconds: a run that was killed left it. */
const ABANDONED = 10_000;
/** Milliseconds between looks at a lock that another run holds. */
const BETWEEN_LOOKS = 10;

/**
 * Does something while no other run does it with the same file.
 * @param within as in `Replacing`
 * @param task short and synchronous: reading the file, and writing it
 * @throws what the task throws, and the system's error where the folder takes no lock
 */
export function withLock<T>(file: string, within: string, task: () => T): T {
  refuseWaysOut(file, within);
  const lock = join(dirname(file), `.${basename(file).replace(/^\.+/, '')}.lock`);
  mkdirSync(dirname(file), { recursive: true });
  for (let looks = 0; !isTaken(lock, looks); looks++)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_LOOKS);
  try {
    return task();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isTaken(lock: string, looks: number): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    breakAbandoned(lock, looks);
    return false;
  }
}

/** Of several that see an abandoned lock one gets to move it away. What bears a date to come is not waited for without end either. */
function breakAbandoned(lock: string, looks: number): void {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (!found) return;
  const age = Date.now() - found.mtimeMs;
  if (age < ABANDONED && (age >= 0 || looks * BETWEEN_LOOKS < ABANDONED)) return;
  if (found.isDirectory()) throw refusal('EISDIR', lock);
  const aside = `${lock}-${Math.random().toString(36).slice(2)}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return;
  }
  rmSync(aside, { force: true });
}
