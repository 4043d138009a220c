import { dataAt } from '../document/data-at.js';
import type { Document, Sentence } from '../document/document.js';
import { countFirst, lineIndexAt, type Range } from '../document/range.js';
import { keyOf } from '../document/vocabulary.js';

/** A stretch of a document that a finding may be about, and the words a reader sees there. */
export interface Stretch {
  readonly at: Range;
  readonly words: string;
}

/** Longest quotation, in UTF-16 units, and how much of it stands before the words it is about. */
const LONGEST = 200;
const BEFORE = 80;
/** Longest line or sentence in which the words are looked for: there may be a finding on every word of it. */
const SEARCHED = 4000;

/**
 * The sentence that a stretch of a document stands in, as a reader sees it; where it is no text (front matter, a comment), its line.
 * @param words the visible words at the stretch, around which a long sentence is cut
 * @returns empty where the stretch is the title, or empty and at the very beginning: then the document as a whole is meant
 */
export function quoteAt(document: Document, at: Range, words = ''): string {
  const { titleRange, sentences, text, lineStarts } = document;
  if (isWhole(at, titleRange)) return '';
  const sentence = firstBehind(sentences, at.start);
  const isInside = sentence && sentence.range.start <= at.start;
  const line = lineIndexAt(lineStarts, at.start);
  const shown = isInside ? `${sentence.text}${sentence.mark}` : text.slice(lineStarts[line], lineStarts[line + 1]);
  return cut(shown.length > SEARCHED ? text.slice(Math.max(0, at.start - BEFORE), at.start + LONGEST) : shown, words);
}

/** The first sentence that ends behind an offset; they stand in order. */
function firstBehind(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  return sentences[countFirst(sentences, ({ range }) => range.end <= offset)];
}

/**
 * The sentences that archive rules may speak of: around links in the text and what facts were drawn from. By the offset that each of
 * those begins at.
 */
export function quotesOf(document: Document, stretches: readonly Stretch[]): Record<number, string> {
  const links = document.links.filter(({ key }) => key === undefined);
  const all = [...links.map(({ range, text }) => ({ at: range, words: text })), ...stretches];
  const quotes = all.map(({ at, words }) => [at.start, quoteAt(document, at, words)] as const);
  return Object.fromEntries(quotes.filter(([, quote]) => quote !== ''));
}

/** What of the facts of a file is quoted. */
interface Quotable {
  readonly titleRange: Range;
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, Range>>;
  readonly content: { readonly quotes?: Readonly<Record<number, string>> };
}

/** The same as `quoteAt` for what archive rules find, as far as facts tell; of front matter the key and what stands under it. */
export function quoteFrom(facts: Quotable, at: Range): string {
  if (isWhole(at, facts.titleRange)) return '';
  const kept = facts.content.quotes?.[at.start];
  if (kept !== undefined) return kept;
  const { places } = facts;
  const paths = Object.keys(places).filter((one) => sameRange(places[one], at));
  const path = paths[paths.length - 1];
  return path === undefined ? '' : cut(`${fileNameOf(path)}：${written(dataAt(facts.data, path.split('.')))}`, '');
}

function isWhole(at: Range, titleRange: Range): boolean {
  return sameRange(titleRange, at) || (at.start === 0 && at.end === 0);
}

function sameRange(a: Range | undefined, b: Range): boolean {
  return a?.start === b.start && a.end === b.end;
}

function cut(text: string, words: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST) return plain;
  const from = Math.max(0, Math.min(plain.indexOf(words) - BEFORE, plain.length - LONGEST));
  const to = from + LONGEST;
  return `${from > 0 ? '…' : ''}${wholeCharacters(plain.slice(from, to))}${to < plain.length ? '…' : ''}`;
}

/** Half of a character of two units at either end is left out. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function fileNameOf(path: string): string {
  const [key = ''] = path.split('.');
  return keyOf(key)?.chinese ?? key;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('、');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.values(value).map(written).join('，');
}
