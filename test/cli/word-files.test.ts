import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/lint/result.js';
import { page } from '../import/imported.js';
import { p, TITLE, word } from '../import/word.js';
import { archiveWith, CLEAN, run } from './command.js';

const CONFIG = 'extends: []\nrules:\n  structure/no-placeholder: error\n';
const HEADED = [
  TITLE,
  p('为规范采砂，市政府印发了办法。'),
  p('一、起草背景', '<w:pStyle w:val="1"/>'),
  p('采砂秩序需要规范。'),
  p('二、补贴标准', '<w:pStyle w:val="1"/>'),
];
const STYLES = {
  styles:
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
};
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A draft with a placeholder in its sixth paragraph, below a heading. */
const draft = (...more: string[]) => word([...HEADED, p('每亩补贴待补充。'), ...more].join(''), STYLES);

async function only(files: Record<string, string | Uint8Array>, argv: string[] = []) {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': CONFIG, ...files });
  return { folder, ran: await run(folder, argv) };
}

function messagesOf(ran: Awaited<ReturnType<typeof run>>, name: string): readonly Message[] {
  return ran.json().find(({ filePath }) => filePath.endsWith(name))?.messages ?? [];
}

describe('a Word file given to lint', () => {
  it('is checked as the Markdown that import makes of it, with paragraphs', async () => {
    const { folder, ran } = await only({ '稿.docx': await draft() }, ['-f', 'json', '稿.docx']);
    expect(ran.code).toBe(1);
    const [result] = ran.json();
    expect(result).toMatchObject({ derived: true, errorCount: 1 });
    expect(result?.messages).toMatchObject([{ ruleId: 'structure/no-placeholder', paragraph: 6 }]);
    await run(folder, ['import', '稿.docx']);
    const lines = readFileSync(join(folder, '稿.md'), 'utf8').split('\n');
    expect(lines[(result?.messages[0]?.line ?? 0) - 1]).toBe('每亩补贴待补充。');
  });

  it.each(['stylish', 'html', 'markdown', 'junit', 'compact', 'checkstyle', 'github', 'gitlab', 'sarif'])(
    'says in %s where a person finds it',
    async (format) => {
      const { ran } = await only({ '稿.docx': await draft() }, ['-f', format, '稿.docx']);
      expect(ran.out).toContain('第 6 段‘二、补贴标准’');
      expect(ran.out).not.toMatch(/(?:1[0-9]|2[0-9]):\d/);
    },
  );

  it('points services to the file and not to lines that it does not have', async () => {
    const file = { '稿.docx': await draft() };
    const { ran: sarif } = await only(file, ['-f', 'sarif', '稿.docx']);
    const [found] = JSON.parse(sarif.out).runs[0].results;
    expect(found.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E7%A8%BF.docx', uriBaseId: '%SRCROOT%' },
    });
    const { ran: gitlab } = await only(file, ['-f', 'gitlab', '稿.docx']);
    expect(JSON.parse(gitlab.out)[0].location).toEqual({ path: '稿.docx', lines: { begin: 1, end: 1 } });
  });

  it.each([
    ['a cell of a table', table(['项目', '标准'], ['复耕', '待补充']), 10],
    ['a cell of the first row', table(['复耕', '待补充'], ['项目', '标准']), 8],
    ['a paragraph behind empty ones', p('') + p('') + p('待补充'), 9],
    ['a paragraph behind a table', table(['项目', '标准']) + p('待补充'), 9],
    ['the last of many', `${p('正文。').repeat(40)}${p('待补充')}`, 47],
  ])('numbers %s as Word does', async (_, body, paragraph) => {
    const bytes = await word([...HEADED, p('每亩补贴一百元。'), body].join(''), STYLES);
    const { ran } = await only({ '稿.docx': bytes }, ['-f', 'json', '稿.docx']);
    expect(messagesOf(ran, '稿.docx').map((message) => message.paragraph)).toEqual([paragraph]);
  });

  it('is not changed by --fix, which says so', async () => {
    const config = 'extends: []\nrules:\n  format/doc-number-brackets: error\n';
    const bytes = await word([...HEADED, p('依据云政办发[2024]12号文件补贴。')].join(''), STYLES);
    const { folder, ran } = await only({ 'jiedu-lint.config.yaml': config, '稿.docx': bytes }, ['--fix', '稿.docx']);
    expect(ran.err).toContain('review --fix');
    expect(ran.out).not.toContain('可以自动改正');
    expect(new Uint8Array(readFileSync(join(folder, '稿.docx')))).toEqual(bytes);
  });

  it('tells of marks of secrecy in its header', async () => {
    const config = 'extends: []\nrules:\n  safety/no-classified-marking: error\n';
    const bytes = await word(
      `${HEADED.join('')}${p('正文。')}<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>`,
      {
        ...STYLES,
        'header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('机密★1年')}</w:hdr>`,
      },
      [['rId9', 'header', 'header1.xml']],
    );
    const { ran } = await only({ 'jiedu-lint.config.yaml': config, '稿.docx': bytes }, ['稿.docx']);
    expect(ran.out).toContain('页眉或页脚');
    expect(ran.code).toBe(1);
  });

  it('comes from the cache with the same places', async () => {
    const { folder, ran } = await only({ '稿.docx': await draft() }, ['--cache', '-f', 'json', '稿.docx']);
    const again = await run(folder, ['--cache', '-f', 'json', '稿.docx']);
    expect(again.out).toBe(ran.out);
    expect(messagesOf(again, '稿.docx')).toMatchObject([{ paragraph: 6 }]);
  });

  it('is checked on standard input under its name', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': CONFIG });
    const ran = await run(folder, ['--stdin', '--stdin-filename', '稿.docx'], { stdin: await draft() });
    expect(ran.out).toContain('第 6 段');
  });

  it('is seen by inspect', async () => {
    const { ran } = await only({ '稿.docx': await draft() }, ['inspect', '稿.docx']);
    expect(ran.out).toContain('云溪市河道采砂管理办法解读');
    expect(ran.code).toBe(0);
  });
});

