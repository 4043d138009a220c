import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/import/decode.js';
import { imported, PROSE, page, read } from './imported.js';

describe('encodings', () => {
  const gbk = Uint8Array.from([0xb9, 0xd8, 0xd3, 0xda, 0xb5, 0xc4, 0xb9, 0xfa]);

  it('reads bytes that are UTF-8 as UTF-8, whatever is declared', () => {
    const bytes = new TextEncoder().encode('<meta charset="gb2312">政策');
    expect(decodePage(bytes)).toMatchObject({ encoding: 'utf-8', text: '<meta charset="gb2312">政策' });
  });
  it('reads what is declared, and what contains GB2312 for GB2312', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('<meta http-equiv=Content-Type content="text/html; charset=GB2312">'),
      ...gbk,
    ]);
    expect(decodePage(bytes)).toMatchObject({ encoding: 'gb18030', text: expect.stringContaining('关于的国') });
  });
  it('guesses where nothing is declared', () => {
    expect(decodePage(gbk).text).toBe('关于的国');
  });
  it('reads UTF-16 by its mark', () => {
    expect(decodePage(Uint8Array.from([0xff, 0xfe, 0x3f, 0x65])).text).toBe('政');
  });
});

describe('what is seen of a page', () => {
  it('leaves scripts, styles and hidden text out', async () => {
    const hidden =
      '<script>var x="脚本，一段";</script><style>p{}</style><div style="display: none">隐藏甲，一段话。</div><p hidden>隐藏乙。</p><noscript>无脚本</noscript>';
    const { body } = await imported(page(`<h1>关于补贴办法的解读</h1><div>${PROSE}${hidden}</div>`));
    expect(body).not.toMatch(/脚本|隐藏|p\{\}/);
  });

  it('makes addresses absolute from where the page was saved', async () => {
    const saved = '<!-- saved from url=(0042)https://www.yunxi.gov.cn/zwgk/a/index.html -->';
    const { document } = await read(
      saved + page(`<h1>关于补贴办法的解读</h1>${PROSE}<p>详见<a href="../b.html">全文</a>。</p>`),
    );
    expect(document.links.map(({ to }) => to)).toContain('https://www.yunxi.gov.cn/zwgk/b.html');
  });

  it('keeps the words of links that lead nowhere, and says so', async () => {
    const { body, notes } = await imported(
      page(
        `<h1>关于补贴办法的解读</h1>${PROSE}<p>详见<a href="b.html">全文</a>、<a href="javascript:x()">脚本</a>。</p>`,
      ),
    );
    expect(body).toContain('详见全文、脚本。');
    expect(notes).toEqual([{ id: 'links', count: 1, examples: ['b.html'] }]);
  });

  it('makes paragraphs of lines set apart by <br>', async () => {
    const { body } = await imported(
      page(
        '<h1>关于补贴办法的解读</h1><div>　　第一段，讲背景和依据，内容较长。<br>　　<b>一、标准</b><br><br>&nbsp;&nbsp;第二段，讲标准。</div>',
      ),
    );
    expect(body).toBe('# 关于补贴办法的解读\n\n第一段，讲背景和依据，内容较长。\n\n## 一、标准\n\n第二段，讲标准。\n');
  });

  it('writes bold type so that it is bold without entities', async () => {
    const { body } = await imported(
      page(
        `<h1>关于补贴办法的解读</h1>${PROSE}<p><b>适用范围：</b>本市。见<b>《办法》</b>第三条，联系 a_b@x.com，www.x.com。</p>`,
      ),
    );
    expect(body).toContain('**适用范围**：本市。见《**办法**》第三条，联系 a_b@x.com，www.x.com。');
  });

  it('takes what content systems put around the text for what it is', async () => {
    const around =
      '<div class="nav"><a href="/">首页</a><a href="/a">政务</a><a href="/b">服务</a></div><div>当前位置：首页 &gt; 解读</div>';
    const tail =
      '<p>责任编辑：某某</p><p>【打印】【关闭】</p><div class="xgwz">相关阅读<ul><li><a href="/1">一条新闻的标题</a></li></ul></div><p>版权所有：云溪市人民政府　ICP备1号</p>';
    const { body } = await imported(
      page(
        `<div><h1>关于补贴办法的解读</h1><p>来源：云溪市民政局　发布时间：2024-03-05　浏览次数：3</p>${PROSE}${tail}</div>`,
        { around },
      ),
    );
    expect(body).toBe(
      '# 关于补贴办法的解读\n\n为规范补贴发放，市政府办公室印发了办法，现就有关内容解读如下。\n\n办法适用于本市行政区域内的申请、审核和发放。\n',
    );
  });

  it('keeps files to download that stand below the text', async () => {
    const { document } = await read(
      page(
        `<div><div class="TRS_Editor"><h1>关于补贴办法的解读</h1>${PROSE}</div><div class="fj">附件：<a href="http://x.gov.cn/a.docx">申请表</a></div></div>`,
      ),
    );
    expect(document.links.map(({ to }) => to)).toContain('http://x.gov.cn/a.docx');
  });
});

