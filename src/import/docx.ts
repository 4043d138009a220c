import type { Element } from 'hast';
import { type Budget, newBudget } from './budget.js';
import { decodePage } from './decode.js';
import { type Reading, readBlocks } from './docx-blocks.js';
import { readNumbering } from './docx-numbering.js';
import { openPackage, type Package, type Relation } from './docx-package.js';
import { withPlaceholders } from './docx-placeholders.js';
import { isBacked, readStyles } from './docx-styles.js';
import { NOTE_MARK } from './docx-text.js';
import { ImportFailure } from './failure.js';
import { pageOfMhtml } from './mhtml.js';
import { elementsOf, newElement, textOf } from './nodes.js';
import { Tally } from './notes.js';
import { mayBeHeading } from './outline.js';
import { readPage } from './page.js';
import type { ImportNote } from './words.js';
import { childOf, childrenOf, isXmlElement, type XmlElement, xmlElements, xmlText } from './xml.js';

/** What a Word file holds. */
export interface WordText {
  /** Its blocks. The `position` of each says which paragraphs of the main part it comes from: its “lines” are their numbers, from 1. */
  readonly body: Element;
  /** Blocks of footnotes and endnotes, in the order of their marks in the text. */
  readonly footnotes: readonly Element[][];
  readonly tally: Tally;
  /** Lines of headers and footers, numbers of pages apart. */
  readonly margins: readonly string[];
  /** What the paragraphs of the main part that hold something say, by number. */
  readonly paragraphs: ReadonlyMap<number, string>;
}

/**
 * Reads a Word file: headings by style and outline level, the numbers of lists written out, tables, text boxes, footnotes, formulas. What is
 * left out is counted: headers and footers, comments, hidden text, what tracked changes delete, contents, pictures of diagrams.
 * Paragraphs are numbered as they stand in the main part, those in tables and text boxes included; a drawing written in two ways counts once.
 * @throws ImportFailure where the file is damaged, no Word file, or made to exhaust its reader
 */
export async function readWord(bytes: Uint8Array, depth = 0, budget: Budget = newBudget()): Promise<WordText> {
  const file = await openPackage(bytes, budget);
  const relations = await file.relationsOf();
  const styles = readStyles(await byType(file, relations, 'styles'));
  const numbering = await byType(file, relations, 'numbering');
  const parts = await relatedParts(file, relations, /^(?:diagramData|chart|chartEx)$/);
  const chunks = await chunksIn(file, relations, depth, budget);
  const unfilled: string[] = [];
  const filled = (part: XmlElement) => withPlaceholders(part, (text) => unfilled.push(text));
  const main = filled(file.main);
  const notes = async (kind: 'footnote' | 'endnote') => {
    const part = await byType(file, relations, `${kind}s`);
    return notesIn(part && filled(part), `w:${kind}`);
  };
  const noteParts = { footnote: await notes('footnote'), endnote: await notes('endnote') };
  const margins = (await marginsOf(file, relations)).map(filled);
  const comments = await byType(file, relations, 'comments');
  const numbers = numbersOf(main);

  const endless = new Set<XmlElement>();
  const once = () => {
    const tally = new Tally();
    const noted = new Map<string, { number: number; element: XmlElement }>();
    const numberer = readNumbering(numbering, styles);
    const around: Reading = {
      styles,
      tally,
      relations,
      numberer,
      numbers,
      backed: hasGround(main),
      endless,
      related: (id) => parts.get(id ?? ''),
      chunk: (id) => {
        const chunk = chunks.get(id);
        if (chunk) tally.include(chunk.notes);
        return chunk?.blocks ?? null;
      },
      noteNumber: (kind, id) => {
        const element = noteParts[kind].get(id);
        if (!element) return null;
        const known = noted.get(kind + id) ?? { number: noted.size + 1, element };
        noted.set(kind + id, known);
        return known.number;
      },
    };
    const blocks = readBlocks(childOf(main, 'w:body')?.children ?? [], around);
    const footnotes: Element[][] = [];
    // A note may bear a note; those that come to light on the way are read as well.
    for (const { element } of noted.values()) footnotes.push(readBlocks(element.children, around));
    for (const format of numberer.unknown) tally.add('numberFormats', format);
    for (const text of unfilled) tally.add('placeholders', text);
    return { blocks, footnotes, tally, around };
  };
  const first = once();
  const { blocks, footnotes, tally, around } = endless.size > 0 ? once() : first;
  const silent: Reading = { ...around, tally: new Tally() };
  const lines = margins.flatMap((part) => readBlocks(part.children, silent).map(textOf));
  const said = [...new Set(lines)].filter((line) => /[\p{L}]/u.test(line.replace(/第|页|共|Page|of/g, '')));
  for (const line of said) tally.add('headers', line);
  for (const comment of childrenOf(comments, 'w:comment')) tally.add('comments', xmlText(comment));
  return {
    body: newElement('body', withSetApart(blocks)),
    footnotes,
    tally,
    margins: said,
    paragraphs: textsIn(blocks),
  };
}

/** Short lines in larger letters than most of the text, or in 黑体 as most of it is not, become bold: many headings differ by nothing else. */
function withSetApart(blocks: readonly Element[]): Element[] {
  const lines = blocks.filter(({ tagName }) => tagName === 'p');
  const usual = (look: 'size' | 'heavy') => {
    const lengths = new Map<unknown, number>();
    for (const line of lines)
      lengths.set(line.properties[look], (lengths.get(line.properties[look]) ?? 0) + textOf(line).length);
    return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0];
  };
  const [most, mostlyHeavy] = [Number(usual('size')), usual('heavy')];
  const isSetApart = ({ tagName, properties: { size, heavy, align } }: Element) =>
    tagName === 'p' && !align && (Number(size) >= most + LARGER || (heavy === true && !mostlyHeavy));
  return blocks.map((block) =>
    isSetApart(block) && mayBeHeading(textOf(block)) && !/[：:]$/.test(textOf(block))
      ? { ...block, properties: { ...block.properties, bold: true } }
      : block,
  );
}

