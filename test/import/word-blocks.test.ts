import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { imported } from './imported.js';
import { field, left, lines, p, run, TITLE, word } from './word.js';

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
const numbered = (text: string, ilvl = 0, numId = 1, more = '') =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>${more}`);

describe('automatic numbers', () => {
  it.each([
    ['chineseCounting', 11, '十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographLegalTraditional', 3, '參'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 2, '丑'],
    ['ideographEnclosedCircle', 2, '㊁'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircleChinese', 21, '21 '],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 3, '03 '],
    ['upperRoman', 14, 'XIV '],
    ['lowerRoman', 4, 'iv '],
    ['upperLetter', 27, 'AA '],
    ['lowerLetter', 3, 'c '],
    ['ordinal', 22, '22nd '],
    ['none', 5, ''],
  ])('%s: %i', async (format, start, label) => {
    const numbering = list(level(0, format, '%1').replace('<w:start w:val="1"/>', `<w:start w:val="${start}"/>`));
    expect(await lines(numbered('采砂许可。'), { numbering })).toEqual([`${label}采砂许可。`.trim()]);
  });

  it('of a format that nobody knows are digits, and told of', async () => {
    const numbering = list(level(0, 'klingon', '%1、'));
    expect(await left(numbered('采砂。'), { numbering })).toEqual({ numberFormats: ['klingon'] });
  });

  const statute = (restart: string) =>
    list(level(0, 'chineseCounting', '第%1章') + level(1, 'chineseCounting', '第%2条', restart));
  it.each([
    ['run on where the list says so', '<w:lvlRestart w:val="0"/>', '第二条　丁。'],
    ['begin anew below each upper one', '', '第一条　丁。'],
    ['begin anew below the level that is named', '<w:lvlRestart w:val="1"/>', '第一条　丁。'],
  ])('%s', async (_, restart, last) => {
    const body = numbered('总则') + numbered('乙。', 1) + numbered('许可') + numbered('丁。', 1);
    expect((await lines(body, { numbering: statute(restart) })).at(-1)).toBe(last);
  });

  it('begin where a list of the same kind is told to', async () => {
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>';
    const numbering = list(level(0, 'chineseCounting', '（%1）'), nums);
    const body = numbered('甲。') + numbered('乙。', 0, 2) + numbered('丙。', 0, 2) + numbered('丁。', 0, 3);
    expect(await lines(body, { numbering })).toEqual(['（一）甲。', '（五）乙。', '（六）丙。', '（七）丁。']);
  });

  it('show upper ones as they are, or in digits where the list is legal', async () => {
    const upper = level(0, 'chineseCounting', '%1、');
    const body = numbered('甲') + numbered('乙。', 1);
    const plain = { numbering: list(upper + level(1, 'decimal', '%1.%2')) };
    const legal = { numbering: list(upper + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) };
    expect((await lines(body, plain)).at(-1)).toBe('一.1 乙。');
    expect((await lines(body, legal)).at(-1)).toBe('1.1 乙。');
  });

  const han = { numbering: list(level(0, 'chineseCounting', '%1、')) };
  const deleted = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>';
  it.each([
    ['deleted', numbered(`<w:del w:id="2">${run('丙').replaceAll('w:t', 'w:delText')}</w:del>`, 0, 1, deleted)],
    [
      'moved away',
      numbered(`<w:moveFrom w:id="2">${run('丙')}</w:moveFrom>`, 0, 1, '<w:rPr><w:moveFrom w:id="1"/></w:rPr>'),
    ],
    ['hidden with their mark', numbered(run('丙', '<w:vanish/>'), 0, 1, '<w:rPr><w:vanish/></w:rPr>')],
    [
      'of a deleted row',
      `<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${numbered('丙')}</w:tc></w:tr></w:tbl>`,
    ],
    ['without a number of their own', p('丙', '<w:numPr><w:numId w:val="0"/></w:numPr>').replace('丙', '')],
  ])('do not count paragraphs that are %s', async (_, gone) => {
    const body = numbered('甲。') + gone + numbered('乙。');
    expect((await lines(body, han)).filter(Boolean)).toEqual(['一、甲。', '二、乙。']);
  });
});

describe('paragraph marks', () => {
  const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
  it.each([
    ['deleted, join two paragraphs', p('前半，', gone) + p('后半。'), ['前半，后半。']],
    ['deleted twice, join three', p('甲，', gone) + p('乙，', gone) + p('丙。'), ['甲，乙，丙。']],
    ['of a wholly deleted paragraph leave nothing', p('<w:del w:id="2"/>', gone) + p('后半。'), ['后半。']],
    [
      'deleted before a table end there',
      `${p('前半。', gone)}<w:tbl><w:tr><w:tc>${p('表中')}</w:tc></w:tr></w:tbl>`,
      ['前半。', '表中'],
    ],
    ['deleted at the end lose nothing', p('最后。', gone), ['最后。']],
    [
      'of a large first letter join it to its line',
      p('采', '<w:framePr w:dropCap="drop"/>') + p('砂实行许可。'),
      ['采砂实行许可。'],
    ],
  ])('%s', async (_, body, text) => {
    expect(await lines(body)).toEqual(text);
  });
});

const tc = (text: string, looks = '') => `<w:tc><w:tcPr>${looks}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, looks = '') => `<w:tr>${looks && `<w:trPr>${looks}</w:trPr>`}${cells}</w:tr>`;
const tbl = (rows: string) => `<w:tbl>${rows}</w:tbl>`;

