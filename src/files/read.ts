import { isAscii, isUtf8, transcode } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { readPart } from './regular.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file as text. Offsets anywhere else in the project are into `text`, which has no BOM. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** True where the file begins with a byte order mark. */
  readonly bom: boolean;
  /** Size of the file in bytes, BOM included. */
  readonly bytes: number;
}

/** Why a file could not be read, as data for a message. */
export interface ReadFailure {
  readonly id: 'notFound' | 'notAFile' | 'unreadable' | 'tooLarge' | 'binary' | 'undecodable';
  readonly path: string;
  /**
   * unreadable: `code` (EACCES …). tooLarge: `bytes`, `maxBytes`. binary: `offset` of the first NUL.
   * undecodable: `offset` of the first bad byte, `byte` as 0xFF, and its `line` and `column` from 1. Offsets are in bytes from 0.
   */
  readonly data: Readonly<Record<string, string | number>>;
}

export type Decoded = Pick<Source, 'text' | 'encoding' | 'bom'> | Pick<ReadFailure, 'id' | 'data'>;

/** Larger files are not read; a config may set a lower limit. */
export const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads one file as text. Never throws for a file's sake: what goes wrong comes back as data, told apart by `'id' in result`.
 * @param path absolute, or relative to the working folder; returned as given
 * @param options.maxBytes files larger than this fail as `tooLarge`
 */
export async function readSource(path: string, options: { maxBytes?: number } = {}): Promise<Source | ReadFailure> {
  const bytes = readBytes(path, options.maxBytes);
  return 'id' in bytes ? bytes : sourceOf(path, bytes);
}

/** The bytes of a file as text. */
export function sourceOf(path: string, bytes: Uint8Array): Source | ReadFailure {
  const decoded = decode(bytes);
  return 'id' in decoded ? { ...decoded, path } : { ...decoded, path, bytes: bytes.length };
}

/**
 * Reads a file that may be a document.
 * @param room to read it into, where it is small enough for that
 */
export function readBytes(path: string, maxBytes = MAX_BYTES, room?: Uint8Array): Uint8Array | ReadFailure {
  try {
    // Sizes and types come first: opening a named pipe would wait for ever. Synchronous calls, because the promise
    // versions cost 4 ms at the first use, a tenth of an empty run.
    const found = statSync(path);
    if (!found.isFile()) return { id: 'notAFile', path, data: {} };
    if (found.size > maxBytes) return { id: 'tooLarge', path, data: { bytes: found.size, maxBytes } };
    const part = room && readPart(path, room);
    const bytes = part && part.length < room.length ? part : readFileSync(path);
    return bytes.length > maxBytes ? { id: 'tooLarge', path, data: { bytes: bytes.length, maxBytes } } : bytes;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { id: 'notFound', path, data: {} };
    return { id: 'unreadable', path, data: { code } };
  }
}

/**
 * Bytes to text: UTF-16 by its BOM, UTF-8 strictly, else GB18030 strictly. Text that only a lenient reader would
 * accept is a failure, since its findings would be about characters nobody wrote.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeMarked(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeMarked(bytes, 'utf-16be');
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { id: 'binary', data: { offset: nul } };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeMarked(bytes, 'utf-8');

  const text = strictly('utf-8', bytes);
  if (text !== undefined) return { text, encoding: 'utf-8', bom: false };
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (!isDamagedUtf8(lenient)) {
    const chinese = strictly('gb18030', bytes);
    if (chinese !== undefined && !hasOtherThanText(chinese)) return { text: chinese, encoding: 'gb18030', bom: false };
  }
  return undecodable(bytes, lenient, 'utf-8', 0);
}

/** GB18030 maps nearly every pair of bytes to something: some of it tells that the bytes were something else. */
function hasOtherThanText(text: string): boolean {
  return /[^\P{Cc}\t\n\f\r]|[\p{Co}\p{Cn}\uFFFD]/u.test(text);
}

/** In GB18030 read as UTF-8 nearly every character breaks; a damaged UTF-8 file keeps far more than it lost. */
function isDamagedUtf8(lenient: string): boolean {
  let kept = 0;
  for (let i = 0; i < lenient.length; i++) {
    const code = lenient.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) kept++;
    else if (code === 0xfffd) kept--;
  }
  return kept > 0;
}

function decodeMarked(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoded {
  const text = strictly(encoding, bytes);
  const bomLength = encoding === 'utf-8' ? 3 : 2;
  if (text === undefined) return undecodable(bytes, new TextDecoder(encoding).decode(bytes), encoding, bomLength);
  const nul = text.indexOf('\0');
  if (nul >= 0) return { id: 'binary', data: { offset: bomLength + 2 * nul } };
  return { text, encoding, bom: true };
}

/** The text without BOM, or undefined where any byte breaks the encoding's rules. */
function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? utf8Text(bytes) : undefined;
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
  decoders.set(encoding, decoder);
  try {
    return decoder.decode(bytes);
  } catch {
    decoders.delete(encoding);
    return undefined;
  }
}

/**
 * The text of bytes that are UTF-8. By way of UTF-16, which is copied: V8's own decoder, behind `TextDecoder` and `toString`, goes
 * from character to character and takes several times as long for Chinese.
 */
export function utf8Text(bytes: Uint8Array): string {
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const plain = Buffer.from(text.buffer, text.byteOffset, text.length);
  // A Node built without its tables of encodings has no `transcode`.
  if (isAscii(plain) || typeof transcode !== 'function') return plain.toString(isAscii(plain) ? 'latin1' : 'utf8');
  return transcode(plain, 'utf8', 'ucs2').toString('ucs2');
}

/** Made once; those that met an error are not used again. */
const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>();

/**
 * Where decoding first went wrong: at the first U+FFFD of the lenient text that does not stand in the bytes themselves.
 * @param start bytes of the BOM, which `lenient` lacks
 */
function undecodable(bytes: Uint8Array, lenient: string, encoding: Encoding, start: number): Decoded {
  const replacement = { 'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd], gb18030: [] }[
    encoding
  ];
  const lengthOf = (text: string) => (encoding === 'utf-8' ? Buffer.byteLength(text) : 2 * text.length);
  let offset = start;
  let from = 0;
  let at = lenient.indexOf('\uFFFD');
  while (at >= 0) {
    offset += lengthOf(lenient.slice(from, at));
    if (!replacement.every((byte, i) => bytes[offset + i] === byte)) break;
    from = at;
    at = lenient.indexOf('\uFFFD', at + 1);
  }
  const before = lenient.slice(0, at < 0 ? lenient.length : at).split(/\r\n|\n|\r/);
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const column = (before[before.length - 1] ?? '').length + 1;
  return { id: 'undecodable', data: { offset, byte, line: before.length, column } };
}
