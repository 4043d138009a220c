import JSZip from 'jszip';
import { type Budget, newBudget } from './budget.js';
import { ImportFailure } from './failure.js';

/** The parts of a Word file, by name: `word/document.xml`. */
export interface DocxParts {
  exists(name: string): boolean;
  /** What a part holds; only parts that are asked for are ever unpacked. */
  bytes(name: string): Promise<Uint8Array>;
  /** The text of a part of XML, in UTF-8 or UTF-16; others are refused, as Word refuses them. */
  text(name: string): Promise<string>;
}

/** Most that a part may unpack to, in bytes: a thousand pages. What a zip says of its sizes is not believed. */
export const MAX_PART = 24 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/**
 * Opens a Word file.
 * @throws ImportFailure `damagedZip`, also later, for a part whose checksum is wrong; `otherOffice` for a zip that is no Word file; `oddNames`
 * for one with names that lead out of it, or that two parts share; `tooLarge` and `tooComplex` for one made to exhaust its reader
 */
export async function openDocx(bytes: Uint8Array, budget: Budget = newBudget()): Promise<DocxParts> {
  if (countOf(bytes, [0x50, 0x4b, 1, 2], MAX_ENTRIES) > MAX_ENTRIES) throw new ImportFailure('tooComplex');
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new ImportFailure(/encrypted/i.test(String(error)) ? 'encrypted' : 'damagedZip');
  });
  const odd = oddName(namesIn(bytes));
  if (odd !== undefined) throw new ImportFailure('oddNames', { name: withoutControls(odd).slice(0, 60) });
  // Some programs write `word\document.xml`, or other cases than the list of contents has.
  const entries = new Map(Object.values(zip.files).map((entry) => [keyOf(entry.name), entry]));
  if (!entries.has('[content_types].xml'))
    throw new ImportFailure(entries.has('encryptedpackage') ? 'encrypted' : 'otherOffice');
  const unpacked = async (name: string) => {
    const entry = entries.get(keyOf(name));
    if (!entry) throw new ImportFailure('damagedZip');
    const whole = await unpackedUpTo(Math.min(MAX_PART, budget.bytes), entry);
    budget.bytes -= whole.length;
    if (crc32(whole) !== crcOf(entry)) throw new ImportFailure('damagedZip');
    return whole;
  };
  return {
    exists: (name) => entries.has(keyOf(name)),
    bytes: unpacked,
    text: async (name) => decoded(await unpacked(name)),
  };
}

/** Names as the list at the end of a zip has them: JSZip cleans some, and of two alike it keeps the last. */
function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== LIST_END) end--;
  const names: string[] = [];
  if (end < 0) return names;
  const decoder = new TextDecoder();
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === LISTED; ) {
    const length = view.getUint16(at + 28, true);
    names.push(decoder.decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** What an entry of the list begins with, and what stands behind the last. */
const LISTED = 0x02014b50;
const LIST_END = 0x06054b50;

/** The first name that leads out of the file, to a drive or to the root, holds what no name holds, or was there before. */
function oddName(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => {
    const key = keyOf(name);
    const odd = (seen.has(key) && !name.endsWith('/')) || ODD_NAME.test(name);
    seen.add(key);
    return odd;
  });
}

const ODD_NAME = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[A-Za-z]:|^[\\/]|\p{Cc}/u;

function withoutControls(name: string): string {
  return name.replace(/\p{Cc}/gu, '?');
}

/** A part's name as it is compared: not all programs write it as the standard has it. */
export function keyOf(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .toLowerCase();
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  try {
    return new TextDecoder(wide ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportFailure('unreadableWord');
  }
}

/** JSZip's own way of reading in pieces, which its types leave out. */
interface Stream {
  on(event: 'data', heard: (piece: Uint8Array) => void): Stream;
  on(event: 'error', heard: (error: Error) => void): Stream;
  on(event: 'end', heard: () => void): Stream;
  pause(): Stream;
  resume(): Stream;
}

/**
 * Unpacks a part as long as it is no larger than the bytes that it may have.
 * @throws ImportFailure `tooLarge`, `damagedZip`
 */
export function unpackedUpTo(most: number, entry: JSZip.JSZipObject): Promise<Uint8Array> {
  const stream = (entry as unknown as { internalStream(type: 'uint8array'): Stream }).internalStream('uint8array');
  const pieces: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    stream
      .on('data', (piece) => {
        size += piece.length;
        if (size <= most) pieces.push(piece);
        else {
          stream.pause();
          reject(new ImportFailure('tooLarge', { most: MAX_PART / 1024 / 1024 }));
        }
      })
      .on('error', () => reject(new ImportFailure('damagedZip')))
      .on('end', () => resolve(joined(pieces, size)))
      .resume();
  });
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function countOf(bytes: Uint8Array, mark: readonly number[], most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(mark[0] ?? 0); at >= 0 && count <= most; at = bytes.indexOf(mark[0] ?? 0, at + 1))
    if (mark.every((byte, i) => bytes[at + i] === byte)) count++;
  return count;
}

/** JSZip keeps the checksum and compares it only if it may unpack everything, pictures and bombs included. */
function crcOf(entry: JSZip.JSZipObject): number {
  return (entry as unknown as { _data: { crc32: number } })._data.crc32 >>> 0;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  // By index: an iterator takes ten times as long over these many.
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
