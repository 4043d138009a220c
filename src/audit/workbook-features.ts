import type writeExcelFile from 'write-excel-file/node';
import { xmlText } from '../report/xml.js';
import type { Table } from './table.js';

/** A sheet as it is written: `links` are addresses by the cell that opens them. */
export interface SheetFeatures extends Pick<Table, 'name' | 'head' | 'columns'> {
  /** Rows, the head's included. */
  readonly rows: number;
  readonly links: ReadonlyMap<string, string>;
  /** How many lines the text of each row takes. */
  readonly lines: readonly number[];
}

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** Most characters that a page's head may have. */
const MOST_HEAD = 200;

/**
 * What the library knows no options for: filters, choices, links; print on wide paper, fitted to its width, with the head of the table on
 * each page and pages numbered; the style that cells have of themselves.
 */
export function featuresOf(sheets: readonly SheetFeatures[], date: string): Feature {
  const at = (index: number) => sheets[index] as SheetFeatures;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => sheetXml(xml, at(sheetIndex), sheetIndex, date),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) => relationsOf(at(sheetIndex)),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', () => `<definedNames>${sheets.map(namesOf).join('')}</definedNames>`),
        },
        'xl/styles.xml': { transform: withDefaultStyle },
      },
    },
  };
}

/** The order of elements is fixed by the format. */
function sheetXml(xml: string, sheet: SheetFeatures, index: number, date: string): string {
  const { name, head = '', columns, rows, links, lines } = sheet;
  const choices = columns.flatMap(({ choices: some }, column) =>
    some && rows > 1
      ? `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请从下拉列表里选" error="${xmlText(some.join('、'))}" sqref="${cellName(column, 2)}:${cellName(column, rows)}"><formula1>"${xmlText(some.join(','))}"</formula1></dataValidation>`
      : [],
  );
  const opened = [...links.keys()].map((cell, i) => `<hyperlink ref="${cell}" r:id="link${i + 1}"/>`);
  const behind = [
    `<autoFilter ref="${rangeOf(sheet)}"/>`,
    choices.length > 0 ? `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>` : '',
    opened.length > 0 ? `<hyperlinks>${opened.join('')}</hyperlinks>` : '',
    '<printOptions gridLines="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddHeader>${headText(`&L${plain(head)}&C&"-,Bold"${plain(name)}&R${plain(date)}`)}</oddHeader><oddFooter>${headText('&C第 &P 页，共 &N 页')}</oddFooter></headerFooter>`,
  ];
  return (
    xml
      .replace(/<sheetViews>/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace(/tabSelected="\d"/, `tabSelected="${index === 0 ? 1 : 0}"`)
      .replace('</sheetViews>', `</sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/>`)
      // Not every program finds the height of a row itself. It stays one that programs may change.
      .replace(/<row r="(\d+)">/g, (_, place) => `<row r="${place}" ht="${heightOf(lines[place - 1] ?? 1)}">`)
      .replace(' xSplit="0"', '')
      .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
      .replace('</sheetData>', () => `</sheetData>${behind.join('')}`)
  );
}

/** Height of a line, in whatever font stands in for ours, and most of a row, in points. */
const LINE = 16.5;
const MOST_HEIGHT = 405;

function heightOf(lines: number): number {
  return Math.min(MOST_HEIGHT, Math.max(1, lines) * LINE + 2);
}

/** How many lines a text takes in a column. @param width in characters of half width */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let taken = 0;
    for (let i = 0; i < line.length; i++) taken += line.charCodeAt(i) < 0x2000 ? 1 : 2;
    // A line breaks before a sign that does not fit, and a column has a rim.
    lines += Math.max(1, Math.ceil(taken / Math.max(1, width - 2)));
  }
  return lines;
}

function relationsOf({ links }: SheetFeatures): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  return [...links.values()]
    .map((to, i) => `<Relationship Id="link${i + 1}" Type="${type}" Target="${xmlText(to)}" TargetMode="External"/>`)
    .join('');
}

/** The rows repeated on each page, and what the filters are over. */
function namesOf(sheet: SheetFeatures, index: number): string {
  const quoted = `'${xmlText(sheet.name.replaceAll("'", "''"))}'`;
  const range = `$A$1:$${cellName(sheet.columns.length - 1, 0).slice(0, 1)}$${sheet.rows}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${range}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
  ].join('');
}

/** Strict readers want the style called Normal; cells without one of their own break their lines and begin at the top. */
function withDefaultStyle(xml: string): string {
  const plainStyle = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  return xml
    .replace('<cellXfs', `<cellStyleXfs count="1">${plainStyle}</cellStyleXfs><cellXfs`)
    .replace(
      /<xf fontId="0" applyFont="1"><\/xf>/,
      `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${TOP}</xf>`,
    )
    .replace(
      '</cellXfs>',
      '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    );
}

const TOP = '<alignment vertical="top" wrapText="1"/>';

function rangeOf({ columns, rows }: SheetFeatures): string {
  return `A1:${cellName(columns.length - 1, rows)}`;
}

/** The name of a cell. @param column from 0; none of the tables has as many as 27 @param row from 1 */
export function cellName(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

/** In the head of a page `&` begins a code. */
function plain(text: string): string {
  return text.slice(0, MOST_HEAD).replaceAll('&', '&&');
}

function headText(text: string): string {
  return xmlText(text);
}
