import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { AuditReport } from '../../src/audit/audit-report.js';
import { ledgerRows } from '../../src/audit/ledger-rows.js';
import { readSpreadsheet } from '../../src/import/spreadsheet.js';
import { archiveWith, run } from '../cli/command.js';
import { paper } from './archive.js';

const CONFIG = 'extends: []\nrules:\n  structure/no-placeholder: error\n  element/scope: warn\n';

const explanation = (department: string, body: string) =>
  paper(
    `kind: interpretation\ntitle: 《甲办法》政策解读\npolicy: https://example.com/p\nauthor: ${department}`,
    `# 《甲办法》政策解读\n\n一、适用范围\n\n本办法适用于在本市登记的企业，不适用于机关。\n\n${body}`,
  );

const FILES = {
  'jiedu-lint.config.yaml': CONFIG,
  'a.md': explanation('市财政局', '二、标准\n\n待补充。\n\n三、期限\n\n有效期【待定】。'),
  'b.md': explanation('市教育局', '二、标准\n\n待补充。'),
  'c.md': explanation('市民政局', '二、标准\n\n每人每月 200 元。'),
};

/** Audits, and gives what it said and wrote. */
async function audit(folder: string, argv: readonly string[] = [], date = '2024-06-03') {
  const ran = await run(folder, ['audit', '.', '--json', 'out.json', '--date', date, ...argv]);
  const written = existsSync(join(folder, 'out.json'));
  const report = written ? (JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as AuditReport) : null;
  return { ran, report };
}

/** The first sheet of a workbook, as rows. */
async function rowsIn(folder: string, file: string): Promise<readonly (readonly string[])[]> {
  const read = await readSpreadsheet(readFileSync(join(folder, file)));
  return read?.sheets[0]?.rows ?? [];
}

/** Fills a ledger in as another program would: its rows read, changed, and written anew. */
async function fill(
  folder: string,
  file: string,
  change: (rows: (string | Date)[][]) => (string | Date)[][],
): Promise<void> {
  const rows = (await rowsIn(folder, file)).map((row) => Array.from(row, (cell) => cell ?? ''));
  const made = change(rows).map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'yyyy/m/d' } : value === '' ? null : value,
    ),
  );
  writeFileSync(join(folder, file), await writeExcelFile(made, {}).toBuffer());
}

/** Puts a value under a title, in the rows that a test picks by what they say. */
function put(rows: (string | Date)[][], title: string, value: string | Date, says = ''): (string | Date)[][] {
  const at = rows[0]?.indexOf(title) ?? -1;
  return rows.map((row, i) => {
    if (i === 0 || !row.some((cell) => typeof cell === 'string' && cell.includes(says))) return row;
    const changed = [...row];
    while (changed.length <= at) changed.push('');
    changed[at] = value;
    return changed;
  });
}

const results = (report: AuditReport | null) =>
  report?.ledger?.entries.map(({ result, path, said }) => `${path} ${result} ${said}`.trim());

