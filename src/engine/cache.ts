import { createHash, createHmac } from 'node:crypto';
import { existsSync, lstatSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from '../files/lock.js';
import { utf8Text } from '../files/read.js';
import { readRegular } from '../files/regular.js';
import { writeOutput } from '../files/write.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/options.js';
import { CacheKeys, type RuleSources } from './cache-key.js';
import { cacheSecret } from './cache-secret.js';
import type { Program } from './options.js';
import { systemCode, type Telling } from './problems.js';

/** How every cache begins. */
const NAME = 'jiedu-lint-cache ';
/** How a cache begins; behind it comes the keyed digest of the rest. Another form of the lines needs another number. */
const MAGIC = `${NAME}7 `;
/** Characters of a digest. */
const DIGEST = 64;
const LINE_FEED = Buffer.from('\n');

/** What a cache needs of its engine. */
export interface CacheWorld extends Pick<Telling, 'note'> {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly program: Program;
  /** The user's folder for what programs keep, this program's own; absolute. */
  readonly home: string;
  readonly configuration: RuleSources;
}

/** A value that is kept. */
interface Entry {
  readonly key: string;
  /** Where the value stands in bytes; it is decoded when it is asked for. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Whether this run asked for it. */
  asked: boolean;
}

/**
 * What earlier runs found, in one file, which is read whole and written whole: a line for each value, with the digest of what it was made
 * from. It is believed where its keyed digest shows that a run of this user wrote it for this working folder: one that came with an archive
 * could take findings away. Any other is dropped, which costs one slow run.
 */
export class FileCache implements ResultStore {
  private readonly entries = new Map<string, Entry>();
  private isChanged = false;
  private isOurs = true;
  /** What tells the file as it was read from one that another run has written. */
  private state = '';

  private constructor(
    private readonly file: string,
    /** Whether it stands where nobody else writes. */
    private readonly isAtHome: boolean,
    private readonly secret: Uint8Array,
    private readonly keys: CacheKeys,
    private readonly world: CacheWorld,
  ) {}

  /**
   * @param location a file or folder; a file in the user's folder where absent
   * @returns null where the user's folder holds no key and takes none, which is told
   */
  static open(location: string | undefined, world: CacheWorld): FileCache | null {
    const file = locate(location, world);
    try {
      const keys = new CacheKeys(world.program, world.configuration);
      const cache = new FileCache(file, location === undefined, cacheSecret(world.home), keys, world);
      cache.read();
      return cache;
    } catch (error) {
      world.note('cacheNotWritten', { file, code: systemCode(error) });
      return null;
    }
  }

  get(kind: ResultKind, path: string, from: MadeFrom): unknown {
    const entry = this.entries.get(entryName(kind, path));
    if (!entry) return undefined;
    entry.asked = true;
    if (entry.key !== this.keys.of(path, from)) return undefined;
    const { bytes, start, end } = entry;
    return JSON.parse(utf8Text(bytes.subarray(start, end)));
  }

  set(kind: ResultKind, path: string, from: MadeFrom, value: unknown): void {
    this.isChanged = true;
    const bytes = Buffer.from(JSON.stringify(value));
    const key = this.keys.of(path, from);
    this.entries.set(entryName(kind, path), { key, bytes, start: 0, end: bytes.length, asked: true });
  }

  /** Writes the cache, if there is anything new. Files that are gone are left out; those of other runs stay. */
  save(): void {
    if (!this.isChanged || !this.isOurs) return;
    try {
      withLock(this.file, this.world.cwd, () => {
        this.takeOver();
        const isOurs = (head: Buffer) => head.toString('latin1').startsWith(NAME);
        writeOutput(this.file, this.content(), { within: this.world.cwd, isOurs, force: this.isAtHome });
      });
    } catch (error) {
      this.world.note('cacheNotWritten', { file: this.file, code: systemCode(error) });
    }
  }

  private content(): Uint8Array[] {
    const lines: Uint8Array[] = [];
    const digest = this.digest();
    for (const [name, { asked, key, bytes, start, end }] of this.entries) {
      if (!asked && !existsSync(pathIn(name))) continue;
      for (const part of [Buffer.from(`${key} ${name}\t`), bytes.subarray(start, end), LINE_FEED]) {
        digest.update(part);
        lines.push(part);
      }
    }
    return [Buffer.from(`${MAGIC}${digest.digest('hex')}\n`), ...lines];
  }

  /** Begins with the folder, so that a cache of one archive is none of another. */
  private digest() {
    return createHmac('sha256', this.secret).update(`${JSON.stringify(this.world.cwd)}\n`);
  }

  private read(): void {
    const found = lstatSync(this.file, { throwIfNoEntry: false });
    if (!found) return;
    this.state = stateOf(found);
    const bytes = found.isFile() ? readRegular(this.file, Number.POSITIVE_INFINITY) : Buffer.alloc(0);
    // Whatever stands at a place the user names may be anything, and is not ours to overwrite.
    this.isOurs =
      found.isFile() && (this.isAtHome || bytes.length === 0 || bytes.toString('latin1', 0, NAME.length) === NAME);
    const lines = this.signed(bytes);
    if (lines) for (const [name, entry] of entriesIn(lines)) this.entries.set(name, entry);
    else this.world.note(this.isOurs ? 'cacheBroken' : 'cacheForeign', { file: this.file });
  }

  /** What another run has written since this one read the file, but for what this run looked at itself. */
  private takeOver(): void {
    const found = lstatSync(this.file, { throwIfNoEntry: false });
    if (!found?.isFile() || stateOf(found) === this.state) return;
    const lines = this.signed(readRegular(this.file, Number.POSITIVE_INFINITY));
    for (const [name, entry] of lines ? entriesIn(lines) : [])
      if (!this.entries.get(name)?.asked) this.entries.set(name, entry);
  }

  /** The lines of a cache whose digest is right. */
  private signed(bytes: Buffer): Buffer | undefined {
    const start = MAGIC.length + DIGEST + 1;
    const lines = bytes.subarray(start);
    return bytes.toString('latin1', 0, start) === `${MAGIC}${this.digest().update(lines).digest('hex')}\n`
      ? lines
      : undefined;
  }
}

function* entriesIn(lines: Buffer): Generator<[string, Entry]> {
  for (let start = 0; start < lines.length; ) {
    const tab = lines.indexOf('\t', start);
    const end = lines.indexOf('\n', tab);
    const key = lines.toString('latin1', start, start + DIGEST);
    const name = lines.toString('utf8', start + DIGEST + 1, tab);
    yield [name, { key, bytes: lines, start: tab + 1, end, asked: false }];
    start = end + 1;
  }
}

function stateOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

function pathIn(name: string): string {
  return JSON.parse(name.slice(name.indexOf(' ') + 1)) as string;
}

function entryName(kind: ResultKind, path: string): string {
  return `${kind} ${JSON.stringify(path)}`;
}

/** As in ESLint: a folder, there or written with a slash at its end, takes a file for each working folder. */
function locate(location: string | undefined, { cwd, home }: CacheWorld): string {
  const path = resolve(cwd, location ?? home);
  const isNamedFolder = location === undefined || /[\\/]$/.test(location);
  const isFolder = isNamedFolder || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(path, `cache-${createHash('sha256').update(cwd).digest('hex').slice(0, 32)}`) : path;
}
