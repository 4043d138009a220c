import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/import/decode.js';
import { imported, PROSE, page } from './imported.js';

const HEAD = '<h1>关于河道采砂管理办法的解读</h1>';
const LONG =
  '<p>全市有采砂点40多处，夜间偷采时有发生，影响河势稳定和防洪安全，群众反映强烈，市政府决定制定本办法，规范采砂行为。</p>';

describe('pictures that load when they come into sight', () => {
  const grey = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const from = { head: '<base href="https://www.yunxi.gov.cn/jd/">' };
  it.each([
    ['an empty src', '<img src="" data-src="https://img.yunxi.gov.cn/1.jpg">'],
    ['no src', '<img data-original="https://img.yunxi.gov.cn/1.jpg">'],
    ['a grey dot', `<img src="${grey}" data-src="//img.yunxi.gov.cn/1.jpg">`],
    ['a picture that turns', '<img src="/images/loading.gif" data-lazy-src="https://img.yunxi.gov.cn/1.jpg">'],
    ['the copy that the browser saved', '<img src="./解读_files/640" data-src="https://img.yunxi.gov.cn/1.jpg">'],
    [
      'pictures for several screens',
      '<img srcset="https://img.yunxi.gov.cn/1.jpg 1x, https://img.yunxi.gov.cn/2.jpg 2x">',
    ],
    [
      'pictures for several screens, each later',
      `<img src="${grey}" data-srcset="https://img.yunxi.gov.cn/1.jpg 640w">`,
    ],
    ['the name that UEditor gives', `<img src="${grey}" _src="https://img.yunxi.gov.cn/1.jpg">`],
    [
      'a name that leads nowhere',
      '<img src="https://img.yunxi.gov.cn/1.jpg" data-src="1.jpg" data-original="loading">',
      '',
    ],
  ])('stay with their address: %s', async (_, picture, head = from.head) => {
    const { body, notes } = await imported(page(`${HEAD}${PROSE}<p>${picture}</p>${LONG}`, { head }));
    expect(body).toContain('![](https://img.yunxi.gov.cn/1.jpg)');
    expect(notes).toEqual([]);
  });

  it.each(['', grey, 'images/1.jpg'])('are told of where there is none: %s', async (src) => {
    const { notes } = await imported(page(`${HEAD}${PROSE}<p><img src="${src}" data-ratio="0.5"></p>${LONG}`));
    expect(notes).toEqual([{ id: 'images', count: 1, examples: [] }]);
  });
});

describe('what a page unfolds by buttons', () => {
  it.each([
    ['<h3><button type="button" aria-expanded="true">补贴对象有哪些人</button></h3>', '补贴对象有哪些人'],
    ['<button class="accordion">二、补贴标准是多少</button>', '二、补贴标准是多少'],
    ['<div><button data-toggle="collapse">每户补贴多少钱？</button></div>', '每户补贴多少钱？'],
    ['<button>问：到哪里申请？</button>', '问：到哪里申请？'],
    ['<p><button>3、办理时限</button></p>', '3、办理时限'],
  ])('keeps its head: %s', async (button, text) => {
    const { body } = await imported(page(`${HEAD}<div class="content">${PROSE}${button}${LONG}</div>`));
    expect(body).toContain(text);
  });
  it.each(['打印', '分享到微信', '关闭窗口', 'A+', '我要纠错'])('leaves tools out: %s', async (text) => {
    const { body } = await imported(page(`${HEAD}<div class="content">${PROSE}<button>${text}</button>${LONG}</div>`));
    expect(body).not.toContain(text);
  });
});

describe('quotations', () => {
  it.each([
    ['落实<q>放管服</q>改革', '落实“放管服”改革'],
    ['落实<q><b>放管服</b></q>改革', '落实“**放管服**”改革'],
    ['按<q>统一标准、<q>一把尺子</q>量到底</q>办理', '按“统一标准、‘一把尺子’量到底”办理'],
    ['落实<q>“放管服”</q>改革', '落实“放管服”改革'],
    ['落实<q></q>改革', '落实改革'],
  ])('have their marks: %s', async (said, text) => {
    const { body } = await imported(page(`${HEAD}${PROSE}<p>${said}要求。</p>${LONG}`));
    expect(body).toContain(`${text}要求。`);
  });
});

