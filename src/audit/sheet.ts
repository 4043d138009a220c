import { readDate } from '../language/dates.js';
import { printable } from '../report/terminal-text.js';
import { xmlText } from '../report/xml.js';
import { type CellValue, cellText, isLinked, type Table } from './table.js';

/** A sheet on its way into XML: `rows`, the head's included, and `links` are complete when its XML is. */
export interface Sheet extends Pick<Table, 'name' | 'head' | 'columns'> {
  readonly data: Iterable<readonly CellValue[]>;
  rows: number;
  /** The addresses that cells open. */
  readonly links: { readonly cell: string; readonly to: string }[];
}

/** Most UTF-16 units of a cell. */
const MOST_TEXT = 32_767;
/** Most links of a sheet: Excel refuses a file that has more than 65,530. */
const MOST_LINKS = 60_000;
/** Most characters that a page's head may have. */
const MOST_HEAD = 200;

/** What a cell looks like, by its place in `STYLES`. */
const PLAIN = 0;
const HEAD = 1;
const LINK = 2;
const NUMBER = 3;
const SHARE = 4;
const DATE = 5;
/** A text stays one, also where somebody opens the cell and closes it again. */
const TEXT = 6;
const TEXT_LINK = 7;

/**
 * Strict readers want the style called Normal. Cells break their lines and begin at the top. Behind a number there is room, as the text of
 * the next column begins at its rim.
 */
export const STYLES = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="3"><numFmt numFmtId="100" formatCode="0_ "/><numFmt numFmtId="101" formatCode="0.0%_ "/><numFmt numFmtId="102" formatCode="yyyy-mm-dd"/></numFmts>',
  `<fonts count="3">${['<color theme="1"/>', '<b/><color theme="1"/>', '<u/><color rgb="FF0563C1"/>'].map((looks) => `<font><name val="等线"/><sz val="11"/><family val="2"/>${looks}</font>`).join('')}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="8">',
  styleOf(0, 'fontId="0"', 'vertical="top" wrapText="1"'),
  styleOf(
    0,
    'fontId="1" applyFont="1" fillId="2" applyFill="1" borderId="1" applyBorder="1"',
    'vertical="center" wrapText="1"',
  ),
  styleOf(0, 'fontId="2" applyFont="1"', 'vertical="top" wrapText="1"'),
  styleOf(100, 'fontId="0"', 'vertical="top"'),
  styleOf(101, 'fontId="0"', 'vertical="top"'),
  styleOf(102, 'fontId="0"', 'horizontal="center" vertical="top"'),
  styleOf(49, 'fontId="0"', 'vertical="top" wrapText="1"'),
  styleOf(49, 'fontId="2" applyFont="1"', 'vertical="top" wrapText="1"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

function styleOf(format: number, looks: string, alignment: string): string {
  const shown = format === 0 ? '' : ' applyNumberFormat="1"';
  return `<xf numFmtId="${format}"${shown} ${looks} xfId="0" applyAlignment="1"><alignment ${alignment}/></xf>`;
}

/** What sheets of one workbook share. */
interface Context {
  /** The texts of cells, each once, with their places; new ones are added. */
  readonly texts: Map<string, number>;
  readonly date: string;
  readonly isFirst: boolean;
}

/**
 * The XML of a sheet, row by row: the head stays in sight, and has filters; print goes on wide paper, fitted to its width, with pages
 * numbered. The order of elements is fixed by the format.
 */
export function* sheetXml(sheet: Sheet, { texts, date, isFirst }: Context): Generator<string> {
  const { name, head = '', columns, data, links } = sheet;
  const placeOf = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, texts.size);
    return known ?? texts.size - 1;
  };
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="${isFirst ? 1 : 0}" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>${widths.join('')}</cols><sheetData>`;
  const titles = columns.map(({ title }) => ({ style: HEAD, text: title }));
  yield rowXml(1, titles, Math.max(...columns.map(({ title, width }) => linesOf(title, width))), placeOf);
  for (const row of data) {
    const place = ++sheet.rows;
    const cells = row.map((value, i) => {
      const isLink = isLinked(value) && value.to !== null && value.text !== '' && links.length < MOST_LINKS;
      if (isLink) links.push({ cell: cellName(i, place), to: value.to as string });
      return cellOf(value, columns[i]?.type === 'date', isLink);
    });
    const lines = row.map((value, i) => linesOf(textIn(value), columns[i]?.width ?? 0));
    yield rowXml(place, cells, Math.max(...lines), placeOf);
  }
  const { rows } = sheet;
  const choices = columns.flatMap(({ choices: some }, column) =>
    some && rows > 1
      ? `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从下拉列表里选" error="${xmlText(some.join('、'))}" sqref="${cellName(column, 2)}:${cellName(column, rows)}"><formula1>"${xmlText(some.join(','))}"</formula1></dataValidation>`
      : [],
  );
  yield `</sheetData><autoFilter ref="A1:${cellName(columns.length - 1, rows)}"/>`;
  if (choices.length > 0) yield `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>`;
  if (links.length > 0)
    yield `<hyperlinks>${links.map(({ cell }, i) => `<hyperlink ref="${cell}" r:id="link${i + 1}"/>`).join('')}</hyperlinks>`;
  const heading = xmlText(`&L${plain(head)}&C&"-,Bold"${plain(name)}&R${plain(date)}`);
  yield `<printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${heading}</oddHeader><oddFooter>${xmlText('&C第 &P 页，共 &N 页')}</oddFooter></headerFooter></worksheet>`;
}

