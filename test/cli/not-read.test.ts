import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { page } from '../import/imported.js';
import { p, TITLE, run as text, word } from '../import/word.js';
import { archiveWith, run } from './command.js';

const CONFIG = { 'jiedu-lint.config.yaml': 'rules:\n  structure/no-placeholder: error\n' };
const BODY = TITLE + p('为规范采砂，市政府印发了办法，现就有关内容解读如下。');
const SECRET = p(text('内部掌握，实际60处，联系人13812345678。', '<w:vanish/>'));

const FILES = {
  'hidden text': ['稿.docx', () => word(BODY + SECRET), 'hidden', '隐藏的或白底白字的文字 1 处'],
  'white text': ['稿.docx', () => word(BODY + p(text('内部掌握', '<w:color w:val="FFFFFF"/>'))), 'hidden', '白底白字'],
  'a field without a result': [
    '稿.docx',
    () => word(BODY + p(`${text('共')}<w:fldSimple w:instr=" DOCPROPERTY 页数 "/>${text('页')}`)),
    'fields',
    '域 1 个没有保存结果',
  ],
  'a chart': [
    '稿.docx',
    () =>
      word(
        BODY +
          p(
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
          ),
      ),
    'charts',
    '图表 1 个',
  ],
  'a frame of a page': [
    '稿.html',
    () => page(`<h1>采砂办法解读</h1><p>市政府印发了办法，现解读如下。</p><iframe src="a.pdf"></iframe>`),
    'frames',
    '网页里的框架 1 个',
  ],
} as const;

describe.each(Object.entries(FILES))('what is not read of a file: %s', (_, [name, bytes, id, words]) => {
  it('is told by every command that checks it', async () => {
    const folder = archiveWith({ ...CONFIG, [name]: await bytes() });
    const note = `1 份里有内容没有读入（隐藏的文字、图表、嵌入的文件之类），这部分没有检查：${name}。用 jiedu-lint inspect 看是哪些`;
    for (const argv of [['.'], [name], ['-f', 'markdown', name], ['--cache', '.'], ['--cache', '.']])
      expect((await run(folder, argv)).out).toContain(note);
    const json = await run(folder, ['-f', 'json', name]);
    expect([JSON.parse(json.out)[0].notRead, json.err]).toEqual([{ [id]: 1 }, `${note}\n`]);
    expect((await run(folder, ['audit', '.', '--json', 'a.json'])).out).toContain('有内容没有读入 1 份');
    const { files } = JSON.parse(readFileSync(`${folder}/a.json`, 'utf8'));
    expect(files.map(({ partly }: { partly: number }) => partly).reduce((a: number, b: number) => a + b)).toBe(1);
    expect((await run(folder, ['inspect', name])).out).toMatch(new RegExp(`注意：.*${words}`));
  });
});

describe('what is not read of a file', () => {
  it('stands in the first comment of a review, and is said', async () => {
    const folder = archiveWith({ ...CONFIG, '稿.docx': await word(BODY + SECRET) });
    const said = '隐藏的或白底白字的文字 1 处没有读入，请核对原文件里是否应当删去：内部掌握，实际60处，联系人';
    expect((await run(folder, ['review', '稿.docx'])).out).toContain(said);
    const zip = await JSZip.loadAsync(readFileSync(`${folder}/稿-批注.docx`));
    const comments = (await zip.file('word/comments.xml')?.async('string')) ?? '';
    expect(comments).toContain(`没有核查：${said}`);
    expect(comments).not.toContain('13812345678');
  });

  it.each([
    [
      'headers and comments',
      'a.docx',
      () => word(BODY, { comments: `<w:comment w:id="1">${p('再核。')}</w:comment>` }),
    ],
    [
      'what tracked changes delete',
      'a.docx',
      () => word(BODY + p(`<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>${text('新文。')}`)),
    ],
    [
      'a menu that a page hides',
      'a.html',
      () => page(`<h1>采砂办法解读</h1><p>市政府印发了办法，现解读如下。</p><ul hidden><li>首页<li>公开</ul>`),
    ],
    ['pictures', 'a.html', () => page(`<h1>采砂办法解读</h1><p>市政府印发了办法，现解读如下。</p><img src="a.png">`)],
    ['nothing', 'a.md', () => '# 采砂办法解读\n\n市政府印发了办法。\n'],
  ])('is not said of %s', async (_, name, bytes) => {
    const folder = archiveWith({ ...CONFIG, [name]: await bytes() });
    const { out, err } = await run(folder, ['.']);
    expect(out + err).not.toContain('没有读入');
    expect(JSON.parse((await run(folder, ['-f', 'json', '.'])).out)[0].notRead).toBeUndefined();
  });
});
