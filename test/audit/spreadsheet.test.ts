import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { auditCsv } from '../../src/audit/csv.js';
import { auditTables } from '../../src/audit/tables.js';
import { workbookOf } from '../../src/audit/workbook.js';
import { printable } from '../../src/report/terminal-text.js';
import { rowsOf } from './csv-rows.js';
import { hostileCells, smallReport } from './small-report.js';

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
