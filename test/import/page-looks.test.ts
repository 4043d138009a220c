import { describe, expect, it } from 'vitest';
import { imported, PROSE, page } from './imported.js';

const HEAD = '<h1>关于河道采砂管理办法的解读</h1>';
const lines = async (html: string) =>
  (await imported(page(`${HEAD}${PROSE}${html}`))).body.trimEnd().split('\n\n').slice(3);

describe('elements that browsers do not know', () => {
  it.each([
    ['an end of Word', '<p>每台补助<b>10万元<o:p></o:p></b>，三日内拨付。</p>'],
    ['a smart tag of Word', '<p>自<st1:chsdate w:st="on" Year="2024">2024年6月1日</st1:chsdate>起施行。</p>'],
    ['a name of a place', '<p>适用于<st1:place><st1:city>云溪市</st1:city></st1:place>全域。</p>'],
    ['a tag of an editor', '<p>由<mp-common-mpaudio>市水务局</mp-common-mpaudio>解释。</p>'],
    ['a tag of a content system', '<p>见<ucapcontent>第三条</ucapcontent>。</p>'],
  ])('stand in their line: %s', async (_, html) => {
    const text = html.replace(/<\/?b>/g, '**').replace(/<[^>]+>/g, '');
    expect(await lines(html)).toEqual([text]);
  });
  it('open where they hold blocks', async () => {
    expect(await lines('<ucapcontent><p>第一段。</p><p>第二段。</p></ucapcontent>')).toEqual(['第一段。', '第二段。']);
  });
});

describe('what styles say of letters', () => {
  it.each([
    ['raised', '3×10<span style="vertical-align:super">5</span>吨', '3×10⁵吨'],
    ['raised, among others', '120m<font style="font-size:9pt; VERTICAL-ALIGN: super">2</font>', '120m²'],
    ['lowered', 'CO<span style="vertical-align: sub;">2</span>排放', 'CO₂排放'],
    ['a mark of a note', '采砂<span style="vertical-align:super">[1]</span>活动', '采砂[1]活动'],
    ['neither', '每<span style="vertical-align:baseline">2</span>年', '每2年'],
    ['struck', '补助<span style="text-decoration: line-through">8</span>10万元', '补助~~8~~10万元'],
    ['struck in a part of a style', '由<i style="text-decoration-line:underline line-through">甲</i>乙', '由~~甲~~乙'],
    ['underlined', '由<span style="text-decoration:underline">市局</span>办', '由市局办'],
  ])('%s', async (_, html, text) => {
    expect(await lines(`<p>${html}。</p>`)).toEqual([`${text}。`]);
  });
});

describe('what the styles of a page say of a class', () => {
  const styled = async (css: string, html: string) => lines(`<style>${css}</style><p>${html}。</p>`);
  it.each([
    ['raised', '.T3{font-size:58%;vertical-align:super}', '3×10<span class="T3">5</span>吨', '3×10⁵吨'],
    ['of one tag', 'span.t { vertical-align: sub !important }', 'CO<span class="a t">2</span>', 'CO₂'],
    [
      'struck',
      '.x,.y{color:red;text-decoration:line-through}',
      '补助<span class="y">8</span>10万元',
      '补助~~8~~10万元',
    ],
    ['bold', '.c1{font-weight:700}', '由<span class="c1">市局</span>办', '由**市局**办'],
    ['said later', '.a{vertical-align:super}.a{vertical-align:baseline}', '每<b class="a">2</b>年', '每**2**年'],
    [
      'not so by its own style',
      '.a{vertical-align:super}',
      '每<i class="a" style="vertical-align:top">2</i>年',
      '每2年',
    ],
    ['of another place', '.box .a{vertical-align:super}', '每<i class="a">2</i>年', '每2年'],
    ['of print', '@media print{.a{vertical-align:super}}', '每<i class="a">2</i>年', '每2年'],
  ])('%s', async (_, css, html, text) => {
    expect(await styled(css, html)).toEqual([`${text}。`]);
  });
  it('keeps little of a class of which much is said', async () => {
    const css = '.a{vertical-align:super}'.repeat(9000);
    expect(await styled(css, '3×10<i class="a">5</i>吨'.repeat(3))).toEqual([`${'3×10⁵吨'.repeat(3)}。`]);
  });
});

describe('papers that a page shows in a part of its own', () => {
  it.each([
    ['a frame', '<iframe src="a.pdf"></iframe>'],
    ['an object', '<object data="a.pdf" type="application/pdf"><p>请下载。</p></object>'],
    ['an embedded file', '<embed src="a.pdf">'],
    ['an address with a question', '<object data="a.pdf?x=1"></object>', 'a.pdf?x=1'],
    ['OFD', '<embed src="b.ofd">', 'b.ofd'],
  ])('are told of: %s', async (_, html, name = 'a.pdf') => {
    const { notes } = await imported(page(`${HEAD}${PROSE}${html}`));
    expect(notes).toEqual([{ id: 'frames', count: 1, examples: [name] }]);
  });
  it.each(['<embed src="a.swf">', '<object data="a.mp4"></object>', '<object></object>'])(
    'films are not: %s',
    async (html) => {
      expect((await imported(page(`${HEAD}${PROSE}${html}`))).notes).toEqual([]);
    },
  );
});

