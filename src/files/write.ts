import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Source } from './read.js';

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

/**
 * Puts new content, in one piece or several, in the place of a file, whole or not at all: it is written beside the file, forced to the disk and
 * renamed. The file keeps its mode; a symbolic link stays one, and what it leads to changes. A read-only file is left alone.
 * @throws the system's error (EACCES, ENOSPC …); the file is then as it was
 */
export function replaceFile(file: string, content: Content): void {
  const target = realpathSync(file);
  const found = statSync(target);
  // A device would be replaced by a file.
  if (!found.isFile()) throw Object.assign(new Error(`${target} is no regular file`), { code: 'ENOTFILE' });
  const { mode } = found;
  // A rename would get past a file's own protection; the superuser may write everything, and still should not.
  accessSync(target, constants.W_OK);
  if ((mode & 0o222) === 0) throw Object.assign(new Error(`${target} is read-only`), { code: 'EACCES' });
  putInPlace(target, content, mode & 0o7777);
}

/**
 * Writes a file that is ours, whole or not at all, whether it is there or not; the folders above it are made.
 * @throws the system's error; what was there is then as it was
 */
export function writeWhole(file: string, content: Content): void {
  if (existsSync(file)) replaceFile(file, content);
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    putInPlace(file, content);
  }
}

/**
 * Writes a new file, whole or not at all; the folders above it are made. One that is there already is never touched.
 * @throws the system's error; EEXIST where the file is there
 */
export function createWhole(file: string, content: Content): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = writtenBeside(file, content);
  try {
    linkSync(beside, file);
  } catch (error) {
    // Some file systems (FAT, some shares) know no links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    if (existsSync(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Bytes, or pieces of bytes or of text, which is written as UTF-8: what is too long for one string can be written too. */
export type Content = Uint8Array | Iterable<string | Uint8Array>;

/**
 * Writes a report, whole or not at all, whether the file is there or not; the folders above it are made. What is no regular file
 * (a pipe, /dev/stdout), and a file whose folder lets nothing be put beside it, is written as it stands.
 * @throws the system's error
 */
export function writeReport(file: string, content: Content): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) {
    writeInPlace(file, content);
    return;
  }
  try {
    writeWhole(file, content);
  } catch (error) {
    if (!found || !KEEPS_ITS_PLACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeInPlace(file, content);
  }
}

function writeInPlace(file: string, content: Content): void {
  writeFileSync(file, '');
  for (const piece of content instanceof Uint8Array ? [content] : content) appendFileSync(file, piece);
}

/** A folder that may not be written to, a file that is mounted by itself. */
const KEEPS_ITS_PLACE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV']);

/** @param mode taken over exactly; absent: what the process gives to new files */
function putInPlace(target: string, content: Content, mode?: number): void {
  const beside = writtenBeside(target, content, mode);
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Content in a file of its own beside its target, on the disk; nothing is left of it where that fails. */
function writtenBeside(target: string, content: Content, mode?: number): string {
  const unique = Math.random().toString(36).slice(2);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${unique}.tmp`);
  const descriptor = openSync(beside, 'wx', mode);
  try {
    try {
      for (const piece of content instanceof Uint8Array ? [content] : content) writeAll(descriptor, piece);
      // The mode given at opening is cut by the process's mask.
      if (mode !== undefined) fchmodSync(descriptor, mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return beside;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
