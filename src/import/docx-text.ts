import type { Element, ElementContent } from 'hast';
import { isRelative, resolved } from './addresses.js';
import { chosen, drawn } from './docx-drawings.js';
import { Fields } from './docx-fields.js';
import { formulaText } from './docx-math.js';
import type { Relation } from './docx-package.js';
import { looksIn, type ParagraphStyle, type Styles, type TextLooks } from './docx-styles.js';
import { newElement } from './nodes.js';
import type { Tally } from './notes.js';
import { squeezed } from './page.js';
import { readableText, symbolOf } from './symbols.js';
import { childOf, isXmlElement, settingOf, switchOf, type XmlElement, type XmlNode, xmlText } from './xml.js';

/** A mark that stands for a footnote's number in the text; private characters, which nobody types. */
export const NOTE_MARK = /\ue000(\d{1,5})\ue001/g;

/** What reading the text of a part needs to know of the file. */
export interface Surroundings {
  readonly styles: Styles;
  readonly tally: Tally;
  readonly relations: ReadonlyMap<string, Relation>;
  /** The part that a relation leads to, where it is one that was read. */
  related(id: string | undefined): XmlElement | undefined;
  /** The number under which a footnote or endnote is given; null for one that is not there. */
  noteNumber(kind: 'footnote' | 'endnote', id: string): number | null;
}

/** The content of one paragraph. */
export interface Line {
  readonly content: ElementContent[];
  /** Text boxes that are anchored in it. */
  readonly boxes: (XmlElement | string)[];
  /** Something of it is hidden, or stands in a field. */
  dropped: boolean;
  /** Something of it belongs to a table of contents. */
  contents: boolean;
  /** Characters that lead to headings of the same file, as lines of contents do. */
  anchored: number;
  /** Size of its smallest letters, in half points. */
  size?: number;
  /** All of it is in a face that is bold by itself. */
  heavy?: boolean;
  /** How high its last text stands that is not raised or lowered against what goes before. */
  height?: number;
}

/** Reads the runs of paragraphs that follow one another: what a field began in one may end in a later one. */
export class TextReader {
  private line: Line = newLine();
  private readonly links: string[] = [];
  private anchors = 0;
  private readonly fields: Fields;

  constructor(
    private readonly around: Surroundings,
    endless: ReadonlySet<XmlElement>,
  ) {
    this.fields = new Fields(
      (text) => this.show(text, {}),
      (id, example) => around.tally.add(id, example),
      endless,
    );
  }

  /** Where fields begin that are open. */
  get begun(): XmlElement[] {
    return this.fields.begun;
  }

  /** What stands in a paragraph. */
  read(paragraph: XmlElement, style: ParagraphStyle | undefined): Line {
    this.line = newLine();
    this.nodes(paragraph.children, style);
    return this.line;
  }

  private nodes(nodes: readonly XmlNode[], style: TextLooks | undefined): void {
    for (const node of nodes) if (isXmlElement(node)) this.node(node, style);
  }

  private node(node: XmlElement, style: TextLooks | undefined): void {
    switch (node.name) {
      case 'w:r':
        this.run(node, style);
        return;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:smartTagPr':
      case 'w:customXmlPr':
      case 'w:rPr':
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (node.name === 'w:del') this.around.tally.add('deleted', xmlText(node));
        return;
      case 'w:hyperlink':
        this.hyperlink(node, style);
        return;
      case 'w:fldSimple':
        this.fields.begin(node);
        this.fields.instruct(node.attributes['w:instr'] ?? '');
        if (node.children.some((child) => isXmlElement(child) && child.name !== 'w:fldData')) this.fields.separate();
        this.nodes(node.children, style);
        this.fields.end();
        return;
      case 'w:sdt':
        this.control(node, style);
        return;
      case 'w:subDoc':
        this.around.tally.add('parts', this.around.relations.get(node.attributes['r:id'] ?? '')?.target ?? '');
        return;
      case 'mc:AlternateContent':
        this.nodes(chosen(node)?.children ?? [], style);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        this.show(formulaText(node), {});
        return;
      case 'w:ruby':
        this.nodes(childOf(node, 'w:rubyBase')?.children ?? [], style);
        return;
      default:
        // Whatever else surrounds runs (what changes insert or move here, tags, directions) is no part of what they say.
        this.nodes(node.children, style);
    }
  }

  private hyperlink(node: XmlElement, style: TextLooks | undefined): void {
    const relation = this.around.relations.get(node.attributes['r:id'] ?? '');
    const anchor = node.attributes['w:anchor'] ?? '';
    const leads = relation?.external === true;
    const toHeading = !leads && /^_toc/i.test(anchor) ? 1 : 0;
    if (leads) this.links.push(relation.target);
    this.anchors += toHeading;
    this.nodes(node.children, style);
    this.anchors -= toHeading;
    if (leads) this.links.pop();
  }

  /** A content control; of a box to tick its state, where the file holds no sign for it. */
  private control(node: XmlElement, style: TextLooks | undefined): void {
    const box = childOf(childOf(node, 'w:sdtPr'), 'w14:checkbox');
    const content = childOf(node, 'w:sdtContent');
    const before = this.line.content.length;
    this.nodes(content?.children ?? [], style);
    if (box && this.line.content.length === before) this.show(switchOf(box, 'w14:checked') ? '☑' : '☐', {});
  }

  private run(run: XmlElement, style: TextLooks | undefined): void {
    const rPr = childOf(run, 'w:rPr');
    const own = this.around.styles.characters.get(settingOf(rPr, 'w:rStyle') ?? '');
    const looks = { ...style, ...own, ...looksIn(rPr) };
    if (rPr && (childOf(rPr, 'w:del') || childOf(rPr, 'w:moveFrom'))) return;
    this.parts(run.children, looks);
  }