describe('ends of lines that show', () => {
  it.each([
    ['in a text that keeps its blanks', '<pre>　　第一段。\n\n　　第二段。</pre>'],
    ['of Windows', '<pre>第一段。\r\n第二段。</pre>'],
    ['by a style', '<div style="white-space: pre-wrap">第一段。\n第二段。</div>'],
    ['by a style of lines', '<p style="white-space:pre-line">第一段。\n第二段。</p>'],
    ['in bold', '<pre><b>第一段。</b>\n第二段。</pre>'],
  ])('make paragraphs: %s', async (_, html) => {
    expect((await lines(html)).map((line) => line.replace(/\*/g, ''))).toEqual(['第一段。', '第二段。']);
  });
  it('but not where a style within puts them right', async () => {
    expect(await lines('<pre><span style="white-space:normal">第一段\n分两行。</span></pre>')).toEqual([
      '第一段分两行。',
    ]);
  });
});

describe('struck text', () => {
  it.each([
    ['before a letter', '<s>补助8万元。</s>补助10万元。', '~~补助8万元~~。补助10万元。'],
    ['behind a letter', '由<del>“甲局</del>办理。', '由“~~甲局~~办理。'],
    ['alone', '<strike>本条删去。</strike>', '~~本条删去。~~'],
    ['of marks', '甲<s>，</s>乙。', '甲，乙。'],
    ['in the middle', '由<s>甲局</s>乙局办理。', '由~~甲局~~乙局办理。'],
  ])('needs no entities: %s', async (_, html, text) => {
    expect(await lines(`<p>${html}</p>`)).toEqual([text]);
  });
});

describe('pages of Word', () => {
  const remark =
    '<a style="mso-comment-reference:张_1">。</a><span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1">[张1]</a><![endif]></span>';
  const remarks =
    '<div style="mso-element:comment-list"><div style="mso-element:comment"><div id="_com_1" class=msocomtxt><p class=MsoCommentText><span class=MsoCommentReference><a class=msocomoff href="#_msoanchor_1">[张1]</a></span>请法规处核实。</p></div></div></div>';
  it('lose their remarks, which are told of', async () => {
    const { body, notes } = await imported(page(`<div>${HEAD}${PROSE}<p>每台补助10万元${remark}</p></div>${remarks}`));
    expect(body).toContain('每台补助10万元。\n');
    expect(body).not.toMatch(/核实|张1/);
    expect(notes).toEqual([{ id: 'comments', count: 1, examples: ['请法规处核实。'] }]);
  });
  const mark = '<a href="#_ftn1" name="_ftnref1"><![if !supportFootnotes]>[1]<![endif]></a>';
  it.each([
    [
      'Word’s',
      mark,
      '<div style="mso-element:footnote-list"><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a>见国务院令。</p></div></div>',
    ],
    [
      'LibreOffice’s',
      '<a class="sdfootnoteanc" href="#sdfootnote1sym">1</a>',
      '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#x">1</a>见国务院令。</p></div>',
    ],
    ['of a list', '<a href="#n1">[1]</a>', '<ol><li id="n1">见国务院令。</li></ol>'],
    ['of a section', '<a href="#fn:1">1</a>', '<section><p id="fn:1">见国务院令。</p></section>'],
    ['of a line', '<a href="#zhu">注</a>', '<p><a id="zhu"></a>注：见国务院令。</p>'],
  ])('keep the notes below the text: %s', async (_, from, to) => {
    const { body } = await imported(page(`<div class="content">${HEAD}${PROSE}<p>依法采砂${from}。</p></div>${to}`));
    expect(body).toContain('见国务院令。');
  });
  it('but not what a link to the top leads to', async () => {
    const { body } = await imported(
      page(`<div class="content">${HEAD}${PROSE}<p><a href="#top">返回</a></p></div><div id="foot">云溪网。</div>`),
    );
    expect(body).not.toContain('云溪网');
  });
});

describe('texts that are shown when all is there', () => {
  const remark = '<p>内部掌握，实际60处。</p>';
  const shown = async (html: string) => {
    const { body } = await imported(page(HEAD + html));
    return [body.includes('现就有关内容解读如下'), body.includes('内部掌握')];
  };
  it.each([
    ['all of the article', `<p>云溪发布</p><div style="visibility: hidden; opacity: 0;">${PROSE}</div>`, [true, false]],
    [
      'what a style of the page hides',
      '<style>.m{visibility:hidden}</style><p>采砂须经许可。</p><p class="m">内部掌握，实际60处，另有12处。</p>',
      [false, false],
    ],
    ['less than half', `<div>${PROSE}</div><div style="visibility:hidden">${remark}</div>`, [true, false]],
    ['what is not displayed', `<div style="display:none">${PROSE}</div><p>云溪发布，见后。</p>`, [false, false]],
    [
      'a remark in it',
      `<div style="visibility:hidden">${PROSE}<p hidden>内部掌握，实际60处。</p></div>`,
      [true, false],
    ],
  ])('%s', async (_, html, found) => {
    expect(await shown(html)).toEqual(found);
  });
  it('never what browsers without frames are told', async () => {
    const { body } = await imported(page(`${HEAD}${PROSE}<noframes><p>您的浏览器不支持框架。</p></noframes>`));
    expect(body).not.toContain('浏览器');
  });
});
