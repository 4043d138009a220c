import type { Element } from 'hast';
import { newElement } from './nodes.js';
import { childOf, childrenOf, isXmlElement, type XmlElement, xmlElements, xmlText } from './xml.js';

/** What a drawing, a picture or an embedded object holds. */
export interface Drawn {
  readonly pictures: readonly Element[];
  /** What stands in text boxes, in order: paragraphs of the paper, and lines of other text. */
  readonly boxes: readonly (XmlElement | string)[];
  readonly left: ReadonlyArray<{
    readonly id: 'smartArt' | 'charts' | 'embedded' | 'formulas' | 'controls';
    readonly example: string;
  }>;
}

/** Which of two ways of writing the same is read: the newer, unless only the older holds anything. */
export function chosen(alternative: XmlElement): XmlElement | undefined {
  const ways = [...childrenOf(alternative, 'mc:Choice'), ...childrenOf(alternative, 'mc:Fallback')];
  return ways.find(holdsSomething) ?? ways[0];
}

const KNOWN = new Set(
  'w:t w:tab m:t a:t pic:pic v:imagedata v:textpath o:OLEObject dgm:relIds c:chart w:sym w:br w:fldChar'.split(' '),
);

function holdsSomething(way: XmlElement): boolean {
  for (const { name } of xmlElements(way)) if (KNOWN.has(name)) return true;
  return false;
}

/**
 * Looks through `w:drawing`, `w:pict` or `w:object`.
 * @param related the part that a relation leads to, where it is one that was read
 */
export function drawn(element: XmlElement, related: (id: string | undefined) => XmlElement | undefined): Drawn {
  const pictures: Element[] = [];
  const boxes: (XmlElement | string)[] = [];
  const left: Drawn['left'][number][] = [];
  const said = [...xmlElements(element)].find(({ name }) => name === 'wp:docPr')?.attributes;
  const picture = (alt: string) => pictures.push(newElement('img', [], { alt: alt.trim(), src: '' }));
  /** What shows words or figures is left out itself; what somebody wrote for those who cannot see it stays. */
  const leave = (id: Drawn['left'][number]['id'], example: string) => {
    left.push({ id, example });
    if (said?.descr) picture(said.descr);
  };
  const visit = (at: XmlElement): void => {
    switch (at.name) {
      case 'mc:AlternateContent': {
        const way = chosen(at);
        if (way) visit(way);
        return;
      }
      case 'w:txbxContent':
        boxes.push(at);
        return;
      case 'a:txBody':
        boxes.push(...childrenOf(at, 'a:p').map((line) => xmlText(line)));
        return;
      case 'v:textpath':
        boxes.push(at.attributes.string ?? '');
        return;
      case 'pic:pic':
        picture(said?.descr || said?.title || '');
        return;
      case 'v:imagedata':
        if (!childOf(element, 'o:OLEObject')) picture(at.attributes['o:title'] ?? '');
        return;
      case 'dgm:relIds':
        leave('smartArt', pointsOf(related(at.attributes['r:dm'])));
        return;
      case 'o:OLEObject': {
        const program = at.attributes.ProgID ?? '';
        left.push({ id: /^equation/i.test(program) ? 'formulas' : 'embedded', example: program });
        return;
      }
      case 'w:control':
        left.push({ id: 'controls', example: at.attributes['w:name'] ?? '' });
        return;
      default:
        if (/^c(?:x\d?)?:chart$/.test(at.name)) leave('charts', titleOf(related(at.attributes['r:id'])));
        for (const child of at.children) if (isXmlElement(child)) visit(child);
    }
  };
  visit(element);
  return { pictures, boxes, left };
}

/** The words of a SmartArt picture, in the order of its data. */
function pointsOf(data: XmlElement | undefined): string {
  return textsIn(data, 'dgm:t')
    .filter((text) => text.trim() !== '')
    .join('；');
}

function titleOf(chart: XmlElement | undefined): string {
  const title = chart && [...xmlElements(chart)].find(({ name }) => name === 'c:title');
  return textsIn(title, 'a:t').join('');
}

function textsIn(element: XmlElement | undefined, name: string): string[] {
  return element ? [...xmlElements(element)].filter((one) => one.name === name).map(xmlText) : [];
}
