import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { archiveWith, run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';
import { run as runOf, wordFile } from '../review/word.js';

const EVIL = '\x1b[31m\x07\x9b2J\u202e\u2066';
const UNSAFE = /[^\P{Cc}\t\n]|[\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
const PHONE = '13812345678';
const line = (text: string) => `<w:p>${runOf(text)}</w:p>`;
/** What XML may hold of the marks above. */
const MARKED = '\u202e\u2066\u009b2J';

const draft = (marks = '') =>
  wordFile(
    [
      `《云溪市停车管理办法》政策解读${marks}`,
      '一、背景依据',
      `为缓解停车难,制定本办法。${marks}`,
      `收费标准待补充${marks}。`,
    ]
      .map(line)
      .join(''),
  );

async function archive(name = '稿.docx', marks = ''): Promise<string> {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': 'extends: all\n' });
  writeFileSync(join(folder, name), await draft(marks));
  return folder;
}

/** All text of a zip's parts, and the names of the parts. */
async function textsOf(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(Object.values(zip.files).map((part) => part.async('string')));
  return [...Object.keys(zip.files), ...parts].join('\n');
}

describe('a terminal obeys nothing that comes from a Word file', () => {
  const name = `稿${EVIL}.docx`;
  it.each([
    [[name]],
    [['-f', 'json', name]],
    [['-f', 'compact', name]],
    [['--frame', '.']],
    [['inspect', name]],
    [['audit', '.']],
    [['review', name]],
    [['review', '--fix', '--checklist', name]],
    [['review', '-o', `批${EVIL}.docx`, name]],
    [['review', `none${EVIL}.docx`]],
    [['review', `a${EVIL}.md`]],
    [['page', '-o', `页${EVIL}.html`]],
    [['audit', '.', '--xlsx-by-department', `台${EVIL}账`]],
    [['audit', '.', '--ledger', `台${EVIL}账`]],
    [['audit', '.', '--compare', `旧${EVIL}.json`]],
    [['preset', 'new', `x${EVIL}`]],
    [['preset', 'check', `x${EVIL}`]],
    [['clauses', '--compare', `x${EVIL}`, `y${EVIL}`]],
  ])('%j', async (words) => {
    const folder = await archive(name, MARKED);
    const { out, err } = await run(folder, words);
    expect(out + err).not.toBe('');
    expect(out).not.toMatch(UNSAFE);
    expect(err).not.toMatch(UNSAFE);
  });
});

describe('review writes over nothing but its own', () => {
  it.each([
    ['a document', ['-o', 'a.md']],
    ['the file itself', ['-o', '稿.docx']],
    ['the file itself by a hard link', ['-o', 'hard.docx']],
    ['another draft', ['-o', 'other.docx']],
    ['a link to a document', ['-o', 'link.docx']],
    ['a link that leads out', ['-o', 'out.docx']],
    ['a link to nowhere', ['-o', 'nowhere.docx']],
    ['a folder that leads out', ['-o', 'away/x.docx']],
    ['its own sheet', ['--checklist', '-o', '稿-核查单.docx']],
    ['a sheet that others wrote', ['--checklist', '-o', 'new.docx']],
  ])('not over %s', async (_, words) => {
    const folder = await archive();
    const elsewhere = folderWith({ 'mine.docx': 'mine', y: '' });
    writeFileSync(join(folder, 'other.docx'), await draft());
    writeFileSync(join(folder, 'a.md'), '# 解读\n');
    writeFileSync(join(folder, '稿-核查单.html'), 'mine');
    linkSync(join(folder, '稿.docx'), join(folder, 'hard.docx'));
    symlinkSync('a.md', join(folder, 'link.docx'));
    symlinkSync(join(elsewhere, 'mine.docx'), join(folder, 'out.docx'));
    symlinkSync(join(elsewhere, 'new.docx'), join(folder, 'nowhere.docx'));
    symlinkSync(elsewhere, join(folder, 'away'));
    const names = ['稿.docx', 'other.docx', 'a.md', '稿-核查单.html'];
    const before = names.map((name) => readFileSync(join(folder, name)));
    const { code, err } = await run(folder, ['review', '稿.docx', ...words]);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(names.map((name) => readFileSync(join(folder, name)))).toEqual(before);
    expect([readdirSync(elsewhere).sort(), readFileSync(join(elsewhere, 'mine.docx'), 'utf8')]).toEqual([
      ['mine.docx', 'y'],
      'mine',
    ]);
    expect(existsSync(join(folder, 'new.docx'))).toBe(false);
  });
});

describe('review reads nothing outside the archive', () => {
  it.each([[[]], [['--checklist']]])('%j', async (words) => {
    const folder = await archive();
    const elsewhere = folderWith({ '密.docx': await draft() });
    symlinkSync(join(elsewhere, '密.docx'), join(folder, '密.docx'));
    const { code, out, err } = await run(folder, ['review', '密.docx', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('密.docx');
    expect(readdirSync(folder)).not.toContain('密-批注.docx');
  });
});

describe('page writes over nothing but its own', () => {
  it.each(['a.md', 'mine.html', 'link.html', 'out.html', 'away/x.html', 'docs'])('not over %s', async (name) => {
    const elsewhere = folderWith({ 'mine.html': 'mine' });
    const folder = archiveWith({ 'a.md': '# 解读\n', 'mine.html': 'mine', 'docs/b.md': '# 解读\n' });
    symlinkSync('a.md', join(folder, 'link.html'));
    symlinkSync(join(elsewhere, 'mine.html'), join(folder, 'out.html'));
    symlinkSync(elsewhere, join(folder, 'away'));
    for (const force of [[], ['--force']]) {
      const { code, err } = await run(folder, ['page', '-o', name, ...force]);
      const isTaken = name === 'mine.html' && force.length > 0;
      expect([name, force, code]).toEqual([name, force, isTaken ? 0 : 2]);
      if (!isTaken) expect(err).toContain(name);
    }
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('# 解读\n');
    expect([readdirSync(elsewhere), readFileSync(join(elsewhere, 'mine.html'), 'utf8')]).toEqual([
      ['mine.html'],
      'mine',
    ]);
  });
});

describe('ledgers of departments', () => {
  const paper = (department: string, more = '') =>
    `---\nkind: interpretation\ntitle: 《停车通知》解读\nauthor: ${JSON.stringify(department)}\n---\n\n一、背景\n\n待补充${more}。\n`;

  it.each([
    ['another folder', '../../外面局'],
    ['an absolute path', '/tmp/外面局'],
    ['a name of dots', '..'],
    ['marks that a terminal obeys', `市${EVIL}财政局`],
    ['no end', `市${'财'.repeat(500)}政局`],
    ['a name that Windows keeps', 'CON'],
  ])('lie in their folder, whatever a department is called: %s', async (_, department) => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': 'extends: all\n', 'docs/a.md': paper(department) });
    const { code, out, err } = await run(folder, ['audit', '.', '--xlsx-by-department', 'x/台账']);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(UNSAFE);
    expect(readdirSync(folder).sort()).toEqual(['.git', 'docs', 'jiedu-lint.config.yaml', 'x']);
    const written = readdirSync(join(folder, 'x/台账'));
    expect(written).toHaveLength(1);
    expect(written[0]).not.toMatch(UNSAFE);
    expect(written[0]).toMatch(/^[^.].{0,80}\.xlsx$/u);
  });

  it.each([PHONE, '138 1234 5678', `${PHONE}@qq.com`, '１３８１２３４５６７８', '11010519491231002X'])(
    'show no personal data, in names, rows, and what came back: %s',
    async (datum) => {
      const folder = archiveWith({
        'jiedu-lint.config.yaml': 'extends: all\n',
        [`王${datum}.md`]: paper(`市交通局王小明${datum}`, `，电话${datum}`),
      });
      const day = ['--date', '2024-06-01'];
      expect((await run(folder, ['audit', '.', ...day, '--xlsx-by-department', '台账', '--json', 'a.json'])).code).toBe(
        0,
      );
      writeFileSync(join(folder, `王${datum}.md`), paper(`市交通局王小明${datum}`));
      const again = ['--ledger', '台账', '--compare', 'a.json', '--xlsx-by-department', '台账'];
      const forms = ['html', 'json', 'csv', 'xlsx'].flatMap((form) => [`--${form}`, `b.${form}`]);
      const { out, err } = await run(folder, ['audit', '.', ...day, ...again, ...forms]);
      const ledgers = readdirSync(join(folder, '台账'));
      expect(ledgers.length).toBeGreaterThan(0);
      const said = [
        out,
        err,
        ...ledgers,
        ...(await Promise.all(ledgers.map((name) => textsOf(readFileSync(join(folder, '台账', name)))))),
        await textsOf(readFileSync(join(folder, 'b.xlsx'))),
        ...['html', 'json', 'csv'].map((form) => readFileSync(join(folder, `b.${form}`), 'utf8')),
      ];
      for (const text of said) expect(text.includes(datum) ? text.slice(0, 300) : '').toBe('');
    },
  );

  it('are written through no link, and over nothing that others wrote', async () => {
    const elsewhere = folderWith({ '市财政局.xlsx': 'mine', y: '' });
    const folder = archiveWith({
      'jiedu-lint.config.yaml': 'extends: all\n',
      'a.md': paper('市财政局'),
      '有/市财政局.xlsx': 'mine',
    });
    mkdirSync(join(folder, '台账'));
    symlinkSync(join(elsewhere, '市财政局.xlsx'), join(folder, '台账/市财政局.xlsx'));
    symlinkSync(elsewhere, join(folder, '外'));
    mkdirSync(join(folder, '空'));
    symlinkSync(join(elsewhere, '没有.xlsx'), join(folder, '空/市财政局.xlsx'));
    for (const target of ['台账', '外', '空', '有']) {
      const { code, err } = await run(folder, ['audit', '.', '--xlsx-by-department', target]);
      expect([target, code]).toEqual([target, 2]);
      expect(err).toContain('市财政局.xlsx');
    }
    for (const target of ['台账', '外', '空'])
      expect((await run(folder, ['audit', '.', '--force', '--xlsx-by-department', target])).code).toBe(2);
    expect([readdirSync(elsewhere).sort(), readFileSync(join(elsewhere, '市财政局.xlsx'), 'utf8')]).toEqual([
      ['y', '市财政局.xlsx'],
      'mine',
    ]);
    expect(readFileSync(join(folder, '有/市财政局.xlsx'), 'utf8')).toBe('mine');
  });

  it('are not read where links lead out', async () => {
    const other = archiveWith({ 'jiedu-lint.config.yaml': 'extends: all\n', '密件.md': paper('市保密局') });
    await run(other, ['audit', '.', '--xlsx-by-department', '台账']);
    const folder = archiveWith({ 'jiedu-lint.config.yaml': 'extends: all\n', 'a.md': paper('市财政局'), '台账/y': '' });
    symlinkSync(join(other, '台账/市保密局.xlsx'), join(folder, '台账/市保密局.xlsx'));
    const { code, out, err } = await run(folder, ['audit', '.', '--ledger', '台账', '--json', 'a.json']);
    expect(code).toBe(2);
    expect(err).toContain('市保密局.xlsx');
    expect(
      out + (existsSync(join(folder, 'a.json')) ? readFileSync(join(folder, 'a.json'), 'utf8') : ''),
    ).not.toContain('密件');
  });
});

describe('an audit to compare with', () => {
  it.each([
    ['deep', '['.repeat(500_000)],
    ['deep and closed', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    [
      'deep in its findings',
      `{"schemaVersion":1,"documents":[{"findings":[${'{"id":'.repeat(100_000)}1${'}'.repeat(100_000)}]}]}`,
    ],
    ['no object', 'null'],
    ['of other types', '{"schemaVersion":1,"date":5,"documents":{"length":1e9},"totals":"x"}'],
    ['of a prototype', '{"__proto__":{"documents":[]},"constructor":1}'],
  ])('that is %s is refused in a sentence', async (_, text) => {
    const folder = archiveWith({ 'a.md': '# 《办法》解读\n\n待补充。\n', 'old.json': text });
    const { code, err } = await run(folder, ['audit', '.', '--compare', 'old.json']);
    expect(code).toBe(2);
    expect(err).toContain('--compare');
    expect(err).not.toMatch(/程序出错|RangeError|at .*:\d+/);
  });
});
