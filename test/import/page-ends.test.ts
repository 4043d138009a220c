import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import.js';
import { dayIn } from '../../src/import/offices.js';
import { imported, PROSE, page } from './imported.js';

const TITLE = '关于河道采砂管理办法的解读';
const HEAD = `<h1>${TITLE}</h1>`;

describe('files to download below the text', () => {
  const text = `<div class="TRS_Editor">${HEAD}${PROSE}</div>`;
  it.each([
    ['of a site that is not known', '<div class="fj">附件：<a href="./P0.docx">申请表</a></div>', '附件：申请表'],
    ['from the root of one', '<p><a href="/a/b.pdf">申请表</a></p>', '申请表'],
    ['with a question', '<ul><li><a href="down?f=1.xlsx&x=1">申请表</a></li></ul>', '申请表'],
    [
      'given out by a program',
      '<p>附件【<a href="/system/down.jsp?id=1">申请表.docx</a>】已下载<i>3</i>次</p>',
      '申请表.docx',
    ],
    ['with a remark', '<div><a href="download?id=1">申请表.pdf（点击下载）</a></div>', '申请表.pdf'],
    ['several', '<p>附件</p><p><a href="1.doc">甲表</a></p><p><a href="2.doc">乙表</a></p>', '乙表'],
    ['with an address', '<p>附件：<a href="https://www.yunxi.gov.cn/a.zip">申请表</a></p>', '申请表'],
  ])('stay: %s', async (_, below, words) => {
    expect((await imported(page(`<div>${text}${below}</div>`))).body).toContain(words);
  });
  it('stay before the end of the page', async () => {
    const end = '<p><a href="1.doc">甲表</a></p><p>扫一扫在手机打开当前页</p><p>【打印】</p>';
    const { body } = await imported(page(`<div class="content">${HEAD}${PROSE}${end}</div>`));
    expect(body.trimEnd().endsWith('甲表')).toBe(true);
  });
});

describe('the end of a page', () => {
  const ends = async (end: string) => {
    const { body, notes } = await imported(page(`<div class="content">${HEAD}${PROSE}${end}</div>`));
    return [body.trimEnd().split('\n\n').at(-1), notes.find(({ id }) => id === 'pageLines')?.count ?? 0];
  };
  const LAST = '办法适用于本市行政区域内的申请、审核和发放。';
  const links =
    '<ul><li><a href="2.html">关于印发河道采砂管理办法的通知</a></li><li><a href="3.html">一图读懂</a></li></ul>';
  it.each([
    ['links to other papers', `<p>相关文件</p>${links}`, 2],
    ['the policy', '<h3>相关政策</h3><a href="2.html">关于印发河道采砂管理办法的通知</a>', 2],
    ['tools above links', `<p>扫一扫在手机打开当前页</p><p>相关阅读</p>${links}`, 3],
    [
      'what the site says above links',
      `<p>版权声明：转载请注明出处。</p><p>上一篇：<a href="1.html">甲</a></p><p>下一篇：没有了</p>`,
      3,
    ],
    ['links above links', `<p>相关链接：</p>${links}<p>延伸阅读</p>${links}`, 4],
  ])('is left out and told of: %s', async (_, end, count) => {
    expect(await ends(end)).toEqual([LAST, count]);
  });
  it.each([
    [
      'a heading with sentences below',
      '<p>相关政策</p><p>本办法与许可办法同步实施。</p>',
      '本办法与许可办法同步实施。',
    ],
    ['a heading with files below', '<p>相关文件</p><p><a href="a.doc">甲表</a></p>', '甲表'],
    ['a sentence', '<p>长按二维码可查询许可进度，三日内答复。</p>', '长按二维码可查询许可进度，三日内答复。'],
  ])('stays where it is the article’s: %s', async (_, end, last) => {
    expect(await ends(end)).toEqual([last, 0]);
  });
  it.each(['点击上方蓝字关注我们', '长按识别二维码', '点击左下角阅读原文'])('and calls to follow: %s', async (line) => {
    const { body } = await imported(page(`<div>${HEAD}<p>${line}</p>${PROSE}</div>`));
    expect(body).not.toContain(line);
  });
});

