import type { Unit } from './document.js';

/** Most columns that are told apart, and lines of a cell beyond which a table is there for the layout. */
const MAX_COLUMNS = 100;
const MAX_LINES = 12;
const MAX_ROWS = 10_000;

interface OpenTable {
  readonly index: number;
  row: number;
  column: number;
  /** Columns that the last cell takes. */
  span: number;
  /** By column, the last row that a cell from above reaches into. */
  readonly until: number[];
  isInCell: boolean;
}

/** Follows the tags of HTML tables, those within others too, and tells in which cell a text stands. */
export class HtmlTables {
  private readonly open: OpenTable[] = [];

  /** @param next gives a table that opens its index in the document */
  constructor(private readonly next: () => number) {}

  /** The cell that is open; undefined outside of cells. */
  get cell(): Unit['table'] {
    const table = this.open.at(-1);
    return table?.isInCell ? { index: table.index, row: table.row, column: table.column } : undefined;
  }

  /** @param tag the next tag, from `<` to `>` */
  read(tag: string): void {
    const [, closing, written = ''] = TABLE_TAG.exec(tag) ?? [];
    const name = written.toLowerCase();
    const table = this.open.at(-1);
    if (name === 'table' && !closing)
      this.open.push({ index: this.next(), row: -1, column: -1, span: 1, until: [], isInCell: false });
    else if (!table || name === '') return;
    else if (name === 'table') this.open.pop();
    else {
      table.isInCell = /^t[dh]$/.test(name) && !closing;
      if (closing) return;
      if (name === 'tr') openRow(table);
      else if (table.isInCell) openCell(table, tag);
      // No cell goes beyond its part of the table.
      else table.until.length = 0;
    }
  }
}

const TABLE_TAG = /^<(\/?)(table|tr|t[dh]|t(?:head|body|foot))(?=[\s/>])/i;

function openRow(table: OpenTable): void {
  // A first row of one cell across the table is its title: the heads stand in the next one.
  const isBelowTitle = table.row === 0 && table.column === 0 && table.span > 1;
  if (isBelowTitle) table.until.length = 0;
  else table.row++;
  table.column = -1;
}

function openCell(table: OpenTable, tag: string): void {
  table.row = Math.max(0, table.row);
  let column = table.column < 0 ? 0 : table.column + table.span;
  while (column < MAX_COLUMNS - 1 && (table.until[column] ?? -1) >= table.row) column++;
  table.column = Math.min(column, MAX_COLUMNS - 1);
  table.span = Math.min(spanIn(tag, COLUMNS) || 1, MAX_COLUMNS - table.column);
  const last = table.row + (Math.min(spanIn(tag, ROWS), MAX_ROWS) || MAX_ROWS) - 1;
  for (let i = 0; i < table.span; i++) table.until[table.column + i] = last;
}

const COLUMNS = /\scolspan\s?=\s?["']?(\d{1,4})/i;
const ROWS = /\srowspan\s?=\s?["']?(\d{1,4})/i;

/** How far a cell goes; 0 rows are those down to the end. */
function spanIn(tag: string, span: RegExp): number {
  return Number(span.exec(tag.slice(0, 2000))?.[1] ?? 1);
}

/** Lines as they are but for those in tables of one column and in tables whose cells hold whole texts: these are lines of the text. */
export function withoutLayout(units: readonly Unit[]): readonly Unit[] {
  if (!units.some(({ table, html }) => table && html)) return units;
  const wide = new Set<number>();
  const long = new Set<number>();
  let [lines, last] = [0, ''];
  for (const { table, html } of units) {
    if (!table || !html) continue;
    if (table.column > 0) wide.add(table.index);
    const cell = `${table.index} ${table.row} ${table.column}`;
    lines = cell === last ? lines + 1 : 1;
    last = cell;
    if (lines > MAX_LINES) long.add(table.index);
  }
  return units.map((unit) =>
    unit.html && unit.table && (!wide.has(unit.table.index) || long.has(unit.table.index))
      ? { ...unit, type: 'text', table: undefined }
      : unit,
  );
}
