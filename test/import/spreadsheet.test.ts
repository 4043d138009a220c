import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/import/spreadsheet.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly sheet?: string;
  readonly shared?: string;
  readonly workbook?: string;
  readonly target?: string;
}

const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** A spreadsheet of one sheet, its parts as given. */
async function spreadsheet({ sheet = '', shared, workbook = WORKBOOK, target = 'worksheets/sheet1.xml' }: Parts) {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file('xl/workbook.xml', workbook);
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${target}"/></Relationships>`,
  );
  zip.file('xl/worksheets/sheet1.xml', sheet);
  if (shared !== undefined) zip.file('xl/sharedStrings.xml', shared);
  return readSpreadsheet(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

const sheetOf = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const rowsOf = async (parts: Parts) => (await spreadsheet(parts))?.sheets[0]?.rows;

describe('a spreadsheet is read', () => {
  it('with texts shared, in place and of formulas, and numbers as they are written', async () => {
    const sheet = sheetOf(
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>行内</t></is></c><c r="C1" t="str"><f>A1</f><v>算出</v></c><c r="D1"><v>45463</v></c></row>',
    );
    const shared = `<sst xmlns="${MAIN}"><si><t>零</t></si><si><r><t>整</t></r><r><t>改</t></r><rPh><t>zheng</t></rPh></si></sst>`;
    expect(await rowsOf({ sheet, shared })).toEqual([['整改', '行内', '算出', '45463']]);
  });

  it('with gaps between rows and cells, and without names of cells', async () => {
    const gaps = sheetOf('<row r="3"><c r="C3"><v>3</v></c></row>');
    expect(await rowsOf({ sheet: gaps })).toEqual([[], [], ['', '', '3']]);
    const unnamed = sheetOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect(await rowsOf({ sheet: unnamed })).toEqual([['1', '2'], ['3']]);
  });

  it('with what a cell over several rows shows in each of them, and a title once', async () => {
    const rows = [1, 2, 3, 4].map((r) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`).join('');
    const sheet = sheetOf(rows.replace('<v>2</v></c>', '<v>2</v></c><c r="C2" t="str"><v>预算科</v></c>')).replace(
      '</worksheet>',
      '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="C2:C3"/><mergeCell ref="X"/></mergeCells></worksheet>',
    );
    expect(await rowsOf({ sheet })).toEqual([['1'], ['2', '', '预算科'], ['3', '', '预算科'], ['4']]);
  });

  it('under any prefix, and with targets from the root', async () => {
    const workbook = `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="甲" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`;
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const read = await spreadsheet({ workbook, sheet, target: '/xl/worksheets/sheet1.xml' });
    expect(read).toEqual({ sheets: [{ name: '甲', rows: [['7']] }], dayOffset: 1462 });
  });
});

describe('what is no spreadsheet, or was made to exhaust its reader, comes back as nothing', () => {
  it.each([
    ['nothing', ''],
    ['text', 'not a workbook'],
    ['the beginning of a zip', 'PK\u0003\u0004'],
  ])('%s', async (_, text) => expect(await readSpreadsheet(new TextEncoder().encode(text))).toBeNull());

  it.each([
    ['a sheet that is no XML', { sheet: '<worksheet><sheetData>' }],
    ['entities', { sheet: `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('<row r="1"><c r="A1"><v>&a;</v></c></row>')}` }],
    ['a row beyond all rows', { sheet: sheetOf('<row r="99999999"><c r="A99999999"><v>1</v></c></row>') }],
    ['a row that is no number', { sheet: sheetOf('<row r="-1"><c><v>1</v></c></row>') }],
    ['a part that unpacks to more than anybody writes', { sheet: sheetOf(' '.repeat(30 * 1024 * 1024)) }],
    ['more cells than anybody fills', { sheet: sheetOf(`<row r="1">${'<c/>'.repeat(1_500_001)}</row>`) }],
  ] satisfies [string, Parts][])('%s', async (_, parts) => expect(await spreadsheet(parts)).toBeNull());

  it('a column beyond all columns is left out', async () => {
    const sheet = sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>');
    expect(await rowsOf({ sheet })).toEqual([['1']]);
  });
});
