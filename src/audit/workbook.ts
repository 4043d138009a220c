import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { readDate } from '../language/dates.js';
import { printable } from '../report/terminal-text.js';
import type { CellValue, Table } from './table.js';
import { withZipDate } from './zip-date.js';

/**
 * Most rows of a sheet; the rest goes on in another one. The format holds 1,048,576, but a sheet is made as one string, which has to
 * stay within what one may hold.
 */
const MOST_ROWS = 200_000;
/** Most UTF-16 units of a cell. */
const MOST_TEXT = 32_767;

/**
 * Tables as a spreadsheet, a sheet each: the header row is styled, stays in sight and has filters. The same tables and date give
 * the same bytes.
 * @param date what the files within bear as their date
 */
export async function workbookOf(tables: readonly Table[], date: string): Promise<Uint8Array> {
  const sheets = tables.flatMap(sheetsOf);
  const ranges = sheets.map(({ data, columns }) => `A1:${columnName(columns.length)}${data.length}`);
  const made = sheets.map(({ name, data, columns }) => ({
    sheet: name,
    data,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  const options = { fontFamily: '等线', fontSize: 11, features: [filters(ranges)] };
  return withZipDate(await writeExcelFile(made, options).toBuffer(), date);
}

interface MadeSheet {
  readonly name: string;
  readonly columns: Table['columns'];
  readonly data: Row[];
}

function sheetsOf({ name, columns, rows, isRead }: Table): MadeSheet[] {
  const head = columns.map(({ title }): CellObject => ({ value: title, type: String, ...HEAD }));
  const sheets: MadeSheet[] = [{ name, columns, data: [head] }];
  for (const row of rows()) {
    let sheet = sheets.at(-1) as MadeSheet;
    if (sheet.data.length > MOST_ROWS) {
      sheet = { name: `${name}（${sheets.length + 1}）`, columns, data: [head] };
      sheets.push(sheet);
    }
    sheet.data.push(row.map((value, index) => cellOf(value, columns[index]?.type === 'date', isRead === true)));
  }
  return sheets;
}

const HEAD = {
  fontWeight: 'bold',
  backgroundColor: '#DCE6F1',
  alignVertical: 'center',
  bottomBorderStyle: 'thin',
  height: 22,
} as const;

function cellOf(value: CellValue, isDate: boolean, isRead: boolean): CellObject | string | number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return { value: value.share, type: Number, format: '0.0%' };
  const day = isDate ? readDate(value) : null;
  // Days before 1900 have no number.
  if (day && day.year >= 1900)
    return { value: new Date(Date.UTC(day.year, day.month - 1, day.day)), type: Date, format: 'yyyy-mm-dd' };
  const text = textOf(value);
  // A text stays one, also where somebody opens the cell and closes it again.
  const format = /^\s*[=+\-@＝＋－＠]/u.test(text) ? { format: '@' } : {};
  const isBroken = isRead || text.includes('\n');
  if (!isBroken) return 'format' in format ? { value: text, type: String, ...format } : text;
  return { value: text, type: String, ...format, wrap: true, alignVertical: 'top' };
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

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Puts filters on the header rows. */
function filters(ranges: readonly string[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The order of elements is fixed: filters stand right behind the data.
          transform: (xml, _options, { sheetIndex }) =>
            xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ranges[sheetIndex]}"/>`),
        },
      },
    },
  };
}

/** 1 is A; none of the tables has as many as 27 columns. */
function columnName(count: number): string {
  return String.fromCharCode(64 + count);
}