/** In half points. */
const LARGER = 2;

function textsIn(blocks: readonly Element[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const block of blocks)
    for (const element of elementsOf(block))
      if (element.position && element.tagName !== 'li')
        texts.set(element.position.start.line, textOf(element).replace(NOTE_MARK, ''));
  return texts;
}

async function byType(
  file: Package,
  relations: ReadonlyMap<string, Relation>,
  type: string,
): Promise<XmlElement | undefined> {
  for (const relation of relations.values())
    if (relation.type === type && !relation.external && file.exists(relation.target)) return file.xml(relation.target);
  return file.exists(`word/${type}.xml`) ? file.xml(`word/${type}.xml`) : undefined;
}

async function relatedParts(
  file: Package,
  relations: ReadonlyMap<string, Relation>,
  types: RegExp,
): Promise<Map<string, XmlElement>> {
  const parts = new Map<string, XmlElement>();
  for (const [id, { type, target, external }] of relations)
    if (types.test(type) && !external && file.exists(target)) parts.set(id, await file.xml(target));
  return parts;
}

/** Headers and footers, each part once. */
async function marginsOf(file: Package, relations: ReadonlyMap<string, Relation>): Promise<XmlElement[]> {
  const parts = await relatedParts(
    file,
    new Map([...relations.values()].map((relation) => [relation.target, relation])),
    /^(?:header|footer)$/,
  );
  return [...parts.values()];
}

/** Whether white text may show on the page itself: the page is coloured, or something is drawn behind the text. */
function hasGround(main: XmlElement): boolean {
  return (
    isBacked(main) || [...xmlElements(main)].some(({ attributes }) => /^(?:1|true)$/.test(attributes.behindDoc ?? ''))
  );
}

/** Notes by id; what Word keeps among them to part them from the text is none. */
function notesIn(root: XmlElement | undefined, name: string): Map<string, XmlElement> {
  return new Map(
    childrenOf(root, name)
      .filter(({ attributes }) => !/separator|continuationNotice/i.test(attributes['w:type'] ?? ''))
      .map((note) => [note.attributes['w:id'] ?? '', note]),
  );
}

/** The paragraphs of the main part from 1; of a drawing written in two ways those of the first. */
function numbersOf(main: XmlElement): Map<XmlElement, number> {
  const numbers = new Map<XmlElement, number>();
  const visit = (element: XmlElement) => {
    if (element.name === 'w:p') numbers.set(element, numbers.size + 1);
    const doubled = element.name === 'mc:AlternateContent' && childOf(element, 'mc:Choice');
    for (const child of element.children)
      if (isXmlElement(child) && !(doubled && child.name === 'mc:Fallback')) visit(child);
  };
  visit(main);
  return numbers;
}

/** Parts that are joined to the text as they are: a page, a Word file, or lines of text. Others are told of where they would stand. */
async function chunksIn(
  file: Package,
  relations: ReadonlyMap<string, Relation>,
  depth: number,
  budget: Budget,
): Promise<Map<string, Chunk>> {
  const chunks = new Map<string, Chunk>();
  const wanted = new Set(
    [...xmlElements(file.main)].filter(({ name }) => name === 'w:altChunk').map(({ attributes }) => attributes['r:id']),
  );
  for (const id of wanted) {
    const relation = relations.get(id ?? '');
    if (id === undefined || !relation || relation.external || !file.exists(relation.target)) continue;
    const bytes = await file.bytes(relation.target);
    const chunk = await chunkOf(bytes, relation.target, depth, budget);
    for (const block of chunk?.blocks ?? []) budget.kept -= [...elementsOf(block)].length;
    if (budget.kept < 0) throw new ImportFailure('tooComplex');
    if (chunk) chunks.set(id, chunk);
  }
  return chunks;
}

interface Chunk {
  readonly blocks: readonly Element[];
  readonly notes: readonly ImportNote[];
}

async function chunkOf(bytes: Uint8Array, name: string, depth: number, budget: Budget): Promise<Chunk | null> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('PK')) {
    if (depth >= 2) throw new ImportFailure('tooComplex');
    const { body, tally } = await readWord(bytes, depth + 1, budget);
    return { blocks: [asPart(body)], notes: tally.notes() };
  }
  if (/^MIME-Version:/im.test(head)) return pageChunk(pageOfMhtml(bytes).text);
  if (/<(?:html|body|p|div|table|h[1-6]|!doctype)[\s>]/i.test(head) || /\.x?html?$/i.test(name))
    return pageChunk(decodePage(bytes).text);
  if (!/\.txt$/i.test(name)) return null;
  const lines = decodePage(bytes).text.split(/\r?\n/);
  return { blocks: lines.map((value) => newElement('p', [{ type: 'text', value }])), notes: [] };
}

function pageChunk(html: string): Chunk {
  const tally = new Tally();
  const { body } = readPage(html, { tally });
  return { blocks: [asPart(body)], notes: tally.notes() };
}

/** The text of another file within this one: its paragraphs have no number here. */
function asPart(body: Element): Element {
  const strip = (element: Element): Element => {
    const { position: _, ...rest } = element;
    return { ...rest, children: rest.children.map((child) => (child.type === 'element' ? strip(child) : child)) };
  };
  return { ...strip(body), tagName: 'div' };
}
