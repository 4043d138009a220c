import type { Document, Sentence, Unit } from '../document/document.js';
import type { Range } from '../document/range.js';
import { simplifiedCode } from '../language/traditional.js';
import { ownNames } from './policy-name.js';

/**
 * A document as the detector reads it: one text in which every sentence stands on a line of its own, Simplified,
 * half-width letters and digits, full-width marks, no spaces between Chinese characters, and with the names of papers
 * blotted out: 《■■》 is the policy that the document explains, 《□□》 any other paper. So a word in a legal title
 * (《…标准化法》) is never taken for a word of the document, and patterns can tell the policy from other papers.
 */
export interface Reading {
  readonly text: string;
  /** The same text with the names of papers left in. Same length. */
  readonly open: string;
  /** The document's title, treated like `open`. */
  readonly title: string;
  readonly lines: readonly Line[];
  /** Index into `lines` of the line that holds the offset. */
  lineAt(offset: number): number;
  /** Where the stretch stands in the source, and what a reader sees there. The stretch must lie in one line. */
  place(start: number, end: number): { readonly range: Range; readonly text: string };
}

/** One sentence in the reading. */
export interface Line {
  readonly start: number;
  /** Behind the closing mark; the line feed follows. */
  readonly end: number;
  readonly sentence: Sentence;
  /** For a table's cell that may label others: what stands beside it (first column) or below it (first row). */
  readonly cell?: string;
}

export function read(document: Document): Reading {
  let reading = readings.get(document);
  if (!reading) {
    reading = makeReading(document);
    readings.set(document, reading);
  }
  return reading;
}

/** Elements and revision are asked for in turn; the reading is made once. */
const readings = new WeakMap<Document, Reading>();

function makeReading(document: Document): Reading {
  const capacity = document.sentences.reduce((sum, { text }) => sum + text.length + 2, 0);
  const normal = new Normalizer(capacity);
  const lines: Line[] = [];
  for (const sentence of document.sentences) {
    const start = normal.length;
    normal.add(sentence.text);
    if (sentence.mark && normal.length > start) normal.addMark(sentence.mark, sentence.text.length);
    const cell = labelled(document.units, sentence.unit);
    lines.push({ start, end: normal.length, sentence, ...(cell === undefined ? {} : { cell }) });
    normal.addBreak();
  }
  const open = normal.text();
  const title = normalize(document.title);
  const text = blotNames(open, ownNames(title, open));

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as Line).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text,
    open,
    title,
    lines,
    lineAt,
    place(start, end) {
      const { sentence, start: from } = lines[lineAt(start)] as Line;
      const visibleStart = normal.visibleAt(Math.max(start, from));
      const visibleEnd = Math.min(sentence.text.length, end > start ? normal.visibleAt(end - 1) + 1 : visibleStart);
      return {
        range: sentence.mapped.rangeOf(visibleStart, visibleEnd),
        text: sentence.text.slice(visibleStart, visibleEnd),
      };
    },
  };
}

/** What a cell of the first column or row labels; undefined for any other line. */
function labelled(units: readonly Unit[], index: number): string | undefined {
  const table = units[index]?.table;
  if (!table) return undefined;
  const cells = (wanted: (cell: NonNullable<Unit['table']>) => boolean) =>
    units
      .slice(index + 1, index + 1 + MAX_TABLE)
      .filter((unit) => unit.table?.index === table.index && wanted(unit.table))
      .map(({ text }) => text.text)
      .join('\n');
  if (table.column === 0) return cells(({ row }) => row === table.row);
  return table.row === 0 ? cells(({ column }) => column === table.column) : undefined;
}

/** How many cells after a label are looked at; keeps reading linear in large tables. */
const MAX_TABLE = 60;

/** A short text (a title, a heading) treated as the reading's `open` text is. */
export function normalize(text: string): string {
  const normal = new Normalizer(text.length);
  normal.add(text);
  return normal.text();
}

/** Replaces what stands in 《》 by ■ (names of the policy explained) or □ (other papers); the length stays. */
export function blotNames(text: string, own: ReadonlySet<string>): string {
  return text.replace(/(原|旧|现行)?《([^《》\n]{1,120})》/g, (_, old: string | undefined, name: string) => {
    return `${old ?? ''}《${(!old && own.has(name) ? '■' : '□').repeat(name.length)}》`;
  });
}

const LINE_FEED = 10;
const SPACE = 32;

/** Collects characters and remembers where each stood in its own piece of text. */
class Normalizer {
  length = 0;
  private readonly codes: Uint16Array;
  private readonly from: Uint32Array;

  /** @param capacity how many characters will be added at most */
  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
    this.from = new Uint32Array(capacity);
  }

  add(piece: string): void {
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      if (code > 0x3000 && code < 0xff00) this.push(simplifiedCode(code), i);
      else if (!isSpace(code)) this.push(code < 0x80 || code >= 0xff00 ? plain(code, piece, i) : code, i);
      // A space parts two Latin words; between Chinese characters it is only layout.
      else if (isLatin(this.codes[this.length - 1]) && isLatin(piece.charCodeAt(i + 1))) this.push(SPACE, i);
    }
  }

  /** The mark that closes a piece; only its first character, which stands behind the piece. */
  addMark(mark: string, at: number): void {
    this.push(plain(mark.charCodeAt(0), '', 0), at);
  }

  addBreak(): void {
    this.push(LINE_FEED, 0);
  }

  text(): string {
    let text = '';
    for (let i = 0; i < this.length; i += CHUNK) {
      text += String.fromCharCode.apply(
        null,
        this.codes.subarray(i, Math.min(i + CHUNK, this.length)) as unknown as number[],
      );
    }
    return text;
  }

  /** Offset in the piece that gave the character at `offset`. */
  visibleAt(offset: number): number {
    return this.from[offset] ?? 0;
  }

  private push(code: number, from: number): void {
    this.codes[this.length] = code;
    this.from[this.length++] = from;
  }
}

/** How many arguments a call may safely have. */
const CHUNK = 8192;

/** Letters and digits half-width; the marks that part clauses full-width, unless they stand inside a number. */
function plain(code: number, piece: string, i: number): number {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (!MARKS.has(half)) return half;
  const inNumber = isDigit(piece.charCodeAt(i - 1)) && isDigit(piece.charCodeAt(i + 1));
  return inNumber ? half : half + 0xfee0;
}

/** ! ( ) , : ; ? */
const MARKS = new Set([0x21, 0x28, 0x29, 0x2c, 0x3a, 0x3b, 0x3f]);

function isSpace(code: number): boolean {
  return (
    code === SPACE ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b)
  );
}

function isLatin(code: number | undefined): boolean {
  return code !== undefined && ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
