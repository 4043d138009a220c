import type { Element, ElementContent } from 'hast';
import type { Document, Kind } from '../document/document.js';
import { kindByTitle } from '../document/kind.js';
import type { LinkAround } from '../document/origin.js';
import { parseDocument } from '../document/parse.js';
import { readDocNumber } from '../language/doc-number.js';
import { simplify } from '../language/traditional.js';
import { articleOf } from './article.js';
import { decodePage } from './decode.js';
import { readWord, type WordText } from './docx.js';
import { NOTE_MARK } from './docx-text.js';
import type { Evidence, Guess, SourceInfo } from './evidence.js';
import { NO_INFO } from './evidence.js';
import { ImportFailure } from './failure.js';
import { formatOf, type SourceFormat } from './format.js';
import { guessesOf } from './guess.js';
import { linksToPolicy, policyReference } from './guess-explained.js';
import { linksToInterpretations } from './guess-policy.js';
import { pageOfMhtml } from './mhtml.js';
import { elementsOf, newElement, textOf } from './nodes.js';
import { Tally } from './notes.js';
import { outlined, withoutBold } from './outline.js';
import { readPage } from './page.js';
import { boxFields, infoOf, titleLineOf, titlesOf } from './page-info.js';
import { withoutPageLines } from './page-lines.js';
import { tidyBlocks } from './tidy.js';
import { findTitle, type Head } from './title.js';
import { markdownOf } from './to-markdown.js';
import type { FailureId, ImportNote } from './words.js';

/** A Word file or a saved page as Markdown, with what was guessed about it. */
export interface Imported {
  readonly format: SourceFormat;
  readonly kind: Kind | null;
  readonly title: string;
  readonly guesses: readonly Guess[];
  /** The Markdown below the front matter. */
  readonly body: string;
  /** The number that the paper itself bears, and the policy that it is about, as far as they are known. */
  readonly number: string | null;
  readonly policy: { readonly number?: string; readonly title?: string } | null;
  /** Keys of front matter that were guessed, not said by anybody who checked them. */
  readonly guessed: readonly string[];
  /** What was left out or changed. */
  readonly notes: readonly ImportNote[];
  /** Lines of headers and footers, which are not part of the body and may bear marks of secrecy. */
  readonly margins: readonly string[];
  /** Of a page: its links that lead to the policy explained, or to what explains it. */
  readonly links: readonly LinkAround[];
  /** Of a Word file: where the lines of `body` come from. */
  readonly places: readonly ImportPlace[];
  /** Of a Word file: what its paragraphs say, by number, their automatic numbers included. Each is here once, however many lines it has. */
  readonly paragraphs: ReadonlyMap<number, string>;
}

/** A line of the body and a paragraph of the Word file that stands in it; a row of a table has several. */
export interface ImportPlace {
  /** Line of `body`, from 1. */
  readonly line: number;
  /** Number of the paragraph among those of the Word file's main part, from 1: empty ones, and those in tables and text boxes, are counted. */
  readonly paragraph: number;
}