describe('tables', () => {
  const table = async (rows: string) =>
    (await imported(page(`<h1>关于补贴办法的解读</h1>${PROSE}<table>${rows}</table>`))).body.split('发放。\n\n')[1];

  it('fills merged cells up', async () => {
    expect(
      await table('<tr><th rowspan=2>对象<th colspan=2>标准</tr><tr><td>低<td>高</tr><tr><td>个人<td>1<td>2</tr>'),
    ).toBe('| 对象 | 标准 | |\n| - | - | - |\n| | 低 | 高 |\n| 个人 | 1 | 2 |\n');
  });
  it.each([
    [
      'a span of 0 goes down to the end of its part',
      '<tr><th>类<th>对象<th>标准</tr><tbody><tr><td rowspan=0>甲类<td>个人<td>1</tr><tr><td>单位<td>2</tr></tbody><tbody><tr><td>乙类<td>个人<td>3</tr></tbody>',
      ['类 对象 标准', '甲类 个人 1', ' 单位 2', '乙类 个人 3'],
    ],
    [
      'so it does in a table without parts',
      '<tr><td>类<td>对象</tr><tr><td rowspan="0">甲类<td>个人</tr><tr><td>单位</tr><tr><td>村集体</tr>',
      ['类 对象', '甲类 个人', ' 单位', ' 村集体'],
    ],
    [
      'a span of 0 in the last row is one row',
      '<tr><td>类<td>对象</tr><tr><td rowspan="0">甲类<td>个人</tr>',
      ['类 对象', '甲类 个人'],
    ],
    [
      'no span goes beyond the part',
      '<thead><tr><th rowspan=9>类<th>对象</tr></thead><tbody><tr><td>甲类<td>个人</tr><tr><td>乙类<td>单位</tr></tbody>',
      ['类 对象', '甲类 个人', '乙类 单位'],
    ],
    [
      'a span in words is one row',
      '<tr><td rowspan="两行">类<td>对象</tr><tr><td>甲类<td>个人</tr>',
      ['类 对象', '甲类 个人'],
    ],
    [
      'a span of 0 columns is one column',
      '<tr><td>类<td colspan="0">对象<td>标准</tr><tr><td>甲类<td>个人<td>1</tr>',
      ['类 对象 标准', '甲类 个人 1'],
    ],
    [
      'a span of 0 over two columns takes both',
      '<tr><td>类<td>组<td>对象</tr><tr><td rowspan=0 colspan=2>甲类<td>个人</tr><tr><td>单位</tr>',
      ['类 组 对象', '甲类  个人', '  单位'],
    ],
  ])('%s', async (_, rows, texts) => {
    const shown = (await table(rows))?.trim().split('\n') ?? [];
    const cells = shown.filter((_, i) => i !== 1).map((line) => line.slice(2, -2).replace(/ ?\| ?/g, '|'));
    expect(cells).toEqual(texts.map((text) => text.replace(/ /g, '|')));
  });
  it('keeps the lines and lists of a cell apart', async () => {
    expect(await table('<tr><td>甲<td>乙</tr><tr><td><p>一行</p><p>二行|竖</p><td><ul><li>点<li>线</ul></tr>')).toBe(
      '| 甲 | 乙 |\n| - | - |\n| 一行<br>二行\\|竖 | • 点<br>• 线 |\n',
    );
  });
  it('sets a first row across the table above it', async () => {
    expect(await table('<tr><td colspan=2>补贴标准表</td></tr><tr><td>甲<td>乙</tr><tr><td>1<td>2</tr>')).toMatch(
      /^补贴标准表\n\n\| 甲 \| 乙 \|/,
    );
  });
  it('leaves a table that holds another as HTML', async () => {
    const text = await table(
      '<tr><td>甲<td>乙</tr><tr><td>丙<td><table><tr><td>内一<td>内二</tr><tr><td>内三<td>内四</tr></table></tr>',
    );
    expect(text).toContain('<table>');
    for (const word of ['甲', '乙', '丙', '内一', '内二', '内三', '内四']) expect(text).toContain(word);
  });
});