describe('titles', () => {
  const centred = (text: string) => p(text, '<w:jc w:val="center"/>');
  it.each([
    [
      'with an office that has two names',
      ['云政发〔2025〕7号', '云溪市健康委员会', '（爱国卫生运动委员会）', '关于印发《健康方案》的通知'],
      '云溪市健康委员会（爱国卫生运动委员会）关于印发《健康方案》的通知',
    ],
    [
      'broken within a name that ends as one',
      ['云溪市人民政府关于印发《云溪市发展规划', '实施办法》的通知'],
      '云溪市人民政府关于印发《云溪市发展规划实施办法》的通知',
    ],
    [
      'broken behind a word that ends others',
      ['云溪市人民政府关于办好人大代表', '建议的通知'],
      '云溪市人民政府关于办好人大代表建议的通知',
    ],
    ['with a stage', ['云溪市停车管理办法', '（征求意见稿）'], '云溪市停车管理办法（征求意见稿）'],
    [
      'without the remark below them',
      ['云溪市停车管理办法', '（2024年3月1日市政府常务会议通过）'],
      '云溪市停车管理办法',
    ],
  ])('%s', async (_, head, title) => {
    const body = head.map(centred).join('') + p('各区人民政府：') + p('为规范停车，现印发给你们。');
    expect((await imported(await word(body), 'a.docx')).title).toBe(title);
  });
});