export interface NotImported {
  readonly failure: FailureId;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Largest file that is opened, in bytes; most of a large one are pictures. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/**
 * Makes Markdown of a Word file or a saved page. Pure: the same bytes and name give the same result; nothing is thrown for a file's sake.
 * @param name the file's name: its ending counts where the bytes do not tell, its words where the title tells no kind
 * @param beside relative addresses in a page under which there is a file; others are of no use where the page's own is not known
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  beside: readonly string[] = [],
): Promise<Imported | NotImported> {
  try {
    if (bytes.length > MAX_IMPORT_BYTES) throw new ImportFailure('tooLarge', { most: MAX_IMPORT_BYTES / 1024 / 1024 });
    const format = formatOf(bytes, name);
    const draft = format === 'docx' ? await fromWord(bytes) : fromPage(bytes, format, beside);
    return { format, ...compose(draft, name) };
  } catch (error) {
    if (error instanceof ImportFailure) return { failure: error.id, data: error.data };
    if (error instanceof RangeError) return { failure: 'tooComplex', data: {} };
    throw error;
  }
}

/** The blocks of a source, and what it says around them. */
interface Source extends Pick<WordText, 'footnotes' | 'tally' | 'margins' | 'paragraphs'> {
  readonly blocks: readonly Element[];
  readonly titles: readonly string[];
  /** A line of the page that may be its title. */
  readonly titleLine: string;
  readonly info: SourceInfo;
}

async function fromWord(bytes: Uint8Array): Promise<Source> {
  const { body, footnotes, tally, margins, paragraphs } = await readWord(bytes);
  const info = { ...NO_INFO, fields: boxFields(body) };
  const titleLine = info.fields.find(({ field }) => field === 'title')?.value ?? '';
  return { blocks: tidyBlocks(body), titles: [], titleLine, info, footnotes, margins, tally, paragraphs };
}

function fromPage(bytes: Uint8Array, format: 'html' | 'mhtml', beside: readonly string[]): Source {
  const tally = new Tally();
  const source = format === 'mhtml' ? pageOfMhtml(bytes) : { text: decodePage(bytes).text, address: null };
  const page = readPage(source.text, { ...source, tally, beside: new Set(beside) });
  const leave = (line: string) => tally.add('pageLines', line);
  const blocks = withoutPageLines(tidyBlocks(articleOf(page.body, leave)), leave);
  const info = infoOf(page);
  const [titles, titleLine] = [titlesOf(page), titleLineOf(page)];
  return { blocks, titles, titleLine, info, footnotes: [], margins: [], tally, paragraphs: new Map() };
}

function compose(
  { blocks, titles, titleLine, info, footnotes, margins, tally, paragraphs }: Source,
  name: string,
): Omit<Imported, 'format'> {
  const head = findTitle(blocks, titles, titleLine);
  const start = blocks.findIndex((block) => head.used.has(block));
  // What stands above the title, the office in red among it, is no heading below it.
  const rest = blocks
    .map((block, i) => (i < start && /^(?:p|h[1-6])$/.test(block.tagName) ? withoutBold(block, 'p') : block))
    .filter((_, i) => !head.used.has(blocks[i] as Element));
  const elements = blocks.flatMap((block) => [...elementsOf(block)]);
  const shown = rest
    .map(withPictures)
    .filter(
      (block) =>
        textOf(block) !== '' ||
        [...elementsOf(block)].some(({ tagName }) => tagName === 'img' || tagName === 'rawhtml'),
    );
  const { markdown, places } = markdownOf([...(head.title ? [titleBlock(head)] : []), ...outlined(shown)]);
  const body = withFootnotes(markdown, footnotes);
  const read = parseDocument(body, { path: '' });
  // What tells the kind is known in Simplified characters; each stands in the place of its Traditional one.
  const simple = simplify(body);
  const document = named(
    simple === body ? read : withKind(read, parseDocument(simple, { path: '' })),
    name,
    info.column ?? '',
  );
  if (document.units.length <= (head.title ? 1 : 0) && document.links.length === 0) throw new ImportFailure('noText');
  const lines = blocks.flatMap((block) =>
    block.tagName === 'table' || block.tagName === 'rawhtml' ? [] : [textOf(block).replace(NOTE_MARK, '')],
  );
  const evidence = { document, info, lines };
  const guesses = guessesOf(evidence);
  const number = guesses.find(({ key, sure }) => key === 'number' && sure)?.value;
  for (const { tagName, properties } of elements) {
    if (tagName === 'img' && properties.src === '') tally.add('images', String(properties.alt ?? ''));
  }
  for (const to of new Set(elements.flatMap(({ properties }) => properties.lostHref ?? [])))
    tally.add('links', String(to));
  return {
    kind: document.kind,
    title: document.title,
    guesses,
    guessed: guesses.filter(({ sure }) => sure).map(({ key }) => key),
    body,
    number: typeof number === 'string' && readDocNumber(simplify(number)) ? number : null,
    policy: document.kind === null || document.kind === 'policy' ? null : referenceOf(policyReference(evidence)),
    notes: tally.notes(),
    margins,
    links: leadsOf(evidence),
    places: places.flatMap(({ line, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => ({ line, paragraph: from + i })).filter(({ paragraph }) =>
        paragraphs.has(paragraph),
      ),
    ),
    paragraphs,
  };
}

/** The title as the heading of the whole, which may stand in several paragraphs. */
function titleBlock({ title, used }: Head): Element {
  const [first, ...more] = [...used].flatMap(({ position }) => position ?? []);
  const position = first && { start: first.start, end: more.at(-1)?.end ?? first.end };
  return newElement('h1', [{ type: 'text', value: title }], {}, position);
}

/** The name of a file is often its title in full, and with that of the site's column says more of the kind than words of the text do. */
function named(document: Document, name: string, column: string): Document {
  if (document.kindReason.from === 'title') return document;
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z]{2,8}$/i, '');
  for (const [words, from] of [[stem, 'name'] as const, [column, 'column'] as const]) {
    const found = kindByTitle(simplify(words));
    if (found) return withKind(document, { kind: found.kind, kindReason: { from, evidence: found.evidence } });
  }
  return document;
}

function withKind(document: Document, { kind, kindReason }: Pick<Document, 'kind' | 'kindReason'>): Document {
  return Object.create(document, { kind: { value: kind }, kindReason: { value: kindReason } });
}

/** What the page leads to by links of its own, wherever on it they stand; those in the text are known already. */
function leadsOf(evidence: Evidence): LinkAround[] {
  const { kind, links } = evidence.document;
  if (kind === null) return [];
  const [key, found] =
    kind === 'policy'
      ? (['interpretations', linksToInterpretations(evidence)] as const)
      : (['policy', linksToPolicy(evidence)] as const);
  return found.filter(({ to }) => !links.some((link) => link.to === to)).map(({ to, text }) => ({ key, to, text }));
}

function referenceOf({ number, title }: { number?: string; title?: string }): Imported['policy'] {
  return number || title ? { ...(number ? { number } : {}), ...(title ? { title } : {}) } : null;
}

/** Pictures with an address on the web stay; of others their text does, where somebody wrote one. */
function withPictures(block: Element): Element {
  return {
    ...block,
    children: block.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (child.tagName !== 'img' || child.properties.src !== '') return [withPictures(child)];
      const alt = String(child.properties.alt ?? '');
      return /[㐀-鿿]{2}/.test(alt) && !/^(?:图片|图像|图形|文本框|矩形|形状)\s*\d*$|描述已自动生成/.test(alt)
        ? [{ type: 'text', value: `［图：${alt}］` }]
        : [];
    }),
  };
}

function withFootnotes(markdown: string, footnotes: readonly (readonly Element[])[]): string {
  if (footnotes.length === 0) return markdown;
  const texts = footnotes.map((blocks, i) => {
    const lines = tidyBlocks(newElement('div', [...blocks]));
    return `[^${i + 1}]: ${markdownOf(lines).markdown.trim().replace(/\n\s*/g, ' ')}\n`;
  });
  return `${markdown.replace(NOTE_MARK, '[^$1]')}\n${texts.join('\n').replace(NOTE_MARK, '[^$1]')}`;
}
