import { SaxesParser } from 'saxes';
import { type Budget, newBudget } from './budget.js';
import { ImportFailure } from './failure.js';

/** An element of a part of a Word file. Names bear the usual prefix of their namespace, whatever prefix the file itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

const MAX_DEPTH = 400;
const MAX_ATTRIBUTES = 300;

/** The usual prefixes, each with its addresses; the second is mostly that of “strict” files. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  `
  w schemas.openxmlformats.org/wordprocessingml/2006/main purl.oclc.org/ooxml/wordprocessingml/main
  w schemas.microsoft.com/office/word/2003/wordml
  r schemas.openxmlformats.org/officeDocument/2006/relationships purl.oclc.org/ooxml/officeDocument/relationships
  m schemas.openxmlformats.org/officeDocument/2006/math purl.oclc.org/ooxml/officeDocument/math
  a schemas.openxmlformats.org/drawingml/2006/main purl.oclc.org/ooxml/drawingml/main
  wp schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing purl.oclc.org/ooxml/drawingml/wordprocessingDrawing
  pic schemas.openxmlformats.org/drawingml/2006/picture purl.oclc.org/ooxml/drawingml/picture
  c schemas.openxmlformats.org/drawingml/2006/chart purl.oclc.org/ooxml/drawingml/chart
  dgm schemas.openxmlformats.org/drawingml/2006/diagram purl.oclc.org/ooxml/drawingml/diagram
  mc schemas.openxmlformats.org/markup-compatibility/2006
  wps schemas.microsoft.com/office/word/2010/wordprocessingShape
  w14 schemas.microsoft.com/office/word/2010/wordml
  v urn:schemas-microsoft-com:vml
  o urn:schemas-microsoft-com:office:office
   schemas.openxmlformats.org/package/2006/relationships
   schemas.openxmlformats.org/spreadsheetml/2006/main purl.oclc.org/ooxml/spreadsheetml/main
`
    .split('\n  ')
    .flatMap((row) => {
      const [prefix = '', ...addresses] = row.trimEnd().split(' ');
      return addresses.map((address) => [address, prefix] as const);
    }),
);

/** What says nothing of text and is therefore not kept: marks of spelling, of places, of looks. */
const UNREAD = new Set(
  'proofErr bookmarkStart bookmarkEnd lang spacing ind szCs kern widowControl snapToGrid adjustRightInd autoSpaceDE autoSpaceDN lastRenderedPageBreak tcW tcBorders tblBorders tcMar tblCellMar tblGrid tblLook tblW bCs iCs rsid latentStyles permStart permEnd noProof w pgSz pgMar docGrid cols textAlignment keepNext keepLines contextualSpacing'
    .split(' ')
    .map((name) => `w:${name}`),
);

const HOLDS_TEXT = /:(?:t|instrText|delText)$/;

/**
 * Reads a part. Entities of its own, which make bombs and lead out of the file, are not among what such a part may have.
 * @throws ImportFailure `damagedZip` for text that is not XML; `tooComplex` for one made to exhaust its reader
 */
export function readXml(text: string, budget: Budget = newBudget()): XmlElement {
  // Each element has two at the most: what has more need not be read to be refused.
  if (hasMoreThan(2 * budget.elements, '<', text)) throw new ImportFailure('tooComplex');
  const parser = new SaxesParser();
  const prefixes = new Map<string, string>();
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | undefined;
  let unread = 0;
  let attributes = 0;
  const nameOf = (written: string) => {
    const colon = written.indexOf(':');
    const own = written.slice(0, Math.max(0, colon));
    const usual = prefixes.get(own) ?? own;
    return usual === '' ? written.slice(colon + 1) : `${usual}:${written.slice(colon + 1)}`;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new ImportFailure('unreadableWord');
  });
  parser.on('attribute', ({ name, value }) => {
    if (++attributes > MAX_ATTRIBUTES) throw new ImportFailure('tooComplex');
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      prefixes.set(name.slice(6), PREFIXES.get(value.replace(/^https?:\/\//, '')) ?? name.slice(6));
  });
  parser.on('opentag', ({ name, attributes: said }) => {
    attributes = 0;
    if (--budget.elements < 0 || open.length + unread > MAX_DEPTH) throw new ImportFailure('tooComplex');
    const own = nameOf(name);
    if (unread > 0 || UNREAD.has(own)) {
      unread++;
      return;
    }
    if (--budget.kept < 0) throw new ImportFailure('tooComplex');
    const saidHere: Record<string, string> = {};
    for (const key in said)
      if (!key.startsWith('w:rsid') && !key.startsWith('xmlns')) saidHere[nameOf(key)] = said[key] as string;
    const element = { name: own, attributes: saidHere, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const hear = (value: string) => {
    const element = open.at(-1);
    // Between elements blanks only make a part easier to look at.
    if (unread === 0 && element && (HOLDS_TEXT.test(element.name) || value.trim() !== '')) element.children.push(value);
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', () => {
    if (unread > 0) unread--;
    else root = open.pop() ?? root;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    throw new ImportFailure('unreadableWord');
  }
  if (!root) throw new ImportFailure('unreadableWord');
  return root;
}

function hasMoreThan(most: number, mark: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count <= most; at = text.indexOf(mark, at + 1)) count++;
  return count > most;
}

export function isXmlElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isXmlElement(node) && node.name === name);
}

/** All children of a name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((node): node is XmlElement => isXmlElement(node) && node.name === name);
}

/** The elements below one, in order, itself first. */
export function* xmlElements(element: XmlElement): Generator<XmlElement> {
  const open: XmlElement[] = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i] as XmlNode;
      if (isXmlElement(child)) open.push(child);
    }
  }
}

/** What a child says by its `w:val` (or `m:val`). */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name);
  return child?.attributes[`${name.slice(0, name.indexOf(':'))}:val`];
}

/** Whether a child switches something on or off; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (!child) return undefined;
  return !/^(?:0|false|off|none)$/.test(child.attributes[`${name.slice(0, name.indexOf(':'))}:val`] ?? '');
}

/** A whole number, within the bounds that hold for it. */
export function numberOf(value: string | undefined, from: number, to: number): number | undefined {
  const number = value === undefined || !/^-?\d{1,9}$/.test(value) ? Number.NaN : Number(value);
  return Number.isNaN(number) ? undefined : Math.min(to, Math.max(from, number));
}

/** All text below an element. */
export function xmlText(element: XmlElement): string {
  return element.children.map((node) => (isXmlElement(node) ? xmlText(node) : node)).join('');
}
