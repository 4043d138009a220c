import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Bytes that are read a piece at a time. */
export interface Bytes {
  /**
   * @param end behind the last byte
   * @returns the bytes, to be used before the next call
   * @throws the system's error; one with the code `ESHORT` where they are not there
   */
  read(start: number, end: number): Buffer;
}

/** Bytes read at once: neighbours are mostly asked for in turn. */
const WINDOW = 16 * 1024;

/** An open file. */
export class FileBytes implements Bytes {
  /** Every read goes into the same memory: what is let go of stays for a while. */
  private space = Buffer.alloc(0);
  private window = this.space;
  private from = 0;

  constructor(private readonly descriptor: number) {}

  get size(): number {
    return fstatSync(this.descriptor).size;
  }

  read(start: number, end: number): Buffer {
    if (start < this.from || end > this.from + this.window.length) {
      const wanted = Math.max(WINDOW, end - start);
      if (this.space.length < wanted) this.space = Buffer.allocUnsafe(wanted);
      const { space } = this;
      this.window = space.subarray(0, 0);
      let length = 0;
      while (length < wanted) {
        const count = readSync(this.descriptor, space, length, wanted - length, start + length);
        if (count === 0) break;
        length += count;
      }
      this.window = space.subarray(0, length);
      this.from = start;
      if (length < end - start) throw Object.assign(new Error('the file ends too early'), { code: 'ESHORT' });
    }
    return this.window.subarray(start - this.from, end - this.from);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** Bytes kept in memory before they go to the disk: short runs write no second file. */
const PENDING = 1024 * 1024;

/** Bytes that grow while a run lasts: the first and last in memory, the rest in a file without a name, which ends with the process. */
export class GrowingBytes implements Bytes {
  private pending: Buffer[] = [];
  private length = 0;
  private written = 0;
  private file: { readonly descriptor: number; readonly bytes: FileBytes } | null = null;

  /** @param beside the file may stand beside this one */
  constructor(private readonly beside: string) {}

  /**
   * @returns where they begin
   * @throws the system's error
   */
  append(bytes: Buffer): number {
    const start = this.length;
    this.pending.push(bytes);
    this.length += bytes.length;
    if (this.length - this.written > PENDING) this.flush();
    return start;
  }

  read(start: number, end: number): Buffer {
    // What is asked for is seldom new.
    if (end > this.written && this.file) this.flush();
    if (this.file) return this.file.bytes.read(start, end);
    if (this.pending.length > 1) this.pending = [Buffer.concat(this.pending)];
    return (this.pending[0] ?? Buffer.alloc(0)).subarray(start, end);
  }

  close(): void {
    this.file?.bytes.close();
    this.file = null;
    this.pending = [];
  }

  private flush(): void {
    this.file ??= this.open();
    const bytes = Buffer.concat(this.pending);
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.file.descriptor, bytes, at, bytes.length - at, this.written + at);
    this.written += bytes.length;
    this.pending = [];
  }

  private open(): { readonly descriptor: number; readonly bytes: FileBytes } {
    const folder = dirname(this.beside);
    mkdirSync(folder, { recursive: true });
    const name = join(folder, `.${basename(this.beside)}.${Math.random().toString(36).slice(2)}.new`);
    const descriptor = openSync(name, 'wx+', 0o600);
    rmSync(name, { force: true });
    return { descriptor, bytes: new FileBytes(descriptor) };
  }
}

/** Bytes looked at at a time. */
const PIECE = 1024 * 1024;
const [TAB, NEWLINE] = [0x09, 0x0a];

/** A line of a file: what stands before its first tab, and where it begins and ends. */
export interface FoundLine {
  readonly head: Buffer;
  readonly start: number;
  /** Where its line break stands. */
  readonly end: number;
}

/**
 * The lines of a file, which is read once, a piece at a time; one without a tab or a line break is none.
 * @param onPiece told of all bytes read, in their order
 */
export function* linesOf(bytes: FileBytes, from: number, onPiece: (piece: Buffer) => void): Generator<FoundLine> {
  const { size } = bytes;
  let start = from;
  let begun: Buffer[] = [];
  let head: Buffer | null = null;
  for (let at = from; at < size; at += PIECE) {
    const piece = bytes.read(at, Math.min(at + PIECE, size));
    onPiece(piece);
    for (let next = 0; next < piece.length; ) {
      const mark: number = piece.indexOf(head ? NEWLINE : TAB, next);
      const part = piece.subarray(next, mark < 0 ? piece.length : mark);
      next = mark < 0 ? piece.length : mark + 1;
      if (!head) begun.push(mark < 0 ? Buffer.from(part) : part);
      if (mark < 0) break;
      if (!head) head = Buffer.concat(begun);
      else {
        yield { head, start, end: at + mark };
        start = at + next;
        head = null;
      }
      begun = [];
    }
  }
}
