import { SaxesParser } from 'saxes';
import { relationsOf } from './docx-package.js';
import { openDocx } from './docx-zip.js';
import { ImportFailure } from './failure.js';
import { childOf, childrenOf, readXml } from './xml.js';

/** A sheet as rows of cells: what each shows, a number as its digits; a cell that holds nothing is empty. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Spreadsheet {
  readonly sheets: readonly Sheet[];
  /** What has to be added to a number that stands for a day, so that day 1 is 1 January 1900. */
  readonly dayOffset: 0 | 1462;
}

/** Most cells of a spreadsheet, and most columns: a ledger of a large city stays below. */
const MAX_CELLS = 1_500_000;
const MAX_COLUMNS = 200;
/** How many rows may be skipped between two that hold something. */
const MAX_ROWS = 400_000;

/**
 * Reads a spreadsheet (.xlsx), as Excel, WPS and LibreOffice write it.
 * @returns null where the bytes are none, are damaged, or were made to exhaust their reader
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Spreadsheet | null> {
  try {
    const parts = await openDocx(bytes);
    const workbook = readXml(await parts.text(WORKBOOK));
    const relations = await relationsOf(parts, WORKBOOK);
    const shared = parts.exists(SHARED) ? sharedTexts(await parts.text(SHARED)) : [];
    const sheets: Sheet[] = [];
    const budget = { left: MAX_CELLS };
    for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
      const target = relations.get(attributes['r:id'] ?? '')?.target;
      if (target === undefined || !parts.exists(target)) continue;
      sheets.push({ name: attributes.name ?? '', rows: rowsOf(await parts.text(target), shared, budget) });
    }
    const from1904 = /^(?:1|true)$/.test(childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '');
    return { sheets, dayOffset: from1904 ? 1462 : 0 };
  } catch (error) {
    if (error instanceof ImportFailure || error instanceof RangeError || error instanceof SpreadsheetError) return null;
    throw error;
  }
}

class SpreadsheetError extends Error {}

const WORKBOOK = 'xl/workbook.xml';
const SHARED = 'xl/sharedStrings.xml';

/** The texts that cells share, by their places. What stands above characters to tell how they are read is left out. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let text = '';
  let reading = 0;
  let inText = false;
  walk(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading++;
      else if (name === 't') inText = reading === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      else if (name === 'rPh') reading--;
      else if (name === 't') inText = false;
    },
  });
  return texts;
}

function rowsOf(xml: string, shared: readonly string[], budget: { left: number }): string[][] {
  const rows: string[][] = [];
  const merged: string[] = [];
  let row: string[] = [];
  let place = 0;
  let column = -1;
  let type = '';
  let value = '';
  let reads = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        place = placeOf(attributes.r, place + 1, MAX_ROWS);
        row = [];
        column = -1;
      } else if (name === 'c') {
        if (--budget.left < 0) throw new SpreadsheetError();
        const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0];
        column = letters === undefined ? column + 1 : columnOf(letters);
        [type, value] = [attributes.t ?? 'n', ''];
      } else if (name === 'mergeCell') merged.push(attributes.ref ?? '');
      else reads = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (reads) value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reads = false;
      else if (name === 'c' && column < MAX_COLUMNS && value !== '') {
        while (row.length < column) row.push('');
        row[column] = type === 's' ? (shared[Number(value)] ?? '') : value;
      } else if (name === 'row' && row.length > 0) {
        while (rows.length < place - 1) rows.push([]);
        rows.push(row);
      }
    },
  });
  for (const ref of merged) fillDown(rows, ref, budget);
  return rows;
}

/** What a cell shows that runs over several rows is said of each of them. Those over several columns are titles. */
function fillDown(rows: string[][], ref: string, budget: { left: number }): void {
  const [, first = '', from = '', last, to = ''] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  const [column, start] = [columnOf(first), Number(from) - 1];
  const value = rows[start]?.[column];
  if (first !== last || !value || column >= MAX_COLUMNS) return;
  for (const row of rows.slice(start + 1, Number(to))) {
    if (--budget.left < 0) throw new SpreadsheetError();
    if (row.length === 0) continue;
    while (row.length < column) row.push('');
    row[column] = value;
  }
}

function placeOf(written: string | undefined, next: number, most: number): number {
  const place = written === undefined ? next : Number(written);
  if (!Number.isInteger(place) || place < 1 || place > most) throw new SpreadsheetError();
  return place;
}

/** A is 0, AA is 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Hearing {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(piece: string): void;
  close(name: string): void;
}

/** Goes through a part without keeping it: sheets are too large for trees. @throws SpreadsheetError for what is no XML */
function walk(xml: string, { open, text, close }: Hearing): void {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new SpreadsheetError();
  });
  parser.on('doctype', () => {
    throw new SpreadsheetError();
  });
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => close(localName(name)));
  parser.write(xml).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