describe('sentences made of links', () => {
  const law = (name: string) => `<a href="https://www.gov.cn/${name.length}.htm">《${name}》</a>`;
  it.each([
    [
      'the basis',
      `<p>根据${law('中华人民共和国水法')}${law('中华人民共和国防洪法')}${law('中华人民共和国河道管理条例')}，制定本办法。</p>`,
    ],
    ['a list of papers', `<p>同时废止${law('采砂管理规定')}${law('采砂许可办法')}${law('采砂收费标准')}。</p>`],
    ['in a part of its own', `<div>依据${law('水法')}${law('防洪法')}${law('河道管理条例')}，现予公布。</div>`],
    ['with their numbers', `<p>${law('甲办法')}；${law('乙办法')}；${law('丙办法')}</p>`],
    ['with a lead', `<p>废止文件：${law('甲办法')}${law('乙办法')}${law('丙办法')}</p>`],
  ])('stay: %s', async (_, html) => {
    const { body } = await imported(page(`<div class="content">${HEAD}${PROSE}${html}${PROSE}</div>`));
    expect(body.match(/《/g)).toHaveLength(3);
  });
  it('lists of links do not', async () => {
    const list = `<div>${law('甲办法')} | ${law('乙办法')} | ${law('丙办法')}</div>`;
    const { body } = await imported(page(`<div class="content">${HEAD}${PROSE}${list}${PROSE}</div>`));
    expect(body).not.toContain('《');
  });
});

describe('a box of information beside a short text', () => {
  const NAME = '云溪市人民政府办公室关于印发云溪市河道采砂管理办法的通知';
  const rows = [
    ['索引号', '3701/2024-01'],
    ['发文机关', '云溪市人民政府办公室'],
    ['发文字号', '云政办发〔2024〕12号'],
    ['成文日期', '2024-05-06'],
    ['标题', NAME],
  ];
  const text = '<div><p>各区人民政府：</p><p>现将办法印发给你们，请认真贯彻执行。</p></div>';
  it.each([
    ['a list of terms', `<dl>${rows.map(([dt, dd]) => `<dt>${dt}</dt><dd>${dd}</dd>`).join('')}</dl>`],
    ['a list', `<ul>${rows.map(([a, b]) => `<li><b>${a}：</b><span>${b}</span></li>`).join('')}</ul>`],
    ['a table', `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`],
    ['lines', `<div>${rows.map(([a, b]) => `<p>${a}：${b}</p>`).join('')}</div>`],
    ['parts', `<div>${rows.map(([a, b]) => `<div><span>${a}：</span>${b}</div>`).join('')}</div>`],
  ])('is not taken for it: %s', async (_, box) => {
    const { body, guesses } = await imported(page(box + text, { head: `<title>${NAME}</title>` }));
    expect(body.trimEnd()).toBe(`# ${NAME}\n\n各区人民政府：\n\n现将办法印发给你们，请认真贯彻执行。`);
    expect(guesses.find(({ key }) => key === 'number')?.value).toBe('云政办发〔2024〕12号');
  });
});

describe('sentences that are not taken for the article’s', () => {
  const text = `<div class="content">${HEAD}${PROSE}</div>`;
  const lost = '未尽事宜由市水务局解释。';
  it.each([
    ['below the text', `${text}<p>${lost}</p>`],
    ['above it', `<div>${lost}</div>${text}`],
    [
      'in a part of it that bears the name of surroundings',
      text.replace('</div>', `<div class="share">${lost}</div></div>`),
    ],
    ['in a cell of a table for layout', `<table><tr><td>${lost}</td><td>${text}</td></tr></table>`],
    ['beside it', `${text}<aside><p>${lost}</p></aside>`],
  ])('are told of: %s', async (_, html) => {
    const { body, notes } = await imported(page(html));
    expect(body).not.toContain(lost);
    expect(notes).toEqual([{ id: 'pageLines', count: 1, examples: [lost] }]);
  });
  it.each([
    ['menus', '<ul><li><a href="a">首页</a></li><li><a href="b">政务公开</a></li></ul>'],
    ['what sites say of themselves', '<div>版权所有：云溪市人民政府。</div><div>建议使用IE9以上浏览器浏览本站。</div>'],
    ['lists of papers', '<ul><li><a href="a">关于停车管理办法的解读</a><span>2024-05-06</span></li></ul>'],
    ['scripts', '<script>var a="正文里的一句话。"</script><template>模板里的一句话。</template>'],
    ['names', '<p>云溪市人民政府网站</p>'],
  ])('but not %s', async (_, around) => {
    expect((await imported(page(around + text))).notes.filter(({ id }) => id === 'pageLines')).toEqual([]);
  });
});

