import type { Document, Section, Sentence, Unit } from '../document/document.js';
import { namesInMarks } from '../language/papers.js';
import { classify } from './classes.js';
import { isFiller } from './fillers.js';
import { normalize, normalMark } from './normalize.js';
import { ownNames } from './own-names.js';

/** What a line of text is to its reader. */
export const LINE_KINDS = ['heading', 'question', 'label', 'row', 'head-row', 'item', 'text'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** One sentence, heading or table row as the classifier reads it. */
export interface Line {
  /** One sentence, or the cells of a row. */
  readonly sentences: readonly Sentence[];
  readonly kind: LineKind;
  /** Normalized, numbers and names of papers as classes; a heading without its number, a row with the heads of its columns. */
  readonly text: string;
  /** The words that can announce an element: a heading, a question, a label, a row's first cell; null where there are none. */
  readonly announcing: string | null;
  /** The titles of the sections it stands in, the innermost first, treated like `text`. */
  readonly path: readonly string[];
  /** The sentence with a colon that leads in to it; empty where none does. */
  readonly lead: string;
  /** It stands for what is missing (略, 另行通知) or only refers to the policy: it supplies nothing. */
  readonly filler: boolean;
}

/** A document as the classifier reads it. */
export interface Reading {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Treats a stretch of a sentence as the text of its line is treated. */
  readonly classed: (text: string) => string;
}

/** Elements, revision and rules ask in turn, document by document: the reading is made once. */
export function read(document: Document): Reading {
  if (last?.document !== document) last = { document, reading: makeReading(document) };
  return last.reading;
}

let last: { readonly document: Document; readonly reading: Reading } | undefined;

function makeReading({ title, sentences, units }: Document): Reading {
  const normal = sentences.map(({ text, mark }) => normalize(text) + (mark && normalMark(mark)));
  const open = normal.join('\n');
  const names = namesInMarks(open);
  const own = ownNames(normalize(title), open, names);
  const classed = (text: string) => classify(text, own);
  const lines: Line[] = [];
  const heads = new Map<Section, string>();
  let headRow: readonly string[] = [];
  let lead = '';
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    const { table } = units[sentence.unit] as Unit;
    const path = pathOf(sentence, heads, classed);
    let line: Line;
    if (table) {
      const end = rowEnd(sentences, units, i);
      const cells = cellsOf(sentences, units, normal, i, end);
      const isHeaded = tellsAtLength(sentences, units, i, end);
      if (table.row === 0) headRow = isHeaded ? [] : cells;
      if (isHeaded) {
        const head = withoutNumber(classed(cells[0] as string));
        for (; i < end; i++) {
          const one = sentences[i] as Sentence;
          const isHead = units[one.unit]?.table?.column === 0;
          const said = classed(normal[i] as string);
          lines.push(
            isHead ? headOf(one, said, path) : lineOf(one, units[one.unit] as Unit, said, [head, ...path], ''),
          );
        }
        i--;
        continue;
      }
      const isAlone = table.row === 0 && units[sentences[end]?.unit ?? -1]?.table?.index !== table.index;
      line = rowOf(sentences.slice(i, end), cells, table.row === 0 ? null : headRow, path, classed, isAlone);
      i = end - 1;
    } else line = lineOf(sentence, units[sentence.unit] as Unit, classed(normal[i] as string), path, lead);
    if (line.kind === 'heading') lead = '';
    else if (line.text.endsWith('：')) lead = line.text.slice(-MAX_LEAD);
    lines.push(line);
  }
  return { title: normalize(title), lines, classed: (text) => classed(normalize(text)) };
}

/** How much of a lead-in is read, and of the words that announce. */
const MAX_LEAD = 40;
/** Longest label before a colon, and longest line without a closing mark that can stand as a heading. */
const MAX_LABEL = 14;
const MAX_BARE_HEADING = 24;

