import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileKindOf } from './endings.js';
import { gitRootOf } from './ignore.js';
import { isWithin, leadsOut, lookAt } from './links.js';
import type { Source } from './read.js';
import { readPart, refusal } from './regular.js';

/**
 * A text in the bytes of the file it came from: its encoding, with its byte order mark.
 * @returns null for GB18030, which nothing here writes
 */
export function encodeAs(text: string, { encoding, bom }: Pick<Source, 'encoding' | 'bom'>): Uint8Array | null {
  const marked = bom ? `\ufeff${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
    case 'gb18030':
      return null;
  }
}

/** Bytes, or pieces of bytes or of text, which is written as UTF-8: what is too long for one string can be written too. */
export type Content = Uint8Array | Iterable<string | Uint8Array>;

/** What an output may replace. */
export interface Replacing {
  /** The folder that the program runs in: links in it, or in its repository, are no way out of it. */
  readonly within: string;
  /** Whether a file with this beginning and this end was written by an earlier run. */
  readonly isOurs: (head: Buffer, tail: Buffer) => boolean;
  /** Replace the files of others as well. Links and documents are never replaced. */
  readonly force?: boolean | undefined;
}

/** Why an output is not written: `link`: its place is a symbolic link, or behind one that leads out. `foreign`: others wrote what is there. */
export type Obstacle = 'link' | 'folder' | 'document' | 'foreign';

/** How a new file is written. */
export interface Creating extends Pick<Replacing, 'within'> {
  /** Make the folders above it. */
  readonly folders?: boolean;
  /** Who may do what with it, if not what the process gives to new files. */
  readonly mode?: number;
}

/**
 * Writes a new file, whole or not at all. Nothing that is there is touched, links that lead nowhere included.
 * @throws the system's error (EEXIST where something is there), or ELOOP where a link leads out
 */
export function createFile(file: string, content: Content, { within, folders, mode }: Creating): void {
  refuseWaysOut(file, within);
  if (lookAt(file)) throw refusal('EEXIST', file);
  if (folders) mkdirSync(dirname(file), { recursive: true });
  putInPlace(file, content, { isNew: true, ...(mode !== undefined && { mode }) });
}

/**
 * Puts a new text in the place of a document, whole or not at all. The file keeps its mode.
 * @param before the bytes that the new ones were made from
 * @param within as in `Replacing`
 * @throws as `replaceableMode`, the system's error (ENOSPC …), or ECHANGED where the file is not `before` any more; the file is then as it was
 */
export function replaceDocument(file: string, content: Content, before: Uint8Array, within: string): void {
  const mode = replaceableMode(file, within);
  const isCurrent = () => lstatSync(file).isFile() && readFileSync(file).equals(before);
  putInPlace(file, content, { mode, isCurrent });
}

/**
 * The mode of a document that may be replaced.
 * @throws the system's error (EACCES …), or ELOOP where it is a link or lies behind one, inside the archive too
 */
export function replaceableMode(file: string, within: string): number {
  const found = lstatSync(file);
  if (found.isSymbolicLink() || isBehindLink(file, within)) throw refusal('ELOOP', file);
  // A device would be replaced by a file.
  if (!found.isFile()) throw refusal('ENOTFILE', file);
  // A rename would get past a file's own protection; the superuser may write everything, and still should not.
  accessSync(file, constants.W_OK);
  if ((found.mode & 0o222) === 0) throw refusal('EACCES', file);
  return found.mode & 0o7777;
}

/**
 * Writes a file that belongs to the program, whole or not at all, whether it is there or not; the folders above it are made. Pipes that
 * somebody reads and devices are written as they stand, and so is a file whose folder lets nothing be put beside it.
 * @throws the system's error, or one with the code ELOOP (link), EISDIR (folder) or EEXIST (document, foreign); what was there is then as it was
 */
export function writeOutput(file: string, content: Content, replacing: Replacing): void {
  const obstacle = obstacleTo(file, replacing);
  if (obstacle)
    throw refusal({ link: 'ELOOP', folder: 'EISDIR', document: 'EEXIST', foreign: 'EEXIST' }[obstacle], file);
  const found = isOfSystem(file) ? undefined : lookAt(file);
  if (isOfSystem(file) || (found && !found.isFile())) {
    // To open a pipe that nobody reads would wait without end: this fails there (ENXIO).
    const heard = found?.isFIFO() ? openSync(file, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
    try {
      writeInPlace(file, content, constants.O_WRONLY | constants.O_APPEND);
    } finally {
      if (heard !== undefined) closeSync(heard);
    }
    return;
  }
  if (!found) mkdirSync(dirname(file), { recursive: true });
  if (found && (found.mode & 0o222) === 0) throw refusal('EACCES', file);
  try {
    if (found) accessSync(file, constants.W_OK);
    putInPlace(file, content, found ? { mode: found.mode & 0o7777 } : {});
  } catch (error) {
    if (!found || !KEEPS_ITS_PLACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeInPlace(file, content, constants.O_WRONLY | constants.O_TRUNC | NO_LINK);
  }
}

/** What keeps an output from being written, so that it can be told before the work is done; null where nothing does. */
export function obstacleTo(file: string, { within, isOurs, force }: Replacing): Obstacle | null {
  if (isOfSystem(file)) return null;
  const found = lookAt(file);
  if (found?.isSymbolicLink() || isWayOut(dirname(file), within)) return 'link';
  if (found?.isDirectory()) return 'folder';
  if (!found?.isFile() || found.size === 0) return null;
  if (isOurs(...endsOf(file))) return null;
  if (fileKindOf(file) === 'markdown') return 'document';
  return force ? null : 'foreign';
}

/** Characters at either end of a file that tell whose it is. */
const ENDS = 4096;

/** Empty where the file cannot be read. */
function endsOf(file: string): [Buffer, Buffer] {
  const end = (from: number) => readPart(file, Buffer.alloc(ENDS), from, NO_LINK);
  try {
    return [end(0), end(-ENDS)];
  } catch {
    return [Buffer.alloc(0), Buffer.alloc(0)];
  }
}

/** Whether two paths, there or not, are one file or could be: by links, hard links, or on a system that does not tell cases apart. */
export function isSameFile(one: string, other: string): boolean {
  if (placeOf(one) === placeOf(other)) return true;
  const [a, b] = [one, other].map(lookAt);
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Whether a file is one of some: also where a hard link or another spelling leads to it. */
export function isAmong(path: string, files: readonly string[]): boolean {
  const found = lookAt(path);
  if (!found?.isFile()) return false;
  return files.some((file) => {
    const other = lookAt(file);
    return other?.ino === found.ino && other.dev === found.dev;
  });
}

function placeOf(file: string): string {
  const missing: string[] = [];
  for (let at = resolve(file); ; at = dirname(at)) {
    if (existsSync(at) || dirname(at) === at)
      return join(existsSync(at) ? realpathSync(at) : at, ...missing)
        .normalize('NFC')
        .toLowerCase();
    missing.unshift(at.slice(dirname(at).length));
  }
}

/** The system's own names of pipes, devices and open files: they are links, and nobody's archive. */
function isOfSystem(file: string): boolean {
  return /^\/(?:dev|proc)\//.test(file);
}

/** @throws ELOOP where links on the way to a file lead out of the repository, or of the folder that the program runs in */
export function refuseWaysOut(file: string, within: string): void {
  if (isWayOut(dirname(file), within)) throw refusal('ELOOP', file);
}

/** Whether links on the way to a path lead out of the repository, or of the folder that the program runs in. */
function isWayOut(path: string, within: string): boolean {
  let there = resolve(path);
  while (!lookAt(there) && dirname(there) !== there) there = dirname(there);
  const root = rootOf(there, within);
  return root !== undefined && isWithin(there, root) && leadsOut(there, root);
}

/** Whether one of the folders of the archive that a file lies in is a link, wherever it leads. Links above the archive are none of its own. */
function isBehindLink(file: string, within: string): boolean {
  const folder = dirname(resolve(file));
  const root = rootOf(folder, within);
  if (root === undefined || !isWithin(folder, root)) return false;
  return realpathSync(folder) !== join(realpathSync(root), folder.slice(root.length));
}

/** The folder that links on the way to a path must not lead out of; undefined where it is in no archive. */
function rootOf(path: string, within: string): string | undefined {
  return isWithin(path, within) ? (gitRootOf(within) ?? within) : gitRootOf(dirname(path));
}

/** Zero where the system has no such flag. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

function writeInPlace(file: string, content: Content, flags: number): void {
  const descriptor = openSync(file, flags);
  try {
    writePieces(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}

/** A folder that may not be written to, a file that is mounted by itself. */
const KEEPS_ITS_PLACE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV']);

interface Putting {
  /** Taken over exactly; absent: what the process gives to new files. */
  readonly mode?: number;
  /** Put nothing in the place of what is there. */
  readonly isNew?: boolean;
  /** Asked at the last moment whether what is there may still go. */
  readonly isCurrent?: () => boolean;
}

function putInPlace(target: string, content: Content, { mode, isNew, isCurrent }: Putting): void {
  const folder = dirname(target);
  clearLeftovers(folder);
  const beside = join(folder, `${TEMPORARY}${Math.random().toString(36).slice(2)}.tmp`);
  const descriptor = openSync(beside, 'wx', mode);
  try {
    try {
      writePieces(descriptor, content);
      // The mode given at opening is cut by the process's mask.
      if (mode !== undefined) fchmodSync(descriptor, mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (isCurrent && !isCurrent()) throw refusal('ECHANGED', target);
    if (isNew) claim(target, beside);
    else renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A rename replaces what has come there meanwhile; a hard link does not. */
function claim(target: string, beside: string): void {
  try {
    linkSync(beside, target);
  } catch (error) {
    // Some file systems have no hard links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    if (lookAt(target)) throw refusal('EEXIST', target);
    renameSync(beside, target);
    return;
  }
  rmSync(beside, { force: true });
}

const TEMPORARY = '.jiedu-lint-';
/** A run that writes a file for so long is not there any more, in milliseconds. */
const ABANDONED = 60_000;
const cleared = new Set<string>();

/** Takes away what runs that were killed have left in a folder; once a process, as folders may be large. */
function clearLeftovers(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      if (!/^\.jiedu-lint-[0-9a-z]+\.tmp$/.test(name)) continue;
      const found = lookAt(join(folder, name));
      if (found?.isFile() && found.mtimeMs < Date.now() - ABANDONED) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A folder that cannot be listed can be written to all the same.
  }
}

function writePieces(descriptor: number, content: Content): void {
  for (const piece of content instanceof Uint8Array ? [content] : inPieces(content))
    for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
}

/** Bytes of a piece: fewer would be written by many calls of the system. */
const PIECE = 64 * 1024;

/** Text and bytes in large pieces. Each is good until the next is asked for: they have one place, as many would be memory to collect. */
export function* inPieces(content: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const piece = new Uint8Array(PIECE);
  let length = 0;
  for (const some of content) {
    for (let at = 0; at < some.length; ) {
      const room = piece.subarray(length);
      const rest = at === 0 ? some : typeof some === 'string' ? some.slice(at) : some.subarray(at);
      const { read, written } = typeof rest === 'string' ? encoder.encodeInto(rest, room) : copied(rest, room);
      at += read;
      length += written;
      if (at === some.length) continue;
      yield piece.subarray(0, length);
      length = 0;
    }
  }
  yield piece.subarray(0, length);
}

function copied(bytes: Uint8Array, room: Uint8Array): { readonly read: number; readonly written: number } {
  const some = bytes.subarray(0, room.length);
  room.set(some);
  return { read: some.length, written: some.length };
}