describe('an article that stands in its page twice', () => {
  const copy = `${HEAD}${PROSE}<p>每台补助10万元，由市财政承担，三个工作日内拨付到位，逾期不再受理。采砂单位应当按照许可的范围作业。</p>`;
  it.each([
    ['whole', `<div>${copy}</div><div class="visible-xs">${copy}</div>`],
    ['with a line of its own', `<div>${copy.replace('</h1>', '</h1><p>来源：云溪网</p>')}</div><div>${copy}</div>`],
    ['without its title', `<div>${copy}</div><div>${copy.replace(HEAD, '')}</div>`],
    ['in other elements', `<div>${copy}</div><section>${copy.replace(/p>/g, 'div>')}</section>`],
    [
      'with a table',
      `<div>${copy}<table><tr><td>甲<td>乙</table></div><div>${copy}<table><tr><td>甲<td>乙</table></div>`,
    ],
  ])('comes once: %s', async (_, html) => {
    const { body } = await imported(page(html));
    expect(body.match(/办法适用于本市/g)).toHaveLength(1);
    expect(body).toContain('每台补助10万元');
  });
  const letters = (count: number) => '字'.repeat(count);
  it.each([
    ['as much as counts', letters(100), letters(100), 1],
    ['less than counts', letters(99), letters(99), 2],
    ['four fifths', `${letters(20)}</p><p>${letters(100)}`, `${letters(100)}`, 1],
    ['less', `${letters(26)}</p><p>${letters(100)}`, `${letters(100)}`, 2],
    ['more than once', letters(120), `${letters(120)}</p><p>${letters(120)}`, 3],
    ['with another word', letters(120), `${letters(120)}。`, 2],
  ])('or, where little is said again, stays: %s', async (_, one, other, count) => {
    const { body } = await imported(page(`<div><p>${one}</p></div><div><p>${other}</p></div>`));
    expect(body.match(new RegExp(letters(99), 'g'))).toHaveLength(count);
  });
});

describe('days with a time behind them', () => {
  it.each([
    ['2024-5-1 12:30', '2024-05-01'],
    ['2024/5/6 9:30:00', '2024-05-06'],
    ['2024.5.6　09:30', '2024-05-06'],
    ['2024 - 05 - 06 09:30', '2024-05-06'],
    ['２０２４－５－１ 08:00', '2024-05-01'],
    ['2024-05-06T09:30:00+08:00', '2024-05-06'],
    ['2024 年 5 月 6 日 09:30', '2024-05-06'],
    ['二〇二四年五月六日', '2024-05-06'],
    ['20240506', '2024-05-06'],
    ['20240506093000', '2024-05-06'],
    ['202405061', null],
    ['2024-5-123', null],
    ['2024-13-1 2:00', null],
  ])('%s', (written, day) => {
    expect(dayIn(written)).toBe(day);
  });
  it.each([
    ['<meta name="PubDate" content="20240501">', '<meta name="ContentSource" content="来源：云溪市水务局">'],
    ['<META NAME="pubdate" CONTENT="2024/5/1 9:30:00">', '<meta name="contentSource" content="云溪市水务局">'],
    ['<meta name="publishdate" content="2024-5-1 12:30">', '<meta name="source" content="稿源: 云溪市水务局">'],
    [
      '<meta property="article:published_time" content="2024-05-01T09:30:00+08:00">',
      '<meta name="author" content="云溪市水务局">',
    ],
    ['<meta name="createdate" content="20240501093000">', '<meta name="mediaid" content="信息来源：云溪市水务局">'],
  ])('are found in %s', async (...metas) => {
    const { guesses } = await imported(page(HEAD + PROSE, { head: metas.join('') }));
    expect(guesses.find(({ key }) => key === 'published')?.value).toBe('2024-05-01');
    expect(guesses.find(({ key }) => key === 'author')?.value).toBe('云溪市水务局');
  });
  it.each([
    ['a line without a label', '<p>2024-05-01 09:30:15　来源：云溪市水务局　作者：　点击：[1024]</p>'],
    ['a line of spans', '<div><span>2024-05-01 09:30</span><span>云溪市水务局</span></div>'],
    ['a line with a stroke', '<p>2024年5月1日 | 来源：云溪市水务局</p>'],
    ['a line', '<p>时间：2024/5/1 12:30:00 来源：云溪市水务局 浏览：5</p>'],
    ['brackets', '<div>【发布日期：2024-05-01】 【来源：云溪市水务局】【字体：大 中 小】</div>'],
    [
      'spans',
      '<div><span>发布时间：</span><span>2024-5-1 8:00</span><span>来源：</span><span>云溪市水务局</span></div>',
    ],
    ['a list', '<ul><li>发布日期：2024-5-1 8:00</li><li>来源：云溪市水务局</li><li>浏览次数：12</li></ul>'],
    [
      'a table',
      '<table><tr><td>发布日期：2024-5-1 10:00</td><td>来源：云溪市水务局</td><td>浏览：12</td></tr></table>',
    ],
  ])('are found in %s, with the office beside', async (_, info) => {
    const { guesses } = await imported(page(`${HEAD}${info}<div class="content">${PROSE}</div>`));
    expect(guesses.find(({ key }) => key === 'published')?.value).toBe('2024-05-01');
    expect(guesses.find(({ key }) => key === 'author')?.value).toBe('云溪市水务局');
  });
});

