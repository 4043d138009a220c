import type { Worker } from 'node:worker_threads';
import type { Localized } from '../language/locale.js';
import { type Packed, unpack } from '../lint/packed.js';
import { threadFailure } from '../lint/read-problems.js';
import type { LintOptions } from '../lint/run.js';
import { type FileYield, failed } from '../lint/yield.js';
import type { Batch, Made, WorkerSetup } from './worker.js';

/** Starts a thread that runs `serve` with this setup. */
export type StartWorker = (setup: WorkerSetup) => Worker;

export interface PoolOptions {
  readonly start: StartWorker;
  readonly setup: Omit<WorkerSetup, 'at' | 'parts'>;
  /** How many threads; fewer where there are not enough files. */
  readonly threads: number;
  /** Takes in for the cache what was made for a file. */
  readonly keep?: (path: string, key: string, json: string) => void;
  /** Told, once, when all threads have loaded the program. */
  readonly onRunning?: () => unknown;
  /** Milliseconds after which a file that is not done is given up. */
  readonly limit?: number;
}

/**
 * Checks files in threads that pull them from this one, batch by batch. A thread that dies takes one file with it; another goes on
 * with the rest.
 * @see OtherThreads
 */
export function checkInThreads(
  paths: readonly string[],
  done: number,
  options: LintOptions,
  pool: PoolOptions,
): Promise<ReadonlyMap<string, FileYield>> {
  return new Round(paths, done, options, pool).run();
}

/** Most files of a batch: enough that threads seldom ask, few enough that they end at the same time. */
const BATCH = 24;
/** Batches that wait at a thread, so that it has something to do while this one is busy. */
const AHEAD = 2;
/** Milliseconds. The longest any document of a page's size takes is far below a second. */
const LIMIT = 120_000;
/** Milliseconds between looks whether threads hang or the run is to end. */
const LOOK = 50;

/** A thread at work. */
interface Hand {
  readonly worker: Worker;
  readonly at: Int32Array;
  readonly batches: Batch[];
  isRunning: boolean;
  error?: unknown;
  /** The file seen at work last, and since when. */
  seen: number;
  since: number;
}

/** The checking of one list of files. */
class Round {
  private readonly found = new Map<string, FileYield>();
  private readonly hands = new Set<Hand>();
  /** Files whose thread died under them once: they are tried again, alone. */
  private readonly suspects = new Set<number>();
  private readonly waiting: Batch[];
  private readonly count: number;
  private finish: () => void = () => {};
  private ended = false;
  private areRunning = false;

  constructor(
    paths: readonly string[],
    private done: number,
    private readonly options: LintOptions,
    private readonly pool: PoolOptions,
  ) {
    this.waiting = batchesOf(paths, pool.threads);
    this.count = Math.min(pool.threads, this.waiting.length);
  }

  run(): Promise<ReadonlyMap<string, FileYield>> {
    return new Promise((resolve, reject) => {
      const timer = setInterval(
        () =>
          this.look().catch((error) => {
            this.finish();
            reject(error);
          }),
        LOOK,
      );
      this.finish = () => {
        this.ended = true;
        clearInterval(timer);
        const ends = [...this.hands].map(({ worker }) => worker.terminate());
        Promise.all(ends).then(() => resolve(this.found), reject);
      };
      for (let i = 0; i < this.count; i++) this.hire();
    });
  }

  private hire(): void {
    const { pool, options } = this;
    const at = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const worker = pool.start({ ...pool.setup, at, parts: options.parts ?? [] });
    const hand: Hand = { worker, at, batches: [], isRunning: false, seen: -1, since: performance.now() };
    this.hands.add(hand);
    worker.on('message', (made: Made[]) => this.take(hand, made));
    worker.on('error', (error) => {
      hand.error = error;
    });
    worker.on('exit', (code) => this.lose(hand, code));
    this.give(hand);
  }

