import type { Document, Sentence, Unit } from '../document/document.js';
import type { Range } from '../document/range.js';
import { simplifiedCode } from '../language/traditional.js';
import { type WordIndex, WordTable } from '../language/word-index.js';
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
  /** Of `text`; null in the first readings of a run, for which it does not pay. */
  readonly words: WordIndex | null;
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
  if (last?.document !== document) last = { document, reading: makeReading(document) };
  return last.reading;
}

/** Elements and revision are asked for in turn, document by document: the reading is made once. */
let last: { readonly document: Document; readonly reading: Reading } | undefined;

/** How many readings were made, and after how many it pays to find out what expressions need. */
let made = 0;
const FEW = 20;

function noted(text: string): WordIndex {
  readings ??= new WordTable();
  return readings.indexOf(text);
}

/** Apart from the words of documents' own texts, which are asked for at the same time. */
let readings: WordTable | undefined;

function makeReading(document: Document): Reading {
  const lines: Line[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const sentence of document.sentences) {
    const part = normalize(sentence.text);
    const mark = sentence.mark && part ? normalMark(sentence.mark) : '';
    const cell = labelled(document.units, sentence.unit);
    const end = length + part.length + mark.length;
    lines.push({ start: length, end, sentence, ...(cell === undefined ? {} : { cell }) });
    parts.push(part, mark, '\n');
    length = end + 1;
  }
  const open = parts.join('');
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
    words: ++made > FEW ? noted(text) : null,
    lineAt,
    place(start, end) {
      const { sentence, start: from } = lines[lineAt(start)] as Line;
      const places = placesIn(sentence);
      const visibleAt = (offset: number) => places[offset - from] ?? 0;
      const visibleStart = visibleAt(Math.max(start, from));
      const visibleEnd = Math.min(sentence.text.length, end > start ? visibleAt(end - 1) + 1 : visibleStart);
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

/** Replaces what stands in 《》 by ■ (names of the policy explained) or □ (other papers); the length stays. */
export function blotNames(text: string, own: ReadonlySet<string>): string {
  return text.replace(/《([^《》\n]{1,120})》/g, (_, name: string, at: number) => {
    const isOld = ['原', '旧', '现行'].some((word) => text.endsWith(word, at));
    return `《${(!isOld && own.has(name) ? '■' : '□').repeat(name.length)}》`;
  });
}

/**
 * A title, a heading, a sentence treated as the reading's `open` text is.
 * @param places takes, for each character of the result, its offset in `text`
 */
export function normalize(text: string, places?: number[]): string {
  let changed = '';
  let from = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const normal = normalCode(code, text, i, last);
    if (normal !== code) {
      changed += text.slice(from, i);
      from = i + 1;
      if (normal === NOTHING) continue;
      changed += String.fromCharCode(normal);
    }
    places?.push(i);
    last = normal;
  }
  return from === 0 ? text : changed + text.slice(from);
}

/** @param last what the character before it became */
function normalCode(code: number, text: string, i: number, last: number): number {
  if (code > 0x3000 && code < 0xff00) return simplifiedCode(code);
  if (!isSpace(code)) return code < 0x80 || code >= 0xff00 ? plain(code, text, i) : code;
  // A space parts two Latin words; between Chinese characters it is only layout.
  return isLatin(last) && isLatin(text.charCodeAt(i + 1)) ? SPACE : NOTHING;
}

/** The mark that closes a sentence: only its first character. */
function normalMark(mark: string): string {
  return String.fromCharCode(plain(mark.charCodeAt(0), '', 0));
}

/** Where in a sentence the characters of its line stand, the closing mark behind the others. */
function placesIn({ text, mark }: Sentence): number[] {
  const places: number[] = [];
  normalize(text, places);
  if (mark && places.length > 0) places.push(text.length);
  return places;
}

const SPACE = 32;
const NOTHING = -1;

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

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
