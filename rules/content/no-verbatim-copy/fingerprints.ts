import type { FactKind } from '../../../src/archive/content.js';
import type { Document } from '../../../src/document/document.js';

/**
 * A sample of a text's shingles: of every run of 8 Han characters the hash, where it falls on one in four. The same shingle is in every
 * text's sample or in none, so that shares of samples are shares of texts. Titles and quotations are left out.
 */
export interface Fingerprints {
  /** Hashes in the order of the text, 24 bits in four characters each. */
  readonly hashes: string;
  /** Where each shingle begins in the source, written alike; empty for a policy. */
  readonly places: string;
}

/** What tells copied text. */
export const FINGERPRINTS: FactKind<Fingerprints> = { name: 'fingerprints', draw: fingerprintsOf };

/** Han characters in a shingle. */
export const SHINGLE = 8;
const SAMPLE = 4;

/** Fingerprints of a policy or of what explains one; only the latter keeps their places. */
export function fingerprintsOf(document: Document): Fingerprints {
  const keepsPlaces = document.kind !== 'policy';
  const hashes: string[] = [];
  const places: string[] = [];
  const codes: number[] = [];
  const starts: number[] = [];
  const flush = (placeOf: (start: number) => number) => {
    let hash = 0;
    for (let i = 0; i < codes.length; i++) {
      hash = (Math.imul(hash, BASE) + (codes[i] ?? 0)) | 0;
      if (i >= SHINGLE) hash = (hash - Math.imul(codes[i - SHINGLE] ?? 0, TOP)) | 0;
      if (i < SHINGLE - 1) continue;
      const mixed = mix(hash);
      if (mixed % SAMPLE !== 0) continue;
      hashes.push(pack((mixed >>> 2) & MASK));
      if (keepsPlaces) places.push(pack(placeOf(starts[i - SHINGLE + 1] ?? 0)));
    }
    codes.length = 0;
    starts.length = 0;
  };
  for (const unit of document.units) {
    if (unit.type === 'code') continue;
    const text = withoutQuotations(unit.text.text);
    const placeOf = (start: number) => unit.text.rangeOf(start, start).start;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x3400 && code <= 0x9fff) {
        codes.push(code);
        starts.push(i);
      } else if (BREAKS.has(code)) flush(placeOf);
    }
    flush(placeOf);
  }
  return { hashes: hashes.join(''), places: places.join('') };
}

/** The numbers that `hashes` or `places` hold. */
export function unpack(packed: string): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < packed.length; i += 4) {
    let value = 0;
    for (let j = i; j < i + 4; j++) value = value * 64 + (packed.charCodeAt(j) - FIRST);
    numbers.push(value);
  }
  return numbers;
}

const BASE = 0x01000193;
/** BASE to the power of SHINGLE. */
const TOP = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);
const MASK = 0xffffff;
/** A sentence's end and what was left out: no shingle goes on behind it, or a text that drops every other sentence would share few. */
const BREAKS = new Set([...'■。；！？'].map((mark) => mark.charCodeAt(0)));
/** 64 characters from here on hold six bits each; none needs escaping in JSON but the backslash. */
const FIRST = 0x30;

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function pack(value: number): string {
  return String.fromCharCode(
    FIRST + ((value >>> 18) & 63),
    FIRST + ((value >>> 12) & 63),
    FIRST + ((value >>> 6) & 63),
    FIRST + (value & 63),
  );
}

/** Names of papers and words quoted are no copy; a quotation that runs over sentences is one, whoever put the marks. */
function withoutQuotations(text: string): string {
  return text.replace(/《[^《》\n]{1,160}》|“[^“”\n]{1,120}”/g, (match) => '■'.repeat(match.length));
}