describe('pages and plain text', () => {
  it.each([
    ['a page', 'a.html', page('<h1>云溪市采砂办法解读</h1><h2>二、标准</h2><p>标准待补充。</p>')],
    ['a page by its short ending', 'a.htm', page('<h1>云溪市采砂办法解读</h1><h2>二、标准</h2><p>标准待补充。</p>')],
    ['plain text', 'a.txt', '云溪市采砂办法解读\n\n标准待补充。\n'],
    ['plain text with front matter', 'b.txt', '---\n类型: 解读材料\n---\n\n标准待补充。\n'],
    ['Markdown', 'a.md', '# 云溪市采砂办法解读\n\n标准待补充。\n'],
  ])('%s is checked, named or in a folder', async (_, name, content) => {
    const { folder, ran } = await only({ [name]: content }, ['-f', 'json', name]);
    expect(messagesOf(ran, name)).toHaveLength(1);
    expect((await run(folder, ['-f', 'json', '.'])).out).toBe(ran.out);
  });

  it('tells the heading in a page, which has no paragraphs', async () => {
    const { ran } = await only({ 'a.html': page('<h1>云溪市采砂办法解读</h1><h2>二、标准</h2><p>标准待补充。</p>') }, [
      'a.html',
    ]);
    expect(ran.out).toContain('‘二、标准’');
    expect(ran.out).not.toContain(' 段');
  });
});

