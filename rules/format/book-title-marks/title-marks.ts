import { type ProseLine, touches } from '../../../src/document/prose.js';

/** A title mark in a line, offsets visible. */
export interface TitleMark {
  readonly line: ProseLine;
  readonly start: number;
  readonly end: number;
  /** What it stands for; `written` may be `<<` or `<`. */
  readonly mark: '《' | '》' | '〈' | '〉';
  readonly written: string;
}

export interface MarkPair {
  readonly open: TitleMark;
  readonly close: TitleMark;
  /** 0 for outermost pairs. */
  readonly depth: number;
  /** The pair right around it. */
  readonly outer: MarkPair | null;
}

/** The title marks of a paragraph in order, among them << >> and < > around Han text. */
export function marksIn(paragraph: readonly ProseLine[]): TitleMark[] {
  return paragraph.flatMap((line) => {
    if (!/[《》〈〉<＜]/.test(line.text.text)) return [];
    const marks: TitleMark[] = [];
    for (const { index, 0: mark } of line.text.text.matchAll(/[《》〈〉]/g))
      marks.push(markAt(line, index, mark, mark));
    for (const mark of typedMarks(line)) marks.push(mark);
    return marks.filter(({ start }) => !touches(line.literal, start)).sort((a, b) => a.start - b.start);
  });
}

/**
 * Matches opening with closing marks. A title that would hold a full stop is two lost halves; < > count inside titles only.
 * @returns pairs and marks without a partner, both in the order of the text
 */
export function pairsOf(marks: readonly TitleMark[]): { pairs: MarkPair[]; single: TitleMark[] } {
  const open: Open[] = [];
  const pairs: Placed<Mutable<MarkPair>>[] = [];
  const single: Placed<TitleMark>[] = [];
  for (const [place, mark] of marks.entries()) {
    const opens = mark.mark === '《' || mark.mark === '〈';
    const doubtful = mark.written !== mark.mark && mark.written.length === 1;
    if (opens && !(doubtful && open.length === 0)) open.push({ mark, place, inside: [] });
    if (opens || (doubtful && open.at(-1)?.mark.mark !== '〈')) continue;
    while (open.length > 0 && !isPair(open.at(-1)?.mark, mark)) {
      const lone = open.pop() as Open;
      single.push({ place: lone.place, it: lone.mark });
    }
    const partner = open.pop();
    if (!partner || (open.length === 0 && holdsSentence(partner.mark, mark))) {
      single.push({ place: partner?.place ?? place, it: partner?.mark ?? mark });
      continue;
    }
    const pair: Mutable<MarkPair> = { open: partner.mark, close: mark, depth: open.length, outer: null };
    for (const inner of partner.inside) inner.outer = pair;
    open.at(-1)?.inside.push(pair);
    pairs.push({ place: partner.place, it: pair });
  }
  for (const { place, mark } of open) single.push({ place, it: mark });
  return { pairs: inOrder(pairs), single: inOrder(single) };
}

/** Something with the number of the mark it begins at. */
interface Placed<T> {
  readonly place: number;
  readonly it: T;
}

function inOrder<T>(placed: Placed<T>[]): T[] {
  return placed.sort((a, b) => a.place - b.place).map(({ it }) => it);
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

interface Open {
  readonly mark: TitleMark;
  readonly place: number;
  readonly inside: Mutable<MarkPair>[];
}

const DOUBLE = /<<([^<>]{1,100})>>/g;
const SINGLE = /(?<!<)[<＜]([^<>＜＞]{2,100})[>＞](?!>)/g;

function typedMarks(line: ProseLine): TitleMark[] {
  const { text } = line.text;
  return [DOUBLE, SINGLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: whole, 1: title = '' }) => {
      if (!/[㐀-鿿]/.test(title)) return [];
      const width = pattern === DOUBLE ? 2 : 1;
      const [open, close] = width === 2 ? (['《', '》'] as const) : (['〈', '〉'] as const);
      return [
        markAt(line, index, whole.slice(0, width), open),
        markAt(line, index + whole.length - width, whole.slice(-width), close),
      ];
    }),
  );
}

function markAt(line: ProseLine, start: number, written: string, mark: string): TitleMark {
  return { line, start, end: start + written.length, written, mark: mark as TitleMark['mark'] };
}

function isPair(open: TitleMark | undefined, close: TitleMark): boolean {
  return open?.mark === (close.mark === '》' ? '《' : '〈');
}

/** Whether a full stop stands between two marks of one line, or of two. */
function holdsSentence(open: TitleMark, close: TitleMark): boolean {
  const { text } = open.line.text;
  return open.line === close.line
    ? text.slice(open.end, close.start).includes('。')
    : text.slice(open.end).includes('。') || close.line.text.text.slice(0, close.start).includes('。');
}
