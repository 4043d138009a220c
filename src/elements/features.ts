import { LINE_KINDS, type Line } from './reading.js';

/**
 * What a linear model sees of a line: hashes of its character n-grams, of those of the headings above it and of its lead-in, and
 * a few signs of its form. Hashes have 32 bits; a table of 2ⁿ places takes the upper n.
 */
export class Features {
  /** The hashes; only the first `length` belong to the line. Some may stand there twice. */
  hashes = new Int32Array(1024);
  length = 0;

  /** Of a line as one that may supply substance. */
  ofSubstance(lines: readonly Line[], index: number): this {
    const { text, path, lead, kind } = lines[index] as Line;
    this.length = 0;
    this.grams(text, OWN_GRAMS, 0x1);
    if (path[0] !== undefined) this.grams(path[0], 3, 0x1234567);
    if (path[1] !== undefined) this.grams(path[1], 2, 0x2345678);
    if (path[2] !== undefined) this.grams(path[2], 2, 0x3456789);
    if (lead) this.grams(lead, 2, 0x4567891);
    this.sign(1, LINE_KINDS.indexOf(kind));
    this.sign(2, lengthClass(text.length));
    this.sign(3, path.length > 0 ? 1 : 0);
    this.sign(4, index === 0 ? 0 : index < 3 ? 1 : index >= lines.length - 2 ? 2 : 3);
    return this;
  }

  /** Of a line as one that may announce elements; it must have announcing words. */
  ofAnnouncement(lines: readonly Line[], index: number): this {
    const { announcing, path, kind } = lines[index] as Line;
    const words = announcing as string;
    const next = lines[index + 1];
    this.length = 0;
    this.grams(words, 4, 0x6789123);
    if (path[0] !== undefined) this.grams(path[0], 2, 0x7891234);
    if (next) this.grams(next.text.slice(0, BEGINNING), 2, 0x8912345);
    this.sign(11, LINE_KINDS.indexOf(kind));
    this.sign(12, lengthClass(words.length));
    return this;
  }

  /** Adds a text's n-grams from 1 up to `most` characters; marks stand where it begins and ends. */
  private grams(text: string, most: number, salt: number): void {
    const size = text.length + 2;
    if (this.length + size * most > this.hashes.length) this.grow(this.length + size * most);
    const { hashes } = this;
    let { length } = this;
    for (let i = 0; i < size; i++) {
      let hash = salt;
      const end = Math.min(size, i + most);
      for (let k = i; k < end; k++) {
        const code = k === 0 ? START : k === size - 1 ? END : text.charCodeAt(k - 1);
        hash = Math.imul(hash ^ code, SPREAD);
        hash ^= hash >>> 15;
        hashes[length++] = Math.imul(hash, MIX);
      }
    }
    this.length = length;
  }

  private sign(id: number, value: number): void {
    if (this.length === this.hashes.length) this.grow(this.length + 1);
    this.hashes[this.length++] = Math.imul(Math.imul(id * 131 + value + 7, SPREAD) ^ 0x5bd1e995, MIX);
  }

  private grow(least: number): void {
    const grown = new Int32Array(Math.max(least, this.hashes.length * 2));
    grown.set(this.hashes.subarray(0, this.length));
    this.hashes = grown;
  }
}

/** Where the n-grams of a line's own text stand in it, by their index among the hashes of `ofSubstance`: they come first. */
export function* gramsOf(text: string): Generator<{ start: number; end: number; index: number }> {
  let index = 0;
  for (let start = -1; start <= text.length; start++)
    for (let end = start + 1; end <= Math.min(text.length + 1, start + OWN_GRAMS); end++)
      yield { start, end, index: index++ };
}

/** Longest n-gram of a line's own text. */
const OWN_GRAMS = 3;

/** How much of the line below an announcement is looked at. */
const BEGINNING = 24;
const START = 2;
const END = 3;
/** Odd numbers with bits far apart, as in xxHash and MurmurHash. */
const SPREAD = 0x9e3779b1;
const MIX = 0x85ebca6b;

function lengthClass(length: number): number {
  return LENGTHS.findIndex((most) => length < most);
}

const LENGTHS = [8, 15, 30, 60, 120, Number.POSITIVE_INFINITY];
