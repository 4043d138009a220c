import { createHash, createHmac, type Hmac } from 'node:crypto';
import { existsSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PutAside } from '../archive/content.js';
import { lookAt, lookInto } from '../files/links.js';
import { withLock } from '../files/lock.js';
import { utf8Text } from '../files/read.js';
import { readPart } from '../files/regular.js';
import { inPieces, writeOutput } from '../files/write.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/options.js';
import { CacheKeys, type RuleSources } from './cache-key.js';
import { cacheSecret } from './cache-secret.js';
import type { Program } from './options.js';
import { systemCode, type Telling } from './problems.js';

/** How every cache begins. */
const NAME = 'jiedu-lint-cache ';
/** Its first line, and how its last one begins. Another form of the lines needs another number. */
const MAGIC = `${NAME}9`;
const HEAD = `${MAGIC}\n`;
/** Characters of a digest, and of a number of bytes. */
const DIGEST = 64;
const LENGTH = 15;
/** The last line tells of each part, in their order, the keyed digest of its lines and how many bytes they have. */
const TAIL = MAGIC.length + 2 * (1 + DIGEST + 1 + LENGTH) + 1;

/** The last long run as a whole; the values of single files. */
type Part = 'run' | 'values';

/** What a cache needs of its engine. */
export interface CacheWorld extends Pick<Telling, 'note'> {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly program: Program;
  /** The user's folder for what programs keep, this program's own; absolute. */
  readonly home: string;
  readonly configuration: RuleSources;
  /** Puts what is to be kept out of memory; absent where it stays. */
  readonly putAside?: PutAside | undefined;
}

/** A value that is kept. */
interface Entry {
  readonly key: string;
  /** Its JSON: part of what was read, or put aside. */
  readonly value: () => Uint8Array;
  /** Whether this run asked for it. */
  asked: boolean;
}

/**
 * What earlier runs found, in one file of two parts: the last long run as a whole, and a line for each value, with the digest of what it was
 * made from. The second, which is the greater, is read when it is asked for: where nothing has changed the first is enough. It is written
 * whole, its digests last. A part is believed where its keyed digest shows that a run of this user wrote it for this working folder: one that came with an
 * archive could take findings away. Any other is dropped, which costs one slow run.
 */
