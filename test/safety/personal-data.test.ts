import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MaskedPaths, masked } from '../../src/audit/masked.js';
import { archiveWith, run } from '../cli/command.js';

const PHONE = '13812345678';
const IDENTITY = '11010519491231002X';
const paper = (front: string, body: string) => `---\n${front}\n---\n\n${body}\n`;

/** A datum with what stands around it. */
const around = (datum: string) => new RegExp(`.{0,20}${datum}.{0,10}`);

/** Personal data wherever a document, its name or its folder can have it. */
function archive(datum: string, config: string): string {
  return archiveWith({
    'jiedu-lint.config.yaml': config,
    [`王${datum}/张小明${datum}.md`]: paper(
      `kind: policy\ntitle: 关于停车的通知（${datum}）\nnumber: 云政发〔2024〕1号 ${datum}\nissued: 2024-01-01\ndrafter: 市交通局王小明${datum}\nissuer: 云溪市人民政府`,
      `第一条 为了规范，联系人${datum}，待补充。`,
    ),
    'b.md': paper(
      `kind: interpretation\ntitle: 《停车通知》解读\nauthor: 李四${datum}\npolicy: 没有-${datum}.md\nissued: 2024-01-01`,
      `一、背景\n\n[办法](附件_${datum}.docx)和[页](x/${datum}/y.html)。\n\n<!-- jiedu-lint-disable-next-line structure/no-placeholder -- 问过${datum} -->\n待补充，电话${datum}。\n\n联系人${datum}，待定。`,
    ),
    [`c-${datum}-1.md`]: paper('kind: policy\ntitle: 一', '第一条 待定。'),
    [`c-${datum}-2.md`]: paper('kind: policy\ntitle: 二', '第一条 待定。'),
  });
}

describe.each([
  ['all rules', 'extends: all\n'],
  ['no rule that looks for personal data', 'extends: all\nrules: { safety/no-personal-data: off }\n'],
  ['one rule that looks for something else', 'extends: []\nrules: { length/max-length: error }\n'],
])('audits under %s', (_, config) => {
  it.each([
    ['a telephone', PHONE],
    ['a telephone in groups', '138 1234 5678'],
    ['an identity number', IDENTITY],
    ['a mailbox', `${PHONE}@qq.com`],
    ['digits of full width', '１３８１２３４５６７８'],
  ])('show no personal data, whatever the form: %s', async (_kind, datum) => {
    const folder = archive(datum, config);
    const forms = ['html', 'json', 'csv', 'xlsx'].flatMap((form) => [`--${form}`, `out.${form}`]);
    const { code, out, err } = await run(folder, ['audit', '.', '--date', '2024-06-01', ...forms]);
    expect([code, err]).toEqual([0, '']);
    const sheets = execFileSync('unzip', ['-p', join(folder, 'out.xlsx')], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const files = ['html', 'json', 'csv'].map((form) => readFileSync(join(folder, `out.${form}`), 'utf8'));
    expect(files[1]).toContain('张小明');
    for (const text of [out, sheets, ...files]) expect(text.match(around(datum))?.[0]).toBeUndefined();
    // Files that masking makes one keep apart.
    const { documents } = JSON.parse(files[1] ?? '') as { documents: { path: string }[] };
    expect(new Set(documents.map(({ path }) => path)).size).toBe(4);
  });
});

describe('masking', () => {
  it.each([
    ['王小明13812345678.md', '王小明138********.md'],
    ['13812345678-王.md', '138********-王.md'],
    ['docs/张三_13812345678/a.md', 'docs/张三_138********/a.md'],
    ['链接的文件不存在：附件_138 1234 5678.docx。', '链接的文件不存在：附件_138**********.docx。'],
    ['电话13812345678。', '电话138********。'],
    ['《13812345678.md》', '《138********.md》'],
  ])('of %s', (text, shown) => expect(masked(text)).toBe(shown));

  it.each([
    ['云政发〔2024〕8号.md'],
    ['2024/20240301123456.md'],
    ['政策-2024-0301.md'],
    ['总额13812345678元'],
    ['编号：13812345678'],
    ['统一社会信用代码 91110000100012345X'],
  ])('not of %s', (text) => expect(masked(text)).toBe(text));

  it('numbers the paths that it makes one', () => {
    const paths = new MaskedPaths((path) => path);
    expect(['13811111111.md', '13822222222.md', 'a.md'].map((path) => paths.show(path))).toEqual([
      '138********.md',
      '138********.md（2）',
      'a.md',
    ]);
  });
});
