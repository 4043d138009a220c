import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PutAside } from '../archive/content.js';

/**
 * A file that holds what a long run needs only at its end: of 10,000 documents that is 100 MB. It has no name from the moment it is open
 * (on Windows, from the moment it is closed), so that nothing is left of it however the run ends, and only this user may read it. Where it
 * cannot be written, or no further, texts stay in memory.
 */
export class Aside {
  private readonly file: string;
  /** Undefined until something is put there; null where nothing can be. */
  private descriptor: number | null | undefined;
  private size = 0;
  /** What texts come back through: bytes of their own would wait by the thousand for V8 to let them go. */
  private buffer = Buffer.alloc(0);

  /** @param folder for files that go, absolute */
  constructor(folder: string) {
    this.file = join(folder, `jiedu-lint-${randomUUID()}`);
  }

  readonly put: PutAside = (text) => {
    if (this.descriptor === undefined) this.descriptor = opened(this.file);
    const { descriptor, size: at } = this;
    const length = Buffer.byteLength(text, ENCODING);
    if (descriptor === null || !isWritten(descriptor, text, at, length)) return () => text;
    this.size += length;
    return this.reader(descriptor, at, length);
  };

  /** Lets go what was put aside. */
  end(): void {
    if (typeof this.descriptor === 'number') closeSync(this.descriptor);
    this.descriptor = null;
  }

  /** Made apart: a function made beside the text would hold it. */
  private reader(descriptor: number, at: number, length: number): () => string {
    return () => {
      if (this.buffer.length < length) this.buffer = Buffer.alloc(length);
      if (readSync(descriptor, this.buffer, 0, length, at) !== length)
        throw new Error('what was put aside was cut short');
      return this.buffer.toString(ENCODING, 0, length);
    };
  }
}

/** As V8 holds texts: they go and come as they are. */
const ENCODING = 'utf16le';

function opened(file: string): number | null {
  try {
    const descriptor = openSync(file, 'wx+', 0o600);
    unlinkSync(file);
    return descriptor;
  } catch {
    return null;
  }
}

function isWritten(descriptor: number, text: string, at: number, length: number): boolean {
  try {
    return writeSync(descriptor, text, at, ENCODING) === length;
  } catch {
    return false;
  }
}
