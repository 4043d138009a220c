import JSZip from 'jszip';
import { ImportFailure } from './failure.js';

/** The parts of a Word file that hold text, as mammoth asks for them. */
export interface DocxParts {
  exists(name: string): boolean;
  /** The text of a part; pictures and what else a file holds are never unpacked. */
  text(name: string): Promise<string>;
}

/** Most text a part may unpack to, in bytes: a thousand pages. What a zip says of its sizes is not believed. */
const MAX_PART = 24 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const MAX_DEPTH = 500;

/**
 * Opens a Word file.
 * @throws ImportFailure `damagedZip`; `otherOffice` for a zip that is no Word file; `tooLarge` and `tooComplex` for one made to exhaust its reader
 */
export async function openDocx(bytes: Uint8Array): Promise<DocxParts> {
  if (countOf(bytes, [0x50, 0x4b, 1, 2], MAX_ENTRIES) > MAX_ENTRIES) throw new ImportFailure('tooComplex');
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new ImportFailure('damagedZip');
  });
  if (!zip.file('[Content_Types].xml') || !zip.file(/^(?:word|\d|document)/i).length)
    throw new ImportFailure(zip.file('EncryptedPackage') ? 'encrypted' : 'otherOffice');
  const read = new Map<string, Promise<string>>();
  return {
    exists: (name) => zip.file(name) !== null && /\.(?:xml|rels)$/i.test(name),
    text: (name) => {
      const known = read.get(name) ?? unpacked(zip, name);
      read.set(name, known);
      return known;
    },
  };
}

async function unpacked(zip: JSZip, name: string): Promise<string> {
  const entry = zip.file(name);
  if (!entry) throw new ImportFailure('damagedZip');
  const text = new TextDecoder().decode(await upTo(MAX_PART, entry));
  refuseDepth(text);
  return text;
}

/** JSZip's own way of reading in pieces, which its types leave out. */
interface Stream {
  on(event: 'data', heard: (piece: Uint8Array) => void): Stream;
  on(event: 'error', heard: (error: Error) => void): Stream;
  on(event: 'end', heard: () => void): Stream;
  pause(): Stream;
  resume(): Stream;
}

function upTo(most: number, entry: JSZip.JSZipObject): Promise<Uint8Array> {
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
          reject(new ImportFailure('tooLarge', { most: most / 1024 / 1024 }));
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

/** mammoth goes down a text's elements by recursion. */
function refuseDepth(xml: string): void {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml[at + 1];
    if (next === '/') depth--;
    else if (next !== '!' && next !== '?') {
      const close = xml.indexOf('>', at);
      if (xml[close - 1] !== '/') depth++;
      if (close < 0 || depth > MAX_DEPTH) throw new ImportFailure('tooComplex');
      at = close;
    }
  }
}
