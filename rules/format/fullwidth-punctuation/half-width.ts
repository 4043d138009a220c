import { type ProseLine, touches } from '../../../src/document/prose.js';

/** A half-width mark that should be full-width, or a pair of them with what it holds. Visible offsets. */
export interface HalfWidth {
  readonly start: number;
  readonly end: number;
  /** The mark to write, or the two marks of a pair. */
  readonly marks: string;
}

/**
 * The half-width marks of a line that belong to Chinese text. A mark of a Latin phrase, a number, an address, code, a
 * quoted title or a numbering label is not one of them; nor is one that leans on an address, since it would become part of it.
 */
export function halfWidthMarks(line: ProseLine): HalfWidth[] {
  const { text } = line.text;
  if (!/[,.:;?!()"]/.test(text)) return [];
  const left = (at: number) => touches(line.titles, at) || touches(line.literal, at - 1, at + 2);
  return [...single(text, left), ...parentheses(text, left), ...quotes(text, left)].sort((a, b) => a.start - b.start);
}

type LeftAlone = (at: number) => boolean;

const HAN = /[㐀-鿿々〇]/;
/** What closes a piece of Chinese text. */
const CLOSING = /[》〉）】〕”’」』％]/;
/** What opens one, or joins on. */
const OPENING = /[《〈（【〔“‘「『]/;
const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '.': '。' };

function single(text: string, left: LeftAlone): HalfWidth[] {
  return [...text.matchAll(/[,:;?!.]/g)].flatMap(({ index, 0: mark }) => {
    if (left(index)) return [];
    const before = text[index - 1] ?? '';
    const blanks = text[index + 1] === ' ' ? (/^ {1,3}/.exec(text.slice(index + 1, index + 4))?.[0].length ?? 0) : 0;
    const after = text[index + 1 + blanks] ?? '';
    const wrong = mark === '.' ? isFullStop(text, index, after) : isChinese(mark, before, after, blanks);
    if (!wrong) return [];
    const end = HAN.test(after) || OPENING.test(after) ? index + 1 + blanks : index + 1;
    return [{ start: index, end, marks: FULL[mark] ?? mark }];
  });
}

/** A mark after Chinese text; or right before it, after a figure or a Latin word that stands in it. */
function isChinese(mark: string, before: string, after: string, blanks: number): boolean {
  if (isCjk(before)) return !/[,:;?!.)\]]/.test(after);
  // In 1:甲 and 3!甲 the mark may belong to the figure.
  return /[0-9A-Za-z%)]/.test(before) && blanks === 0 && HAN.test(after) && /[,;?]/.test(mark);
}

/** A point at the end of a sentence; between Han characters it may stand for the dot of a name. */
function isFullStop(text: string, at: number, after: string): boolean {
  if (after !== '' || text[at - 1] === '.' || at < 8) return false;
  return isCjk(text[at - 1] ?? '');
}

function isCjk(character: string): boolean {
  return HAN.test(character) || CLOSING.test(character);
}

/** Pairs of parentheses of two widths, and half-width ones that hold Han text and stand in Chinese text. */
function parentheses(text: string, left: LeftAlone): HalfWidth[] {
  const open: number[] = [];
  const found: HalfWidth[] = [];
  for (const { index, 0: mark } of text.matchAll(/[()（）]/g)) {
    if (mark === '(' || mark === '（') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined || (text[start] === '（' && mark === '）')) continue;
    if (left(start) || left(index)) continue;
    const mixed = text[start] === '（' || mark === '）';
    if (mixed || (holdsHan(text, start, index) && standsInChinese(text[start - 1] ?? '', text[index + 1] ?? '')))
      found.push({ start, end: index + 1, marks: '（）' });
  }
  return found;
}

function standsInChinese(before: string, after: string): boolean {
  if (/[=×*+\-/÷−]/.test(before) || /[=×*+\-/÷−]/.test(after)) return false;
  const chinese = (character: string) => character === '' || /[^\x20-\x7e]/.test(character);
  return chinese(before) || chinese(after);
}

/** Straight double quotation marks, where they come in pairs: those around Han text. */
function quotes(text: string, left: LeftAlone): HalfWidth[] {
  const at = [...text.matchAll(/"/g)].map(({ index }) => index);
  if (at.length % 2 === 1) return [];
  const found: HalfWidth[] = [];
  for (let i = 0; i < at.length; i += 2) {
    const [start = 0, last = 0] = [at[i], at[i + 1]];
    if (!left(start) && !left(last) && holdsHan(text, start, last)) found.push({ start, end: last + 1, marks: '“”' });
  }
  return found;
}

/** Looked for in the first characters only: what holds Han text at all holds it there. */
function holdsHan(text: string, start: number, end: number): boolean {
  return HAN.test(text.slice(start + 1, Math.min(end, start + 200)));
}
