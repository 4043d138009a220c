import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ARCHIVE, paper } from '../audit/archive.js';
import { archiveWith, run } from './command.js';

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schemas/audit.schema.json', import.meta.url)), 'utf8'),
);
const sample = fileURLToPath(new URL('../../fixtures/archives/sample', import.meta.url));
const CLEAN = {
  'jiedu-lint.config.yaml': 'extends: []\nrules: { length/max-length: error }\n',
  'a.md': paper('kind: policy\ntitle: 甲', '# 甲\n\n收费。'),
};

describe('audit', () => {
  it('writes all four reports of one run, the same bytes every time', async () => {
    const folder = archiveWith(ARCHIVE);
    const reports = (place: string) =>
      ['html', 'xlsx', 'csv', 'json'].flatMap((one) => [`--${one}`, `${place}/audit.${one}`]);
    for (const place of ['../one', '../two'].map((name) => `${folder}${name.slice(2)}`)) {
      const ran = await run(folder, ['audit', '--date', '2024-06-03', ...reports(place)]);
      expect(ran.err).toBe('');
      expect(ran.out).toContain('已写');
    }
    for (const name of ['audit.html', 'audit.xlsx', 'audit.csv', 'audit.json']) {
      const [one, two] = ['one', 'two'].map((place) => readFileSync(`${folder}/${place}/${name}`));
      expect(one?.length).toBeGreaterThan(500);
      expect(one?.equals(two as Buffer)).toBe(true);
    }
    expect(readdirSync(`${folder}/one`)).toHaveLength(4);
  });

  it('writes JSON as its schema has it', async () => {
    const check = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const files = { ...ARCHIVE, 'jiedu-lint.config.yaml': 'extends: all\n' };
    for (const cwd of [archiveWith(files), archiveWith(ARCHIVE), sample]) {
      const out = archiveWith({});
      await run(cwd, ['audit', '.', '--json', `${out}/a.json`]);
      check(JSON.parse(readFileSync(`${out}/a.json`, 'utf8')));
      expect(check.errors).toBeNull();
    }
  });

  it('says the figures in Chinese and writes nothing where no report is asked for', async () => {
    const folder = archiveWith(CLEAN);
    const before = readdirSync(folder);
    const ran = await run(folder, ['audit', '--date', '2024-06-03']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^政策解读核查：.*（2024-06-03）\n文件 1 份：合规 1 份（100(?:\.0)?%），有错误 0 份\n/);
    expect(ran.out).toContain('--html');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('names no department without errors among those with most of them', async () => {
    const ran = await run(archiveWith(CLEAN), ['audit']);
    expect(ran.out).not.toContain('错误最多的部门');
  });

  it('ends with 0 in spite of findings', async () => {
    const ran = await run(sample, ['audit', '.']);
    expect(ran.out).toContain('有错误 5 份');
    expect(ran.code).toBe(0);
  });

  it('takes the day of SOURCE_DATE_EPOCH, and --date before it', async () => {
    const folder = archiveWith(CLEAN);
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    expect((await run(folder, ['audit'], { env })).out).toContain('（2023-11-14）');
    expect((await run(folder, ['audit', '--date', '2024-06-03'], { env })).out).toContain('（2024-06-03）');
  });

  it('shows paths below the working folder, else below the one that all files lie in', async () => {
    const folder = archiveWith({ ...CLEAN, 'x/b.md': '# 乙\n', 'x/y/c.md': '# 丙\n' });
    const paths = async (cwd: string, patterns: string[]) => {
      await run(cwd, ['audit', ...patterns, '--json', `${folder}/o.json`]);
      const { root, documents } = JSON.parse(readFileSync(`${folder}/o.json`, 'utf8'));
      return [root, ...documents.map(({ path }: { path: string }) => path)];
    };
    expect(await paths(folder, ['x/'])).toEqual(['x', 'x/b.md', 'x/y/c.md']);
    expect(await paths(folder, [`${folder}/x/y`])).toEqual(['x/y', 'x/y/c.md']);
    expect(await paths(folder, ['.'])).toEqual([basename(folder), 'a.md', 'x/b.md', 'x/y/c.md']);
    mkdirSync(`${folder}/away`);
    expect(await paths(`${folder}/away`, ['../x/y'])).toEqual(['y', 'c.md']);
    expect(await paths(`${folder}/away`, ['../x'])).toEqual(['x', 'b.md', 'y/c.md']);
  });
});

describe('audit ends with 2 and says why', () => {
  it('where a path leads nowhere', async () => {
    const ran = await run(archiveWith(CLEAN), ['audit', 'none', '--json', 'a.json']);
    expect([ran.code, ran.err]).toEqual([2, 'none: 找不到这个文件。请核对路径和文件名。\n']);
  });

  it('where a file cannot be read: the others are audited all the same', async () => {
    const folder = archiveWith({ ...CLEAN, 'b.md': new Uint8Array([0x23, 0xff, 0xff, 0x0a]) });
    const ran = await run(folder, ['audit', '--json', 'a.json']);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('读不了 1 份');
    expect(JSON.parse(readFileSync(`${folder}/a.json`, 'utf8')).totals.compliant).toBe(1);
  });

  it('where a report cannot be written: the others are written', async () => {
    const folder = archiveWith({ ...CLEAN, 'file/x.txt': '' });
    const ran = await run(folder, ['audit', '--csv', 'file/x.txt/a.csv', '--json', 'a.json']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('a.csv');
    expect(existsSync(`${folder}/a.json`)).toBe(true);
  });

  it.each([
    [['--json', 'a.md'], '文稿'],
    [['--xlsx', 'x.md'], 'x.md 的结尾与要写的内容不符。请换一个以 .xlsx 结尾的文件名'],
    [['--json', 'b.md'], '.json 结尾'],
    [['--csv', 'x.xlsx'], '.csv 结尾'],
    [['--html', '报告'], '.html 结尾'],
    [['--html', 'x.html.docx'], '.html 结尾'],
    [['--html', 'x.html', '--csv', './x.html'], 'x.html'],
    [['--date', '2024年6月3日'], '2024-06-03'],
    [['--date', '2024-06-31'], '2024-06-31'],
    [['--jsn', 'a.json'], '--json'],
    [['--format', 'json'], '没有选项 --format。用法见 jiedu-lint audit --help'],
    [['--html', '.'], '文件夹'],
    [['--html', ''], '文件夹'],
  ])('for %j', async (argv, said) => {
    const folder = archiveWith(CLEAN);
    const ran = await run(folder, ['audit', ...argv]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(said);
    expect(readFileSync(`${folder}/a.md`, 'utf8')).toBe(CLEAN['a.md']);
  });

  it('writes over a report of before', async () => {
    const folder = archiveWith(CLEAN);
    const audited = () =>
      run(folder, ['audit', '--csv', 'a.csv', '--xlsx', 'a.xlsx', '--html', 'a.html', '--json', 'a.json']);
    expect((await audited()).code).toBe(0);
    for (const name of ['a.csv', 'a.json']) appendFileSync(`${folder}/${name}`, 'old');
    expect((await audited()).code).toBe(0);
    expect(readFileSync(`${folder}/a.csv`, 'utf8')).not.toContain('old');
    expect(readFileSync(`${folder}/a.json`, 'utf8')).not.toContain('old');
  });
});
