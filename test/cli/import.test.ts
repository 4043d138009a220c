import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { p, TITLE, word } from '../import/word.js';
import { CommandLine } from './command-line.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/import');

const cli = new CommandLine();
const run = (...words: string[]) => cli.run(words);

const copy = (fixture: string, name: string) => {
  mkdirSync(join(cli.folder, name, '..'), { recursive: true });
  cpSync(join(FIXTURES, fixture), join(cli.folder, name));
};
const read = (name: string) => cli.read(name);
const page = (title: string, text: string) =>
  `<html><head><meta charset="utf-8"></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

describe('import', () => {
  it('writes Markdown beside its source, and says what was guessed and from what', async () => {
    copy('住宅维修资金-red.docx', '细则.docx');
    expect(await run('import', '细则.docx')).toBe(0);
    expect(cli.out).toContain('细则.docx → 细则.md\n  类型：政策文件（取自标题里的“通知”）');
    expect(cli.out).toContain('  印发日期：2021-06-18（取自落款）');
    expect(read('细则.md')).toContain('文号: 临住建规字〔2021〕2号 # 推测：取自文头，请核对\n');
  });

  it('gives a file that the linter has nothing to say of but what is missing', async () => {
    copy('住宅维修资金-red.docx', '细则.docx');
    await run('import', '细则.docx');
    expect(await run('细则.md', '-f', 'json')).toBe(1);
    const [{ messages }] = JSON.parse(cli.out);
    expect(messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'meta/schema',
      'link/interpretation-link',
    ]);
  });

  it('never overwrites, and goes on', async () => {
    cli.write('a.html', page('甲办法解读', '正文，讲标准。'));
    cli.write('b.html', page('乙办法解读', '正文，讲标准。'));
    cli.write('a.md', '我的');
    expect(await run('import', 'a.html', 'b.html')).toBe(2);
    expect(read('a.md')).toBe('我的');
    expect(read('b.md')).toContain('# 乙办法解读');
    expect(cli.err).toContain('a.html  没有导入：a.md 已经存在，没有改动它');
  });

  it.each(['解读.docm', '解读.DOCM', '甲/解读.docm'])(
    'takes Word files with macros, named and in folders: %s',
    async (name) => {
      copy('养老补贴解读-named.docx', `来稿/${name}`);
      expect(await run('import', '来稿')).toBe(0);
      expect(existsSync(join(cli.folder, '来稿', name.replace(/\.docm$/i, '.md')))).toBe(true);
      expect(await run('import', `来稿/${name}`, '-o', '另')).toBe(0);
      expect(existsSync(join(cli.folder, '另/解读.md'))).toBe(true);
    },
  );

  it('takes folders, keeps their structure, and speaks of what it cannot import', async () => {
    copy('养老补贴解读-named.docx', '来稿/甲/解读.docx');
    copy('养老服务办法-trs.html', '来稿/办法.html');
    cli.write('来稿/旧.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    cli.write('来稿/~$解读.docx', 'x');
    mkdirSync(join(cli.folder, '来稿/办法_files'));
    cli.write('来稿/办法_files/frame.html', page('广告', '广告，广告。'));
    expect(await run('import', '来稿', '-o', '文库', '--format', 'json')).toBe(2);
    const { imported, failed } = JSON.parse(cli.out);
    expect(imported.map(({ target }: { target: string }) => target)).toEqual(['文库/办法.md', '文库/甲/解读.md']);
    expect(failed).toEqual([
      { source: '来稿/旧.doc', reason: 'oldWord', message: expect.stringContaining('“另存为”选 .docx') },
    ]);
  });

  it.each([
    ['a Word file with comments', '解读-批注.docx', ['review', '来稿/解读.docx']],
    ['sheets', '解读-核查单.html', ['review', '来稿/解读.docx', '--checklist']],
    ['the page of an audit', '核查.html', ['audit', '来稿', '--html', '来稿/核查.html']],
    ['a report', '报告.html', ['来稿', '-f', 'html', '-o', '来稿/报告.html']],
    ['a page for drafts', '检查.html', ['page', '-o', '来稿/检查.html']],
  ])('leaves out what the program wrote itself, and says so: %s', async (_, name, words) => {
    copy('养老补贴解读-named.docx', '来稿/解读.docx');
    await run(...words);
    expect(existsSync(join(cli.folder, '来稿', name))).toBe(true);
    expect(await run('import', '来稿')).toBe(0);
    expect(readdirSync(join(cli.folder, '来稿')).filter((file) => file.endsWith('.md'))).toEqual(['解读.md']);
    expect(cli.out).toMatch(new RegExp(`jiedu-lint 自己写出的文件 \\d 个没有导入：.*来稿/${name}`));
    await run('import', '来稿', '--format', 'json', '-o', '文库');
    expect(JSON.parse(cli.out).own).toContain(`来稿/${name}`);
  });

  it('imports what the program wrote where somebody names it', async () => {
    copy('养老补贴解读-named.docx', '解读.docx');
    await run('review', '解读.docx');
    expect(await run('import', '解读-批注.docx')).toBe(0);
    expect(read('解读-批注.md')).toContain('养老');
  });

  it('links papers that are imported together', async () => {
    copy('养老服务办法-trs.html', '办法.html');
    copy('养老补贴解读-named.docx', '解读/解读.docx');
    expect(await run('import', '.')).toBe(0);
    expect(read('解读/解读.md')).toContain('政策文件: ../办法.md # 推测：取自一起导入的文件，请核对');
    expect(read('办法.md')).toContain('解读材料: [解读/解读.md] # 推测：取自一起导入的文件，请核对');
    expect(await run('.')).toBe(0);
  });

  it('finds the policy in the archive', async () => {
    mkdirSync(join(cli.folder, '政策'));
    cli.write('jiedu-lint.config.yaml', 'extends: recommended\n');
    writeFileSync(
      join(cli.folder, '政策/a#1.md'),
      '---\n类型: 政策文件\n标题: 云溪市居家养老服务补贴办法\n文号: 云政办规〔2024〕3号\n---\n\n正文。\n',
    );
    copy('养老补贴解读-named.docx', '解读.docx');
    expect(await run('import', '解读.docx')).toBe(0);
    expect(read('解读.md')).toContain('政策文件: 政策/a%231.md # 推测：取自文库里的文件');
  });

  it('gives sources of one name files of their own', async () => {
    cli.write('a.html', page('甲办法解读', '正文，讲标准。'));
    cli.write('A.htm', page('乙办法解读', '正文，讲标准。'));
    expect(await run('import', 'a.html', 'A.htm', 'a.html')).toBe(0);
    expect(read('A.md')).toContain('乙办法解读');
    expect(read('a-2.md')).toContain('甲办法解读');
  });

  it('leaves what it did not find open, for the linter to ask', async () => {
    cli.write('a.html', page('云溪市停车管理办法', '第一条　为了规范停车，制定本办法。'));
    await run('import', 'a.html', '--locale', 'en');
    expect(read('a.md')).toContain('\nnumber: # not found; fill it in\n');
    await run('a.md', '-f', 'json');
    expect(cli.out).toContain('meta/schema');
  });

  it('says what is not there', async () => {
    mkdirSync(join(cli.folder, '空'));
    expect(await run('import', '没有.docx', '空')).toBe(2);
    expect(cli.err).toContain('找不到“没有.docx”');
    expect(cli.err).toContain('“空”下面没有可导入的文件');
    expect(existsSync(join(cli.folder, '没有.md'))).toBe(false);
  });

  it('renews the text of files imported before, and keeps what was filled in', async () => {
    cli.write('a.html', page('甲办法解读', '旧的正文，讲标准。'));
    await run('import', 'a.html');
    cli.write('a.md', read('a.md').replace(/^政策文件:.*$/m, '解读单位: 市水务局'));
    cli.write('a.html', page('甲办法解读', '新的正文，讲标准。'));
    expect(await run('import', 'a.html', '--update')).toBe(0);
    expect(read('a.md')).toContain('新的正文，讲标准。');
    expect(read('a.md')).not.toContain('旧的正文');
    expect(read('a.md')).toContain('解读单位: 市水务局\n');
  });

  it('updates nothing that is not there, but imports it', async () => {
    cli.write('a.html', page('甲办法解读', '正文，讲标准。'));
    expect(await run('import', 'a.html', '--update')).toBe(0);
    expect(read('a.md')).toContain('正文，讲标准。');
  });

  it('gives no name to what it refuses', async () => {
    cli.write('解读.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]));
    cli.write('解读.html', page('甲办法解读', '正文，讲标准。'));
    expect(await run('import', '解读.doc', '解读.html')).toBe(2);
    expect(read('解读.md')).toContain('甲办法解读');
  });

  it('refuses pipes and devices', async () => {
    execFileSync('mkfifo', [join(cli.folder, 'a.html')]);
    symlinkSync('/dev/zero', join(cli.folder, 'b.html'));
    expect(await run('import', 'a.html', 'b.html')).toBe(2);
    expect(cli.err).toBe(
      ['a.html', 'b.html']
        .map((name) => `${name}  不是普通文件（是管道或设备），没有导入。请把内容存成文件再导入\n`)
        .join(''),
    );
  });

  it('tells of links that lead cli.out, and of names that are no text', async () => {
    mkdirSync(join(cli.folder, '来稿'));
    cli.write('外面.html', page('乙办法解读', '正文，讲标准。'));
    symlinkSync('../外面.html', join(cli.folder, '来稿/链接.html'));
    cli.write('来稿/a.html', page('甲办法解读', '正文，讲标准。'));
    writeFileSync(
      Buffer.concat([Buffer.from(`${join(cli.folder, '来稿')}/`), Buffer.from([0xbd, 0xe2]), Buffer.from('.html')]),
      page('丙办法解读', '正文，讲标准。'),
    );
    expect(await run('import', '来稿')).toBe(2);
    expect(cli.err).toContain('来稿/链接.html 是通到文件夹外面的链接');
    expect(cli.err).toMatch(/来稿\/.+\.html 的名字不是 UTF-8 编码/);
    expect(cli.out).toContain('导入 1 个文件，2 个没有导入');
  });

  it('reports marks of secrecy in headers, and what it left out', async () => {
    const bytes = await word(TITLE + p('正文，讲采砂。'), { hdr1: p('机密★1年') }, [['rIdH', 'header', 'hdr1.xml']]);
    cli.write('a.docx', bytes);
    expect(await run('import', 'a.docx')).toBe(0);
    expect(cli.out).toContain('  页眉或页脚里有标记“机密★1年”。请先停止发布，按保密规定核实\n');
    expect(cli.out).toContain('  页眉、页脚 1 处没有读入：机密★1年\n');
  });

  it('leaves nothing half written', async () => {
    cli.write('a.html', page('甲办法解读', '正文，讲标准。'));
    await run('import', 'a.html');
    expect(readdirSync(cli.folder).sort()).toEqual(['a.html', 'a.md']);
  });

  it('asks for files', async () => {
    expect(await run('import')).toBe(2);
    expect(cli.err).toContain('缺少参数');
  });
});
