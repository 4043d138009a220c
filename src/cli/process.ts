import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, devNull } from 'node:os';
import { join } from 'node:path';
import { moduleImporter } from '../engine/plugin-modules.js';
import type { WorkerSetup } from '../engine/thread-messages.js';
import { type Io, OutputError } from './io.js';
import { main } from './main.js';

/**
 * Runs the command line on this process.
 * @param root the folder that holds package.json and docs
 * @param importUrl import(), which code run from a cache cannot call itself
 * @returns the exit code
 */
export async function run(root: string, importUrl?: (url: string) => Promise<unknown>): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return main(
    process.argv.slice(2),
    {
      ...processIo(),
      ...(importUrl && {
        importModule: moduleImporter(importUrl),
        threads: { script: join(root, 'dist', 'worker.cjs'), limits: LIMITS, cores: availableParallelism },
      }),
      forManyFiles,
      collect,
    },
    { root, version },
  );
}

/** Runs this thread for the run that started it. */
export async function work(importUrl: (url: string) => Promise<unknown>): Promise<void> {
  const { workerData } = await import('node:worker_threads');
  const { worker } = await import('workerpool');
  const { importDocument } = await import('../import/import.js');
  // Threads that convert are told nothing of a run of checks, and need nothing of it.
  worker({ convert: importDocument, ...(workerData && (await checking(workerData, importUrl))) });
}

async function checking(setup: WorkerSetup, importUrl: (url: string) => Promise<unknown>) {
  const { FileWorker } = await import('../engine/worker.js');
  const { converterFor } = await import('../import/converter.js');
  const files = new FileWorker(setup, moduleImporter(importUrl), converterFor());
  return { check: (paths: string[]) => files.check(paths) };
}

/**
 * Makes V8's optimizing compiler, in all threads, take in fewer of the functions that a function calls: its work is a good part of what a run
 * over some thousands of files costs, and code that much smaller runs as fast. And has V8 look for what may go when the heap has grown by a
 * little. Not on the command line or while a thread loads the bundle: V8 refuses code that was compiled under other flags.
 */
function forManyFiles(isOn: boolean): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${isOn ? 100 : USUAL_INLINING}`);
  setFlagsFromString(`--heap-growing-percent=${isOn ? GROWTH : 0}`);
}

/** Frees what nothing holds any more. V8 would let the heap grow first by as much again as there was to hold. */
function collect(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  process.getBuiltinModule('node:vm').runInNewContext('gc')();
}

/** In percent of what is held: less brings work and no memory. */
const GROWTH = 25;

/** V8's own number; with another one threads would have to compile the bundle. */
const USUAL_INLINING = 920;

/**
 * Of a thread, in megabytes. What is young is let go with its document, and soon. The stack is as deep as the main thread's, so that both
 * fail at the same.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16, stackSizeMb: 1 };

/** Descriptors are written directly: `process.stdout` would load Node's streams and sockets, which a short run does without. */
function processIo(): Io {
  let shown = '';
  const progress = (line: string) => {
    if (line !== shown && process.stderr.isTTY) write(2, `\r\x1b[2K${line}`);
    shown = line;
  };
  return {
    cwd: process.cwd(),
    env: process.env,
    colors: isDevice(1) && process.stdout.isTTY === true && process.env.TERM !== 'dumb',
    out: (text) => write(1, text),
    err: (text) => {
      progress('');
      write(2, text);
    },
    interrupted,
    stdin: readStdin,
    run: runProgram,
    streams,
    ...(isDevice(0) && isDevice(2) ? { ask } : {}),
    ...(isDevice(2) ? { progress } : {}),
  };
}

/** A device other than the null one, so perhaps a terminal; only then is `process.stdout` worth its loading. */
function isDevice(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isCharacterDevice() && found.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that stops early (head, less) breaks a pipe or resets a socket: no fault to tell about, but the report did not get through.
      if (code === 'EPIPE' || code === 'ECONNRESET' || (descriptor === 2 && code !== 'EAGAIN')) process.exit(2);
      if (code !== 'EAGAIN') throw new OutputError(code ?? String(error));
      pause();
    }
  }
}

/** A pipe whose reader is slow takes more after a while. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

function streams() {
  // A conversation goes on whatever becomes of one answer.
  process.on('unhandledRejection', (error) => write(2, `${error instanceof Error ? error.stack : String(error)}\n`));
  return { input: process.stdin, output: process.stdout };
}

/** npm on Windows is a script, which only a shell runs; callers see to it that no word means anything to one. Nobody is asked for passwords. */
function runProgram(command: string, words: readonly string[]): { code: number; out: string } {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout } = spawnSync(command, words, {
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { code: status ?? 1, out: stdout ?? '' };
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // The end of the input (Ctrl-D, Ctrl-C) is no answer, and would otherwise be waited for without end.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

/** Without a listener Node ends the process by the signal, at once. */
function interrupted(until?: AbortSignal): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  return new Promise((resolve) => {
    const hear = () => {
      forget();
      resolve();
    };
    const forget = () => {
      for (const signal of signals) process.off(signal, hear);
    };
    for (const signal of signals) process.on(signal, hear);
    until?.addEventListener('abort', forget, { once: true });
  });
}

async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
    if (bytes > limit) break;
  }
  return Buffer.concat(chunks);
}
