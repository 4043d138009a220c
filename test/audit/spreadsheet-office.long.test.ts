import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCsv } from '../../src/audit/csv.js';
import { ledgerRows } from '../../src/audit/ledger-rows.js';
import { departmentLedgers } from '../../src/audit/ledger-tables.js';
import { auditTables } from '../../src/audit/tables.js';
import { workbookOf } from '../../src/audit/workbook.js';
import { readSpreadsheet } from '../../src/import/spreadsheet.js';
import { rowsOf } from './csv-rows.js';
import { smallReport } from './small-report.js';

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
    const names =
      '须立即整改 概览 要求 部门 年份 类型 文件种类 文件 问题 无解读的政策 断链 逾期 没有写明部门的文件 不计入的问题 要由人来看的条款'.split(
        ' ',
      );
    expect([...sheets.keys()].sort()).toEqual(names.sort());
    const figures = new Map(sheets.get('概览')?.map(([name, value]) => [name, value]));
    expect(figures.get('文件数')).toBe('2');
    expect(figures.get('合规率')).toBe('50%');
    expect(figures.get('核查日期')).toBe('2024-06-03');
    expect(sheets.get('要求')?.[1]?.slice(1, 7)).toEqual(['错误', '2', '1', '50%', '1', '0']);
    expect(sheets.get('部门')?.[1]).toEqual(['市财政局', '2', '1', '50%', '50%', '100%', '1', '1', '0', '1', '1']);
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
    expect(shown.get('须立即整改')?.[1]?.[5]).toBe('=1+1');
    expect(opened(join(folder, 'h.xlsx'), 'all', 'formulas')).toEqual(shown);
    writeFileSync(join(folder, 'h.csv'), [...auditCsv(report)].join(''));
    const read = [...opened(join(folder, 'h.csv'), 'one').values()].flat();
    expect(read[1]?.[1]).toBe("'=1+1");
    expect(read[1]).toContain('没有写明范围');
  });

  it('a ledger that it saved again is read back as it was', { timeout: 120_000 }, async () => {
    const report = smallReport();
    const [ledger] = departmentLedgers({ ...report, documents: report.documents.slice(0, 1) }, '../文库/', undefined);
    expect(ledger?.file).toBe('市财政局');
    const file = join(folder, '市财政局.xlsx');
    writeFileSync(file, await workbookOf(ledger ? [ledger.table] : [], report.date));
    const saved = join(folder, 'saved');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved, file];
    execFileSync(SOFFICE ?? '', args, { stdio: 'pipe', timeout: 120_000 });
    const rowsOfFile = async (path: string) => {
      const read = await readSpreadsheet(readFileSync(path));
      return ledgerRows(read?.sheets[0]?.rows ?? [], '市财政局', read?.dayOffset ?? 0);
    };
    const rows = await rowsOfFile(join(saved, '市财政局.xlsx'));
    expect(rows).toEqual(await rowsOfFile(file));
    expect(rows?.map(({ path, id }) => [path, id])).toEqual([
      ['a.md', '0123456789abcdef element/scope'],
      ['a.md', '0123456789abcdef content/x'],
    ]);
  });
});