export class FileCache implements ResultStore {
  /** Undefined until they are asked for. */
  private loaded: Map<string, Entry> | undefined;
  /** The last long run as it was read: a line with its key, and one for each of its values. */
  private run: Buffer = Buffer.alloc(0);
  /** This one, with its key, if it is to take that one's place. */
  private ownRun: { readonly key: string; readonly values: readonly unknown[] } | undefined;
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
      cache.begin();
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
    return JSON.parse(utf8Text(entry.value()));
  }

  set(kind: ResultKind, path: string, from: MadeFrom, made: unknown): void {
    this.isChanged = true;
    const { putAside = (text: string) => () => text } = this.world;
    const json = putAside(JSON.stringify(made));
    const value = () => Buffer.from(json());
    this.entries.set(entryName(kind, path), { key: this.keys.of(path, from), value, asked: true });
  }

  /** The values that the last long run before this one kept; none where it was made from something else. @param path as in `setRun` */
  *getRun(path: string, from: MadeFrom): Generator<unknown, void> {
    const lines = linesIn(this.run);
    if (lines.next().value?.toString() !== this.keys.of(path, from)) return;
    for (const line of lines) yield JSON.parse(utf8Text(line));
  }

  /** Keeps what a long run yielded in place of what the one before did. @param path one of its files */
  setRun(path: string, from: MadeFrom, values: readonly unknown[]): void {
    this.ownRun = { key: this.keys.of(path, from), values };
    this.isChanged = true;
  }

  /** Writes the cache, if there is anything new. Files that are gone are left out; those of other runs stay. */
  save(): void {
    if (!this.isChanged || !this.isOurs) return;
    try {
      withLock(this.file, this.world.cwd, () => {
        this.takeOver();
        const isOurs = (head: Buffer) => head.toString('latin1').startsWith(NAME);
        const content = { [Symbol.iterator]: () => this.content() };
        writeOutput(this.file, content, { within: this.world.cwd, isOurs, force: this.isAtHome });
      });
    } catch (error) {
      this.world.note('cacheNotWritten', { file: this.file, code: systemCode(error) });
    }
  }

  /** The file piece by piece: as a whole it would be in memory beside all that it is made from. */
  private *content(): Generator<Uint8Array> {
    yield Buffer.from(HEAD);
    const tail = [MAGIC];
    for (const [name, lines] of [['run', this.runLines()] as const, ['values', this.valueLines()] as const]) {
      const digest = this.digest(name);
      let length = 0;
      for (const piece of inPieces(lines)) {
        digest.update(piece);
        length += piece.length;
        yield piece;
      }
      tail.push(digest.digest('hex'), String(length).padStart(LENGTH, '0'));
    }
    yield Buffer.from(`${tail.join(' ')}\n`);
  }

  private *runLines(): Generator<Uint8Array | string> {
    if (!this.ownRun) yield this.run;
    else yield `${this.ownRun.key}\n`;
    for (const value of this.ownRun?.values ?? []) yield `${JSON.stringify(value)}\n`;
  }

  private *valueLines(): Generator<Uint8Array | string> {
    for (const [name, { asked, key, value }] of this.entries) {
      if (!asked && !existsSync(pathIn(name))) continue;
      yield* [`${key} ${name}\t`, value(), '\n'];
    }
  }

  /** Begins with the folder, so that a cache of one archive is none of another. */
  private digest(name: Part): Hmac {
    return createHmac('sha256', this.secret).update(`${JSON.stringify([this.world.cwd, name])}\n`);
  }

  private begin(): void {
    const found = lookAt(this.file);
    if (found) this.state = stateOf(found);
    const name = found?.isFile() ? readPart(this.file, Buffer.alloc(NAME.length)).toString('latin1') : '-';
    // Whatever stands at a place the user names may be anything, and is not ours to overwrite.
    this.isOurs = found === undefined || (found.isFile() && (this.isAtHome || name === '' || name === NAME));
    const run = found && this.isOurs ? this.signed('run') : undefined;
    if (run) this.run = run;
    else this.loaded = new Map();
    if (found && !run) this.world.note(this.isOurs ? 'cacheBroken' : 'cacheForeign', { file: this.file });
  }

  private get entries(): Map<string, Entry> {
    if (!this.loaded) {
      const lines = this.signed('values');
      this.loaded = new Map(lines && entriesIn(lines));
      if (!lines) this.world.note('cacheBroken', { file: this.file });
    }
    return this.loaded;
  }

  /** What another run has written since this one read the file, but for what this run looked at itself. */
  private takeOver(): void {
    const { entries } = this;
    const found = lookAt(this.file);
    if (!found?.isFile() || stateOf(found) === this.state) return;
    if (!this.ownRun) this.run = this.signed('run') ?? this.run;
    const lines = this.signed('values');
    for (const [name, entry] of lines ? entriesIn(lines) : []) if (!entries.get(name)?.asked) entries.set(name, entry);
  }

  /** The lines of a part whose digest is right. */
  private signed(name: Part): Buffer | undefined {
    const found = lookAt(this.file);
    if (!found?.isFile()) return undefined;
    const tail = readPart(this.file, Buffer.alloc(TAIL), -TAIL).toString('latin1');
    if (!tail.startsWith(`${MAGIC} `)) return undefined;
    const [ofRun = '', runLength = '', ofValues = '', valuesLength = ''] = tail.slice(MAGIC.length + 1, -1).split(' ');
    if (![runLength, valuesLength].every((digits) => /^\d{1,15}$/.test(digits))) return undefined;
    const isRun = name === 'run';
    const start = HEAD.length + (isRun ? 0 : Number(runLength));
    // Whoever wrote the file may have made the number up.
    const length = Math.min(Number(isRun ? runLength : valuesLength), Math.max(0, found.size - start));
    const lines = readPart(this.file, Buffer.alloc(length), start);
    return this.digest(name).update(lines).digest('hex') === (isRun ? ofRun : ofValues) ? lines : undefined;
  }
}

function* linesIn(lines: Buffer): Generator<Buffer, void> {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    yield lines.subarray(start, end);
    start = end + 1;
  }
}

function* entriesIn(lines: Buffer): Generator<[string, Entry]> {
  for (let start = 0; start < lines.length; ) {
    const tab = lines.indexOf('\t', start);
    const end = lines.indexOf('\n', tab);
    const key = lines.toString('latin1', start, start + DIGEST);
    const name = lines.toString('utf8', start + DIGEST + 1, tab);
    yield [name, { key, value: () => lines.subarray(tab + 1, end), asked: false }];
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
  const isFolder = isNamedFolder || lookInto(path)?.isDirectory() === true;
  return isFolder ? join(path, `cache-${createHash('sha256').update(cwd).digest('hex').slice(0, 32)}`) : path;
}
