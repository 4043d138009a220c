import type { ImportModule } from '../config/plugins.js';
import { FileHost } from '../files/host.js';
import { FileChecker } from '../lint/check-files.js';
import type { ResultStore } from '../lint/options.js';
import { sent } from '../lint/serialize.js';
import { Engine } from './engine.js';
import type { Conversion } from './options.js';
import type { Made, WorkerSetup } from './thread-messages.js';

/** Checks files in a thread, which reads configs and loads plugins itself, as functions cannot be sent. */
export class FileWorker {
  private readonly engine: Engine;
  private readonly checker: FileChecker;
  private content: string | undefined;

  constructor({ options, parts, keeps }: WorkerSetup, importModule: ImportModule, convert?: Conversion['convert']) {
    this.engine = new Engine(options, { importModule });
    const run = this.engine.lintOptions({ parts, locale: 'zh-CN', ...(keeps && { cache: this.recorder() }) });
    this.checker = new FileChecker(new FileHost(undefined, convert), run);
  }

  async check(paths: readonly string[]): Promise<Made[]> {
    const { configuration } = this.engine;
    await configuration.prepare(paths);
    const made: Made[] = [];
    for (const path of paths) {
      this.content = undefined;
      const file = await this.checker.check(path);
      made.push({ sent: sent(file), ...(this.content !== undefined && { content: this.content }) });
      // What plugins leave undone (a rejected promise) comes out while their file is still at work.
      if (configuration.configFor(path).added) await new Promise((resolve) => setImmediate(resolve));
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
