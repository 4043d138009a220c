import { rules } from '../../rules/index.js';
import type { ImportModule } from '../config/plugins.js';
import { FileHost } from '../files/host.js';
import type { ResultStore } from '../lint/cached.js';
import { FileChecker } from '../lint/check-files.js';
import { type Packed, pack } from '../lint/packed.js';
import type { LintOptions } from '../lint/run.js';
import { segmenter } from './segmenter.js';
import { Session, type SessionOptions } from './session.js';

/** What a thread has to know of the run it works for. Plain data. */
export interface WorkerSetup {
  readonly cwd: string;
  readonly flags: SessionOptions;
  readonly parts: readonly string[];
  readonly frames: boolean;
  /** Whether the cache wants to keep what files yield. */
  readonly keeps: boolean;
}

/** What one file yielded. */
export interface Made {
  readonly packed: Packed;
  /** Where the cache is to keep it: the digest of the file's bytes. */
  readonly content?: string;
}

/** Checks files in a thread, which reads configs and loads plugins itself, as functions cannot be sent. */
export class FileWorker {
  private readonly session: Session;
  private readonly checker: FileChecker;
  private content: string | undefined;

  constructor({ cwd, flags, parts, frames, keeps }: WorkerSetup, importModule: ImportModule) {
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
      segmenter,
      ...(keeps && { cache: this.recorder() }),
    };
    this.checker = new FileChecker(new FileHost(), options);
  }

  async check(paths: readonly string[]): Promise<Made[]> {
    await this.session.prepare(paths);
    const made: Made[] = [];
    for (const path of paths) {
      this.content = undefined;
      const packed = pack(await this.checker.check(path));
      made.push({ packed, ...(this.content !== undefined && { content: this.content }) });
      // What plugins leave undone (a rejected promise) comes out while their file is still at work.
      if (this.session.configFor(path).added) await new Promise((resolve) => setImmediate(resolve));
    }
    return made;
  }

  /** A store that knows nothing and notes what is to be kept. */
  private recorder(): ResultStore {
    return {
      get: () => undefined,
      set: (_kind, _path, [, content]) => {
        this.content = content;
      },
    };
  }
}
