import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRegular } from '../files/regular.js';
import { writeWhole } from '../files/write.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/cached.js';
import { CacheKeys } from './cache-key.js';
import type { Io } from './io.js';
import type { Session } from './session.js';
import { say } from './words.js';

/** Where the cache stands, where no option says so. */
const CACHE_FILE = '.jiedu-lint-cache';
/** How a cache begins; behind it comes the digest of the rest. Another form of the lines needs another number. */
const MAGIC = 'jiedu-lint-cache 2 ';
/** Node reads no larger file at once. */
const MAX_BYTES = 2 ** 31 - 1;
/** Characters of a digest. */
const DIGEST = 64;

export interface CacheFlags {
  readonly cacheLocation?: string;
}

/** A line of the file, still in bytes: what a run does not ask for is not decoded. */
interface Line {
  readonly path: string;
  readonly key: string;
  readonly bytes: Buffer;
  /** Where in `bytes` the value begins. */
  readonly value: number;
}

/**
 * What earlier runs found, in one file: a line for each value, with the digest of what it was made from. A damaged file is
 * dropped whole, which costs one slow run.
 */
export class FileCache implements ResultStore {
  private readonly lines = new Map<string, Line>();
  private readonly asked = new Set<string>();
  private isChanged = false;
  private isOurs = true;

  private constructor(
    private readonly file: string,
    private readonly keys: CacheKeys,
    private readonly session: Session,
    private readonly io: Io,
  ) {}

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
    const name = nameOf(kind, path);
    this.asked.add(name);
    const line = this.lines.get(name);
    if (line?.key !== this.keys.of(path, from)) return undefined;
    return JSON.parse(line.bytes.toString('utf8', line.value));
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
    const name = nameOf(kind, path);
    const head = `${key} ${name}\t`;
    const bytes = Buffer.from(head + json);
    this.asked.add(name);
    this.lines.set(name, { path, key, bytes, value: Buffer.byteLength(head) });
    this.isChanged = true;
  }

  /** Writes the cache, if there is anything new. Files that are gone are left out; those of other runs stay. */
  save(): void {
    if (!this.isChanged || !this.isOurs) return;
    const lines = [...this.lines].filter(([name, { path }]) => this.asked.has(name) || existsSync(path));
    const hash = createHash('sha256');
    for (const [, { bytes }] of lines) hash.update(bytes).update(NEWLINE);
    const head = Buffer.from(`${MAGIC}${hash.digest('hex')}\n`);
    try {
      writeWhole(
        this.file,
        pieces(
          head,
          lines.map(([, { bytes }]) => bytes),
        ),
      );
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      this.io.err(`${say('cacheNotWritten', this.session.locale, { file: this.file, code })}\n`);
    }
  }

  private read(isDefault: boolean): void {
    const { locale } = this.session;
    try {
      const bytes = readRegular(this.file, MAX_BYTES);
      const isCache = bytes.toString('latin1', 0, MAGIC.length) === MAGIC;
      // Whatever stands at a place the user names may be anything, and is not ours to overwrite.
      this.isOurs = isCache || isDefault || bytes.length === 0;
      const start = MAGIC.length + DIGEST + 1;
      const digest = bytes.toString('latin1', MAGIC.length, start - 1);
      const rest = bytes.subarray(start);
      if (isCache && digest === digestOf(rest)) this.index(rest);
      else this.io.err(`${say(this.isOurs ? 'cacheBroken' : 'cacheForeign', locale, { file: this.file })}\n`);
    } catch (error) {
      this.lines.clear();
      this.isOurs = (error as NodeJS.ErrnoException).code !== 'ENOTFILE';
      this.io.err(`${say(this.isOurs ? 'cacheBroken' : 'cacheForeign', locale, { file: this.file })}\n`);
    }
  }

  private index(rest: Buffer): void {
    for (let start = 0; start < rest.length; ) {
      const end = rest.indexOf(NEWLINE, start);
      const bytes = rest.subarray(start, end);
      const tab = bytes.indexOf('\t');
      const name = bytes.toString('utf8', DIGEST + 1, tab);
      const path = JSON.parse(name.slice(name.indexOf(' ') + 1)) as string;
      this.lines.set(name, { path, key: bytes.toString('latin1', 0, DIGEST), bytes, value: tab + 1 });
      start = end + 1;
    }
  }
}

const NEWLINE = Buffer.from('\n');
/** Lines that are written at a time. */
const AT_ONCE = 1000;

/** The file in pieces: in one it would be in memory twice. */
function* pieces(head: Buffer, lines: readonly Buffer[]): Generator<Buffer> {
  yield head;
  for (let i = 0; i < lines.length; i += AT_ONCE)
    yield Buffer.concat(lines.slice(i, i + AT_ONCE).flatMap((line) => [line, NEWLINE]));
}

function nameOf(kind: ResultKind, path: string): string {
  return `${kind} ${JSON.stringify(path)}`;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** As in ESLint: a folder, there or written with a slash at its end, takes a file for each working folder. */
function locate(location: string | undefined, cwd: string): string {
  const path = resolve(cwd, location ?? CACHE_FILE);
  const isFolder = /[\\/]$/.test(location ?? '') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, `cache-${createHash('sha256').update(cwd).digest('hex').slice(0, 12)}`) : path;
}
