import JSZip from 'jszip';
import { relationsIn, relationsName } from '../import/docx-package.js';
import { keyOf, MAX_PART, unpackedUpTo } from '../import/docx-zip.js';
import { SIGNATURE } from './signature.js';

/** A Word file that cannot be given comments. `code` says why. */
export class ReviewFailure extends Error {
  constructor(readonly code: 'notWord' | 'otherEncoding' | 'damaged') {
    super(code);
  }
}

/** The parts of a Word file, by name. Those that are not changed stay as they are packed: what they unpack to is not looked at. */
export class Parts {
  /** Names as the file writes them, by the name that they are compared by. */
  private readonly names: Map<string, string>;

  private constructor(private readonly zip: JSZip) {
    this.names = new Map(Object.keys(zip.files).map((name) => [keyOf(name), name]));
  }

  /** @throws ReviewFailure */
  static async open(bytes: Uint8Array): Promise<Parts> {
    return new Parts(
      await JSZip.loadAsync(bytes).catch(() => {
        throw new ReviewFailure('damaged');
      }),
    );
  }

  has(name: string): boolean {
    return this.names.has(keyOf(name));
  }

  /** @throws ReviewFailure for a part that is not there, or not in UTF-8 */
  async text(name: string): Promise<string> {
    const entry = this.zip.file(this.names.get(keyOf(name)) ?? name);
    if (!entry) throw new ReviewFailure('damaged');
    const bytes = await unpackedUpTo(MAX_PART, entry).catch(() => {
      throw new ReviewFailure('damaged');
    });
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new ReviewFailure('otherEncoding');
    }
  }

  put(name: string, text: string): void {
    const written = this.names.get(keyOf(name)) ?? name;
    this.names.set(keyOf(name), written);
    this.zip.file(written, text, { createFolders: false });
  }

  /** The first part that is there and that a part (the whole file where empty) is related to by a kind of relation. */
  async related(part: string, type: RegExp): Promise<string | undefined> {
    return (await this.allRelated(part, type))[0];
  }

  /** The parts that are there and that a part is related to. @throws ReviewFailure for relations that cannot be read */
  async allRelated(part: string, type: RegExp): Promise<string[]> {
    const relations = relationsName(part);
    if (!this.has(relations)) return [];
    const xml = await this.text(relations);
    try {
      const found = [...relationsIn(xml, part).values()].filter((one) => !one.external && type.test(one.type));
      return [...new Set(found.map(({ target }) => target))].filter((name) => this.has(name));
    } catch {
      throw new ReviewFailure('damaged');
    }
  }

  /** The file, signed as ours. */
  packed(): Promise<Uint8Array> {
    return this.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', comment: SIGNATURE });
  }
}
