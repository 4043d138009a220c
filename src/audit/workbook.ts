import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { readDate } from '../language/dates.js';
import { printable } from '../report/terminal-text.js';
import type { CellValue, Linked, Table } from './table.js';
import { cellName, featuresOf, linesOf, type SheetFeatures } from './workbook-features.js';
import { withZipDate } from './zip-date.js';

/**
 * Most rows of a sheet; the rest goes on in another one. The format holds 1,048,576, but a sheet is made as one string, which has to
 * stay within what one may hold.
 */
const MOST_ROWS = 200_000;
/** Most UTF-16 units of a cell. */
const MOST_TEXT = 32_767;

/** Most links of a sheet: Excel refuses a file that has more than 65,530. */
const MOST_LINKS = 60_000;

/**
 * Tables as a spreadsheet, a sheet each: the header row is styled, stays in sight and on every page of print, and has filters. The same
 * tables and date give the same bytes.
 * @param date what the files within bear as their date
 */
export async function workbookOf(tables: readonly Table[], date: string): Promise<Uint8Array> {
  const sheets = tables.flatMap(sheetsOf);
  const made = sheets.map(({ name, data, columns }) => ({
    sheet: name,
    data,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  const written = sheets.map((sheet): SheetFeatures => ({ ...sheet, rows: sheet.data.length }));
  const options = { fontFamily: '等线', fontSize: 11, features: [featuresOf(written, date)] };
  return withZipDate(await writeExcelFile(made, options).toBuffer(), date);
}

interface MadeSheet extends Pick<Table, 'name' | 'head' | 'columns'> {
  readonly data: Row[];
  readonly links: Map<string, string>;
  readonly lines: number[];
}

function sheetsOf({ name, head, columns, rows, none }: Table): MadeSheet[] {
  const titles = columns.map(({ title }): CellObject => ({ value: title, type: String, ...HEAD }));
  const headLines = Math.max(...columns.map(({ title, width }) => linesOf(title, width)));
  const begun = (called: string): MadeSheet => ({
    ...{ name: called, columns, data: [titles], links: new Map(), lines: [headLines] },
    ...(head !== undefined && { head }),
  });
  const sheets = [begun(name)];
  for (const row of rows()) {
    let sheet = sheets.at(-1) as MadeSheet;
    if (sheet.data.length > MOST_ROWS) {
      sheet = begun(`${name}（${sheets.length + 1}）`);
      sheets.push(sheet);
    }
    const place = sheet.data.length + 1;
    sheet.lines.push(Math.max(...row.map((value, index) => linesOf(shownIn(value), columns[index]?.width ?? 0))));
    sheet.data.push(
      row.map((value, index) => {
        const isLink = isLinked(value) && value.to !== null && value.text !== '' && sheet.links.size < MOST_LINKS;
        if (isLink) sheet.links.set(cellName(index, place), value.to as string);
        return cellOf(value, columns[index]?.type === 'date', isLink);
      }),
    );
  }
  const [first] = sheets;
  if (first?.data.length === 1 && none !== undefined) {
    first.data.push([none]);
    first.lines.push(linesOf(none, first.columns[0]?.width ?? 0));
  }
  return sheets;
}

function shownIn(value: CellValue): string {
  return typeof value === 'string' ? value : isLinked(value) ? value.text : '';
}

function isLinked(value: CellValue): value is Linked {
  return typeof value === 'object' && value !== null && 'to' in value;
}

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#DCE6F1',
  alignVertical: 'center',
  bottomBorderStyle: 'thin',
  wrap: true,
} as const;

const TOP = { alignVertical: 'top' } as const;
const LINK = { textColor: '#0563C1', textDecoration: { underline: true }, wrap: true, ...TOP } as const;

function cellOf(value: CellValue, isDate: boolean, isLink: boolean): CellObject | string | number | null {
  if (value === null || value === '') return null;
  // Room behind a number: the text of the next column begins at its rim.
  if (typeof value === 'number') return { value, type: Number, format: '0_ ', ...TOP };
  if (isLinked(value)) return isLink ? textCell(value.text, LINK) : textCell(value.text);
  if (typeof value === 'object') return { value: value.share, type: Number, format: '0.0%_ ', ...TOP };
  const day = isDate ? readDate(value) : null;
  // Days before 1900 have no number.
  if (day && day.year >= 1900)
    return {
      value: new Date(Date.UTC(day.year, day.month - 1, day.day)),
      type: Date,
      format: 'yyyy-mm-dd',
      align: 'center',
      ...TOP,
    };
  return textCell(value);
}

/** Plain cells have the style of the sheet, which breaks lines: one object less for each of many. */
function textCell(value: string, style?: typeof LINK): CellObject | string | null {
  if (value === '') return null;
  const text = textOf(value);
  // A text stays one, also where somebody opens the cell and closes it again.
  const format = /^\s*[=+\-@＝＋－＠]/u.test(text) ? { format: '@', wrap: true, ...TOP } : {};
  return style || 'format' in format ? { value: text, type: String, ...style, ...format } : text;
}

function textOf(value: string): string {
  const shown = value.split('\n').map(printable).join('\n').replace(UNWRITTEN, written);
  // The library looks texts up in a plain object, in which these names are taken.
  if (shown in {}) return `${shown} `;
  if (shown.length <= MOST_TEXT) return shown;
  const note = `…（全文 ${shown.length} 字，表格的一格写不下，这里没有写完）`;
  return shown.slice(0, MOST_TEXT - note.length).replace(/[\ud800-\udbff]$/, '') + note;
}

/** Characters that the library would leave out without a word. */
const UNWRITTEN = /[\p{Noncharacter_Code_Point}\ufffd]/gu;

function written(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16)}`;
}
