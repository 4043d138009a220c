import { depthOf, numberingOf } from '../document/numbering.js';
import { properDate } from '../language/dates.js';
import { readDocNumber } from '../language/doc-number.js';

/** A notice that demands something of interpretations, as far as its text shows its parts. */
export interface Notice {
  readonly name?: string;
  readonly number?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly items: readonly NoticeItem[];
}

/** A numbered part, without the parts below it. */
export interface NoticeItem {
  /** Where it stands: 六（十七）. */
  readonly article: string;
  /** How it begins, and how the parts above it do: what it is about. */
  readonly about: string;
  readonly sentences: readonly string[];
}

/**
 * Takes the text of a notice apart by the numbers its paragraphs bear. Lines broken by a page's width are joined, and numbers that
 * stand within a line begin a new one.
 */
export function readNotice(text: string): Notice {
  const { above, below } = parted(text);
  const lines = linesOf(below);
  const begins = lines.findIndex((line) => isFirst(line));
  const body = begins < 0 ? lines.findIndex((line) => numberingOf(line) !== null) : begins;
  const head = body < 0 ? lines : lines.slice(0, body);
  const number = numberIn(head);
  // The number stands right above the title, or right behind it.
  const name = titleIn(head.map((line) => line.replace(NUMBER, '；')).join('')) ?? titleIn(above);
  const date = dateIn(head.join('')) ?? dateIn(lines.slice(-3).join(''));
  return {
    ...(name !== undefined && { name }),
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
    items: body < 0 ? [] : itemsIn(lines.slice(body)),
  };
}

/** The front matter of an imported notice, and the text below it. */
function parted(text: string): { above: string; below: string } {
  const end = /^---\r?\n/.test(text) ? text.indexOf('\n---', 3) : -1;
  return end < 0 ? { above: '', below: text } : { above: text.slice(0, end), below: text.slice(end + 4) };
}

/** A number within a line, behind the end of a sentence: 。 一、 or 。（二） */
const WITHIN =
  /(?<=[。；：])[\s　]*(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}条)/g;

function linesOf(text: string): string[] {
  const written = text
    .replace(WITHIN, '\n')
    .split(/\r?\n/)
    .map((line) => line.replace(/[\s　]+/g, '').replace(/^#{1,6}/, ''))
    .filter((line) => line !== '');
  const broken: string[][] = [];
  for (const line of written) {
    const before = broken.at(-1)?.at(-1);
    if (before === undefined || beginsAnew(line) || /[。；！？]$/.test(before) || readDocNumber(before))
      broken.push([line]);
    else broken.at(-1)?.push(line);
  }
  return broken.map((pieces) => pieces.join(''));
}

function beginsAnew(line: string): boolean {
  return numberingOf(line) !== null || readDocNumber(line) !== null;
}

function isFirst(line: string): boolean {
  const numbering = numberingOf(line);
  return numbering?.value === 1 && ['chapter', 'article', 'han'].includes(numbering.style);
}

function titleIn(head: string): string | undefined {
  return /[㐀-鿿]{2,40}关于[^。；：]{2,80}?的(?:通知|意见|方案|办法|规定)/.exec(head)?.[0];
}

const NUMBER = /[㐀-鿿]{1,12}[〔［[【（(﹝]\d{4}[〕］\]】）)﹞]\d{1,5}号/;

function numberIn(head: readonly string[]): string | undefined {
  for (const line of head) {
    const written = NUMBER.exec(line)?.[0];
    const proper = written === undefined ? undefined : readDocNumber(written)?.proper;
    if (proper !== undefined) return proper;
  }
  return undefined;
}

function dateIn(text: string): string | undefined {
  const written = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/.exec(text)?.[0];
  return (written === undefined ? null : properDate(written)) ?? undefined;
}

/** Styles that number a part for others to cite, with what their label is cited as. */
function labelOf(style: string, label: string): string | null {
  if (style === 'article') return label;
  if (style === 'han') return label.replace('、', '');
  if (style === 'han-paren' || style === 'digit-paren') return label;
  return style === 'digit' ? label.replace(/[.．、]/g, '') : null;
}

function itemsIn(lines: readonly string[]): NoticeItem[] {
  const items: { article: string; about: string; text: string }[] = [];
  let above: { depth: number; label: string; head: string }[] = [];
  for (const line of lines) {
    const numbering = numberingOf(line);
    const label = numbering && labelOf(numbering.style, numbering.label.trim());
    if (!numbering || label === null) {
      const last = items.at(-1);
      if (last) last.text += line;
      continue;
    }
    const depth = depthOf(numbering.style);
    above = [...above.filter((one) => one.depth < depth), { depth, label, head: line.slice(0, 30).replace(/。$/, '') }];
    items.push({
      article: above.map((one) => one.label).join(''),
      about: above.map(({ head }) => head).join('\n'),
      text: line.slice(numbering.label.length),
    });
  }
  return items.map(({ article, about, text }) => ({ article, about, sentences: sentencesIn(text) }));
}

/** Who is responsible stands in parentheses, and is no demand; nor is who signed, and when, nor the words that head a part. */
function sentencesIn(text: string): string[] {
  const sentences = text
    .replace(/[（〔(][^（）〔〕()]{0,20}(?:责任|牵头)(?:单位|部门)[^（）〔〕()]{0,200}[）〕)]/g, '')
    .split(/(?<=[。；！？])/)
    .filter((sentence) => sentence.length >= 6 && !/月\d{1,2}日$/.test(sentence));
  const [first, ...others] = sentences;
  return first !== undefined && first.length < 14 && others.length > 0 ? others : sentences;
}
