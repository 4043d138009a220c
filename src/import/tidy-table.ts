import type { Element, ElementContent } from 'hast';
import { ImportFailure } from './failure.js';
import { elementsOf, isElement, isInline, newElement, textOf } from './nodes.js';

/**
 * A table as Markdown can hold it: rows of cells that hold one line each, lines of a cell set apart by `<br>`. Cells merged across rows or
 * columns are filled up with empty ones; a first row of one cell across the table becomes a line above it. A table made for layout is
 * opened; one that holds another stays HTML, as cells of a cell cannot be written in Markdown.
 * @param blocksOf the blocks in a cell
 */
export function tidyTable(table: Element, blocksOf: (cell: Element) => Element[]): Element[] {
  const caption = [...elementsOf(table)].find(({ tagName }) => tagName === 'caption');
  const rows = gridOf(partsOf(table), blocksOf);
  const above = caption ? blocksOf(caption) : [];
  const filled = rows.filter((row) => row.some(({ blocks }) => blocks.length > 0));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (filled.length === 0) return above;
  if (isLayout(filled, width)) return [...above, ...filled.flatMap((row) => row.flatMap(({ blocks }) => blocks))];
  if (filled.some((row) => row.some(({ blocks }) => blocks.some((block) => holdsTable(block)))))
    return [...above, rawTable(filled)];
  let start = 0;
  const titles: Element[] = [];
  while (start < filled.length - 1 && width > 1 && filled[start]?.[0]?.span === width) {
    titles.push(...(filled[start]?.[0]?.blocks ?? []));
    start++;
  }
  const shown = filled.slice(start).map((row, i) => rowElement(row, width, i === 0));
  return [...above, ...titles, newElement('table', shown)];
}

interface Cell {
  readonly blocks: readonly Element[];
  /** Columns that the cell takes; those after the first follow as empty cells. */
  readonly span: number;
}

const MAX_COLUMNS = 100;
const MAX_CELLS = 50_000;

/** The rows of each part. */
function partsOf(table: Element): Element[][] {
  const parts = table.children.filter(isElement);
  // What sums up a table stands at its end, wherever it is written.
  const ordered = [
    ...parts.filter((one) => one.tagName !== 'tfoot'),
    ...parts.filter((one) => one.tagName === 'tfoot'),
  ];
  return ordered.map(({ children }) => children.filter(isElement).filter(({ tagName }) => tagName === 'tr'));
}

/**
 * The cells by row and column, merged ones once, at their first place. What stands beyond the last column goes into it.
 * @throws ImportFailure `tooComplex` for a table larger than anybody reads
 */
