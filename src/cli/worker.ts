import type { MessagePort } from 'node:worker_threads';
import { rules } from '../../rules/index.js';
import type { ContentPart } from '../archive/content.js';
import type { ImportModule } from '../config/plugins.js';
import { FileHost } from '../files/host.js';
import type { ResultStore } from '../lint/cached.js';
import { FileChecker } from '../lint/check-files.js';
import { pack } from '../lint/packed.js';
import type { LintOptions } from '../lint/run.js';
import { CacheKeys } from './cache-key.js';
import { Session, type SessionOptions } from './session.js';

/** What a thread has to know of the run it works for. Plain data. */
export interface WorkerSetup {
  readonly cwd: string;
  readonly installation: { readonly root: string; readonly version: string };
  readonly flags: SessionOptions;
  readonly parts: readonly ContentPart[];
  readonly frames: boolean;
  /** Whether the cache wants to keep what files yield. */
  readonly keeps: boolean;
  /** Shared memory: the index of the file being checked, -1 before the first. */
  readonly at: Int32Array;
}

/** Files for a thread to check. */
export interface Batch {
  /** The first one's index among the files of the run. */
  readonly first: number;
  readonly paths: readonly string[];
}

/** What one file yielded. */
export interface Made {
  /** A `Packed` without text. */
  readonly json: string;
  readonly text?: string;
  /** Where the cache is to keep it: under which key. */
  readonly key?: string;
}

/**
 * Serves a run in a thread of its own: takes a `Batch`, answers with a `Made` for each of its files, and so on until it is ended.
 * It reads configs and loads plugins itself, as functions cannot be sent.
 */
export function serve(port: MessagePort, setup: WorkerSetup, importModule: ImportModule): void {
  const worker = new FileWorker(setup, importModule);
  // The next batch may come in while a file is waited for.
  let last = Promise.resolve();
  port.on('message', (batch: Batch) => {
    last = last.then(async () => port.postMessage(await worker.check(batch)));
  });
}

class FileWorker {
  private readonly session: Session;
  private readonly checker: FileChecker;
  private recorded: Made | undefined;

  constructor(
    private readonly setup: WorkerSetup,
    importModule: ImportModule,
  ) {
    const { cwd, flags, installation, parts, frames, keeps } = setup;
    const silent = () => {};
    const io = {
      cwd,
      env: {},
      colors: false,
      out: silent,
      err: silent,
      stdin: async () => new Uint8Array(),
      importModule,
    };
    this.session = new Session(io, flags);
    const options: LintOptions = {
      rules,
      locale: 'zh-CN',
      configFor: (path) => this.session.configFor(path),
      settingsFor: (path) => this.session.settingsFor(path),
      parts,
      frames,
      ...(keeps && { cache: this.recorder(new CacheKeys(installation, this.session)) }),
    };
    this.checker = new FileChecker(new FileHost(), options);
  }

  async check({ first, paths }: Batch): Promise<Made[]> {
    await this.session.prepare(paths);
    const made: Made[] = [];
    for (const [index, path] of paths.entries()) {
      Atomics.store(this.setup.at, 0, first + index);
      this.recorded = undefined;
      const file = await this.checker.check(path);
      const { text, ...packed } = pack(file);
      const kept: Made = this.recorded ?? { json: JSON.stringify(packed) };
      made.push(text === undefined ? kept : { ...kept, text });
      // What plugins leave undone (a rejected promise) comes out while their file is still the one at work.
      if (this.session.configFor(path).added) await new Promise((resolve) => setImmediate(resolve));
    }
    return made;
  }

  /** A store that knows nothing and hands on what it is to keep. */
  private recorder(keys: CacheKeys): ResultStore {
    return {
      get: () => undefined,
      set: (_kind, path, from, value) => {
        this.recorded = { json: JSON.stringify(value), key: keys.of(path, from) };
      },
    };
  }
}
