import type { Element } from 'hast';
import { chosen } from './docx-drawings.js';
import type { Label, Numberer } from './docx-numbering.js';
import { isBacked, type OwnProperties, type ParagraphStyle, paragraphProperties } from './docx-styles.js';
import { tableRows } from './docx-table.js';
import { type Line, type Surroundings, TextReader } from './docx-text.js';
import { elementsOf, isElement, newElement, squeeze, textOf, withLabel } from './nodes.js';
import { readableText } from './symbols.js';
import { childOf, isXmlElement, settingOf, switchOf, type XmlElement, type XmlNode, xmlElements } from './xml.js';

/** What reading a part's blocks needs to know of the file. */
export interface Reading extends Surroundings {
  readonly numberer: Numberer;
  /** Numbers of the main part's paragraphs, from 1. */
  readonly numbers: ReadonlyMap<XmlElement, number>;
  /** White text shows here: the page, or what is drawn on it, has a colour. */
  readonly backed: boolean;
  /** What stands in a part that is joined to the text as it is (`w:altChunk`); null where it could not be read. */
  chunk(id: string): readonly Element[] | null;
  /** Beginnings of fields that are never ended; those that come to light are added, for another reading. */
  readonly endless: Set<XmlElement>;
}

interface Paragraph {
  readonly own: OwnProperties;
  readonly style: ParagraphStyle | undefined;
  readonly line: Line;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Reads the blocks of a part or a text box: paragraphs and tables in order, text boxes behind the paragraph that they hang on. */
export function readBlocks(nodes: readonly XmlNode[], around: Reading): Element[] {
  const reader = new BlockReader(around);
  const blocks = reader.read(nodes);
  for (const char of reader.text.begun) around.endless.add(char);
  return blocks;
}

class BlockReader {
  readonly text: TextReader;
  private out: Element[] = [];
  /** Paragraphs whose mark is deleted or hidden go on in the next one. */
  private pending: Paragraph | null = null;
  /** Below the line 目录, as long as lines end in numbers of pages. */
  private inContents = false;
  private backed: boolean;

  constructor(private readonly around: Reading) {
    this.text = new TextReader(around, around.endless);
    this.backed = around.backed;
  }

  read(nodes: readonly XmlNode[]): Element[] {
    const outer = { out: this.out, pending: this.pending };
    this.out = [];
    this.pending = null;
    this.nodes(nodes, false);
    this.flush();
    const blocks = withLists(this.out);
    this.out = outer.out;
    this.pending = outer.pending;
    return blocks;
  }

  private nodes(nodes: readonly XmlNode[], contents: boolean): void {
    for (const node of nodes) if (isXmlElement(node)) this.node(node, contents);
  }

  private node(node: XmlElement, contents: boolean): void {
    switch (node.name) {
      case 'w:p':
        this.paragraph(node, contents);
        return;
      case 'w:tbl':
        this.flush();
        this.table(node);
        return;
      case 'w:sdt': {
        const gallery = [...xmlElements(childOf(node, 'w:sdtPr') ?? node)].find(
          ({ name }) => name === 'w:docPartGallery',
        );
        const lists = /table of contents/i.test(gallery?.attributes['w:val'] ?? '');
        this.nodes(childOf(node, 'w:sdtContent')?.children ?? [], contents || lists);
        return;
      }
      case 'w:altChunk': {
        this.flush();
        const { 'r:id': id = '' } = node.attributes;
        const blocks = this.around.chunk(id);
        if (blocks) this.out.push(...blocks);
        else this.around.tally.add('parts', this.around.relations.get(id)?.target ?? id);
        return;
      }
      case 'mc:AlternateContent':
        this.nodes(chosen(node)?.children ?? [], contents);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
      case 'w:r':
      case 'w:hyperlink':
        this.paragraph({ name: 'w:p', attributes: {}, children: [node] }, contents);
        return;
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sectPr':
        return;
      default:
        this.nodes(node.children, contents);
    }
  }

