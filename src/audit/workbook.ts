import JSZip from 'jszip';
import { xmlText } from '../report/xml.js';
import { namesOf, relationsOf, type Sheet, STYLES, sheetXml } from './sheet.js';
import { ZIP_MARK } from './signature.js';
import type { Table } from './table.js';

/** Most rows of a sheet below its head; the rest goes on in another one. The format holds 1,048,576, which programs are slow to open. */
const MOST_ROWS = 200_000;

/**
 * Tables as a spreadsheet, a sheet each. The same tables and date give the same bytes. Rows become bytes as they are taken: those of a
 * large archive, as objects and as one text, would take hundreds of megabytes.
 * @param date what the files within bear as their date
 */
export async function workbookOf(tables: readonly Table[], date: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const options = { date: new Date(`${date}T00:00:00Z`), createFolders: false };
  const add = (name: string, xml: Iterable<string>) => zip.file(name, bytesOf(xml), options);
  /** The texts of all cells, each once, with their places. */
  const texts = new Map<string, number>();
  const sheets: Sheet[] = [];
  for (const table of tables)
    for (const sheet of sheetsOf(table)) {
      const number = sheets.push(sheet);
      add(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, { texts, date, isFirst: number === 1 }));
      add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [HEAD, relationsOf(sheet)]);
    }
  add('xl/sharedStrings.xml', sharedStrings(texts.keys()));
  add('xl/styles.xml', [HEAD, STYLES]);
  add('xl/workbook.xml', [HEAD, workbookXml(sheets)]);
  add('xl/_rels/workbook.xml.rels', [HEAD, workbookRelations(sheets.length)]);
  add('_rels/.rels', [HEAD, ROOT_RELATIONS]);
  add('[Content_Types].xml', [HEAD, contentTypes(sheets.length)]);
  // Programs that make archives write down the moment, if they are not told another.
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', comment: ZIP_MARK });
}

/** The sheets that a table takes; the rows of each are to be taken before the next. */
function* sheetsOf({ rows, none, ...table }: Table): Generator<Sheet> {
  const all = rows()[Symbol.iterator]();
  let next = all.next();
  function* data() {
    for (let count = 0; count < MOST_ROWS && !next.done; count++, next = all.next()) yield next.value;
  }
  const begun = (name: string): Sheet => ({ ...table, name, data: data(), rows: 1, links: [] });
  const first = begun(table.name);
  yield next.done && none !== undefined ? { ...first, data: [[none]] } : first;
  for (let number = 2; !next.done; number++) yield begun(`${table.name}（${number}）`);
}

/** A text in UTF-8. Room grows by doubling; what is not written to takes no memory. */
function bytesOf(text: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  for (const piece of text) {
    const most = end + 3 * piece.length;
    if (most > bytes.length) {
      const larger = new Uint8Array(2 * most);
      larger.set(bytes.subarray(0, end));
      bytes = larger;
    }
    end += encoder.encodeInto(piece, bytes.subarray(end)).written;
  }
  return bytes.subarray(0, end);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function* sharedStrings(texts: Iterable<string>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}">`;
  for (const text of texts)
    yield `<si><t${text.trim() === text ? '' : ' xml:space="preserve"'}>${xmlText(text)}</t></si>`;
  yield '</sst>';
}

function workbookXml(sheets: readonly Sheet[]): string {
  const named = sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${named.join('')}</sheets><definedNames>${sheets.map(namesOf).join('')}</definedNames><calcPr/></workbook>`;
}

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelations(sheets: number): string {
  const targets = [
    ...Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ];
  const relations = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = [
    ['workbook', 'sheet.main'],
    ['sharedStrings', 'sharedStrings'],
    ['styles', 'styles'],
    ...Array.from({ length: sheets }, (_, i) => [`worksheets/sheet${i + 1}`, 'worksheet']),
  ];
  const types = parts.map(
    ([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`;
}