describe('sentences that begin as buttons do', () => {
  const sentences = [
    '关闭非法采砂点的，每处补助10万元。',
    '扫码登录“云溪通”，填写申请表，3个工作日内办结。',
    '打印申请表由窗口免费提供。',
    '手机看图即可查询禁采区。',
    '审核：由市水务局在5日内完成。',
    '建议使用许可证编号查询进度。',
    '分享：许可信息由各部门共享。',
    '下载文字版由窗口提供，不收费用。',
    '主办单位：由市水务局担任，负责日常事务。',
  ];
  it.each(sentences)('stay at the beginning: %s', async (sentence) => {
    const { body } = await imported(page(`${HEAD}<div class="content"><p>${sentence}</p>${LONG}</div>`));
    expect(body).toContain(sentence);
  });
  it.each(sentences)('stay at the end: %s', async (sentence) => {
    const { body } = await imported(page(`${HEAD}<div class="content">${LONG}${LONG}<p>${sentence}</p></div>`));
    expect(body).toContain(sentence);
  });
  it.each([
    '【打印】【关闭】',
    '分享到：',
    '责任编辑：张三',
    '扫一扫在手机打开当前页。',
    '建议使用IE9以上浏览器浏览本站。',
    '您当前的位置：首页 > 政策解读',
  ])('unless they are the page’s own, which is told: %s', async (line) => {
    const { body, notes } = await imported(page(`${HEAD}<div class="content"><p>${line}</p>${LONG}</div>`));
    expect(body).not.toContain(line);
    expect(notes).toEqual([{ id: 'pageLines', count: 1, examples: [line] }]);
  });
});

describe('what a page shows in other ways than by letters', () => {
  it.each([
    ['a power', '3×10<sup>5</sup>吨', '3×10⁵吨'],
    ['an index', 'CO<sub>2</sub>排放', 'CO₂排放'],
    ['a note', '采砂<sup>[1]</sup>活动', '采砂[1]活动'],
    ['ruby', '<ruby>泓<rp>(</rp><rt>hóng</rt><rp>)</rp></ruby>水河', '泓水河'],
    ['a ticked box', '<input type="checkbox" checked>主动公开', '☑主动公开'],
    ['an empty box', '<input type="radio">不予公开', '☐不予公开'],
    ['a fraction', '承担<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>', '承担1/3'],
    ['a power in a formula', '<math><msup><mi>x</mi><mn>2</mn></msup></math>', 'x²'],
    ['a root in a formula', '<math><msqrt><mi>x</mi></msqrt></math>', '√x'],
    [
      'a formula with its source',
      '<math><semantics><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><annotation>a+b</annotation></semantics></math>',
      'a+b',
    ],
  ])('%s', async (_, html, text) => {
    const { body } = await imported(page(`${HEAD}${PROSE}<p>其中${html}。</p>`));
    expect(body).toContain(`其中${text}。`);
  });

  it.each([
    ['style', 'style="display:none"'],
    ['visibility', 'style="visibility: hidden"'],
    ['attribute', 'hidden'],
    ['class', 'class="hidden"'],
    ['size', 'style="font-size:0"'],
    ['clipping', 'style="position:absolute; clip: rect(0 0 0 0)"'],
    ['clipping as it is written today', 'style="clip-path: inset(50%)"'],
    ['no height', 'style="height:0px;overflow:hidden"'],
    ['no height at most', 'style="overflow: hidden; max-height: 0"'],
    ['no width', 'style="overflow:hidden;width:0"'],
    ['glass', 'style="opacity:0"'],
    ['glass of a hundredth', 'style="opacity: 0.0; color: red"'],
    ['shrinking', 'style="transform:scale(0)"'],
    ['a place far off', 'style="position:absolute;left:-999em"'],
    ['a place far above', 'style="position:absolute;top:-9999px"'],
  ])('hidden sentences, which are told of: %s', async (_, attribute) => {
    const { body, notes } = await imported(page(`${HEAD}${PROSE}<p ${attribute}>内部掌握，实际为60处。</p>`));
    expect(body).not.toContain('内部掌握');
    expect(notes).toEqual([{ id: 'hidden', count: 1, examples: ['内部掌握，实际为60处。'] }]);
  });
});

describe('sentences that are seen', () => {
  it.each([
    'height:0.5em;overflow:hidden',
    'height:0',
    'min-height:0;overflow:hidden',
    'line-height:0;overflow:hidden',
    'opacity:0.6',
    'transform:scale(0.9)',
    'clip: rect(0,200px,100px,0)',
    'clip-path: inset(5%)',
    'left:-20px',
    'text-indent:-2em',
    'border-width:0;overflow:hidden',
  ])('under %s', async (style) => {
    const { body } = await imported(page(`${HEAD}${PROSE}<p style="${style}">公开的限额，为60处。</p>`));
    expect(body).toContain('公开的限额');
  });
});

