import type { Document, Unit } from './document.js';
import type { FrontMatterNode } from './front-matter.js';
import { MappedText } from './mapped-text.js';
import type { Range } from './range.js';

/** A line that a reader sees as text: of the body, or a title in front matter. */
export interface ProseLine {
  readonly text: MappedText;
  /** Visible offsets that are no prose: code, web and mail addresses. Ascending. */
  readonly literal: readonly Range[];
  /** Visible offsets of titles with their outermost marks 《》. Ascending. */
  readonly titles: readonly Range[];
}

/** A document's text as rules of writing read it, code left out. */
export interface Prose {
  /** Lines that run on from one to the next; a title, a heading and a table's cell stand alone. */
  readonly paragraphs: ReadonlyArray<readonly ProseLine[]>;
  /**
   * Where visible characters stand in the source; null where they are not written as shown (entities, escapes, markup
   * between them) or belong to a link's address, so that they cannot be written anew.
   */
  writtenAt(line: ProseLine, start: number, end: number): Range | null;
}

/** Reads a document as prose. Offsets in UTF-16 units. */
export function proseOf(document: Document): Prose {
  const addresses = document.links
    .filter(({ type }) => type !== 'front-matter')
    .map(({ range }) => range)
    .sort((a, b) => a.start - b.start);
  return {
    paragraphs: [...titleLine(document).map((line) => [line]), ...paragraphsOf(document)],
    writtenAt: ({ text }, start, end) => {
      const range = text.rangeOf(start, end);
      const asShown = document.text.slice(range.start, range.end) === text.text.slice(start, end);
      return asShown && !touchesAny(addresses, range) ? range : null;
    },
  };
}

/** A front matter value as a line; null where it is not written as it reads (quoted with escapes, folded). */
export function scalarLine(document: Document, node: FrontMatterNode): ProseLine | null {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || node.value === '') return null;
  const at = document.text.slice(node.range.start, node.range.end).indexOf(node.value);
  if (at < 0) return null;
  const start = node.range.start + at;
  return lineOf(new MappedText(node.value, [[0, start]], start + node.value.length), []);
}

/** True where an offset lies in one of the ranges. */
export function within(ranges: readonly Range[], offset: number): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}

function titleLine(document: Document): ProseLine[] {
  const entry = document.frontMatter.entries.find(({ key }) => key === 'title');
  const line = entry && scalarLine(document, entry.node);
  return line ? [line] : [];
}

function paragraphsOf(document: Document): ProseLine[][] {
  const paragraphs: ProseLine[][] = [];
  let last: Unit | undefined;
  for (const unit of document.units) {
    if (unit.type === 'code') continue;
    const line = lineOf(unit.text, unit.code);
    const open = last && runsOn(document.text, last, unit) ? paragraphs.at(-1) : undefined;
    if (open) open.push(line);
    else paragraphs.push([line]);
    last = unit;
  }
  return paragraphs;
}

/** One line break and no more stands between lines of a paragraph. */
function runsOn(text: string, before: Unit, after: Unit): boolean {
  if (before.type !== 'text' || after.type !== 'text' || after.marker !== undefined) return false;
  return /^[^\r\n]{0,12}(?:\r\n|\n|\r)[ \t　>]{0,40}$/.test(
    text.slice(before.range.end, after.range.start).slice(0, 80),
  );
}

function lineOf(text: MappedText, code: readonly Range[]): ProseLine {
  const literal = [...code, ...matches(text.text, ADDRESS)].sort((a, b) => a.start - b.start);
  return { text, literal, titles: titlesIn(text.text) };
}

/** Web addresses, mail addresses, and names of files and hosts. */
const ADDRESS =
  /[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\/[^\s<>\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f“”]{1,2000}|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z][A-Za-z0-9]{1,15}(?:\/[\x21-\x7e]{0,500})?/g;

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** The outermost 《…》 of a line. */
function titlesIn(text: string): Range[] {
  const titles: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[《》]/g)) {
    if (mark === '《') {
      if (depth === 0) start = index;
      depth++;
    } else if (depth > 0 && --depth === 0) titles.push({ start, end: index + 1 });
  }
  return titles;
}

/** Whether a range overlaps one of some ranges sorted by their start; addresses do not overlap each other. */
function touchesAny(ranges: readonly Range[], { start, end }: Range): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).end <= start) low = middle + 1;
    else high = middle;
  }
  const next = ranges[low];
  return next !== undefined && next.start < end;
}
