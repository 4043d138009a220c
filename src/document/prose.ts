import type { Document, Unit } from './document.js';
import type { FrontMatterNode } from './front-matter.js';
import { generatorSyntax } from './generator-syntax.js';
import { MappedText } from './mapped-text.js';
import { countFirst, lineIndexAt, type Range } from './range.js';

/** A line that a reader sees as text: of the body, or a title in front matter. Ranges are visible offsets, ascending and apart. */
export class ProseLine {
  private readonly found: Partial<Record<'literal' | 'linkified' | 'titles', readonly Range[]>> = {};

  constructor(
    readonly text: MappedText,
    private readonly code: readonly Range[] = [],
    /** The line stands in a block of HTML. */
    readonly html = false,
    /** What generators of sites read in the source, in order and apart. */
    private readonly syntax: readonly Range[] = [],
  ) {}

  /** What is no prose: code, web and mail addresses, what generators of sites read. */
  get literal(): readonly Range[] {
    this.found.literal ??= apart([
      ...this.code,
      ...matches(this.text.text, ADDRESS),
      ...visibleWithin(this.text, this.syntax),
    ]);
    return this.found.literal;
  }

  /** What GitHub's Markdown takes for the address of a link, or would if the next mark were another: everything up to the next blank. */
  get linkified(): readonly Range[] {
    this.found.linkified ??= matches(this.text.text, /(?:https?:\/\/|www\.)[^ \t]*/gi);
    return this.found.linkified;
  }

  /** Titles with their outermost marks 《》. */
  get titles(): readonly Range[] {
    this.found.titles ??= titlesIn(this.text.text);
    return this.found.titles;
  }
}

/** A document's text as rules of writing read it, code left out. */
export interface Prose {
  /** Lines that run on from one to the next; a title, a heading and a table's cell stand alone. */
  readonly paragraphs: ReadonlyArray<readonly ProseLine[]>;
  /**
   * Where visible characters stand in the source; null where they are not written as shown (entities, escapes, markup
   * between them), belong to a link's address or stand in a block of HTML, where parsers disagree: none of these can be
   * written anew.
   */
  writtenAt(line: ProseLine, start: number, end: number): Range | null;
}

const read = new WeakMap<Document, Prose>();

/** A document as prose; read once, however many rules ask. Offsets in UTF-16 units. */
export function proseOf(document: Document): Prose {
  const known = read.get(document);
  if (known) return known;
  const prose = readProse(document);
  read.set(document, prose);
  return prose;
}

function readProse(document: Document): Prose {
  const syntax = apart(generatorSyntax(document.text));
  const addresses = apart(document.links.filter(({ type }) => type !== 'front-matter').map(({ range }) => range));
  return {
    paragraphs: [...titleLine(document, syntax).map((line) => [line]), ...paragraphsOf(document, syntax)],
    writtenAt: ({ text, linkified, html }, start, end) => {
      if (html || touches(linkified, start, end)) return null;
      const range = text.rangeOf(start, end);
      const asShown = document.text.slice(range.start, range.end) === text.text.slice(start, end);
      const isKept = touches(addresses, range.start, range.end) || touches(syntax, range.start, range.end);
      return asShown && !isKept && !isInDefinition(document, range) ? range : null;
    },
  };
}

/** A front matter value as a line; null where it is not written as it reads (quoted with escapes, folded). */
export function scalarLine(document: Document, node: FrontMatterNode, syntax: readonly Range[] = []): ProseLine | null {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || node.value === '') return null;
  const at = document.text.slice(node.range.start, node.range.end).indexOf(node.value);
  if (at < 0) return null;
  const start = node.range.start + at;
  return new ProseLine(new MappedText(node.value, [[0, start]], start + node.value.length), [], false, syntax);
}

/** The visible offsets of a text that stand within ranges of its source. */
function visibleWithin(text: MappedText, ranges: readonly Range[]): Range[] {
  const { start, end } = text.range;
  const visible: Range[] = [];
  if (!touches(ranges, start, end)) return visible;
  for (let at = 0; at < text.text.length; at++)
    if (touches(ranges, text.rangeOf(at, at + 1).start)) visible.push({ start: at, end: at + 1 });
  return visible;
}

/** Whether a stretch overlaps one of some ranges, ascending and apart. */
export function touches(ranges: readonly Range[], start: number, end = start + 1): boolean {
  const next = ranges[countFirst(ranges, (range) => range.end <= start)];
  return next !== undefined && next.start < end;
}

function titleLine(document: Document, syntax: readonly Range[]): ProseLine[] {
  const entry = document.frontMatter.entries.find(({ key }) => key === 'title');
  const line = entry && scalarLine(document, entry.node, syntax);
  return line ? [line] : [];
}

function paragraphsOf(document: Document, syntax: readonly Range[]): ProseLine[][] {
  const paragraphs: ProseLine[][] = [];
  let last: Unit | undefined;
  for (const unit of document.units) {
    if (unit.type === 'code') continue;
    const line = new ProseLine(unit.text, unit.code, unit.html, syntax);
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

/** [甲]: … below a line indented like code is text to us and a link's definition to others: what it names stays. */
function isInDefinition({ text, lineStarts }: Document, { start }: Range): boolean {
  const lineStart = lineStarts[lineIndexAt(lineStarts, start)] ?? 0;
  return /^[ \t>]{0,40}\[[^\]\r\n]{1,999}\]:/.test(text.slice(lineStart, lineStart + 1100));
}

/** Ranges in order, those that overlap made one. */
function apart(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}
