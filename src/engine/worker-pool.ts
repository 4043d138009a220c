import { type Pool, Promise as PoolPromise, pool, TerminateError } from 'workerpool';
import type { Localized } from '../language/locale.js';
import { keep } from '../lint/cached.js';
import { failed } from '../lint/check-text.js';
import type { CheckedFile } from '../lint/checked-file.js';
import type { LintOptions } from '../lint/options.js';
import { threadFailure } from '../lint/read-problems.js';
import { received } from '../lint/serialize.js';
import type { Threads } from './options.js';
import type { Made, WorkerSetup } from './thread-messages.js';

export interface PoolOptions {
  readonly threads: Threads;
  readonly setup: WorkerSetup;
  /** How many threads; fewer where there are not enough files. */
  readonly count: number;
  /** Told when all threads have loaded the program. */
  readonly onRunning?: () => void;
  /** Milliseconds after which a batch that is not done is given up. */
  readonly limit?: number;
}

/** Most files of a batch: enough that threads seldom ask, few enough that they end at the same time. */
const BATCH = 24;
/** Milliseconds. The longest any document of a page's size takes is far below a second. */
const LIMIT = 120_000;

/** Files that a thread checks in one go. */
interface Batch {
  readonly paths: readonly string[];
  /** One file whose thread died under the batch it was in: it is tried alone, and to blame if that happens again. */
  readonly isSuspect: boolean;
}

/**
 * Checks files in threads, batch by batch. Where a thread dies, the files of its batch are tried again one by one.
 * @see OtherThreads
 */
export async function checkInThreads(
  paths: readonly string[],
  done: number,
  options: LintOptions,
  { threads, setup, count, onRunning, limit = LIMIT }: PoolOptions,
): Promise<ReadonlyMap<string, CheckedFile>> {
  const batches = batchesOf(paths, count);
  const lanes = Array.from({ length: Math.min(count, batches.length) });
  const workers = pool(threads.script, {
    workerType: 'thread',
    minWorkers: lanes.length,
    maxWorkers: lanes.length,
    workerThreadOpts: { workerData: setup, resourceLimits: threads.limits },
  });
  const found = new Map<string, CheckedFile>();
  const add = (path: string, file: CheckedFile) => {
    found.set(path, file);
    options.onFile?.(++done);
  };
  const work = async () => {
    for (let batch = batches.shift(); batch && !(await options.stopped?.()); batch = batches.shift()) {
      const { paths: some, isSuspect } = batch;
      try {
        const made: readonly Made[] = await workers.exec('check', [some]).timeout(limit);
        for (const [index, one] of made.entries()) {
          const file = taken(some[index] as string, one, options);
          // What this thread cannot read it will check itself.
          if (file) add(file.path, file);
        }
      } catch (error) {
        if (isSuspect) for (const path of some) add(path, failed(path, threadFailure(reasonOf(error))));
        else batches.unshift(...some.map((path) => ({ paths: [path], isSuspect: true })));
      }
    }
  };
  try {
    if (!(await areRunning(workers, lanes.length))) return found;
    onRunning?.();
    await Promise.all(lanes.map(work));
    return found;
  } finally {
    await workers.terminate(true);
  }
}

/** @returns false where no thread starts: the main one then does the work */
function areRunning(workers: Pool, count: number): Promise<boolean> {
  const asked = Array.from({ length: count }, () => workers.exec('methods'));
  return Promise.all(asked).then(
    () => true,
    () => false,
  );
}

function taken(path: string, { sent, content }: Made, options: LintOptions): CheckedFile | null {
  const file = received(path, sent, options.configFor(path), options.rules);
  return file && keep(file, content, options);
}

function batchesOf(paths: readonly string[], threads: number): Batch[] {
  const size = Math.max(1, Math.min(BATCH, Math.ceil(paths.length / (threads * 4))));
  const batches: Batch[] = [];
  for (let first = 0; first < paths.length; first += size)
    batches.push({ paths: paths.slice(first, first + size), isSuspect: false });
  return batches;
}

function reasonOf(error: unknown): Localized {
  if (error instanceof PoolPromise.TimeoutError) return { 'zh-CN': '很久没有检查完', en: 'it took too long' };
  if (error instanceof TerminateError && !error.cause) return { 'zh-CN': '检查中途退出', en: 'it exited' };
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { 'zh-CN': '内存不够', en: 'it ran out of memory' };
  const line = message?.split('\n')[0] ?? String(error);
  return { 'zh-CN': line, en: line };
}
