import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { utf8Text } from '../files/read.js';
import { openRegular } from '../files/regular.js';
import { writeWhole } from '../files/write.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/cached.js';
import { CacheKeys } from './cache-key.js';
import { type Bytes, FileBytes, GrowingBytes, linesOf } from './cache-lines.js';
import type { Io } from './io.js';
import type { Session } from './session.js';
import { say } from './words.js';

/** Where the cache stands, where no option says so. */
const CACHE_FILE = '.jiedu-lint-cache';
/** How a cache begins; behind it comes the digest of the rest. Another form of the lines needs another number. */
const MAGIC = 'jiedu-lint-cache 3 ';
/** Characters of a digest. */
const DIGEST = 64;

export interface CacheFlags {
  readonly cacheLocation?: string;
}

/** Where a line stands: what a run does not ask for is neither kept in memory nor decoded. */
interface Line {
  readonly path: string;
  readonly key: string;
  readonly bytes: Bytes;
  readonly start: number;
  /** Where the value begins. */
  readonly value: number;
  /** Behind the value, before the line break. */
  readonly end: number;
  /** Whether this run asked for it. */
  asked: boolean;
}

/**
 * What earlier runs found, in one file: a line for each value, with the digest of what it was made from. A damaged file is
 * dropped whole, which costs one slow run.
 */
export class FileCache implements ResultStore {
  private readonly lines = new Map<string, Line>();
  private old: FileBytes | null = null;
  private readonly added: GrowingBytes;
  private isChanged = false;
  private isOurs = true;
  /** Why new lines could not be kept. */
  private failure: unknown = null;

  private constructor(
    private readonly file: string,
    private readonly keys: CacheKeys,
    private readonly session: Session,
    private readonly io: Io,
  ) {
    this.added = new GrowingBytes(file);
  }

  /** @param installation what decides, beside the files: the folder of the program and its version */
  static open(
    { cacheLocation }: CacheFlags,
    installation: { readonly root: string; readonly version: string },
    session: Session,
    io: Io,
  ): FileCache {
    const file = locate(cacheLocation, io.cwd);
    const cache = new FileCache(file, new CacheKeys(installation, session), session, io);
    if (existsSync(file)) cache.read(cacheLocation === undefined);
    return cache;
  }

  get(kind: ResultKind, path: string, from: MadeFrom): unknown {
    const line = this.lines.get(nameOf(kind, path));
    if (!line) return undefined;
    line.asked = true;
    if (line.key !== this.keys.of(path, from)) return undefined;
    try {
      return JSON.parse(utf8Text(line.bytes.read(line.value, line.end)));
    } catch {
      // Somebody has written into the file since it was opened.
      return undefined;
    }
  }

  set(kind: ResultKind, path: string, from: MadeFrom, value: unknown, json = JSON.stringify(value)): void {
    this.keep(kind, path, this.keys.of(path, from), json);
  }

  /**
   * Takes a value in that was made elsewhere.
   * @param key as `CacheKeys` makes it
   * @param json the value
   */
  keep(kind: ResultKind, path: string, key: string, json: string): void {
    if (!this.isOurs || this.failure) return;
    const name = nameOf(kind, path);
    const head = `${key} ${name}\t`;
    const bytes = Buffer.from(`${head}${json}\n`);
    this.isChanged = true;
    try {
      const start = this.added.append(bytes);
      const [value, end] = [start + Buffer.byteLength(head), start + bytes.length - 1];
      // Behind the others, so that lines are copied in the order in which they stand.
      this.lines.delete(name);
      this.lines.set(name, { path, key, bytes: this.added, start, value, end, asked: true });
    } catch (error) {
      this.failure = error;
    }
  }

  /** Writes the cache, if there is anything new. Files that are gone are left out; those of other runs stay. */
  save(): void {
    if (!this.isChanged || !this.isOurs) return;
    try {
      if (this.failure) throw this.failure;
      const lines = [...this.lines.values()].filter(({ asked, path }) => asked || existsSync(path));
      const hash = createHash('sha256');
      for (const piece of piecesOf(lines)) hash.update(piece);
      writeWhole(this.file, this.content(hash.digest('hex'), lines));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      this.io.err(`${say('cacheNotWritten', this.session.locale, { file: this.file, code })}\n`);
    }
  }

  /** Lets go of the files; what is not saved by then is lost. */
  close(): void {
    this.old?.close();
    this.old = null;
    this.added.close();
    this.lines.clear();
  }

  private *content(digest: string, lines: readonly Line[]): Generator<Uint8Array> {
    yield Buffer.from(`${MAGIC}${digest}\n`);
    yield* piecesOf(lines);
    // Some systems let no open file be replaced.
    this.close();
  }

  private read(isDefault: boolean): void {
    const { locale } = this.session;
    try {
      this.old = new FileBytes(openRegular(this.file));
      const { old } = this;
      const start = MAGIC.length + DIGEST + 1;
      const head = old.read(0, Math.min(start, old.size)).toString('latin1');
      const isCache = head.startsWith(MAGIC);
      // Whatever stands at a place the user names may be anything, and is not ours to overwrite.
      this.isOurs = isCache || isDefault || head === '';
      if (isCache && head.slice(MAGIC.length, start - 1) === this.index(old, start)) return;
    } catch (error) {
      this.isOurs = (error as NodeJS.ErrnoException).code !== 'ENOTFILE';
    }
    this.close();
    this.io.err(`${say(this.isOurs ? 'cacheBroken' : 'cacheForeign', locale, { file: this.file })}\n`);
  }

  /** Notes where the lines stand. @returns the digest of their bytes */
  private index(bytes: FileBytes, from: number): string {
    const hash = createHash('sha256');
    for (const { head, start, end } of linesOf(bytes, from, (piece) => hash.update(piece))) {
      const name = head.toString('utf8', DIGEST + 1);
      const path = JSON.parse(name.slice(name.indexOf(' ') + 1)) as string;
      const key = head.toString('latin1', 0, DIGEST);
      this.lines.set(name, { path, key, bytes, start, value: start + head.length + 1, end, asked: false });
    }
    return hash.digest('hex');
  }
}

/** Bytes copied at a time. */
const PIECE = 1024 * 1024;

/** The bytes of lines with their line breaks. Lines that stand behind one another are copied together. */
function* piecesOf(lines: readonly Line[]): Generator<Buffer> {
  for (let i = 0; i < lines.length; ) {
    const { bytes, start, end } = lines[i] as Line;
    let to = end + 1;
    for (i++; lines[i]?.bytes === bytes && lines[i]?.start === to; i++) to = (lines[i] as Line).end + 1;
    for (let at = start; at < to; at += PIECE) yield bytes.read(at, Math.min(at + PIECE, to));
  }
}

function nameOf(kind: ResultKind, path: string): string {
  return `${kind} ${JSON.stringify(path)}`;
}

/** As in ESLint: a folder, there or written with a slash at its end, takes a file for each working folder. */
function locate(location: string | undefined, cwd: string): string {
  const path = resolve(cwd, location ?? CACHE_FILE);
  const isFolder = /[\\/]$/.test(location ?? '') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, `cache-${createHash('sha256').update(cwd).digest('hex').slice(0, 12)}`) : path;
}
