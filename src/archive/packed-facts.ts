import type { FrontMatterEntry, FrontMatterNode } from '../document/front-matter.js';
import { placesOf } from '../document/front-matter.js';
import type { Range } from '../document/range.js';
import type { Facts } from './facts.js';

/**
 * Facts as plain data, fit for JSON, without the path. A run holds the facts of all its files: what takes most room and is seldom
 * asked for, where lines and values of front matter begin, is a short text each, which is read when somebody asks.
 */
export interface PackedFacts extends Omit<Facts, 'path' | 'lineStarts' | 'places'> {
  /** How far each line begins behind the one before it, as `numbersText`. */
  readonly lines: string;
  /**
   * Of each value of front matter, in the order of `data`, how far it begins behind the one before it and how long it is, as
   * `numbersText`; the places themselves where `data` does not have the same values in the same order.
   */
  readonly values: string | Facts['places'];
}

export function unpackFacts(path: string, packed: PackedFacts): Facts {
  return new FactsAtHand(path, packed);
}

/** @param facts as `unpackFacts` made them */
export function packFacts(facts: Facts): PackedFacts {
  return (facts as FactsAtHand).packed();
}

export function packLines(lineStarts: readonly number[]): string {
  return numbersText(lineStarts.slice(1).map((start, i) => start - (lineStarts[i] as number)));
}

/** @param data the entries as plain data */
export function packPlaces(entries: readonly FrontMatterEntry[], data: Facts['data']): PackedFacts['values'] {
  const ranges: Range[] = [];
  if (!collect(entries, data, ranges)) return placesOf(entries);
  let last = 0;
  const numbers: number[] = [];
  for (const { start, end } of ranges) {
    // What a YAML alias stands for may stand before it.
    if (start < last || end < start) return placesOf(entries);
    numbers.push(start - last, end - start);
    last = start;
  }
  return numbersText(numbers);
}

/** The places of values as a record by path, with no need of the data. */
export function placesIn({ values, data }: Pick<PackedFacts, 'values' | 'data'>): Facts['places'] {
  if (typeof values !== 'string') return values;
  const numbers = numbersIn(values);
  const places: Record<string, Range> = {};
  let at = 0;
  let start = 0;
  const add = (path: string, value: unknown) => {
    start += numbers[at++] as number;
    places[path] = { start, end: start + (numbers[at++] as number) };
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) add(`${path}.${key}`, inner);
  };
  for (const [key, value] of Object.entries(data)) add(key, value);
  return places;
}

/** @returns false where data and entries are not alike: a key that stands twice is one in the data, and keys that are numbers go first */
function collect(entries: readonly FrontMatterEntry[], data: object, ranges: Range[]): boolean {
  const keys = Object.keys(data);
  return (
    keys.length === entries.length &&
    entries.every(({ key, node }, i) => key === keys[i] && add(node, (data as Record<string, unknown>)[key], ranges))
  );
}

function add(node: FrontMatterNode, value: unknown, ranges: Range[]): boolean {
  ranges.push(node.range);
  if (node.type === 'scalar') return true;
  if (node.type === 'map') return collect(node.entries, value as object, ranges);
  return node.items.every((item, i) => add(item, (value as unknown[])[i], ranges));
}

/** Facts in memory. The getters stand on the class: an object with getters of its own would take as much room as it saves. */
class FactsAtHand implements Facts {
  readonly kind: Facts['kind'];
  readonly title: Facts['title'];
  readonly titleRange: Facts['titleRange'];
  readonly frontMatterRead: Facts['frontMatterRead'];
  readonly data: Facts['data'];
  readonly numberKey: Facts['numberKey'];
  readonly links: Facts['links'];
  readonly anchors: Facts['anchors'];
  readonly elements: Facts['elements'];
  readonly revision: Facts['revision'];
  readonly wordCount: Facts['wordCount'];
  readonly names: Facts['names'];
  readonly numbers: Facts['numbers'];
  readonly content: Facts['content'];
  readonly #lines: PackedFacts['lines'];
  readonly #values: PackedFacts['values'];

  constructor(
    readonly path: string,
    packed: PackedFacts,
  ) {
    this.kind = packed.kind;
    this.title = packed.title;
    this.titleRange = packed.titleRange;
    this.frontMatterRead = packed.frontMatterRead;
    this.data = packed.data;
    this.numberKey = packed.numberKey;
    this.links = packed.links;
    this.anchors = packed.anchors;
    this.elements = packed.elements;
    this.revision = packed.revision;
    this.wordCount = packed.wordCount;
    this.names = packed.names;
    this.numbers = packed.numbers;
    this.content = packed.content;
    this.#lines = packed.lines;
    this.#values = packed.values;
  }

  get lineStarts(): Facts['lineStarts'] {
    return linesRead(this.#lines);
  }

  get places(): Facts['places'] {
    return placesIn({ values: this.#values, data: this.data });
  }

  packed(): PackedFacts {
    const { path: _, ...rest } = this;
    return { ...rest, lines: this.#lines, values: this.#values };
  }
}

/** The last one read: what is said of a file asks for the same several times. */
let read: { readonly lines: string; readonly starts: readonly number[] } = { lines: '', starts: [0] };

function linesRead(lines: string): readonly number[] {
  if (read.lines === lines) return read.starts;
  const starts = [0];
  let start = 0;
  for (const length of numbersIn(lines)) {
    start += length;
    starts.push(start);
  }
  read = { lines, starts };
  return starts;
}

const [LOWER, UPPER, BASE] = [0x61, 0x41, 26];
/** Arguments a call takes for certain. */
const MOST = 8192;

/**
 * Numbers from 0 as a short text: digits to the base of 26, the lowest first, the last of a number a small letter and the others
 * capital ones. Without numerals in it nobody takes it for personal data.
 */
export function numbersText(numbers: readonly number[]): string {
  const codes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest >= BASE; rest = Math.floor(rest / BASE)) codes.push(UPPER + (rest % BASE));
    codes.push(LOWER + rest);
  }
  let text = '';
  for (let i = 0; i < codes.length; i += MOST) text += String.fromCharCode(...codes.slice(i, i + MOST));
  return text;
}

export function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let worth = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= LOWER) {
      numbers.push(number + (code - LOWER) * worth);
      number = 0;
      worth = 1;
    } else {
      number += (code - UPPER) * worth;
      worth *= BASE;
    }
  }
  return numbers;
}
