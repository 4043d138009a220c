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
/** A list or a map in brackets that holds no quotation, and nothing that has a meaning of its own there. */
const BRACKETS = /^[[{][^"'\\\r\t#&*!|>%@`?]{1,800}[\]}]$/;
/** In brackets a comma parts and a colon makes a key. */
const ITEM = new RegExp(`^(?:[${FIRST}]|\\.{1,2}/)[^,:[\\]{}]{0,200}$`);
const PAIR = new RegExp(`^(${KEY}): (.{1,800})$`);

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
  const quoted = QUOTED.exec(written);
  if (quoted) return scalarNode(quoted[1] ?? quoted[2] ?? '', written, at, key, parent);
  return BRACKETS.test(written) ? bracketsNode(written, at, 0, key, parent) : plainNode(written, TEXT, at, key, parent);
}

/** @param form of a text where it stands */
function plainNode(written: string, form: RegExp, at: number, key: string, parent?: string): FrontMatterNode | null {
  if (isText(written, form)) return scalarNode(written, written, at, key, parent);
  if (WHOLE_NUMBER.test(written)) return scalarNode(Number(written), written, at, key, parent);
  const isTruth = written === 'true' || written === 'false';
  return isTruth ? scalarNode(written === 'true', written, at, key, parent) : null;
}

function scalarNode(value: Scalar, written: string, at: number, key: string, parent?: string): FrontMatterNode {
  const range = { start: at, end: at + written.length };
  return { type: 'scalar', value: normalizeValue(key, value, parent), range };
}

/** [甲, 乙] or { a: 甲, b: [乙] }; null where a part of it is not plain. */
function bracketsNode(
  written: string,
  at: number,
  level: number,
  key: string,
  parent?: string,
): FrontMatterNode | null {
  const isList = written.startsWith('[') && written.endsWith(']');
  if (level > MAX_LEVELS || !(isList || (written.startsWith('{ ') && written.endsWith(' }')))) return null;
  const range = { start: at, end: at + written.length };
  const inner = (text: string, start: number, ...keys: [key: string, parent?: string]) =>
    /^[[{]/.test(text) ? bracketsNode(text, start, level + 1, ...keys) : plainNode(text, ITEM, start, ...keys);
  const items: FrontMatterNode[] = [];
  const entries: FrontMatterEntry[] = [];
  let start = at + (isList ? 1 : 2);
  for (const part of partsOf(isList ? written.slice(1, -1) : written.slice(2, -2))) {
    const [, writtenKey = '', value = ''] = (!isList && PAIR.exec(part)) || [];
    const own = dataKey(writtenKey, key);
    const node = isList ? inner(part, start, key, parent) : inner(value, start + part.length - value.length, own, key);
    if (!node) return null;
    if (isList) items.push(node);
    else if (NOT_TEXT.test(writtenKey) || entries.some((entry) => entry.writtenKey === writtenKey)) return null;
    else entries.push({ key: own, writtenKey, keyRange: { start, end: start + writtenKey.length }, node });
    start += part.length + 2;
  }
  return isList ? { type: 'list', items, range } : { type: 'map', entries, range };
}

/** What a comma and a blank part, outside the brackets within. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let open = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if ('[{'.includes(char)) open++;
    else if (']}'.includes(char)) open--;
    else if (char === ',' && open === 0 && text[at + 1] === ' ') {
      parts.push(text.slice(start, at));
      start = at + 2;
    }
  }
  return [...parts, text.slice(start)];
}

function isText(written: string, form: RegExp): boolean {
  return form.test(written) && !NOT_TEXT.test(written) && !/\s$/.test(written);
}