describe('a folder of everything', () => {
  it('checks what it can and tells of the rest', async () => {
    const { ran } = await only(
      {
        'a.md': CLEAN,
        'b.docx': await draft(),
        '~$b.docx': 'lock',
        'c.doc': 'old',
        'd.pdf': '%PDF-1.4',
        'e.png': 'picture',
        'f.xlsx': 'sheet',
        'g.html': page('<h1>云溪市采砂办法解读</h1><p>正文讲采砂的标准。</p>'),
        'g_files/ad.html': page('<p>广告待补充。</p>'),
        'requirements.txt': 'flask==1.0\n',
      },
      ['-f', 'json', '.'],
    );
    expect(ran.json().map(({ filePath }) => filePath.slice(filePath.lastIndexOf('/') + 1))).toEqual([
      'a.md',
      'b.docx',
      'g.html',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/2 份可能是文稿.*c\.doc、d\.pdf/);
    expect(ran.err).toContain('2 个文件不检查');
  });

  it('leaves a Word file aside whose Markdown lies beside it, and says so in the summary', async () => {
    const { ran } = await only({ 'a.md': CLEAN, 'a.docx': await draft(), 'a.doc': 'old' }, ['.']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/1 份旁边有同名的 \.md.*a\.docx/);
    expect(ran.out).not.toContain('a.doc。');
  });

  it('checks such a Word file where it is named', async () => {
    const { ran } = await only({ 'a.md': CLEAN, 'a.docx': await draft() }, ['-f', 'json', 'a.docx']);
    expect(messagesOf(ran, 'a.docx')).toHaveLength(1);
  });

  it('takes no report of its own for a document', async () => {
    const { folder } = await only({ 'a.md': CLEAN }, ['-f', 'html', '-o', 'report.html', '.']);
    await run(folder, ['audit', '--html', 'audit.html', 'a.md']);
    const ran = await run(folder, ['-f', 'json', '.']);
    expect(ran.json()).toHaveLength(1);
  });

  it('takes nothing of its own for a document: reviews and their sheets, reports, summaries', async () => {
    const { folder } = await only({ '稿.docx': await draft(), 'a.md': CLEAN });
    await run(folder, ['review', '稿.docx', '--checklist']);
    const { code } = await run(folder, ['page', '-o', 'page.html']);
    expect([code, readdirSync(folder).filter((name) => /^(?:稿|page)/.test(name)).length]).toEqual([0, 5]);
    const reports = ['--html', 'a.html', '--xlsx', 'a.xlsx', '--csv', 'a.csv', '--json', 'a.json'];
    const first = await run(folder, ['audit', '.', ...reports, '--xlsx-by-department', 'ledgers']);
    writeFileSync(join(folder, '摘要.txt'), first.out);
    writeFileSync(join(folder, '问题.txt'), (await run(folder, ['.'])).out);
    await run(folder, ['-f', 'markdown', '-o', '评论.md', '.']);
    const ran = await run(folder, ['-f', 'json', '.']);
    expect(ran.json().map(({ filePath }) => filePath.slice(folder.length + 1))).toEqual(['a.md', '稿.docx']);
    const second = await run(folder, ['audit', '.']);
    expect(second.out.split('\n')[1]).toBe(first.out.split('\n')[1]);
    expect(second.out).toContain('文件 2 份');
  });

  it('checks a review that was saved in Word since, and one that is named', async () => {
    const { folder } = await only({ '稿.docx': await draft() });
    await run(folder, ['review', '稿.docx']);
    const path = join(folder, '稿-批注.docx');
    expect((await run(folder, ['-f', 'json', '稿-批注.docx'])).json()).toHaveLength(1);
    const { default: JSZip } = await import('jszip');
    const zip = Object.assign(await JSZip.loadAsync(readFileSync(path)), { comment: '' });
    writeFileSync(path, await zip.generateAsync({ type: 'uint8array' }));
    expect((await run(folder, ['-f', 'json', '.'])).json()).toHaveLength(2);
  });

  it.each([
    ['旧稿.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为”选 .docx'],
    ['稿.pdf', '%PDF-1.7', '.docx'],
    ['稿.docx', 'no zip', '已损坏'],
    ['稿.rtf', '{\\rtf1}', 'RTF'],
    ['空.docx', '', '空文件'],
    ['表.xlsx', 'PK\u0003\u0004', ''],
  ])('ends with 2 for %s, named, and says what to do', async (name, content, said) => {
    const { ran } = await only({ [name]: content }, [name]);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('没有检查');
    expect(ran.out).toContain(said);
  });
});

describe('files of programs that are seldom met', () => {
  it.each(['稿.dot', '稿.dotx', '稿.dotm', '稿.wpt', '稿.uot', '稿.fodt', '稿.pages', '稿.ceb'])(
    'are named in folders: %s',
    async (name) => {
      const { ran } = await only({ 'a.md': CLEAN, [name]: new Uint8Array([1, 2, 3]) }, ['.']);
      expect(ran.out).toContain(`1 份可能是文稿，但格式读不了，没有检查：${name}。`);
    },
  );
  it.each(['稿.dotx', '稿.dotm', '稿.wps', '稿.doc'])(
    'are checked where they are Word files inside: %s',
    async (name) => {
      const { ran } = await only({ [name]: await draft() }, ['-f', 'json', name]);
      expect(messagesOf(ran, name)).toMatchObject([{ ruleId: 'structure/no-placeholder', paragraph: 6 }]);
    },
  );
});