  private paragraph(element: XmlElement, contents: boolean): void {
    const pPr = childOf(element, 'w:pPr');
    const { paragraphs, usual } = this.around.styles;
    const style = paragraphs.get(settingOf(pPr, 'w:pStyle') ?? '') ?? usual;
    const number = this.around.numbers.get(element);
    const own = paragraphProperties(pPr);
    const backed = this.backed || own.backed || style.backed;
    const read = { own, style, line: this.text.read(element, { ...style, backed }), from: number, to: number };
    const whole = this.pending ? joined(this.pending, read) : read;
    this.pending = null;
    const mark = childOf(pPr, 'w:rPr');
    const goesOn =
      (mark && (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom'))) ||
      (switchOf(mark, 'w:vanish') ?? style?.hidden) ||
      /^(?:drop|margin)$/.test(childOf(pPr, 'w:framePr')?.attributes['w:dropCap'] ?? '');
    if (goesOn) this.pending = whole;
    else this.place(whole, contents);
  }

  private flush(): void {
    const last = this.pending;
    this.pending = null;
    if (last && (isShown(last.line) || last.line.boxes.length > 0)) this.place(last, false);
  }

  private place(paragraph: Paragraph, contents: boolean): void {
    const { line } = paragraph;
    if (this.isContents(paragraph, contents)) {
      this.around.tally.add('contents');
      this.inContents = true;
      const last = this.out.at(-1);
      if (last && isContentsTitle(textOf(last))) this.out.pop();
    } else if (!isShown(line) && line.dropped) {
      // What is hidden or a field's own takes no number either.
    } else this.show(paragraph);
    for (const box of line.boxes) this.box(box);
  }

  private isContents({ style, line, own }: Paragraph, contents: boolean): boolean {
    const text = squeeze(textOf(lineElement(line)));
    if (text === '') return line.contents;
    if (style?.contents && own.outline === undefined) return true;
    if (isContentsTitle(text)) {
      this.inContents = true;
      return contents;
    }
    const pageNumber = /\d$|[ivx]$/i.test(text);
    const belongs = pageNumber && text.length < 120 && line.anchored >= text.length - 6 && line.anchored > 0;
    if (belongs || (contents && !/[。；]/.test(text))) return true;
    this.inContents = this.inContents && /[\s.…·．•]\d{1,4}$/.test(textOf(lineElement(line))) && text.length < 80;
    return this.inContents;
  }

  private show({ own, style, line, from, to }: Paragraph): void {
    const numbering = { ...style?.numbering, ...own.numbering };
    const label = numbering.numId && numbering.numId !== '0' ? this.around.numberer.next(numbering) : null;
    if (!isShown(line)) return;
    const outline = own.outline !== undefined && own.outline < 6 ? own.outline + 1 : undefined;
    const level = outline ?? (own.outline === 9 ? undefined : style?.level);
    const align = own.align ?? style?.align;
    const side = align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : undefined;
    const sign = label?.bullet ? bulletSign(label) : '';
    const isBullet = label?.bullet === true && sign === '' && label.text.trim() !== '' && level === undefined;
    const text = label?.bullet ? sign : (label?.text ?? '');
    const isItem = level === undefined && side === undefined && /^\d{1,3}[.．]$/.test(text);
    const properties = {
      size: line.size,
      heavy: line.heavy,
      ...(side && level === undefined && { align: side }),
      ...(isItem && { item: true }),
      ...(isBullet && { bullet: label.level }),
    };
    const children = text === '' ? line.content : withLabel(text, line.content);
    const position = from !== undefined && to !== undefined ? positionOf(from, to) : undefined;
    this.out.push(newElement(level === undefined ? 'p' : `h${level}`, children, properties, position));
  }

  private table(element: XmlElement): void {
    const outer = this.backed;
    const tblPr = childOf(element, 'w:tblPr');
    const { colouredTables } = this.around.styles;
    const whole = outer || isBacked(tblPr) || colouredTables.has(settingOf(tblPr, 'w:tblStyle') ?? '');
    const blocksOf = (cell: XmlElement) => {
      this.backed = whole || isBacked(childOf(cell, 'w:tcPr'));
      return this.read(cell.children);
    };
    this.out.push(newElement('table', [newElement('tbody', tableRows(element, blocksOf, this.around.tally))]));
    this.backed = outer;
  }

  /** A text box, which has fields of its own. */
  private box(box: XmlElement | string): void {
    if (typeof box === 'string') {
      if (box.trim() !== '') this.out.push(newElement('p', [{ type: 'text', value: box }]));
    } else this.out.push(...readBlocks(box.children, { ...this.around, backed: true }));
  }
}

/** Where a block comes from, as a range of the main part's paragraphs. */
export function positionOf(from: number, to: number): NonNullable<Element['position']> {
  return { start: { line: from, column: 1 }, end: { line: to, column: 1 } };
}

function isShown({ content }: Line): boolean {
  return content.some((node) => textOf(node) !== '' || [...elementsOf(node)].some(({ tagName }) => tagName === 'img'));
}

function lineElement({ content }: Line): Element {
  return newElement('p', content);
}

function isContentsTitle(text: string): boolean {
  return /^[【[]?目[录錄次][】\]]?$/.test(squeeze(text));
}

/** Two paragraphs whose parting mark is gone: the first keeps its looks where it holds anything. */
function joined(first: Paragraph, second: Paragraph): Paragraph {
  const { own, style, line } = isShown(first.line) ? first : second;
  return {
    own,
    style,
    line: {
      ...line,
      content: [...first.line.content, ...second.line.content],
      boxes: [...first.line.boxes, ...second.line.boxes],
      dropped: first.line.dropped || second.line.dropped,
      contents: first.line.contents || second.line.contents,
      anchored: first.line.anchored + second.line.anchored,
    },
    from: isShown(first.line) ? (first.from ?? second.from) : second.from,
    to: second.to ?? first.to,
  };
}

/** Lists whose signs are boxes to tick, or numbers in circles, are no lists with bullets: the sign says something. */
function bulletSign({ text, font }: Label): string {
  const sign = readableText(text, font, () => {}).trim();
  return /^[☐☑☒✓✔✗✘□①-⑳❶-❿]$/u.test(sign) ? sign : '';
}

/** Neighbouring lines with bullets become lists, the deeper ones within the item above them. */
function withLists(blocks: readonly Element[]): Element[] {
  const out: Element[] = [];
  let open: { level: number; list: Element }[] = [];
  for (const block of blocks) {
    const { bullet, ...properties } = block.properties;
    if (typeof bullet !== 'number') {
      open = [];
      out.push(block);
      continue;
    }
    const item = newElement('li', [{ ...block, properties }], {}, block.position);
    open = open.filter(({ level }) => level <= bullet);
    if (open.at(-1)?.level !== bullet) {
      const list = newElement('ul');
      const within = open.at(-1)?.list.children.at(-1);
      if (within && isElement(within)) within.children.push(list);
      else out.push(list);
      open.push({ level: bullet, list });
    }
    open.at(-1)?.list.children.push(item);
  }
  return out;
}