describe('tables', () => {
  const head = tr(tc('对象') + tc('标准') + tc('时限'));
  it.each([
    [
      'cells that a change deletes',
      tr(`${tc('个人')}${tc('甲')}${tc('旧', '<w:cellDel w:id="4"/>')}`),
      '| 个人 | 甲 | |',
    ],
    ['rows that begin late', tr(tc('100元') + tc('3日'), '<w:gridBefore w:val="1"/>'), '| | 100元 | 3日 |'],
    ['rows that end early', tr(tc('个人') + tc('100元'), '<w:gridAfter w:val="1"/>'), '| 个人 | 100元 | |'],
    ['cells across columns', tr(tc('个人') + tc('面议', '<w:gridSpan w:val="2"/>')), '| 个人 | 面议 | |'],
    [
      'cells merged in the old way',
      tr(tc('个人') + tc('面议', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>')),
      '| 个人 | 面议 | |',
    ],
    [
      'rows in a control',
      `<w:sdt><w:sdtContent>${tr(tc('个人') + tc('甲') + tc('乙'))}</w:sdtContent></w:sdt>`,
      '| 个人 | 甲 | 乙 |',
    ],
    [
      'cells in a control',
      tr(`<w:sdt><w:sdtContent>${tc('个人')}</w:sdtContent></w:sdt>${tc('甲')}${tc('乙')}`),
      '| 个人 | 甲 | 乙 |',
    ],
  ])('%s', async (_, row, text) => {
    const [table = ''] = await lines(tbl(head + row));
    expect(table.split('\n').at(-1)?.replace(/\s+/g, ' ')).toBe(text);
  });

  it('keep cells that go down rows in their column', async () => {
    const rows =
      head +
      tr(tc('个人', '<w:vMerge w:val="restart"/>') + tc('甲') + tc('1日')) +
      tr(tc('', '<w:vMerge/>') + tc('乙') + tc('2日'));
    const [table = ''] = await lines(tbl(rows));
    expect(table.split('\n').at(-1)?.replace(/\s+/g, ' ')).toBe('| | 乙 | 2日 |');
  });

  it('of spans beyond all bounds are read', async () => {
    const [table = ''] = await lines(tbl(head + tr(tc('宽', '<w:gridSpan w:val="999999999"/>') + tc('尾'))));
    expect(table).toContain('宽');
    expect(table).toContain('尾');
  });
});

describe('tables of contents', () => {
  const styles = (name: string) => `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="${name}"/></w:style>`;
  const line = (text: string, looks = '') =>
    p(`<w:hyperlink w:anchor="_Toc1">${run(text)}<w:r><w:tab/></w:r>${run('1')}</w:hyperlink>`, looks);
  const heading = p('一、背景依据') + p('采砂点40多处。');
  it.each([
    ['of Word', 'toc 1'],
    ['of WPS', 'WPSOffice手动目录 1'],
    ['of LibreOffice', 'Contents 1'],
  ])('in a style %s', async (_, name) => {
    const body = p('目　录') + p('一、背景依据 1', '<w:pStyle w:val="T"/>') + heading;
    expect(await lines(body, { styles: styles(name) })).toEqual(['## 一、背景依据', '采砂点40多处。']);
  });
  it.each([
    [
      'in a control',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、背景依据 1')}</w:sdtContent></w:sdt>`,
    ],
    ['in a field', p('目录') + p(field('TOC \\o', '一、背景依据 1'))],
    ['of links to headings', p('目录') + line('一、背景依据')],
    ['typed below their title', p('目　录') + p('一、背景依据……………1') + p('二、主要内容……………2')],
  ])('%s', async (_, contents) => {
    expect(await lines(contents + heading)).toEqual(['## 一、背景依据', '采砂点40多处。']);
    expect(Object.keys(await left(contents + heading))).toEqual(['contents']);
  });
  it('are not what merely speaks of one', async () => {
    expect(await lines(p('权责清单见目录1。') + p('共计2'))).toEqual(['权责清单见目录1。', '共计2']);
  });
});

describe('drawings', () => {
  const box = (text: string) => `<wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp>`;
  const drawing = (inside: string) =>
    `<w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const vml = (text: string) =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  const both = (choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  it.each([
    ['a text box of the newer kind', drawing(box('咨询电话12345。'))],
    ['a text box of the older kind', vml('咨询电话12345。')],
    ['one written in both ways, once', both(drawing(box('咨询电话12345。')), vml('咨询电话12345。'))],
    ['one that only the older way holds', both('', vml('咨询电话12345。'))],
    ['words drawn as art', '<w:pict><v:shape><v:textpath string="咨询电话12345。"/></v:shape></w:pict>'],
    ['a shape with text of its own', drawing('<a:txBody><a:p><a:r><a:t>咨询电话12345。</a:t></a:r></a:p></a:txBody>')],
  ])('%s', async (_, inside) => {
    expect(await lines(p(`${run('甲。')}<w:r>${inside}</w:r>`))).toEqual(['甲。', '咨询电话12345。']);
  });

  it('that cannot come along are told of', async () => {
    const parts = {
      'data1.xml':
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:t>受理</dgm:t><dgm:t>决定</dgm:t></dgm:dataModel>',
    };
    const body = p(
      `<w:r>${drawing('<dgm:relIds r:dm="rIdD"/>')}</w:r><w:r>${drawing('<c:chart r:id="rIdC"/>')}</w:r><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`,
    );
    expect(await left(body, parts, [['rIdD', 'diagramData', 'data1.xml']])).toEqual({
      smartArt: ['受理；决定'],
      charts: [],
      embedded: ['Excel.Sheet.12'],
    });
  });
});

describe('parts joined to the text as they are', () => {
  const chunk = '<w:altChunk r:id="rIdA"/>';
  const relation = (target: string) => [['rIdA', 'aFChunk', target]] as const;
  it.each([
    ['a page', 'a.html', '<html><body><p>许可期限一年。</p></body></html>'],
    [
      'a web archive',
      'a.mht',
      'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>许可期限一年。</p>',
    ],
    ['lines of text', 'a.txt', '许可期限一年。'],
  ])('%s', async (_, name, content) => {
    expect(await lines(p('甲。') + chunk, { [name]: content }, relation(name))).toEqual(['甲。', '许可期限一年。']);
  });
  it('another Word file', async () => {
    const inner = await word(p('许可期限一年。'));
    expect(await lines(p('甲。') + chunk, { 'b.docx': inner }, relation('b.docx'))).toEqual(['甲。', '许可期限一年。']);
  });
  it.each([
    ['hidden', '<p hidden>内部掌握，实际12万元。</p>', { hidden: ['内部掌握，实际12万元。'] }],
    [
      'of its styles',
      '<style>.m{display:none}</style><p class="m">内部掌握，12万元。</p>',
      { hidden: ['内部掌握，12万元。'] },
    ],
    ['remarked', '<div class=msocomtxt>请核实。</div>', { comments: ['请核实。'] }],
    ['in a frame', '<iframe src="b.html"></iframe>', { frames: ['b.html'] }],
    ['in a paper of its own', '<object data="b.pdf"></object>', { frames: ['b.pdf'] }],
  ])('what is left out of a page is told of: %s', async (_, html, told) => {
    const page = `<html><body><p>许可期限一年。</p>${html}</body></html>`;
    expect(await left(chunk, { 'a.html': page }, relation('a.html'))).toEqual(told);
  });
  it.each([
    ['RTF', relation('a.rtf'), { 'a.rtf': '{\\rtf1 a}' }],
    ['a part that is not there', relation('gone.html'), {}],
    ['an address out of the file', relation('https://evil.example/a.html'), {}],
  ])('%s is told of', async (_, relations, parts) => {
    expect(Object.keys(await left(chunk, parts, relations))).toEqual(['parts']);
  });
});

describe('what stands beside the text', () => {
  it('headers and footers are told of, and handed out', async () => {
    const result = await imported(
      await word(TITLE + p('正文。'), { hdr1: p('机密★1年'), ftr1: p('— 1 —') }, [
        ['rIdH', 'header', 'hdr1.xml'],
        ['rIdF', 'footer', 'ftr1.xml'],
      ]),
      'a.docx',
    );
    expect(result.margins).toEqual(['机密★1年']);
    expect(result.notes).toEqual([{ id: 'headers', count: 1, examples: ['机密★1年'] }]);
  });

  it('comments and deleted text are told of', async () => {
    const deletedRun = `<w:del w:id="1"><w:r><w:delText>删去的话</w:delText></w:r></w:del>`;
    expect(
      await left(p(`${run('甲')}${deletedRun}`), { comments: `<w:comment w:id="0">${p('请核实')}</w:comment>` }),
    ).toEqual({ deleted: ['删去的话'], comments: ['请核实'] });
  });

  it('footnotes come along, a note twice referred to once, and are no sections', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const result = await imported(
      await word(TITLE + p(run('一、背景依据')) + p(run('采砂') + reference + run('和运砂') + reference + run('。')), {
        footnotes: `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p('二、按年统计。')}</w:footnote>`,
      }),
      'a.docx',
    );
    expect(result.body).toContain('采砂[^1]和运砂[^1]。');
    expect(result.body.match(/^\[\^1\]: 二、按年统计。$/gm)).toHaveLength(1);
    expect(parseDocument(result.body, { path: '' }).sections.map(({ title }) => title)).toEqual(['一、背景依据']);
  });

  it('each line knows the paragraphs that it comes from', async () => {
    const body =
      TITLE +
      p('') +
      p('一、补贴标准') +
      p('每人100元。') +
      tbl(tr(tc('对象') + tc('标准')) + tr(tc('个人') + tc('100元'))) +
      p('甲，', '<w:rPr><w:del w:id="1"/></w:rPr>') +
      p('乙。');
    const { body: text, places, paragraphs } = await imported(await word(body), 'a.docx');
    const all = text.split('\n');
    expect(places.map(({ line, paragraph }) => [all[line - 1], paragraph, paragraphs.get(paragraph)])).toEqual([
      ['# 云溪市河道采砂管理办法解读', 1, '云溪市河道采砂管理办法解读'],
      ['## 一、补贴标准', 3, '一、补贴标准'],
      ['每人100元。', 4, '每人100元。'],
      ['| 对象 | 标准 |', 5, '对象'],
      ['| 对象 | 标准 |', 6, '标准'],
      ['| 个人 | 100元 |', 7, '个人'],
      ['| 个人 | 100元 |', 8, '100元'],
      ['甲，乙。', 9, '甲，乙。'],
    ]);
  });

  it('what is guessed is named', async () => {
    const { guessed, guesses } = await imported(await word(TITLE + p('正文。')), 'a.docx');
    expect(guessed).toEqual(guesses.filter(({ sure }) => sure).map(({ key }) => key));
    expect(guessed).toContain('title');
  });
});
