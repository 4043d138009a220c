import type { FactKind } from '../../../src/archive/content.js';
import type { Document } from '../../../src/document/document.js';
import { pack, packPlaces } from './packed-numbers.js';

/**
 * A sample of a text's shingles: of every run of 8 Han characters the hash, where it falls on one in four. The same shingle is in every
 * text's sample or in none, so that shares of samples are shares of texts. Titles and quotations are left out.
 */
export interface Fingerprints {
  /** Hashes in the order of the text, 24 bits in four characters each. */
  readonly hashes: string;
  /** Where each shingle begins in the source, as `unpackPlaces` reads it; empty for a policy. */
  readonly places: string;
}

/** What tells copied text. */
export const FINGERPRINTS: FactKind<Fingerprints> = { name: 'fingerprints', draw: fingerprintsOf };

/** Han characters in a shingle. */
export const SHINGLE = 8;
/** Bits of a hash that are 0 where its shingle is in the sample. */
const SAMPLED = 3;

/** Fingerprints of a policy or of what explains one; only the latter keeps their places. */
export function fingerprintsOf(document: Document): Fingerprints {
  const keepsPlaces = document.kind !== 'policy';
  const hashes: number[] = [];
  const places: number[] = [];
  for (const unit of document.units) {
    if (unit.type === 'code') continue;
    const text = withoutQuotations(unit.text.text);
    let length = 0;
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x3400 || code > 0x9fff) {
        if (BREAKS.includes(code)) length = hash = 0;
        continue;
      }
      const at = length++ % SHINGLE;
      const left = length > SHINGLE ? Math.imul(codes[at] as number, TOP) : 0;
      hash = (Math.imul(hash, BASE) + code - left) | 0;
      codes[at] = code;
      starts[at] = i;
      if (length < SHINGLE) continue;
      const mixed = mix(hash);
      if ((mixed & SAMPLED) !== 0) continue;
      hashes.push((mixed >>> 2) & MASK);
      const start = starts[length % SHINGLE] as number;
      if (keepsPlaces) places.push(unit.text.rangeOf(start, start).start);
    }
  }
  return { hashes: pack(hashes), places: packPlaces(places) };
}

/** The last characters of the shingle at hand, and where they stand. */
const codes = new Uint16Array(SHINGLE);
const starts = new Uint32Array(SHINGLE);

const BASE = 0x01000193;
/** BASE to the power of SHINGLE. */
const TOP = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);
const MASK = 0xffffff;
/** A sentence's end and what was left out: no shingle goes on behind it, or a text that drops every other sentence would share few. */
const BREAKS = Array.from('■。；！？', (char) => char.charCodeAt(0));

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}

/** Names of papers and words quoted are no copy; a quotation that runs over sentences is one, whoever put the marks. */
function withoutQuotations(text: string): string {
  return text.replace(/《[^《》\n]{1,160}》|“[^“”\n]{1,120}”/g, (match) => '■'.repeat(match.length));
}