  /** Hands out work; the round is over when there is none and nobody is at work. */
  private give(hand: Hand): void {
    while (hand.batches.length < AHEAD) {
      const batch = this.waiting.shift();
      if (!batch) break;
      hand.batches.push(batch);
      hand.worker.postMessage(batch);
    }
    if ([...this.hands].every(({ batches }) => batches.length === 0)) this.finish();
  }

  private take(hand: Hand, made: readonly Made[]): void {
    const batch = hand.batches.shift();
    if (this.ended || !batch) return;
    hand.isRunning = true;
    if (!this.areRunning && [...this.hands].every(({ isRunning }) => isRunning)) {
      this.areRunning = true;
      this.pool.onRunning?.();
    }
    for (const [index, one] of made.entries()) this.add(batch.paths[index] as string, one);
    this.give(hand);
  }

  private add(path: string, { json, text, key }: Made): void {
    const { configFor, rules, onFile } = this.options;
    const packed = { ...(JSON.parse(json) as Packed), ...(text === undefined ? {} : { text }) };
    const file = unpack(path, packed, configFor(path), rules);
    if (key !== undefined) this.pool.keep?.(path, key, json);
    // What this thread cannot read it will check itself.
    if (!file) return;
    this.found.set(path, file);
    onFile?.(++this.done);
  }

  /** A thread has died. The file it was at is to blame if that happens again, or if nothing ended its work; the rest goes on. */
  private lose(hand: Hand, code: number): void {
    this.hands.delete(hand);
    if (this.ended) return;
    const at = Atomics.load(hand.at, 0);
    const left = hand.batches.flatMap(({ first, paths }) => paths.map((path, index) => ({ path, at: first + index })));
    const culprit = left.find((one) => one.at === at);
    const isGuilty = hand.error === HANGS || this.suspects.has(at);
    if (culprit && isGuilty) {
      this.found.set(culprit.path, failed(culprit.path, threadFailure(reasonOf(hand.error, code))));
      this.options.onFile?.(++this.done);
    }
    this.suspects.add(at);
    const again = left.filter((one) => one !== culprit || !isGuilty);
    this.waiting.unshift(...again.map(({ path, at: first }) => ({ first, paths: [path] })));
    // One that dies before its first file would do so another time: without any left, this thread takes over.
    if (culprit && this.waiting.length > 0) this.hire();
    for (const other of this.hands) this.give(other);
    if (this.hands.size === 0) this.finish();
  }

  private async look(): Promise<void> {
    if (!this.ended && (await this.options.stopped?.())) this.finish();
    const now = performance.now();
    for (const hand of this.hands) {
      const at = Atomics.load(hand.at, 0);
      // Before its first file a thread is starting, which takes as long as the machine is busy.
      if (at !== hand.seen || at < 0 || hand.batches.length === 0) {
        hand.seen = at;
        hand.since = now;
      } else if (now - hand.since > (this.pool.limit ?? LIMIT)) {
        hand.error = HANGS;
        hand.worker.terminate();
      }
    }
  }
}

/** Marks a thread that was ended because a file took too long. */
const HANGS = Symbol('hangs');

function batchesOf(paths: readonly string[], threads: number): Batch[] {
  const size = Math.max(1, Math.min(BATCH, Math.ceil(paths.length / (threads * AHEAD * 2))));
  const batches: Batch[] = [];
  for (let first = 0; first < paths.length; first += size)
    batches.push({ first, paths: paths.slice(first, first + size) });
  return batches;
}

function reasonOf(error: unknown, code: number): Localized {
  if (error === HANGS) return { 'zh-CN': '很久没有检查完', en: 'it took too long' };
  if (error === undefined) return { 'zh-CN': `检查中途退出，退出码 ${code}`, en: `it exited with code ${code}` };
  const { code: id, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
  if (id === 'ERR_WORKER_OUT_OF_MEMORY') return { 'zh-CN': '内存不够', en: 'it ran out of memory' };
  const line = message.split('\n')[0] ?? '';
  return { 'zh-CN': line, en: line };
}
