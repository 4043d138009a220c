import type { Element } from 'hast';
import { chosen } from './docx-drawings.js';
import { ImportFailure } from './failure.js';
import { newElement } from './nodes.js';
import type { Tally } from './notes.js';
import { childOf, isXmlElement, numberOf, settingOf, switchOf, type XmlElement, type XmlNode, xmlText } from './xml.js';

/** Word's own bound of columns is 63; what goes beyond this one is made to fit later. */
const MAX_SPAN = 100;
/** Cells that a row may have; nobody reads hundreds. */
const MAX_CELLS = 1000;

interface Cell {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a table, each cell at its column: rows may begin late or end early, cells may go across columns and down rows.
 * @param blocksOf what stands in a cell
 */
export function tableRows(table: XmlElement, blocksOf: (cell: XmlElement) => Element[], tally: Tally): Element[] {
  /** The cell that goes on downwards, by the column where it begins. */
  let above = new Map<number, Cell>();
  return parts(table, 'w:tr').flatMap((row): Element[] => {
    const trPr = childOf(row, 'w:trPr');
    if (trPr && (childOf(trPr, 'w:del') || childOf(trPr, 'w:moveFrom'))) {
      tally.add('deleted', xmlText(row));
      return [];
    }
    if (switchOf(trPr, 'w:hidden')) {
      tally.add('hidden', xmlText(row));
      return [];
    }
    const cells: Element[] = [];
    const below = new Map<number, Cell>();
    let column = spanOf(settingOf(trPr, 'w:gridBefore'), 0);
    if (column > 0) cells.push(cellOf([], column));
    const written = parts(row, 'w:tc');
    if (written.length > MAX_CELLS) throw new ImportFailure('tooComplex');
    for (const cell of written) {
      const tcPr = childOf(cell, 'w:tcPr');
      const span = spanOf(settingOf(tcPr, 'w:gridSpan'), 1);
      const across = childOf(tcPr, 'w:hMerge');
      const last = cells.at(-1);
      const merge = childOf(tcPr, 'w:vMerge');
      const upper = merge && merge.attributes['w:val'] !== 'restart' ? above.get(column) : undefined;
      if (across && across.attributes['w:val'] !== 'restart' && last) {
        last.properties.colSpan = Math.min(MAX_SPAN, Number(last.properties.colSpan ?? 1) + span);
      } else if (upper && upper.to === column + span) {
        upper.element.properties.rowSpan = Number(upper.element.properties.rowSpan ?? 1) + 1;
        below.set(column, upper);
        if (xmlText(cell).trim() !== '') tally.add('hidden', xmlText(cell));
      } else if (childOf(tcPr, 'w:cellDel')) {
        tally.add('deleted', xmlText(cell));
        cells.push(cellOf([], span));
      } else {
        const element = cellOf(blocksOf(cell), span);
        cells.push(element);
        if (merge) below.set(column, { element, from: column, to: column + span });
      }
      column += span;
    }
    above = below;
    return [newElement('tr', cells)];
  });
}

function cellOf(children: Element[], span: number): Element {
  return newElement('td', children, span > 1 ? { colSpan: span } : {});
}

function spanOf(written: string | undefined, least: number): number {
  return numberOf(written, least, MAX_SPAN) ?? least;
}

/** Rows of a table or cells of a row, also where controls or tags stand around them. */
function parts(element: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
  return element.children.flatMap((node: XmlNode): XmlElement[] => {
    if (!isXmlElement(node) || /Pr$|^w:(?:del|moveFrom)$/.test(node.name)) return [];
    if (node.name === name) return [node];
    if (node.name === 'mc:AlternateContent') return parts(chosen(node) ?? node, name);
    return node.name === 'w:tbl' || node.name === 'w:tr' || node.name === 'w:tc' ? [] : parts(node, name);
  });
}