describe('the ledgers of departments', () => {
  it('are one a department that has something to put right, with what to fill in left open', async () => {
    const folder = archiveWith(FILES);
    const { ran } = await audit(folder, ['--xlsx-by-department', '台账']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('已写 2 份整改台账：台账');
    expect(readdirSync(join(folder, '台账')).sort()).toEqual(['市教育局.xlsx', '市财政局.xlsx']);
    const [head, ...rows] = await rowsIn(folder, '台账/市财政局.xlsx');
    expect(head).toEqual('序号 文件 发布地址或源文件 问题 依据条款 改法 责任单位 整改期限 整改情况 编号'.split(' '));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.slice(0, 3)).toEqual(['1', '《甲办法》政策解读', 'a.md']);
    for (const row of rows) expect([row[6], row[7], row[8]]).toEqual(['', '', '']);
  });

  it('offer the states to choose from, open the file, and repeat their head in print', async () => {
    const folder = archiveWith(FILES);
    await audit(folder, ['--xlsx-by-department', '台账']);
    const zip = await JSZip.loadAsync(readFileSync(join(folder, '台账/市财政局.xlsx')));
    const text = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
    const sheet = await text('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<formula1>"未整改,整改中,已整改,不需整改"</formula1>');
    expect(sheet).toContain('sqref="I2:I3"');
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(await text('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../a.md"');
    expect(await text('xl/workbook.xml')).toMatch(/Print_Titles" localSheetId="0">'整改台账'!\$1:\$1</);
  });

  it('hold the gravest first', async () => {
    const config = `${CONFIG}  safety/no-personal-data: warn\n`;
    const text = explanation('市财政局', '二、标准\n\n待补充。\n\n三、咨询\n\n请打13912345678。');
    const folder = archiveWith({ 'jiedu-lint.config.yaml': config, 'a.md': text });
    await audit(folder, ['--xlsx-by-department', '台账']);
    const [, first, second] = await rowsIn(folder, '台账/市财政局.xlsx');
    expect([first?.[3], second?.[3]]).toEqual([expect.stringContaining('个人信息'), expect.stringContaining('待补充')]);
    expect(JSON.stringify([first, second])).not.toContain('13912345678');
  });

  it('have names that every system takes, each once', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': CONFIG,
      'a.md': explanation('"市/财政:局"', '待补充。'),
      'b.md': explanation('"市_财政_局"', '待补充。'),
      'c.md': paper('kind: interpretation', '# 说明\n\n待补充。'),
    });
    await audit(folder, ['--xlsx-by-department', '台账']);
    const names = readdirSync(join(folder, '台账'));
    expect(names).toContain('没有写明部门.xlsx');
    for (const name of names) expect(name).not.toMatch(/[\\/:*?"<>|]/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('are not written over where people have filled them in, nor where something else bears the name', async () => {
    const folder = archiveWith(FILES);
    await audit(folder, ['--xlsx-by-department', '台账']);
    await fill(folder, '台账/市财政局.xlsx', (rows) => put(rows, '责任单位', '预算科'));
    const before = readFileSync(join(folder, '台账/市财政局.xlsx'));
    writeFileSync(join(folder, '台账/市教育局.xlsx'), 'not a workbook');
    const { ran } = await audit(folder, ['--xlsx-by-department', '台账']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('台账/市财政局.xlsx 里有人填写的内容，没有覆盖');
    expect(readFileSync(join(folder, '台账/市财政局.xlsx')).equals(before)).toBe(true);
    expect(readFileSync(join(folder, '台账/市教育局.xlsx'), 'utf8')).toBe('not a workbook');
  });
});

describe('a ledger read back', () => {
  async function handedOut(): Promise<string> {
    const folder = archiveWith(FILES);
    await audit(folder, ['--xlsx-by-department', '台账']);
    return folder;
  }

  it('tells what is said to be mended and is not, what is mended, and what is new', async () => {
    const folder = await handedOut();
    await fill(folder, '台账/市财政局.xlsx', (rows) => put(rows, '整改情况', '已整改'));
    // One of the two is mended, and another comes.
    writeFileSync(
      join(folder, 'a.md'),
      explanation('市财政局', '二、标准\n\n每户 200 元。\n\n三、期限\n\n有效期【待定】。\n\n四、咨询\n\n待明确。'),
    );
    const { ran, report } = await audit(folder, ['--ledger', '台账']);
    expect(results(report)).toEqual(['a.md stillFound 已整改', 'a.md new', 'b.md open', 'a.md mended 已整改']);
    expect(report?.ledger?.counts).toEqual({ stillFound: 1, new: 1, open: 1, waived: 0, unknown: 0, mended: 1 });
    expect(ran.out).toContain(
      '整改台账 2 份：写已整改，但问题还在 1 个，台账里没有 1 个，还没有改好 1 个，已改好 1 个',
    );
  });

  it.each([
    ['未整改', 'open'],
    ['整改中', 'open'],
    ['', 'open'],
    ['不需整改', 'waived'],
    ['已整改', 'stillFound'],
    ['已经整改', 'stillFound'],
    ['已整改 ', 'stillFound'],
    ['随便写的', 'open'],
  ])('with %j for what is still found counts it as %s', async (said, result) => {
    const folder = await handedOut();
    await fill(folder, '台账/市教育局.xlsx', (rows) => put(rows, '整改情况', said));
    const { report } = await audit(folder, ['--ledger', '台账']);
    expect(report?.ledger?.entries.find(({ path }) => path === 'b.md')?.result).toBe(result);
  });

  it('does not take for mended what nobody looked at', async () => {
    const folder = await handedOut();
    const of = async (argv: readonly string[] = []) =>
      (await audit(folder, ['--ledger', '台账', ...argv])).report?.ledger?.entries.find(({ path }) => path === 'b.md');
    expect(await of(['--rule', 'structure/no-placeholder: off'])).toMatchObject({
      result: 'unknown',
      gone: 'notDemanded',
    });
    writeFileSync(join(folder, 'b.md'), new Uint8Array([0x23, 0xff, 0xff, 0x0a]));
    expect(await of()).toMatchObject({ result: 'unknown', gone: 'notChecked' });
    const suppressed = explanation(
      '市教育局',
      '二、标准\n\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 等会议定 -->\n待补充。',
    );
    writeFileSync(join(folder, 'b.md'), suppressed);
    expect(await of()).toMatchObject({ result: 'unknown', gone: 'notCounted' });
    const { rmSync } = await import('node:fs');
    rmSync(join(folder, 'b.md'));
    expect(await of()).toMatchObject({ result: 'unknown', gone: 'fileGone' });
  });

  it('keeps what people filled in when it is written again, with the result beside it', async () => {
    const folder = await handedOut();
    await fill(folder, '台账/市财政局.xlsx', (rows) => {
      const named = put(put(rows, '责任单位', '预算科'), '整改期限', new Date(Date.UTC(2024, 5, 20)));
      return put(named, '整改情况', '整改中', '待补充');
    });
    writeFileSync(join(folder, 'a.md'), explanation('市财政局', '二、标准\n\n待补充。'));
    const { ran, report } = await audit(folder, ['--ledger', '台账', '--xlsx-by-department', '台账'], '2024-07-01');
    expect(ran.code).toBe(0);
    const [head, ...rows] = await rowsIn(folder, '台账/市财政局.xlsx');
    const at = (title: string) => head?.indexOf(title) ?? -1;
    const told = rows.map((row) => ['责任单位', '整改情况', '核对结果'].map((title) => row[at(title)]));
    expect(told).toEqual([
      ['预算科', '整改中', '还没有改好（已过期限）'],
      ['预算科', '', '已改好'],
    ]);
    expect(report?.ledger?.entries.map(({ due, overdue }) => [due, overdue])).toEqual([
      ['2024-06-20', true],
      ['', false],
      ['2024-06-20', false],
    ]);
  });

  it('counts as new only what is new in departments whose ledgers came back', async () => {
    const folder = await handedOut();
    writeFileSync(join(folder, 'c.md'), explanation('市民政局', '二、标准\n\n待补充。'));
    const { report } = await audit(folder, ['--ledger', '台账']);
    expect(report?.ledger?.counts.new).toBe(0);
  });

  it('is read whichever way its columns and rows were moved, and says how many rows it does not know', async () => {
    const folder = await handedOut();
    await fill(folder, '台账/市财政局.xlsx', (rows) => {
      const moved = put(rows, '整改情况', '已整改').map((row) => [...row].reverse());
      const [head = [], ...others] = moved;
      const number = head.indexOf('编号');
      const changed = others.map((row, i) => row.map((cell, at) => (i === 0 && at === number ? '改过的' : cell)));
      return [['市财政局整改台账'], [], head, ...changed.reverse()];
    });
    const { ran, report } = await audit(folder, ['--ledger', '台账']);
    expect(report?.ledger?.unknownRows).toBe(1);
    expect(report?.ledger?.counts).toMatchObject({ stillFound: 1, open: 1 });
    expect(ran.out).toContain('编号缺失、无法核对 1 行');
  });

  it.each([
    [[], '没有整改台账'],
    [['x.txt'], '没有整改台账'],
    [['~$市财政局.xlsx'], '没有整改台账'],
  ])('needs a folder with ledgers in it: %j', async (names, said) => {
    const folder = archiveWith(FILES);
    mkdirSync(join(folder, '空'));
    for (const name of names) writeFileSync(join(folder, '空', name), '');
    const { ran } = await audit(folder, ['--ledger', '空']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(said);
    expect((await audit(folder, ['--ledger', 'a.md'])).ran.err).toContain('a.md 不是文件夹');
  });

  it('is written again with the columns and rows that people added', async () => {
    const folder = await handedOut();
    await fill(folder, '台账/市财政局.xlsx', (rows) => {
      const noted = put(rows, '责任单位', '预算科').map((row, i) => [...row, i === 0 ? '备\n注' : '已电话沟通']);
      return [...noted, ['', '自查', 'x.md', '我们自己发现的', '', '', '办公室', '', '整改中', '', '另加']];
    });
    const { renameSync } = await import('node:fs');
    renameSync(join(folder, '台账/市财政局.xlsx'), join(folder, '台账/附件1 财政（已填）.xlsx'));
    const { report } = await audit(folder, ['--ledger', '台账', '--xlsx-by-department', '台账']);
    expect(report?.ledger?.unknownRows).toBe(1);
    const [head, ...rows] = await rowsIn(folder, '台账/市财政局.xlsx');
    const told = (title: string) => rows.map((row) => row[head?.indexOf(title) ?? -1] ?? '');
    expect(told('备注')).toEqual(['已电话沟通', '已电话沟通', '另加']);
    expect(told('责任单位')).toEqual(['预算科', '预算科', '办公室']);
    expect(told('问题')[2]).toBe('我们自己发现的');
    expect(told('核对结果')[2]).toBe('没有编号，没有核对');
    // They are there once, however often it goes back and forth.
    await audit(folder, ['--ledger', '台账', '--xlsx-by-department', '台账']);
    expect(await rowsIn(folder, '台账/市财政局.xlsx')).toEqual([head, ...rows]);
  });

  it.each([
    ['市财政局 副本.xlsx', '0.xlsx'],
    ['0.xlsx', '市财政局 副本.xlsx'],
  ])('that came back twice counts as it is filled in: %s is, %s is not', async (filled, open) => {
    const folder = await handedOut();
    const { copyFileSync, rmSync } = await import('node:fs');
    const [path, ledgers] = [join(folder, '台账/市财政局.xlsx'), join(folder, '台账')];
    copyFileSync(path, join(ledgers, open));
    await fill(folder, '台账/市财政局.xlsx', (rows) => put(put(rows, '整改情况', '已整改'), '责任单位', '预算科'));
    copyFileSync(path, join(ledgers, filled));
    rmSync(path);
    const { ran, report } = await audit(folder, ['--ledger', '台账']);
    expect(report?.ledger).toMatchObject({ counts: { stillFound: 2, open: 1 }, conflictingRows: 0 });
    expect(ran.out).not.toContain('填写不一致');
    await fill(folder, `台账/${open}`, (rows) => put(rows, '责任单位', '国库科'));
    expect((await audit(folder, ['--ledger', '台账'])).ran.out).toContain('几份台账填写不一致 2 个');
  });

  it('shows no personal data that people wrote, and keeps it where they wrote it', async () => {
    const folder = await handedOut();
    await fill(folder, '台账/市财政局.xlsx', (rows) => put(rows, '责任单位', '王某某13912345678'));
    const argv = ['--ledger', '台账', '--xlsx-by-department', '台账', '--html', 'a.html', '--csv', 'a.csv'];
    const { ran, report } = await audit(folder, argv);
    const shown = ran.out + JSON.stringify(report) + readFileSync(join(folder, 'a.html'), 'utf8');
    expect(shown).not.toContain('13912345678');
    expect(shown).toContain('王某某139');
    expect((await rowsIn(folder, '台账/市财政局.xlsx'))[1]).toContain('王某某13912345678');
  });

  it('tells spreadsheets of other kinds, which are not read', async () => {
    const folder = await handedOut();
    for (const name of ['市民政局.et', '市水务局.xls', '说明.docx']) writeFileSync(join(folder, '台账', name), 'x');
    const { ran, report } = await audit(folder, ['--ledger', '台账']);
    expect(ran.code).toBe(2);
    expect(ran.err.trim().split('\n')).toEqual(
      ['市民政局.et', '市水务局.xls'].map(
        (name) => `台账/${name} 没有读：台账要存成 .xlsx。请在 Excel、WPS 里另存为 .xlsx`,
      ),
    );
    expect(report?.ledger?.ledgers).toBe(2);
  });

  it('tells a spreadsheet that is no ledger, and reads the others', async () => {
    const folder = await handedOut();
    writeFileSync(join(folder, '台账/别的.xlsx'), await writeExcelFile([['甲', '乙']], {}).toBuffer());
    writeFileSync(join(folder, '台账/坏的.xlsx'), 'PK damaged');
    const { ran, report } = await audit(folder, ['--ledger', '台账']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('台账/别的.xlsx 不是整改台账');
    expect(ran.err).toContain('台账/坏的.xlsx 不是整改台账');
    expect(report?.ledger).toMatchObject({ ledgers: 2, counts: { open: 3 } });
  });
});

describe('days of a ledger', () => {
  const due = (cell: string, offset = 0) =>
    ledgerRows(
      [
        ['编号', '整改情况', '问题', '整改期限'],
        ['1', '', '甲', cell],
      ],
      '',
      offset,
    )?.[0]?.due;

  it.each([
    ['45463', '2024-06-20'],
    ['45463.5', '2024-06-20'],
    ['2024-06-20', '2024-06-20'],
    ['2024年6月20日', '2024-06-20'],
    ['2024/6/20', '2024-06-20'],
    ['月底前', '月底前'],
    ['', ''],
  ])('%j is %j', (cell, day) => expect(due(cell)).toBe(day));

  it('are counted from 1904 where the program does so', () => expect(due('44001', 1462)).toBe('2024-06-20'));
});