function lineOf(sentence: Sentence, unit: Unit, whole: string, path: readonly string[], lead: string): Line {
  const { heading, section } = sentence;
  const ownTitle = heading || (section !== undefined && overlap(section.titleRange, sentence.range));
  const text = ownTitle ? withoutNumber(whole) : whole;
  const around = ownTitle ? path.slice(1) : path;
  const make = (kind: LineKind, said: string | null, filler = isFiller(whole)): Line => {
    const announcing = said?.slice(-MAX_LEAD) ?? null;
    return { sentences: [sentence], kind, text, announcing, path: around, lead, filler };
  };
  if (heading) return make(section?.style === 'question' ? 'question' : 'heading', text);
  if (text.endsWith('？')) return make('question', text);
  const colon = text.indexOf('：');
  if (colon > 1 && colon <= MAX_LABEL && !PARTED.test(text.slice(0, colon)))
    return make('label', text.slice(0, colon), colon + 1 < text.length && isFiller(text.slice(colon + 1)));
  const isBare = sentence.mark === '' && text.length > 1 && text.length <= MAX_BARE_HEADING;
  return make(unit.listDepth > 0 ? 'item' : 'text', isBare || text.endsWith('：') ? text : null);
}

const PARTED = /[，。；]/;

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Index behind the last sentence of the table row in which the sentence stands. */
function rowEnd(sentences: readonly Sentence[], units: readonly Unit[], first: number): number {
  const { table } = units[(sentences[first] as Sentence).unit] as Unit;
  let end = first + 1;
  for (; end < sentences.length; end++) {
    const other = units[(sentences[end] as Sentence).unit]?.table;
    if (other?.index !== table?.index || other?.row !== table?.row) break;
  }
  return end;
}

/** The texts of a row's cells by column; empty where a cell is. */
function cellsOf(
  sentences: readonly Sentence[],
  units: readonly Unit[],
  normal: readonly string[],
  start: number,
  end: number,
): string[] {
  const cells: string[] = [];
  for (let i = start; i < end; i++) {
    const column = units[(sentences[i] as Sentence).unit]?.table?.column ?? 0;
    while (cells.length <= column) cells.push('');
    cells[column] += normal[i] as string;
  }
  return cells;
}

/**
 * @param heads the cells of the table's first row; null where this is it
 * @param isAlone whether no row follows the first one: what it heads is missing, unless it tells something itself
 */
function rowOf(
  sentences: readonly Sentence[],
  cells: readonly string[],
  heads: readonly string[] | null,
  path: readonly string[],
  classed: (text: string) => string,
  isAlone: boolean,
): Line {
  const said = cells.map((cell, column) => (heads?.[column] && cell ? `${heads[column]}：${cell}` : cell));
  const text = classed(said.filter(Boolean).join('，'));
  return {
    sentences,
    kind: heads ? 'row' : 'head-row',
    text,
    announcing: (heads ? classed(cells[0] ?? '') : text).slice(0, MAX_LEAD),
    path,
    lead: '',
    filler: cells.length > 1 && (heads ? cells.slice(1).every(isFiller) : isAlone && cells.every(isHead)),
  };
}

/** What a column may be called. */
function isHead(cell: string): boolean {
  return cell.length <= MAX_LABEL && !/[\d。；]/.test(cell);
}

function pathOf(
  { section }: Sentence,
  heads: Map<Section, string>,
  classed: (text: string) => string,
): readonly string[] {
  const path: string[] = [];
  for (let at = section; at; at = at.parent) {
    let head = heads.get(at);
    if (head === undefined) {
      head = withoutNumber(classed(normalize(at.title)));
      heads.set(at, head);
    }
    path.push(head);
  }
  return path;
}

/** A row of two cells of which the second tells at length what the first, a few words, announces: a heading and its text. */
function tellsAtLength(sentences: readonly Sentence[], units: readonly Unit[], start: number, end: number): boolean {
  const columns = sentences.slice(start, end).map(({ unit }) => units[unit]?.table?.column);
  const isProse = columns.length > 2 || sentences[end - 1]?.mark === '。';
  return isProse && columns.length > 1 && columns[0] === 0 && columns.slice(1).every((column) => column === 1);
}

function headOf(sentence: Sentence, whole: string, path: readonly string[]): Line {
  const text = withoutNumber(whole);
  const kind = text.endsWith('？') ? 'question' : 'heading';
  return { sentences: [sentence], kind, text, announcing: text.slice(-MAX_LEAD), path, lead: '', filler: false };
}

function withoutNumber(text: string): string {
  return text.replace(NUMBER, '');
}

/** 一、 （二） 3. 第四条 ⑤ 问： before a heading. */
const NUMBER =
  /^(?:第?[一二三四五六七八九十百\d]{1,4}[章节条、．.]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]是|[①-⑳]|【|\d{1,2}[.、．]?|(?:问|Q|提问)\d{0,2}[：:、])+/;