describe('frames', () => {
  const part = (id: string, html: string, location = '') =>
    `--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <${id}>\r\n${location && `Content-Location: ${location}\r\n`}\r\n${html}\r\n`;
  const mail = (...parts: string[]) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n${parts.join('')}--x--\r\n`;
  const inner = '<p>二、适用范围</p><p>本办法适用于本市河道采砂活动。</p>';
  it.each([
    ['named by their part', mail(part('a', `${HEAD}${PROSE}<iframe src="cid:f@m"></iframe>`), part('f@m', inner))],
    [
      'named by their address',
      mail(
        part('a', `${HEAD}${PROSE}<iframe src="b.html"></iframe>`, 'http://www.yunxi.gov.cn/a.html'),
        part('f', inner, 'http://www.yunxi.gov.cn/b.html'),
      ),
    ],
    [
      'within frames',
      mail(
        part('a', `${HEAD}${PROSE}<iframe src="cid:f"></iframe>`),
        part('f', '<iframe src="cid:g"></iframe>'),
        part('g', inner),
      ),
    ],
    [
      'that hold one another',
      mail(
        part('a', `${HEAD}${PROSE}<iframe src="cid:f"></iframe>`),
        part('f', `${inner}<iframe src="cid:f"></iframe>`),
      ),
    ],
    [
      'written into the page',
      mail(part('a', `${HEAD}${PROSE}<iframe srcdoc="${inner.replaceAll('<', '&lt;')}"></iframe>`)),
    ],
  ])('%s come along', async (_, text) => {
    const { body } = await imported(text, 'a.mhtml');
    expect(body.match(/本办法适用于本市河道采砂活动。/g)).toHaveLength(1);
  });

  it('of sets make the page', async () => {
    const set = `<html><frameset cols="20%,80%"><frame src="cid:f"></frameset></html>`;
    expect((await imported(mail(part('a', set), part('f', `${HEAD}${inner}`)), 'a.mhtml')).body).toContain('适用范围');
  });

  it('that the file does not hold are told of', async () => {
    const { notes } = await imported(page(`${HEAD}${PROSE}<iframe src="正文.html"></iframe>`));
    expect(notes).toEqual([{ id: 'frames', count: 1, examples: ['正文.html'] }]);
  });
});

describe('encodings', () => {
  const html =
    '<html><head><meta charset="CHARSET"><title>云溪市采砂办法</title></head><body><p>为了规范采砂，市政府制定了办法。</p></body></html>';
  const wide = (text: string, big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(big ? bytes.swap16() : bytes);
  };
  // The Chinese of the page in GBK, by hand, as Node does not write it.
  const GBK = Uint8Array.from([
    0xce, 0xaa, 0xc1, 0xcb, 0xb9, 0xe6, 0xb7, 0xb6, 0xb5, 0xc4, 0xa3, 0xac, 0xca, 0xd0, 0xd5, 0xfe, 0xb8, 0xae, 0xa1,
    0xa3,
  ]);
  const gbk = (charset: string) =>
    Uint8Array.from([...Buffer.from(`<html><meta charset="${charset}"><p>`, 'latin1'), ...GBK, ...Buffer.from('</p>')]);
  it.each([
    ['UTF-16 without a mark', wide(html, false), '为了规范采砂'],
    ['UTF-16 the other way round', wide(html, true), '为了规范采砂'],
    ['UTF-8 that calls itself UTF-16', new TextEncoder().encode(html.replace('CHARSET', 'utf-16')), '为了规范采砂'],
    [
      'UTF-8 with a mark that calls itself GBK',
      new TextEncoder().encode(`\ufeff${html.replace('CHARSET', 'gbk')}`),
      '为了规范采砂',
    ],
    ['GBK that calls itself UTF-8', gbk('utf-8'), '为了规范的，市政府。'],
    ['GBK that calls itself Latin', gbk('iso-8859-1'), '为了规范的，市政府。'],
    ['GBK that calls itself Big5', gbk('big5'), '为了规范的，市政府。'],
    ['GBK that calls itself by no known name', gbk('chinese-x'), '为了规范的，市政府。'],
  ])('%s', (_, bytes, text) => {
    expect(decodePage(bytes).text).toContain(text);
  });

  const told = async (styles: string, html: string) => {
    const { body, notes } = await imported(page(`${HEAD}<style>${styles}</style>${PROSE}${html}`));
    return [body.includes('内部掌握'), notes.filter(({ id }) => id === 'hidden').length];
  };
  const remark = (attribute: string) => `<p ${attribute}>内部掌握，实际为60处。</p>`;

  it.each([
    ['a class', '.memo { color: red; display: none }', 'class="a memo"'],
    ['a class of one tag', '/* {} */ p.memo{display:none!important}', 'class="memo"'],
    ['an id', '@charset "utf-8"; a, #memo{visibility:hidden}', 'id="memo"'],
  ])('sentences that the styles of the page hide by %s', async (_, styles, attribute) => {
    expect(await told(styles, remark(attribute))).toEqual([false, 1]);
  });

  it.each([
    ['is for print', '@media print{.memo{display:none}}', remark('class="memo"')],
    ['is of other places', '.side .memo{display:none}', remark('class="memo"')],
    ['shows it where it is open', '.memo{display:none}.memo.open{display:block}', remark('class="memo"')],
    ['gives way to its own style', '.memo{display:none}', remark('class="memo" style="display: block"')],
    ['is of another name', '.memo{display:none}', remark('class="memory"')],
    [
      'is of a text that a script unfolds',
      '.memo{display:none}',
      `<div class="memo">${remark('')}<p>${'长文。'.repeat(400)}</p></div>`,
    ],
  ])('but not where a rule %s', async (_, styles, html) => {
    expect(await told(styles, html)).toEqual([true, 0]);
  });
});
