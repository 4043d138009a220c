import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a command took. */
export interface Measured {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, of all its threads and processes, where /proc tells it; else 0. */
  readonly cpu: number;
  /** Peak memory of the process and those it started, in megabytes; else 0. */
  readonly megabytes: number;
}

const bin = resolve(import.meta.dirname, '../bin/jiedu-lint.js');
// Reading extra certificates adds 60 ms to every start of Node's.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Runs this linter's `dist` over a folder; see `run`. */
export function ownRun(cwd: string, words: readonly string[]): Promise<Measured> {
  return run([process.execPath, bin, ...words, '.'], cwd);
}

/**
 * Runs a command in a folder, its output thrown away, and measures it. Nothing else may be started meanwhile.
 * @throws Error with the end of what it said, where it could not check everything
 */
export async function run(words: readonly string[], cwd: string): Promise<Measured> {
  const before = cpuOfEnded();
  const start = performance.now();
  const child = spawn(words[0] ?? '', words.slice(1), { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said = (said + data).slice(-500);
  });
  let megabytes = 0;
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0));
  }, 25);
  const status = await new Promise<number | null>((done, reject) => {
    child.on('error', reject);
    child.on('close', done);
  });
  clearInterval(timer);
  if (status === null || status > 1) throw new Error(`${words.join(' ')} ended with ${status}: ${said}`);
  return { wall: (performance.now() - start) / 1000, cpu: cpuOfEnded() - before, megabytes };
}

/** The run of which half took longer and half shorter, with the most memory of all. */
export function median(runs: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => middle(runs.map((one) => one[key]));
  return { wall: of('wall'), cpu: of('cpu'), megabytes: Math.max(...runs.map((one) => one.megabytes)) };
}

/** The middle one by size; 0 where there is none. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Seconds of processor time of this process's children that have ended: ticks of 10 ms. */
function cpuOfEnded(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

/** The most memory that a process has had so far, and each of its children. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const own = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}
