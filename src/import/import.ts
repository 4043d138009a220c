import type { Element, ElementContent } from 'hast';
import type { Document, Kind } from '../document/document.js';
import { parseDocument } from '../document/parse.js';
import { readDocNumber } from '../language/doc-number.js';
import type { Locale } from '../language/locale.js';
import { simplify } from '../language/traditional.js';
import { articleOf } from './article.js';
import { decodePage } from './decode.js';
import { docxToHtml, NOTE_MARK } from './docx.js';
import type { Guess, SourceInfo } from './evidence.js';
import { NO_INFO } from './evidence.js';
import { type FailureId, ImportFailure } from './failure.js';
import { formatOf, type SourceFormat } from './format.js';
import { frontMatterText } from './front-matter-text.js';
import { guessesOf } from './guess.js';
import { policyReference } from './guess-explained.js';
import { pageOfMhtml } from './mhtml.js';
import { elementsOf, textOf } from './nodes.js';
import { outlined } from './outline.js';
import { readPage } from './page.js';
import { infoOf, titlesOf } from './page-info.js';
import { withoutPageLines } from './page-lines.js';
import { tidyBlocks } from './tidy.js';
import { findTitle } from './title.js';
import { markdownOf } from './to-markdown.js';

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
  /** What could not be brought along. */
  readonly left: {
    /** Pictures without an address on the web. */
    readonly images: number;
    /** Links whose address is relative to a page that nobody knows. */
    readonly links: readonly string[];
  };
}

export interface NotImported {
  readonly failure: FailureId;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Largest file that is opened, in bytes; most of a large one are pictures. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/**
 * Makes Markdown of a Word file or a saved page. Pure: the same bytes and name give the same result; nothing is thrown for a file's sake.
 * @param name the file's name, whose ending counts where the bytes do not tell
 */
export async function importDocument(bytes: Uint8Array, name: string): Promise<Imported | NotImported> {
  try {
    if (bytes.length > MAX_IMPORT_BYTES) throw new ImportFailure('tooLarge', { most: MAX_IMPORT_BYTES / 1024 / 1024 });
    const format = formatOf(bytes, name);
    const draft = format === 'docx' ? await fromWord(bytes) : fromPage(bytes, format);
    return { format, ...compose(draft) };
  } catch (error) {
    if (error instanceof ImportFailure) return { failure: error.id, data: error.data };
    if (error instanceof RangeError) return { failure: 'tooComplex', data: {} };
    throw error;
  }
}

/** The file to write: front matter with what was guessed, and the text. */
export function importedText(imported: Imported, guesses: readonly Guess[], locale: Locale): string {
  return `${frontMatterText(guesses, locale)}\n${imported.body}`;
}

/** The blocks of a source, and what it says around them. */
interface Source {
  readonly blocks: readonly Element[];
  readonly titles: readonly string[];
  readonly info: SourceInfo;
  readonly notes: readonly string[];
}

async function fromWord(bytes: Uint8Array): Promise<Source> {
  const { html, notes } = await docxToHtml(bytes);
  return { blocks: tidyBlocks(readPage(html).body), titles: [], info: NO_INFO, notes };
}

function fromPage(bytes: Uint8Array, format: 'html' | 'mhtml'): Source {
  const { text, address } = format === 'mhtml' ? pageOfMhtml(bytes) : { text: decodePage(bytes).text, address: null };
  const page = readPage(text.replace(/[\ue000\ue001]/g, ''), address);
  const blocks = withoutPageLines(tidyBlocks(articleOf(page.body)));
  return { blocks, titles: titlesOf(page), info: infoOf(page), notes: [] };
}

function compose({ blocks, titles, info, notes }: Source): Omit<Imported, 'format'> {
  const head = findTitle(blocks, titles);
  const rest = blocks.filter((block) => !head.used.has(block));
  const elements = blocks.flatMap((block) => [...elementsOf(block)]);
  const pictures = elements.filter(({ tagName }) => tagName === 'img');
  const shown = rest
    .map(withPictures)
    .filter(
      (block) =>
        textOf(block) !== '' ||
        [...elementsOf(block)].some(({ tagName }) => tagName === 'img' || tagName === 'rawhtml'),
    );
  const titleBlock: Element = {
    type: 'element',
    tagName: 'h1',
    properties: {},
    children: [{ type: 'text', value: head.title }],
  };
  const body = withFootnotes(markdownOf([...(head.title ? [titleBlock] : []), ...outlined(shown)]), notes);
  const read = parseDocument(body, { path: '' });
  // What tells the kind is known in Simplified characters; each stands in the place of its Traditional one.
  const simple = simplify(body);
  const document = simple === body ? read : withKind(read, parseDocument(simple, { path: '' }));
  if (document.units.length <= (head.title ? 1 : 0) && document.links.length === 0) throw new ImportFailure('noText');
  const lines = blocks.flatMap((block) =>
    block.tagName === 'table' || block.tagName === 'rawhtml' ? [] : [textOf(block).replace(NOTE_MARK, '')],
  );
  const evidence = { document, info, lines };
  const guesses = guessesOf(evidence);
  const number = guesses.find(({ key, sure }) => key === 'number' && sure)?.value;
  return {
    kind: document.kind,
    title: document.title,
    guesses,
    body,
    number: typeof number === 'string' && readDocNumber(simplify(number)) ? number : null,
    policy: document.kind === null || document.kind === 'policy' ? null : referenceOf(policyReference(evidence)),
    left: {
      images: pictures.filter(({ properties }) => properties.src === '').length,
      links: [
        ...new Set(
          elements.flatMap(({ properties }) => (typeof properties.lostHref === 'string' ? [properties.lostHref] : [])),
        ),
      ],
    },
  };
}

function withKind(document: Document, { kind, kindReason }: Document): Document {
  return Object.create(document, { kind: { value: kind }, kindReason: { value: kindReason } });
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

function withFootnotes(markdown: string, notes: readonly string[]): string {
  if (notes.length === 0) return markdown;
  const texts = notes.map((note, i) => {
    const blocks = tidyBlocks(readPage(note).body);
    return `[^${i + 1}]: ${markdownOf(blocks).trim().replace(/\n\s*/g, ' ')}\n`;
  });
  return `${markdown.replace(NOTE_MARK, '[^$1]')}\n${texts.join('\n')}`;
}
