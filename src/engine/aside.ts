import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PutAside } from '../archive/content.js';

/**
 * A file that holds what a long run needs only at its end: of 10,000 documents that is 100 MB. It has no name from the moment it is open
 * (on Windows, from the moment it is closed), so that nothing is left of it however the run ends, and only this user may read it. Where it
 * cannot be written, or no further, bytes stay in memory.
 */
export class Aside {
  private readonly file: string;
  /** Undefined until something is put there; null where nothing can be. */
  private descriptor: number | null | undefined;
  private size = 0;

  /** @param folder for files that go, absolute */
  constructor(folder: string) {
    this.file = join(folder, `jiedu-lint-${randomUUID()}`);
  }

  readonly put: PutAside = (bytes) => {
    if (this.descriptor === undefined) this.descriptor = opened(this.file);
    const { descriptor, size: at } = this;
    const { length } = bytes;
    if (descriptor === null || !isWritten(descriptor, bytes, at)) return () => bytes;
    this.size += length;
    return reader(descriptor, at, length);
  };

  /** Lets go what was put aside. */
  end(): void {
    if (typeof this.descriptor === 'number') closeSync(this.descriptor);
    this.descriptor = null;
  }
}

/** Made apart: a function made beside the bytes would hold them. */
function reader(descriptor: number, at: number, length: number): () => Uint8Array {
  return () => {
    const bytes = new Uint8Array(length);
    if (readSync(descriptor, bytes, 0, length, at) !== length) throw new Error('what was put aside was cut short');
    return bytes;
  };
}

function opened(file: string): number | null {
  try {
    const descriptor = openSync(file, 'wx+', 0o600);
    unlinkSync(file);
    return descriptor;
  } catch {
    return null;
  }
}

function isWritten(descriptor: number, bytes: Uint8Array, at: number): boolean {
  try {
    return writeSync(descriptor, bytes, 0, bytes.length, at) === bytes.length;
  } catch {
    return false;
  }
}
