import type { Document, Sentence } from '../document/document.js';
import type { Range } from '../document/range.js';
import { MAX_NOTED, PlaceTable } from '../language/word-places.js';
import type { Signal } from './catalogue.js';
import { isNormal, normalize, normalMark, normalUntil } from './normalize.js';
import { ownNames, type PaperName, paperNames } from './policy-name.js';
import type { Search } from './signals.js';

/**
 * A document as the detector reads it: one text in which every sentence stands on a line of its own, Simplified,
 * half-width letters and digits, full-width marks, no spaces between Chinese characters, and with the names of papers
 * blotted out: 《■■》 is the policy that the document explains, 《□□》 any other paper. So a word in a legal title
 * (《…标准化法》) is never taken for a word of the document, and patterns can tell the policy from other papers.
 */
export class Reading {
  /** What has been searched for in it. */
  readonly searches = new Map<Signal, Search | null>();

  constructor(
    readonly document: Document,
    readonly text: string,
    /** The same text with the names of papers left in. Same length. */
    readonly open: string,
    /** The document's title, treated like `open`. */
    readonly title: string,
    readonly lines: readonly Line[],
    /** Where words stand in `text`; null in the first readings of a run, for which it does not pay. */
    readonly table: PlaceTable | null,
  ) {}

  /** Index into `lines` of the line that holds the offset. */
  lineAt(offset: number): number {
    const { lines } = this;
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as Line).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the stretch stands in the source, and what a reader sees there. The stretch must lie in one line. */
  place(start: number, end: number): { readonly range: Range; readonly text: string } {
    const { sentence, start: from } = this.lines[this.lineAt(start)] as Line;
    const places = placesIn(sentence);
    const visibleAt = (offset: number) => places[offset - from] ?? 0;
    const visibleStart = visibleAt(Math.max(start, from));
    const visibleEnd = Math.min(sentence.text.length, end > start ? visibleAt(end - 1) + 1 : visibleStart);
    return {
      range: sentence.mapped.rangeOf(visibleStart, visibleEnd),
      text: sentence.text.slice(visibleStart, visibleEnd),
    };
  }
}

/** One sentence in the reading. */
export interface Line {
  readonly start: number;
  /** Behind the closing mark; the line feed follows. */
  readonly end: number;
  readonly sentence: Sentence;
}

/** True where a question mark closes a sentence. */
export function endsAsQuestion({ mark }: Sentence): boolean {
  const code = mark.charCodeAt(0);
  return code === QUESTION_MARK || code === HALF_WIDTH_QUESTION_MARK;
}

const QUESTION_MARK = '？'.charCodeAt(0);
const HALF_WIDTH_QUESTION_MARK = '?'.charCodeAt(0);

export function read(document: Document): Reading {
  if (last?.document !== document) last = makeReading(document);
  return last;
}

/** Elements and revision are asked for in turn, document by document: the reading is made once. */
let last: Reading | undefined;

/** How many readings were made, and after how many it pays to find out what expressions need. */
let made = 0;
const FEW = 20;

function noted(text: string): PlaceTable | null {
  if (text.length > MAX_NOTED) return null;
  table ??= new PlaceTable();
  table.note(text);
  return table;
}

let table: PlaceTable | undefined;

function makeReading(document: Document): Reading {
  const { open, lines } = linesOf(document.sentences);
  const title = normalize(document.title);
  const names = paperNames(open);
  const text = blotted(open, names, ownNames(title, open, names));
  return new Reading(document, text, open, title, lines, ++made > FEW ? noted(text) : null);
}

/** The sentences, normalized, and the text of their lines. */
function linesOf(sentences: readonly Sentence[]): { open: string; lines: Line[] } {
  const parts: string[] = [];
  for (const { text, mark } of sentences) parts.push(text, ending(mark));
  // A text in one piece, as `join` makes it, is gone through much faster than what is cut from others or added up.
  const written = parts.join('');
  const isAllNormal = isNormal(written, sentences.length);
  if (!isAllNormal) normalizeParts(parts, written);
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i < parts.length; i += 2) {
    const next = start + (parts[i] as string).length + (parts[i + 1] as string).length;
    lines.push({ start, end: next - 1, sentence: sentences[i / 2] as Sentence });
    start = next;
  }
  return { open: isAllNormal ? written : parts.join(''), lines };
}

/** @param parts sentences and the ends of their lines by turns, which make up the text that is written */
function normalizeParts(parts: string[], written: string): void {
  let start = 0;
  for (let i = 0; i < parts.length; i += 2) {
    const text = parts[i] as string;
    const end = start + text.length;
    start = end + (parts[i + 1] as string).length;
    if (normalUntil(written, end - text.length, end) === end) continue;
    parts[i] = normalize(text);
    // Nothing is left to be closed.
    if (parts[i] === '') parts[i + 1] = '\n';
  }
}

/** The end of a line: the mark that closes its sentence, normalized, and the line feed. */
function ending(mark: string): string {
  if (mark === '') return '\n';
  return mark.charCodeAt(0) === FULL_STOP ? '。\n' : `${normalMark(mark)}\n`;
}

const FULL_STOP = '。'.charCodeAt(0);

/** The text with ■ in place of the names of the policy explained, □ in place of those of other papers; the length stays. */
function blotted(text: string, names: readonly PaperName[], own: ReadonlySet<string>): string {
  if (names.length === 0) return text;
  const parts: string[] = [];
  let copied = 0;
  for (const { name, start, end } of names) {
    const isOld = ['原', '旧', '现行'].some((word) => text.endsWith(word, start - 1));
    parts.push(text.slice(copied, start), (!isOld && own.has(name) ? '■' : '□').repeat(end - start));
    copied = end;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Where in a sentence the characters of its line stand, the closing mark behind the others. */
function placesIn({ text, mark }: Sentence): number[] {
  const places: number[] = [];
  normalize(text, places);
  if (mark && places.length > 0) places.push(text.length);
  return places;
}