describe('when people met', () => {
  const held = async (first: string, second: string) => {
    const html = `<h1>《河道采砂管理办法》政策例行吹风会</h1><div class="content"><p>${first}</p><p>${second}</p>${PROSE}</div>`;
    const { body, guesses } = await imported(page(html));
    return [body.includes(first), guesses.find(({ key }) => key === 'held')?.value];
  };
  it.each([
    ['时间：2024年5月6日上午10:00', '地点：市政府新闻发布厅'],
    ['发布会时间：2024年5月6日', '主持人：市政府办公室副主任'],
    ['【时间】：2024年5月6日', '【地点】：第一会议室'],
    ['时　间：2024年5月6日（星期一）', '地　点：第一会议室'],
    ['日期：2024年5月6日', '发布人：市水务局局长'],
  ])('stays: %s, %s', async (first, second) => {
    expect((await held(first, second))[0]).toBe(true);
  });
  it.each([
    ['时间：2024年5月6日上午10:00', '地点：市政府新闻发布厅', '2024-05-06'],
    ['会议时间：2024-5-6 10:00', '参加人员：各县区', '2024-05-06'],
  ])('and is found: %s', async (first, second, day) => {
    expect((await held(first, second))[1]).toBe(day);
  });
  it('what a page says of itself does not', async () => {
    expect((await held('时间：2024-05-06 10:00', '来源：云溪市水务局'))[0]).toBe(false);
  });
});

describe('titles', () => {
  const POLICY = '关于印发云溪市河道采砂管理办法的通知';
  const OFFICE = '云溪市人民政府办公室';
  const centred = (line: string) => `<p style="text-align:center">${line}</p>`;
  it.each([
    ['two lines', centred(OFFICE) + centred(POLICY)],
    ['three lines', centred(OFFICE) + centred('关于印发云溪市河道采砂') + centred('管理办法的通知')],
    ['headings', `<h2>${OFFICE}</h2><h2>${POLICY}</h2>`],
    ['one line', centred(OFFICE + POLICY)],
    ['a line with a break', centred(`${OFFICE}<br>${POLICY}`)],
  ])('have their office, as the head of the page gives them: %s', async (_, lines) => {
    const head = `<title>${OFFICE}${POLICY}</title>`;
    const { title, body } = await imported(
      page(`<div class="content">${lines}<p>现印发给你们，请遵照执行。</p></div>`, { head }),
    );
    expect(title).toBe(OFFICE + POLICY);
    expect(body.match(new RegExp(OFFICE, 'g'))).toHaveLength(1);
  });
  it('are whole where they go on over two lines', async () => {
    const lines = centred('关于印发云溪市河道采砂') + centred('管理办法的通知');
    const { title } = await imported(page(`${lines}<p>现印发给你们。</p>`, { head: `<title>${POLICY}</title>` }));
    expect(title).toBe(POLICY);
  });
  it.each([
    ['of a site', '<title>云溪市人民政府</title>'],
    ['of a site and a column', '<title>云溪市人民政府 政策解读</title>'],
    ['of a site and its papers', '<title>云溪市人民政府门户网站 政府信息公开</title>'],
    ['of none', ''],
    ['of an article', '<title>正文</title>'],
  ])('stand in a line of the page where its head bears the name %s', async (_, head) => {
    const line = `<div class="bt">${TITLE}</div><ul><li><a href="1.html">关于停车管理办法的解读</a></li></ul>`;
    expect((await imported(page(`${line}<div class="content">${PROSE}</div>`, { head }))).title).toBe(TITLE);
  });
});

describe('web archives that were cut off', () => {
  const html = page(`${HEAD}${PROSE}`);
  const base64 = Buffer.from(html).toString('base64').replace(/=+$/, '');
  const archive = (body: string) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}`;
  it.each([1, 2, 3, 4, 5])('are read as far as they go, %s letters from the end', async (missing) => {
    const { body } = await imported(archive(base64.slice(0, -missing)), 'a.mhtml');
    expect(body).toContain('现就有关内容解读如下');
  });
  it('or refused where nothing is left', async () => {
    const bytes = new TextEncoder().encode(archive('P'));
    expect(await importDocument(bytes, 'a.mhtml')).toMatchObject({ failure: 'noText' });
  });
});