  private parts(nodes: readonly XmlNode[], looks: TextLooks): void {
    for (const node of nodes) if (isXmlElement(node)) this.part(node, nodes, looks);
  }

  private part(node: XmlElement, siblings: readonly XmlNode[], looks: TextLooks): void {
    switch (node.name) {
      case 'w:t': {
        // The sign that somebody chose for a note stands behind its mark.
        if (siblings.some((one) => isXmlElement(one) && one.attributes['w:customMarkFollows'] !== undefined)) return;
        const { tally } = this.around;
        const text = readableText(xmlText(node), looks.font, (font, code) =>
          tally.add('symbols', signName(font, code)),
        );
        this.show(looks.capitals ? text.toUpperCase() : text, looks);
        return;
      }
      case 'w:sym': {
        const { 'w:font': font = '', 'w:char': char = '' } = node.attributes;
        const code = /^[0-9a-f]{1,4}$/i.test(char) ? Number.parseInt(char, 16) : 0;
        const sign = symbolOf(font, code);
        if (sign === null) this.around.tally.add('symbols', signName(font, code));
        else this.show(sign, looks);
        return;
      }
      case 'w:instrText':
        this.fields.instruct(xmlText(node));
        return;
      case 'w:fldChar':
        this.fieldChar(node);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.show(' ', looks);
        return;
      case 'w:br':
      case 'w:cr':
        // A paragraph that begins on a new page is no other than it would be here.
        if (this.line.content.length > 0 || !/^(?:page|column)$/.test(node.attributes['w:type'] ?? ''))
          this.place(newElement('br'));
        return;
      case 'w:noBreakHyphen':
        this.show('-', looks);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        const number = this.around.noteNumber(kind, node.attributes['w:id'] ?? '');
        if (number !== null && !looks.hidden) this.place({ type: 'text', value: `\ue000${number}\ue001` });
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (looks.hidden) this.around.tally.add('hidden', xmlText(node));
        else this.drawing(node);
        return;
      case 'mc:AlternateContent':
        this.parts(chosen(node)?.children ?? [], looks);
        return;
      case 'w:ruby':
        this.node(node, looks);
        return;
      case 'w:rPr':
      case 'w:delText':
      case 'w:delInstrText':
      case 'w:footnoteRef':
      case 'w:endnoteRef':
        return;
      default:
        this.parts(node.children, looks);
    }
  }

  private fieldChar(char: XmlElement): void {
    const type = char.attributes['w:fldCharType'];
    if (type === 'begin') this.fields.begin(char);
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.fields.end();
  }

  private drawing(element: XmlElement): void {
    const { pictures, boxes, left } = drawn(element, (id) => this.around.related(id));
    for (const picture of pictures) this.place(picture);
    this.line.boxes.push(...boxes);
    for (const { id, example } of left) this.around.tally.add(id, example);
  }

  /** Text where it stands: in the line, or in the instruction of a field. */
  private show(written: string, looks: TextLooks): void {
    const value = squeezed(written.replace(/[\ue000-\ue003]/g, ''));
    if (value === '') return;
    const { size = USUAL_SIZE } = looks;
    if (looks.hidden || size < TINY || (looks.white && !looks.backed)) {
      if (value.trim() !== '' && this.fields.place === 'shown') this.around.tally.add('hidden', value);
      // Word counts lines in white as any other.
      this.line.dropped ||= looks.hidden === true;
      return;
    }
    if (this.fields.place === 'instruction') {
      this.fields.instruct(value);
      return;
    }
    if (value.trim() !== '') {
      this.line.size = Math.min(size, this.line.size ?? size);
      this.line.heavy = looks.heavy === true && this.line.heavy !== false;
    }
    let node: ElementContent = { type: 'text', value };
    const wrap = (tagName: string, properties: Element['properties'] = {}) => {
      node = newElement(tagName, [node], properties);
    };
    const raised = looks.raised && looks.raised !== 'no' ? looks.raised : this.shifted(value, looks.position ?? 0);
    if (raised) wrap(raised);
    if (looks.struck) wrap('s');
    if (looks.bold) wrap('strong');
    const link = this.links.at(-1) ?? this.fields.href;
    if (link) {
      const href = resolved(link, null);
      if (href) wrap('a', { href });
      else if (isRelative(link)) wrap('a', { lostHref: link.trim() });
    }
    this.place(node);
    if (this.anchors > 0) this.line.anchored += value.trim().length;
  }

  /** The 2 of m² where it is no superscript but moved up. What stands as high as all around it is not, nor are words. */
  private shifted(text: string, height: number): 'sup' | 'sub' | undefined {
    const by = height - (this.line.height ?? height);
    if (Math.abs(by) >= LEAST_SHIFT && /^[-+−–]?[0-9A-Za-z]{1,3}$/.test(text.trim())) return by > 0 ? 'sup' : 'sub';
    this.line.height = height;
    return undefined;
  }

  private place(node: ElementContent): void {
    const { place } = this.fields;
    if (place === 'shown') this.line.content.push(node);
    else this.line.dropped = true;
    if (place === 'contents') this.line.contents = true;
  }
}

/** In half points: what letters have that nothing is said of, and less than what anybody can read. */
const USUAL_SIZE = 20;
const TINY = 4;

/** In half points: a little more or less comes of fonts that are put side by side. */
const LEAST_SHIFT = 4;

function newLine(): Line {
  return { content: [], boxes: [], dropped: false, contents: false, anchored: 0 };
}

function signName(font: string, code: number): string {
  return `${font} ${code.toString(16).toUpperCase()}`.trim();
}
