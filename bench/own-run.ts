import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a run of this linter took. */
export interface OwnRun {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, of all threads. */
  readonly cpu: number;
  /** The most memory it held, in megabytes. */
  readonly rss: number;
}

const bin = resolve(import.meta.dirname, '../bin/jiedu-lint.js');
const peak = resolve(import.meta.dirname, 'peak.cjs');

/**
 * Runs this linter's `dist` over the working folder given.
 * @throws Error with what it said, where it could not check everything
 */
export function ownRun(cwd: string, words: readonly string[]): OwnRun {
  const home = mkdtempSync(join(tmpdir(), 'jiedu-lint-run-'));
  const file = join(home, 'peak.json');
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', peak, bin, ...words, '.'], {
    cwd,
    encoding: 'utf8',
    env: { ...env, PEAK_FILE: file },
  });
  const wall = (performance.now() - start) / 1000;
  if (status === 2 || status === null) throw new Error(stderr);
  const used = JSON.parse(readFileSync(file, 'utf8')) as Omit<OwnRun, 'wall'>;
  rmSync(home, { recursive: true });
  return { wall, ...used };
}
