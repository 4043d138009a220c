import type { FrontMatterEntry, FrontMatterNode } from './front-matter.js';
import type { Range } from './range.js';
import { dataKey, normalizeValue, type Scalar } from './vocabulary.js';

/** What a text may begin with that YAML cannot mean otherwise than it looks. */
const FIRST = 'A-Za-z0-9㐀-鿿《（“‘〈【〔/';
const KEY = '[A-Za-z㐀-鿿][A-Za-z㐀-鿿-]{0,40}';
/** Of a text outside brackets: no comment, no second key. */
const REST = '(?:[^\\r\\t:#]|:(?=\\/\\/))';

/** A key, and what follows on its line: nothing where its value stands below. */
const ENTRY = new RegExp(`^(${KEY}):(?: {1,4}(.{1,1000}))?$`);
const TEXT = new RegExp(`^(?:[${FIRST}]|\\.{1,2}/)${REST}{0,500}$`);
/** A quoted text without escapes. */
const QUOTED = /^(?:"([^"\\\r\t]{0,500})"|'([^'\r\t]{0,500})')$/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,9})$/;
/** A list or a map in brackets that holds no other, no quotation, and nothing that has a meaning of its own there. */
const BRACKETS = /^(?:\[([^[\]{}"'\\\r\t#&*!|>%@`?]{1,800})\]|\{ ([^[\]{}"'\\\r\t#&*!|>%@`?]{1,800}) \})$/;
/** In brackets a comma parts and a colon makes a key. */
const ITEM = new RegExp(`^(?:[${FIRST}]|\\.{1,2}/)[^,:]{0,200}$`);
const PAIR = new RegExp(`^(${KEY}): ([^,:]{1,200})$`);

/** Words that are no text to YAML; more than are numbers to it, but no date. */
const NOT_TEXT = /^(?:true|false|null|[\d.]+(?:e[-+]?\d*)?|0[xo][\da-f]*)$/i;

/** Deepest nesting read here. */
const MAX_LEVELS = 6;

/** A line less its indent. */
interface Line {
  readonly indent: number;
  readonly text: string;
  /** Offset of `text`, and of what follows the line feed. */
  readonly at: number;
  readonly next: number;
}

/**
 * Reads a block of plain texts, dates, and lists and maps of them, as nearly all are, without the YAML library, which takes long to load
 * and to run. What it reads, it reads as the library does.
 * @param base offset of the block in the document's text
 * @returns null for any other block
 */
export function readPlainBlock(yaml: string, base: number): { entries: FrontMatterEntry[] } | null {
  const lines = linesOf(yaml, base);
  return lines && new PlainReader(lines).read();
}

function linesOf(yaml: string, base: number): Line[] | null {
  const lines: Line[] = [];
  for (let start = 0; start <= yaml.length; ) {
    const feed = yaml.indexOf('\n', start);
    const next = feed < 0 ? yaml.length : feed + 1;
    let end = feed < 0 ? yaml.length : feed;
    if (end > start && yaml[end - 1] === '\r') end--;
    let from = start;
    while (from < end && yaml[from] === ' ') from++;
    if (from < end)
      lines.push({ indent: from - start, text: yaml.slice(from, end), at: base + from, next: base + next });
    else if (from > start) return null;
    if (feed < 0) break;
    start = next;
  }
  return lines;
}

class PlainReader {
  private index = 0;

  constructor(private readonly lines: Line[]) {}

  read(): { entries: FrontMatterEntry[] } | null {
    const entries = this.entries(0, 0);
    return entries && this.index === this.lines.length ? { entries } : null;
  }

  /** The entries of a map whose keys stand at `indent`; null as soon as something is not plain. */
  private entries(indent: number, level: number, parent?: string): FrontMatterEntry[] | null {
    if (level > MAX_LEVELS) return null;
    const entries: FrontMatterEntry[] = [];
    const seen = new Set<string>();
    for (let line = this.lines[this.index]; line && line.indent >= indent; line = this.lines[this.index]) {
      const entry = line.indent === indent ? this.entry(line, level, parent) : null;
      if (!entry || seen.has(entry.writtenKey)) return null;
      seen.add(entry.writtenKey);
      entries.push(entry);
    }
    return entries;
  }

  private entry(line: Line, level: number, parent?: string): FrontMatterEntry | null {
    const match = ENTRY.exec(line.text);
    if (!match) return null;
    const [, writtenKey = '', value] = match;
    if (NOT_TEXT.test(writtenKey)) return null;
    const key = dataKey(writtenKey, parent);
    this.index++;
    const node =
      value === undefined
        ? this.below(line, level, key, parent)
        : valueNode(value, line.at + line.text.length - value.length, key, parent);
    return node && { key, writtenKey, keyRange: { start: line.at, end: line.at + writtenKey.length }, node };
  }

  /** The list or map below a key. */
  private below(line: Line, level: number, key: string, parent?: string): FrontMatterNode | null {
    const first = this.lines[this.index];
    if (!first || first.indent < line.indent) return null;
    if (first.text.startsWith('- ')) return this.list(first.indent, level + 1, key, parent);
    if (first.indent === line.indent) return null;
    const entries = this.entries(first.indent, level + 1, key);
    return entries && { type: 'map', entries, range: this.rangeFrom(first.at) };
  }

  private list(indent: number, level: number, key: string, parent?: string): FrontMatterNode | null {
    const first = this.lines[this.index];
    const items: FrontMatterNode[] = [];
    for (let line = first; line && line.indent >= indent; line = this.lines[this.index]) {
      // A list may stand at the indent of its key: the next key ends it.
      if (line.indent === indent && !line.text.startsWith('-')) break;
      const item = line.indent === indent ? this.item(line, level, key, parent) : null;
      if (!item) return null;
      items.push(item);
    }
    return first ? { type: 'list', items, range: this.rangeFrom(first.at) } : null;
  }

  private item(line: Line, level: number, key: string, parent?: string): FrontMatterNode | null {
    const mark = /^- {1,4}/.exec(line.text)?.[0].length ?? 0;
    const text = line.text.slice(mark);
    if (mark === 0 || text === '') return null;
    if (!ENTRY.test(text)) {
      this.index++;
      return valueNode(text, line.at + mark, key, parent);
    }
    // The map begins on the line of its mark: what follows the mark is its first line.
    const start = line.at + mark;
    this.lines[this.index] = { indent: line.indent + mark, text, at: start, next: line.next };
    const entries = this.entries(line.indent + mark, level + 1, key);
    return entries && { type: 'map', entries, range: this.rangeFrom(start) };
  }

  /** A list or map ends with its last line, line feed included. */
  private rangeFrom(start: number): Range {
    return { start, end: this.lines[this.index - 1]?.next ?? start };
  }
}

/** What stands behind a key or the mark of an item, up to the end of the line; null where it is not plain. */
function valueNode(written: string, at: number, key: string, parent?: string): FrontMatterNode | null {
  const range = { start: at, end: at + written.length };
  const scalar = (value: Scalar): FrontMatterNode => ({
    type: 'scalar',
    value: normalizeValue(key, value, parent),
    range,
  });
  if (isText(written, TEXT)) return scalar(written);
  const quoted = QUOTED.exec(written);
  if (quoted) return scalar(quoted[1] ?? quoted[2] ?? '');
  if (WHOLE_NUMBER.test(written)) return scalar(Number(written));
  if (written === 'true' || written === 'false') return scalar(written === 'true');
  const [, listed, mapped] = BRACKETS.exec(written) ?? [];
  if (listed !== undefined) {
    const items = itemsOf(listed, at + 1, key, parent);
    return items && { type: 'list', items, range };
  }
  const entries = mapped === undefined ? null : pairsOf(mapped, at + 2, key);
  return entries && { type: 'map', entries, range };
}

/** The items of a list in brackets, parted by a comma and a blank; null where one of them is no plain text. */
function itemsOf(listed: string, at: number, key: string, parent?: string): FrontMatterNode[] | null {
  const items: FrontMatterNode[] = [];
  let start = at;
  for (const item of listed.split(', ')) {
    if (!isText(item, ITEM)) return null;
    const range = { start, end: start + item.length };
    items.push({ type: 'scalar', value: normalizeValue(key, item, parent), range });
    start = range.end + 2;
  }
  return items;
}

/** The pairs of a map in brackets. */
function pairsOf(mapped: string, at: number, parent: string): FrontMatterEntry[] | null {
  const entries: FrontMatterEntry[] = [];
  let start = at;
  for (const pair of mapped.split(', ')) {
    const [, writtenKey = '', value = ''] = PAIR.exec(pair) ?? [];
    if (NOT_TEXT.test(writtenKey) || !isText(value, ITEM)) return null;
    if (entries.some((entry) => entry.writtenKey === writtenKey)) return null;
    const key = dataKey(writtenKey, parent);
    const end = start + pair.length;
    entries.push({
      key,
      writtenKey,
      keyRange: { start, end: start + writtenKey.length },
      node: { type: 'scalar', value: normalizeValue(key, value, parent), range: { start: end - value.length, end } },
    });
    start = end + 2;
  }
  return entries;
}

function isText(written: string, form: RegExp): boolean {
  return form.test(written) && !NOT_TEXT.test(written) && !/\s$/.test(written);
}
