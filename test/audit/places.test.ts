import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingBlock } from '../../src/audit/page/data.js';
import { readSpreadsheet } from '../../src/import/spreadsheet.js';
import { p, TITLE, word } from '../import/word.js';
import { audited } from './archive.js';
import { rowsOf } from './csv-rows.js';

const SAID = '请联系张三，手机13912345678。';

/** The same in a Word file, below a blank paragraph and in a table; in a page; as Markdown and as plain text. */
const files = async () => ({
  'jiedu-lint.config.yaml':
    'extends: []\nrules: { safety/no-personal-data: error, link/no-broken-link: error, meta/schema: error }\n',
  'a.docx': await word(`${TITLE}${p('')}${p(SAID)}`),
  'b.docx': await word(`${TITLE}<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p(SAID)}</w:tc></w:tr></w:tbl>`),
  'c.html': `<html><head><meta charset="utf-8"></head><body><h1>采砂管理办法解读</h1><p>${SAID}</p></body></html>`,
  'd.md': `# 采砂管理办法解读\n\n${SAID}见[名单](none.md)。\n`,
  'e.txt': `采砂管理办法解读\n\n${SAID}\n`,
});
const PLACES = ['第 3 段', '第 3 段', '', '3', '3'];

describe('where a finding stands, whoever tells it', () => {
  const made = async () =>
    audited(await files(), ['--xlsx', 'out/a.xlsx', '--html', 'out/a.html', '--csv', 'out/a.csv']);

  it('is a paragraph in Word, a line in a text, and nothing that nobody sees', async () => {
    const { folder, report, ran } = await made();
    const read = (name: string) => readFileSync(join(folder, 'out', name));
    expect(report.urgent.map(({ path, paragraph }) => [path, paragraph])).toEqual([
      ...[
        ['a.docx', 3],
        ['b.docx', 3],
        ['c.html', null],
        ['d.md', null],
        ['e.txt', null],
      ],
    ]);
    const { sheets = [] } = (await readSpreadsheet(read('a.xlsx'))) ?? {};
    const column = (sheet: string, title: string, of: RegExp) => {
      const [head = [], ...rows] = sheets.find(({ name }) => name === sheet)?.rows ?? [];
      const [place, what] = [head.indexOf(title), head.indexOf('问题')];
      return rows.filter((row) => of.test(row[what] ?? '')).map((row) => row[place]);
    };
    expect(column('须立即整改', '行', /手机/)).toEqual(PLACES);
    expect(column('问题', '行', /手机/)).toEqual(PLACES);
    const [head = [], ...rows] = rowsOf(read('a.csv').toString());
    const found = rows.filter((row) => /手机/.test(row[head.indexOf('问题')] ?? ''));
    expect(found.map((row) => row[head.indexOf('行')])).toEqual(PLACES);
    expect(found.map((row) => row[head.indexOf('列')] !== '')).toEqual([false, false, false, true, true]);
    expect(ran.out).toContain('a.docx 第 3 段、b.docx 第 3 段、c.html');
  });

  it('is the same on the page', async () => {
    const { folder } = await made();
    const page = readFileSync(join(folder, 'out/a.html'), 'utf8');
    expect(
      page
        .match(/第 \d+ [行段]：[^<]{0,40}手机/g)
        ?.map((said) => said.slice(0, 5))
        .sort(),
    ).toEqual([...['第 3 段', '第 3 段', '第 3 行', '第 3 行']].sort());
    const blocks = JSON.parse(/id="findings-0">(.*)<\/script>/.exec(page)?.[1] ?? '') as FindingBlock;
    const lines = blocks.map((rows) => rows.map(([, , line]) => line));
    expect(lines.map((some) => some.at(-1))).toEqual([-3, -3, 0, 3, 3]);
  });

  it('is told of broken links', async () => {
    const { report, folder } = await made();
    expect(report.brokenLinks.map(({ path, paragraph, line }) => [path, paragraph, line])).toEqual([['d.md', null, 3]]);
    const { sheets = [] } = (await readSpreadsheet(readFileSync(join(folder, 'out/a.xlsx')))) ?? {};
    const [head = [], row = []] = sheets.find(({ name }) => name === '断链')?.rows ?? [];
    expect(row[head.indexOf('行')]).toBe('3');
  });
});
