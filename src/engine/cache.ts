import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { utf8Text } from '../files/read.js';
import { readRegular } from '../files/regular.js';
import { writeWhole } from '../files/write.js';
import type { MadeFrom, ResultKind, ResultStore } from '../lint/options.js';
import { CacheKeys, type RuleSources } from './cache-key.js';
import type { Program } from './options.js';
import { systemCode, type Telling } from './problems.js';

/** Where the cache stands, where no option says so. */
const CACHE_FILE = '.jiedu-lint-cache';
/** How a cache begins; behind it comes the digest of the rest. Another form of the lines needs another number. */
const MAGIC = 'jiedu-lint-cache 4 ';
/** Characters of a digest. */
const DIGEST = 64;

/** What a cache needs of its engine. */
export interface CacheWorld extends Pick<Telling, 'note'> {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly program: Program;
  readonly configuration: RuleSources;
}

/** A value that is kept. */
interface Entry {
  readonly path: string;
  readonly key: string;
  /** Decoded when it is asked for. */
  readonly json: Uint8Array;
  /** Whether this run asked for it. */
  asked: boolean;
}

/**
 * What earlier runs found, in one file, which is read whole and written whole: a line for each value, with the digest of what it was made
 * from. A damaged file is dropped, which costs one slow run.
 */
export class FileCache implements ResultStore {
  private readonly entries = new Map<string, Entry>();
  private isChanged = false;
  private isOurs = true;

  private constructor(
    private readonly file: string,
    private readonly keys: CacheKeys,
    private readonly world: CacheWorld,
  ) {}

  /** @param location a file or folder; the usual file where absent */
  static open(location: string | undefined, world: CacheWorld): FileCache {
    const file = locate(location, world.cwd);
    const cache = new FileCache(file, new CacheKeys(world.program, world.configuration), world);
    if (existsSync(file)) cache.read(location === undefined);
    return cache;
  }

  get(kind: ResultKind, path: string, from: MadeFrom): unknown {
    const entry = this.entries.get(nameOf(kind, path));
    if (!entry) return undefined;
    entry.asked = true;
    return entry.key === this.keys.of(path, from) ? JSON.parse(utf8Text(entry.json)) : undefined;
  }

  set(kind: ResultKind, path: string, from: MadeFrom, value: unknown): void {
    this.isChanged = true;
    const json = Buffer.from(JSON.stringify(value));
    this.entries.set(nameOf(kind, path), { path, key: this.keys.of(path, from), json, asked: true });
  }

  /** Writes the cache, if there is anything new. Files that are gone are left out; those of other runs stay. */
  save(): void {
    if (!this.isChanged || !this.isOurs) return;
    try {
      writeWhole(this.file, this.content());
    } catch (error) {
      this.world.note('cacheNotWritten', { file: this.file, code: systemCode(error) });
    }
  }

  private content(): Uint8Array[] {
    const lines: Uint8Array[] = [];
    const digest = createHash('sha256');
    for (const [name, { asked, path, key, json }] of this.entries) {
      if (!asked && !existsSync(path)) continue;
      const line = Buffer.concat([Buffer.from(`${key} ${name}\t`), json, Buffer.from('\n')]);
      digest.update(line);
      lines.push(line);
    }
    return [Buffer.from(`${MAGIC}${digest.digest('hex')}\n`), ...lines];
  }

  private read(isDefault: boolean): void {
    try {
      const bytes = readRegular(this.file, Number.POSITIVE_INFINITY);
      const start = MAGIC.length + DIGEST + 1;
      const head = bytes.toString('latin1', 0, start);
      // Whatever stands at a place the user names may be anything, and is not ours to overwrite.
      this.isOurs = head.startsWith(MAGIC) || isDefault || head === '';
      const lines = bytes.subarray(start);
      if (head === `${MAGIC}${createHash('sha256').update(lines).digest('hex')}\n`) {
        this.readLines(lines);
        return;
      }
    } catch (error) {
      this.isOurs = (error as NodeJS.ErrnoException).code !== 'ENOTFILE';
    }
    this.world.note(this.isOurs ? 'cacheBroken' : 'cacheForeign', { file: this.file });
  }

  private readLines(bytes: Buffer): void {
    for (let start = 0; start < bytes.length; ) {
      const tab = bytes.indexOf('\t', start);
      const end = bytes.indexOf('\n', tab);
      const key = bytes.toString('latin1', start, start + DIGEST);
      const name = bytes.toString('utf8', start + DIGEST + 1, tab);
      const path = JSON.parse(name.slice(name.indexOf(' ') + 1)) as string;
      this.entries.set(name, { path, key, json: bytes.subarray(tab + 1, end), asked: false });
      start = end + 1;
    }
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