function gridOf(parts: readonly Element[][], blocksOf: (cell: Element) => Element[]): Cell[][] {
  const rows = parts.flat();
  // No cell goes beyond its part.
  const ends = parts.flatMap((part) => part.map((_, y) => part.length - y)).map((left, y) => y + left);
  const taken = rows.map(() => new Set<number>());
  const empty: Cell = { blocks: [], span: 1 };
  const grid = rows.map((row, y) => {
    const line: Cell[] = [];
    const skip = () => {
      while (taken[y]?.has(line.length)) line.push(empty);
    };
    for (const cell of row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
      skip();
      const blocks = blocksOf(cell);
      const last = line.at(-1);
      if (line.length >= MAX_COLUMNS && last) {
        line[line.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
        continue;
      }
      const at = line.length;
      const span = Math.min(Number(cell.properties.colSpan ?? 1), MAX_COLUMNS - at);
      const end = Math.min(y + Number(cell.properties.rowSpan ?? 1), ends[y] ?? 0);
      for (let below = y + 1; below < end; below++) for (let i = 0; i < span; i++) taken[below]?.add(at + i);
      line.push({ blocks, span });
      for (let i = 1; i < span; i++) line.push(empty);
    }
    skip();
    return line;
  });
  if (grid.length * Math.max(0, ...grid.map((line) => line.length)) > MAX_CELLS) throw new ImportFailure('tooComplex');
  return grid;
}

/** One cell, or one column or row that holds whole passages. */
function isLayout(rows: readonly Cell[][], width: number): boolean {
  const cells = rows.flat().filter(({ blocks }) => blocks.length > 0);
  if (cells.length === 1) return true;
  if (cells.some(({ blocks }) => blocks.length > 12)) return true;
  return width === 1 && cells.some(({ blocks }) => blocks.length > 2);
}

function holdsTable(block: Element): boolean {
  return [...elementsOf(block)].some(({ tagName }) => tagName === 'table');
}

function rowElement(row: readonly Cell[], width: number, first: boolean): Element {
  const cells = Array.from({ length: width }, (_, i) =>
    newElement(first ? 'th' : 'td', cellContent(row[i]?.blocks ?? [])),
  );
  return newElement('tr', cells, {}, positionIn(row));
}

/** Where a row comes from: its paragraphs follow one another. */
function positionIn(row: readonly Cell[]): Element['position'] {
  const found = row
    .flatMap(({ blocks }) => blocks.flatMap((block) => [...elementsOf(block)]))
    .flatMap(({ position }) => position ?? []);
  const [first] = found;
  if (!first) return undefined;
  const { start, end } = found.reduce((range, { start, end }) => ({
    start: start.line < range.start.line ? start : range.start,
    end: end.line > range.end.line ? end : range.end,
  }));
  return { start, end };
}

/** The lines of a cell, `<br>` between them; items of lists keep a mark. */
function cellContent(blocks: readonly Element[]): ElementContent[] {
  const lines = blocks.flatMap((block) => cellLines(block));
  return lines.flatMap((line, i): ElementContent[] => (i === 0 ? line : [newElement('br'), ...line]));
}

function cellLines(block: Element): ElementContent[][] {
  if (block.tagName === 'blockquote') return block.children.filter(isElement).flatMap(cellLines);
  if (block.tagName !== 'ul' && block.tagName !== 'ol') return [block.children];
  const start = Number(block.properties.start ?? 1);
  return block.children.filter(isElement).flatMap((item, i) => {
    const blocks = item.children.filter((child): child is Element => isElement(child) && !isInline(child));
    const lines = blocks.length > 0 ? blocks.flatMap(cellLines) : [item.children];
    const mark: ElementContent = { type: 'text', value: block.tagName === 'ol' ? `${start + i}.` : '• ' };
    return lines.map((line, at) => (at === 0 ? [mark, ...line] : line));
  });
}

/** The table as plain text in tags, for Markdown to carry along as it is. */
function rawTable(rows: readonly Cell[][]): Element {
  const cellHtml = ({ blocks }: Cell): string => blocks.map(htmlOf).join('<br>');
  const html = rows.map(
    (row) =>
      `<tr>${row.flatMap((cell, i) => (cell.blocks.length > 0 || !row.slice(0, i).some(({ span }, at) => at + span > i) ? [`<td${cell.span > 1 ? ` colspan="${cell.span}"` : ''}>${cellHtml(cell)}</td>`] : [])).join('')}</tr>`,
  );
  // Rows, so that each line of the text has a place.
  const places = rows.map((row) => newElement('tr', [], {}, positionIn(row)));
  return newElement('rawhtml', places, { html: `<table>\n${html.join('\n')}\n</table>` });
}

function htmlOf(node: ElementContent): string {
  if (!isElement(node)) return node.type === 'text' ? escaped(node.value) : '';
  if (node.tagName === 'rawhtml') return String(node.properties.html).replace(/\n/g, '');
  if (node.tagName === 'img') return escaped(String(node.properties.alt ?? ''));
  const inside = node.children.map(htmlOf).join('');
  if (node.tagName === 'a') return `<a href="${escaped(String(node.properties.href ?? ''))}">${inside}</a>`;
  if (node.tagName === 'strong' || node.tagName === 'del') return `<${node.tagName}>${inside}</${node.tagName}>`;
  if (node.tagName === 'li') return `${inside}<br>`;
  if (node.tagName === 'table') return `<table>${node.children.map(htmlOf).join('')}</table>`;
  return ['tr', 'td', 'th'].includes(node.tagName)
    ? `<${node.tagName}>${inside || escaped(textOf(node))}</${node.tagName}>`
    : node.tagName === 'br'
      ? '<br>'
      : inside;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
