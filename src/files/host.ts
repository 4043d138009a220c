import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { findFiles } from './find.js';
import { isConverted } from './formats.js';
import { slashed } from './ignore.js';
import { leadsOut, lookInto } from './links.js';
import { type ReadFailure, readBytes, type Source, sourceOf } from './read.js';

/**
 * Told of every path that is asked about, before it is looked at. What it returns is waited for before files are read: all
 * else of a run is synchronous, and signals would not get through.
 */
export type OnTouch = (path: string) => void | Promise<void>;

/** What texts are searched for. */
export interface TextSearch {
  isIn(text: string): boolean;
  /** Told before each text is read; waited for, so that signals get through. */
  onFile?(): void | Promise<void>;
}

/**
 * Makes text of a file that is none: a Word file, a saved page. A failure has an `id`, what was made a `text`.
 * @param path absolute
 * @param isSearched its words will do, with others among them
 */
export type Convert<Made> = (bytes: Uint8Array, path: string, isSearched?: boolean) => Promise<Made>;

/** More than nearly all documents have; in bytes. */
const ROOM = 64 * 1024;
/** Milliseconds; no file system's times are coarser. */
const JUST_NOW = 3000;

/** The files of this machine as linting asks for them. Paths are absolute. */
export class FileHost<Made extends object = Source> {
  private room: Uint8Array | undefined;
  private crypto: typeof import('node:crypto') | undefined;
  private digested: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  private readonly listings = new Map<string, Promise<readonly string[]>>();

  /** @param convert absent where all files are read as text */
  constructor(
    private readonly onTouch?: OnTouch,
    private readonly convert?: Convert<Made>,
  ) {}

  read(path: string): Promise<Source | Made | ReadFailure> {
    return this.made(path);
  }

  private async made(path: string, isSearched = false): Promise<Source | Made | ReadFailure> {
    const { digested } = this;
    this.digested = undefined;
    // What is kept under the digest has to be of these bytes, whatever has become of the file since.
    if (digested?.path === path)
      return this.textOf(path, isConverted(path) ? digested.bytes.slice() : digested.bytes, isSearched);
    if (this.onTouch) await this.onTouch(path);
    const bytes = readBytes(path);
    return 'id' in bytes ? bytes : this.textOf(path, bytes, isSearched);
  }

  private textOf(path: string, bytes: Uint8Array, isSearched: boolean): Promise<Made> | Source | ReadFailure {
    return this.convert && isConverted(path) ? this.convert(bytes, path, isSearched) : sourceOf(path, bytes);
  }

  /** A digest of a file's bytes; undefined where they cannot be read. They are kept for `read`, if it is asked next. */
  async digest(path: string): Promise<string | undefined> {
    if (this.onTouch) await this.onTouch(path);
    // Few runs need it, and loading it takes time.
    this.crypto ??= await import('node:crypto');
    this.room ??= new Uint8Array(ROOM);
    const bytes = readBytes(path, undefined, this.room);
    this.digested = 'id' in bytes ? undefined : { path, bytes };
    return 'id' in bytes ? undefined : this.crypto.hash('sha256', bytes);
  }

  /**
   * What becomes another whenever a file is written, which costs less than to read it: the system's own time of the last change among it,
   * which neither a checkout nor a copy sets back. Undefined where that does not tell: nothing is there, or it was written just now, and
   * what comes next may bear the same time.
   * @param now milliseconds since 1970
   */
  async state(path: string, now = Date.now()): Promise<string | undefined> {
    if (this.onTouch) await this.onTouch(path);
    const found = lookInto(path);
    if (!found?.isFile() || !(now - found.ctimeMs > JUST_NOW)) return undefined;
    return [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(' ');
  }

  async exists(path: string): Promise<boolean> {
    if (this.onTouch) await this.onTouch(path);
    return existsSync(path);
  }

  async leadsOut(path: string, folder: string): Promise<boolean> {
    return leadsOut(path, folder);
  }

  /**
   * The documents under a folder that a search finds; ignore files are honoured, what cannot be read is left out. To convert a whole
   * archive would take minutes: of Word files and pages only those are searched that lie in the folder of a known file.
   * @param known files that need not be read: what they hold is known
   */
  async filesWith(root: string, search: TextSearch, known: ReadonlySet<string>): Promise<string[]> {
    const found: string[] = [];
    const near = new Set([...known].map((path) => dirname(path)));
    for (const path of await this.documentsBelow(root)) {
      if (known.has(path) || (isConverted(path) && !(this.convert && near.has(dirname(path))))) continue;
      const told = search.onFile?.();
      if (told) await told;
      const read: object = await this.made(path, true);
      if ('text' in read && typeof read.text === 'string' && search.isIn(read.text)) found.push(path);
    }
    return found;
  }

  /** The documents under a folder, with `/`, sorted; ignore files are honoured, links that lead out are not followed. */
  documentsBelow(folder: string): Promise<readonly string[]> {
    const known =
      this.listings.get(folder) ??
      findFiles([folder], { cwd: folder, within: folder }).then(({ files, folders }) => {
        for (const below of folders) this.onTouch?.(below);
        return files.map(slashed);
      });
    this.listings.set(folder, known);
    return known;
  }
}
