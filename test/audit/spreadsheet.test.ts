import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { auditCsv } from '../../src/audit/csv.js';
import { auditTables } from '../../src/audit/tables.js';
import { workbookOf } from '../../src/audit/workbook.js';
import { printable } from '../../src/report/terminal-text.js';
import { hostileCells, smallReport } from './small-report.js';

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/local/bin/soffice'].find(existsSync);
const WITHOUT = SOFFICE ? '' : ' (LibreOffice is not installed)';

/** Opens a file in LibreOffice and writes every sheet as CSV: as what is shown, or as the formulas behind it. */
function opened(file: string, sheets: 'all' | 'one', what: 'shown' | 'formulas' = 'shown'): Map<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-office-'));
  try {
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,${what === 'shown'},false,${what === 'formulas'},false,${sheets === 'all' ? -1 : 0}`;
    const input = file.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1,,2052,false,true'] : [];
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', ...input, '--convert-to', filter, '--outdir', join(folder, 'out'), file];
    execFileSync(SOFFICE ?? '', args, { stdio: 'pipe', timeout: 120_000 });
    return new Map(
      readdirSync(join(folder, 'out')).map((name) => {
        const sheet = name.replace(/^[^-]*-?/, '').replace(/\.csv$/, '');
        return [sheet, rowsOf(readFileSync(join(folder, 'out', name), 'utf8'))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A reader of CSV that knows RFC 4180 and nothing else. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

const csvOf = (report: AuditReport) => [...auditCsv(report)].join('');

describe('the CSV file', () => {
  it('begins with a byte order mark, ends lines with CR LF, and has a row for each finding and each document without', () => {
    const csv = csvOf(smallReport());
    expect(csv.startsWith('\ufeff文件,标题,类型,文号,部门,年份,')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(1 + 3 + 1);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head, ...rows] = rowsOf(csv);
    expect(rows.map((row) => [row[0], row[head?.indexOf('结论') ?? 0], row[head?.indexOf('问题') ?? 0]])).toEqual([
      ['a.md', '有错误', '没有写明范围'],
      ['a.md', '有错误', '写了“A，B”，"引号"'],
      ['b.md', '合规', ''],
    ]);
  });

  it.each(hostileCells)('writes %j as a text that no program takes for a formula', (text) => {
    const cells = rowsOf(csvOf(smallReport(text))).flat();
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/u);
    expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(0);
  });
});

describe('the CSV of any text', () => {
  it('is read back as the text, but for what guards it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const [, row] = rowsOf(csvOf(smallReport(`字${text}`)));
        expect(row?.[1]).toBe(printable(`字${text}`));
      }),
    );
  });
});

describe('the workbook', () => {
  it('is the same bytes for the same figures', async () => {
    const tables = () => auditTables(smallReport());
    expect(await workbookOf(tables(), '2024-06-03')).toEqual(await workbookOf(tables(), '2024-06-03'));
  });

  it('goes on in another sheet where one is full, and says where a cell is', async () => {
    const columns = [{ title: '字', width: 10 }];
    function* rows() {
      for (let i = 0; i < 200_001; i++) yield [i];
    }
    const many = { name: '问题', columns, rows };
    const long = { name: '长', columns, rows: () => [['字'.repeat(40_000)]] };
    const names = new TextDecoder('latin1').decode(await workbookOf([many, long], '2024-06-03'));
    expect(names).toContain('xl/worksheets/sheet3.xml');
    expect(names).not.toContain('xl/worksheets/sheet4.xml');
  });
});

describe.skipIf(!SOFFICE)(`in LibreOffice${WITHOUT}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-sheets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the workbook has its sheets, and in them the numbers of the report', { timeout: 120_000 }, async () => {
    const report = smallReport();
    writeFileSync(join(folder, 'a.xlsx'), await workbookOf(auditTables(report), report.date));
    const sheets = opened(join(folder, 'a.xlsx'), 'all');
    const names = '概览 要求 部门 年份 类型 文件 问题 无解读的政策 断链 逾期 不计入的问题 要由人来看的条款'.split(' ');
    expect([...sheets.keys()].sort()).toEqual(names.sort());
    const figures = new Map(sheets.get('概览')?.map(([name, value]) => [name, value]));
    expect(figures.get('文件数')).toBe('2');
    expect(figures.get('合规率')).toBe('50%');
    expect(figures.get('核查日期')).toBe('2024-06-03');
    expect(sheets.get('要求')?.[1]?.slice(1, 7)).toEqual(['错误', '2', '1', '50%', '1', '0']);
    expect(sheets.get('部门')?.[1]).toEqual(['市财政局', '2', '1', '50%', '1', '1', '0', '1', '1']);
    expect(sheets.get('文件')?.[1]).toContain('2024-03-11');
    expect(sheets.get('问题')).toHaveLength(3);
    expect(sheets.get('问题')?.[2]).toContain('写了“A，B”，"引号"');
    expect(sheets.get('逾期')?.[1]?.slice(3, 6)).toEqual(['2024-03-06', '2024-03-11', '3']);
    expect(sheets.get('无解读的政策')).toHaveLength(2);
  });

  it('no cell is evaluated, in the workbook or in the CSV file', { timeout: 240_000 }, async () => {
    const report = smallReport('=1+1');
    writeFileSync(join(folder, 'h.xlsx'), await workbookOf(auditTables(report), report.date));
    const shown = opened(join(folder, 'h.xlsx'), 'all');
    expect(shown.get('文件')?.[1]?.[1]).toBe('=1+1');
    expect(opened(join(folder, 'h.xlsx'), 'all', 'formulas')).toEqual(shown);
    writeFileSync(join(folder, 'h.csv'), [...auditCsv(report)].join(''));
    const read = [...opened(join(folder, 'h.csv'), 'one').values()].flat();
    expect(read[1]?.[1]).toBe("'=1+1");
    expect(read[1]).toContain('没有写明范围');
  });
});
