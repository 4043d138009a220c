import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, run as runOf, wordFile } from '../review/word.js';
import { archiveWith, run } from './command.js';

const BODY = [
  '《云溪市停车管理办法》政策解读',
  '一、背景依据',
  '为缓解停车难,市政府依据有关法律制定本办法。',
  '二、适用范围',
  '收费标准待补充。',
]
  .map((line) => `<w:p>${runOf(line)}</w:p>`)
  .join('');

async function archive(): Promise<string> {
  const cwd = archiveWith({});
  writeFileSync(join(cwd, '稿.docx'), await wordFile(BODY));
  return cwd;
}

const RULES = ['--no-config-lookup', '--rule', 'format/fullwidth-punctuation: warn'];

describe('review', () => {
  it('writes a copy with a comment for each finding, the first one on the elements, and leaves the file as it is', async () => {
    const cwd = await archive();
    const before = readFileSync(join(cwd, '稿.docx'));
    const { code, out } = await run(cwd, ['review', ...RULES, '稿.docx']);
    expect(code).toBe(1);
    expect(out).toContain('稿-批注.docx');
    const parts = await partsOf(readFileSync(join(cwd, '稿-批注.docx')));
    const comments = parts['word/comments.xml'] ?? '';
    expect(comments.indexOf('✔ 背景依据')).toBeLessThan(comments.indexOf('【错误】'));
    expect(comments).toContain('待补充');
    expect(parts['word/document.xml']).toMatch(
      /<w:commentRangeStart w:id="\d+"\/><w:r><w:t xml:space="preserve">待补充/,
    );
    expect(readFileSync(join(cwd, '稿.docx'))).toEqual(before);
  });

  it('writes what can be mended as tracked changes', async () => {
    const cwd = await archive();
    await run(cwd, ['review', ...RULES, '--fix', '-o', 'a.docx', '稿.docx']);
    const xml = (await partsOf(readFileSync(join(cwd, 'a.docx'))))['word/document.xml'] ?? '';
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText[^>]*>,<\/w:delText>/);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>，<\/w:t>/);
  });

  it.each(['a.md', 'a.pdf', 'a.doc', 'a.html', 'a', 'docx', 'a.docx.md'])(
    'writes no Word file under another name: %s',
    async (name) => {
      const cwd = await archive();
      const before = readdirSync(cwd);
      for (const more of [[], ['--force'], ['--checklist'], ['--fix']]) {
        const { code, out, err } = await run(cwd, ['review', ...RULES, '稿.docx', '-o', name, ...more]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(name);
        expect(err).toContain('.docx');
      }
      expect(readdirSync(cwd)).toEqual(before);
    },
  );

  it.each(['b.docx', 'b.DOCX', '下发/b.docx', '.docx.docx'])('takes any name of a Word file: %s', async (name) => {
    expect((await run(await archive(), ['review', ...RULES, '稿.docx', '-o', name])).code).toBe(1);
  });

  const paper = (title: string, line: string) => wordFile(`<w:p>${runOf(title)}</w:p><w:p>${runOf(line)}</w:p>`);
  it.each([
    ['云溪市停车管理办法', '第一条 为加强停车管理，制定本办法。', 0],
    ['云溪市人民政府关于印发《云溪市停车管理办法》的通知', '现将办法印发给你们，请遵照执行。', 0],
    ['《云溪市停车管理办法》解读方案', '一、解读时间：与办法同步发布。', 0],
    ['《云溪市停车管理办法》政策解读', '为缓解停车难，制定本办法。', 9],
    ['关于停车', '请大家注意。', 9],
  ])('lists elements only where they are owed: %s', async (title, line, count) => {
    const cwd = archiveWith({});
    writeFileSync(join(cwd, '稿.docx'), await paper(title, line));
    await run(cwd, ['review', ...RULES, '--checklist', '稿.docx']);
    const { 'word/comments.xml': comments = '' } = await partsOf(readFileSync(join(cwd, '稿-批注.docx')));
    expect(comments.match(/>[✔✖？] /gu) ?? []).toHaveLength(count);
    const page = readFileSync(join(cwd, '稿-核查单.html'), 'utf8');
    expect(page.match(/<td>(?:✔ 有|✖ 缺|存疑)<\/td>/gu) ?? []).toHaveLength(count);
    expect(page.includes('<table>')).toBe(count > 0);
    const sheet = await partsOf(readFileSync(join(cwd, '稿-核查单.docx')));
    expect(sheet['word/document.xml']?.includes('<w:tbl>')).toBe(count > 0);
  });

  it('lists for a briefing the elements that its presets ask for', async () => {
    const cwd = archiveWith({
      'jiedu-lint.config.yaml': 'extends: []\nrules: { element/main-content: error, element/scope: error }\n',
    });
    writeFileSync(join(cwd, '稿.docx'), await paper('云溪市停车管理办法政策吹风会发布稿', '今天介绍办法的内容。'));
    await run(cwd, ['review', '稿.docx']);
    const { 'word/comments.xml': comments = '' } = await partsOf(readFileSync(join(cwd, '稿-批注.docx')));
    expect(comments.match(/>[✔✖？] [^<（]*/gu)?.map((said) => said.slice(3))).toEqual(['主要内容']);
  });

  it('goes over what it wrote before, and over nothing else', async () => {
    const cwd = await archive();
    await run(cwd, ['review', ...RULES, '稿.docx']);
    expect((await run(cwd, ['review', ...RULES, '稿.docx'])).code).toBe(1);
    writeFileSync(join(cwd, '稿-批注.docx'), await wordFile(BODY));
    const { code, err } = await run(cwd, ['review', ...RULES, '稿.docx']);
    expect(code).toBe(2);
    expect(err).toContain('稿-批注.docx');
    expect((await run(cwd, ['review', ...RULES, '--force', '稿.docx'])).code).toBe(1);
  });

  it('never goes over the file itself, by whatever name, or through a link, forced or not', async () => {
    const cwd = await archive();
    const before = readFileSync(join(cwd, '稿.docx'));
    linkSync(join(cwd, '稿.docx'), join(cwd, '同一份.docx'));
    symlinkSync(join(cwd, '稿.docx'), join(cwd, '链接.docx'));
    for (const name of ['稿.docx', './稿.docx', '同一份.docx', '链接.docx'])
      expect((await run(cwd, ['review', ...RULES, '--force', '-o', name, '稿.docx'])).code).toBe(2);
    expect(readFileSync(join(cwd, '稿.docx'))).toEqual(before);
  });

  it.each(['稿-批注.docx', '稿-核查单.html', '稿-核查单.docx'])(
    'leaves all as it is where others wrote %s',
    async (name) => {
      const cwd = await archive();
      writeFileSync(join(cwd, name), '别人的');
      const { code, err } = await run(cwd, ['review', ...RULES, '--checklist', '稿.docx']);
      expect(code).toBe(2);
      expect(err).toContain(name);
      expect(readFileSync(join(cwd, name), 'utf8')).toBe('别人的');
      expect(readdirSync(cwd).filter((one) => one.startsWith('稿-'))).toEqual([name]);
    },
  );

  it('tells of a package that cannot be given comments', async () => {
    const cwd = archiveWith({});
    const bytes = await wordFile(BODY, { '[Content_Types].xml': `<Types>${' '.repeat(30_000_000)}</Types>` });
    writeFileSync(join(cwd, '稿.docx'), bytes);
    const { code, err } = await run(cwd, ['review', ...RULES, '稿.docx']);
    expect(code).toBe(2);
    expect(err).toContain('稿.docx');
    expect(err).not.toContain('维护者');
  });

  it('writes the sheet for signing where it is asked for', async () => {
    const cwd = await archive();
    await run(cwd, ['review', ...RULES, '--checklist', '稿.docx']);
    expect(readFileSync(join(cwd, '稿-核查单.html'), 'utf8')).toContain('<td>背景依据</td><td>✔ 有</td>');
    expect(Object.keys(await partsOf(readFileSync(join(cwd, '稿-核查单.docx'))))).toContain('word/document.xml');
  });

  it.each([
    ['稿.md', '# 解读\n'],
    ['稿.doc', 'x'],
    ['坏.docx', 'no zip'],
  ])('refuses %s with the reason', async (name, content) => {
    const cwd = archiveWith({ [name]: content });
    const { code, err } = await run(cwd, ['review', '--no-config-lookup', name]);
    expect(code).toBe(2);
    expect(err).toContain(name);
  });

  it('tells of a file that is not there', async () => {
    const { code, err } = await run(archiveWith({}), ['review', '--no-config-lookup', '无.docx']);
    expect(code).toBe(2);
    expect(err).toContain('无.docx');
  });
});