/** The addresses that a sheet's cells open. */
export function relationsOf({ links }: Sheet): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  const opened = links.map(
    ({ to }, i) => `<Relationship Id="link${i + 1}" Type="${type}" Target="${xmlText(to)}" TargetMode="External"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${opened.join('')}</Relationships>`;
}

/** The rows repeated on each page, and what the filters are over. */
export function namesOf({ name, columns, rows }: Sheet, index: number): string {
  const quoted = `'${xmlText(name.replaceAll("'", "''"))}'`;
  const range = `$A$1:$${cellName(columns.length - 1, 0).slice(0, 1)}$${rows}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${range}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
  ].join('');
}

interface Cell {
  readonly style: number;
  /** Text, or a number. */
  readonly text: string | number;
}

/** Not every program finds the height of a row itself. It stays one that programs may change. */
function rowXml(
  place: number,
  cells: readonly (Cell | null)[],
  lines: number,
  placeOf: (text: string) => number,
): string {
  const height = Math.min(MOST_HEIGHT, Math.max(1, lines) * LINE + 2);
  let xml = `<row r="${place}" ht="${height}">`;
  for (const [i, cell] of cells.entries()) {
    if (!cell) continue;
    const { style, text } = cell;
    const isText = typeof text === 'string';
    xml += `<c r="${cellName(i, place)}" s="${style}"${isText ? ' t="s"' : ''}><v>${isText ? placeOf(text) : text}</v></c>`;
  }
  return `${xml}</row>`;
}

/** Height of a line, in whatever font stands in for ours, and most of a row, in points. */
const LINE = 16.5;
const MOST_HEIGHT = 405;

/** How many lines a text takes in a column. @param width in characters of half width */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let taken = 0;
    for (let i = 0; i < line.length; i++) taken += line.charCodeAt(i) < 0x2000 ? 1 : 2;
    // A line breaks before a sign that does not fit, and a column has a rim.
    lines += Math.max(1, Math.ceil(taken / Math.max(1, width - 2)));
  }
  return lines;
}

/** The name of a cell. @param column from 0; none of the tables has as many as 27 @param row from 1 */
function cellName(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

/** A number takes one line. */
function textIn(value: CellValue): string {
  return typeof value === 'string' || isLinked(value) ? cellText(value) : '';
}

function cellOf(value: CellValue, isDate: boolean, isLink: boolean): Cell | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { style: NUMBER, text: value };
  if (isLinked(value)) return textCell(value.text, isLink);
  if (typeof value === 'object') return { style: SHARE, text: value.share };
  const day = isDate ? readDate(value) : null;
  // Days before 1900 have no number.
  if (day && day.year >= 1900)
    return { style: DATE, text: Date.UTC(day.year, day.month - 1, day.day) / 86_400_000 + DAYS_TO_1970 };
  return textCell(value, false);
}

/** The number of the first day of 1970: days are counted from the one before 1900. */
const DAYS_TO_1970 = 25_569;

function textCell(value: string, isLink: boolean): Cell | null {
  if (value === '') return null;
  const text = textOf(value);
  const isFormula = /^\s*[=+\-@＝＋－＠]/u.test(text);
  return { text, style: isLink ? (isFormula ? TEXT_LINK : LINK) : isFormula ? TEXT : PLAIN };
}

function textOf(value: string): string {
  const shown = value.split('\n').map(printable).join('\n').replace(UNWRITTEN, written);
  if (shown.length <= MOST_TEXT) return shown;
  const note = `…（全文 ${shown.length} 字，表格的一格写不下，这里没有写完）`;
  return shown.slice(0, MOST_TEXT - note.length).replace(/[\ud800-\udbff]$/, '') + note;
}

/** Characters that XML does not hold, and the one that stands in for them. */
const UNWRITTEN = /[\p{Noncharacter_Code_Point}\ufffd]/gu;

function written(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16)}`;
}

/** In the head of a page `&` begins a code. */
function plain(text: string): string {
  return text.slice(0, MOST_HEAD).replaceAll('&', '&&');
}
