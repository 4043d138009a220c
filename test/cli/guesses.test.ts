import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/lint/result.js';
import { page } from '../import/imported.js';
import { p, word } from '../import/word.js';
import { archiveWith, run } from './command.js';

const ALL = 'extends: [all]\n';
const POLICY_LINES = [
  '云溪市人民政府办公室关于印发云溪市犬只管理办法的通知',
  '云政办发〔2024〕16号',
  '各区人民政府，市政府各部门：',
  '现将《云溪市犬只管理办法》印发给你们，请认真贯彻执行。',
  '第一条 为了规范犬只管理，制定本办法。',
  '第二条 每户限养1只，违者处500元罚款。',
  '云溪市人民政府办公室',
  '2024年3月1日',
];
const INTERPRETATION_LINES = [
  '《云溪市犬只管理办法》解读',
  '近日，市政府办公室印发了《云溪市犬只管理办法》（云政办发〔2024〕16号），现解读如下。',
  '一、背景',
  '为了规范犬只管理。',
  '二、标准',
  '每户限养1只，违者处800元罚款。',
];
const inWord = (lines: readonly string[]) => word(lines.map((line) => p(line)).join(''));
const asPage = (lines: readonly string[], more = '') =>
  page(
    `<h1>${lines[0]}</h1>${lines
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join('')}${more}`,
  );

async function lint(files: Record<string, string | Uint8Array>, argv: string[] = ['.'], config = ALL) {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': config, ...files });
  const ran = await run(folder, ['-f', 'json', ...argv]);
  const of = (name: string): readonly Message[] =>
    ran.json().find(({ filePath }) => filePath.endsWith(`/${name}`))?.messages ?? [];
  return { folder, of, rules: (name: string) => of(name).map(({ ruleId }) => ruleId ?? '') };
}

describe('a plain text', () => {
  const text = (lines: readonly string[]) => lines.join('\n');

  it('is compared with the policy that it names', async () => {
    const { of } = await lint({ '办法.txt': text(POLICY_LINES), '解读.txt': text(INTERPRETATION_LINES) });
    const found = of('解读.txt').find(({ ruleId }) => ruleId === 'content/figures-match-policy');
    expect(found).toMatchObject({ line: 6, message: expect.stringContaining('800') });
  });

  it('is a draft, and owes no front matter', async () => {
    const { of, rules } = await lint({ '办法.txt': text(POLICY_LINES), '解读.txt': text(INTERPRETATION_LINES) });
    expect([...rules('办法.txt'), ...rules('解读.txt')].filter((rule) => /^(?:meta|process)\//.test(rule))).toEqual([]);
    expect(of('解读.txt').filter(({ ruleId }) => ruleId?.startsWith('link/'))).toMatchObject([
      { messageId: 'unlinked', severity: 1 },
    ]);
  });

  it('owes what its front matter lacks where it has one', async () => {
    const { rules } = await lint({ '解读.txt': `---\nkind: interpretation\n---\n\n${text(INTERPRETATION_LINES)}` });
    expect(rules('解读.txt')).toEqual(expect.arrayContaining(['meta/schema', 'process/sign-off']));
  });

  it.each(['通知.md', '通知.docx', '通知.html', '通知.txt'])('of no kind is told of: %s', async (name) => {
    const lines = ['市民停车有了新的变化', '市民停车要在划定的地方，乱停的要罚款。'];
    const content = name.endsWith('.docx') ? await inWord(lines) : name.endsWith('.html') ? asPage(lines) : text(lines);
    const file = name.replace('通知', '稿');
    const { of } = await lint({ [file]: content });
    expect(of(file).filter(({ ruleId }) => ruleId === 'meta/schema')[0]?.messageId).toBe(
      name.endsWith('.md') ? 'missingKey' : 'unknownKind',
    );
  });
});

describe('what is guessed of Word files', () => {
  it('finds the policy to compare with', async () => {
    const { of } = await lint({
      '办法.docx': await inWord(POLICY_LINES),
      '解读.docx': await inWord(INTERPRETATION_LINES),
    });
    const found = of('解读.docx').find(({ ruleId }) => ruleId === 'content/figures-match-policy');
    expect(found?.message).toContain('800');
    expect(found?.paragraph).toBe(6);
  });

  it('finds it too where the interpretation alone is checked', async () => {
    const { rules } = await lint(
      { '办法.docx': await inWord(POLICY_LINES), '解读.docx': await inWord(INTERPRETATION_LINES) },
      ['解读.docx'],
    );
    expect(rules('解读.docx')).toContain('content/figures-match-policy');
  });

  it('satisfies no rule on links, nor does it break one', async () => {
    const { of, rules } = await lint({
      '办法.docx': await inWord(POLICY_LINES),
      '解读.docx': await inWord(INTERPRETATION_LINES),
    });
    const link = of('解读.docx').filter(({ ruleId }) => ruleId?.startsWith('link/'));
    expect(link.map(({ ruleId, messageId, severity }) => [ruleId, messageId, severity])).toEqual([
      ['link/policy-link', 'unlinked', 1],
    ]);
    expect(rules('办法.docx').filter((rule) => rule.startsWith('link/'))).toEqual([]);
  });

  it.each(['meta/', 'process/'])('is not judged by %s', async (category) => {
    const { rules } = await lint({
      '办法.docx': await inWord(POLICY_LINES),
      '解读.docx': await inWord(INTERPRETATION_LINES),
      '解读.html': asPage(INTERPRETATION_LINES),
    });
    for (const name of ['办法.docx', '解读.docx', '解读.html'])
      expect(rules(name).filter((rule) => rule.startsWith(category))).toEqual([]);
  });

  it('asks nobody to write YAML into Word', async () => {
    const plan = ['《云溪市犬只管理办法》解读方案', '一、形式', '文字解读。'];
    const { of } = await lint({
      '办法.docx': await inWord(POLICY_LINES),
      '解读.docx': await inWord(INTERPRETATION_LINES),
      '方案.docx': await inWord(plan),
      '解读.html': asPage(INTERPRETATION_LINES),
    });
    const all = ['办法.docx', '解读.docx', '方案.docx', '解读.html'].flatMap((name) => of(name));
    expect(all.filter(({ ruleId }) => ruleId?.startsWith('plan/')).length).toBeGreaterThan(0);
    expect(all.filter(({ message }) => /文首|front matter|元数据/.test(message))).toEqual([]);
  });

  it.each([
    ['a copy of a policy under another name', { '副本.docx': POLICY_LINES }],
    ['a policy that has no number', { '副本.docx': POLICY_LINES.filter((line) => !line.startsWith('云政')) }],
  ])('makes no duplicate of %s', async (_, copies) => {
    const entries = await Promise.all(
      Object.entries(copies).map(async ([name, lines]) => [name, await inWord(lines)] as const),
    );
    const { rules } = await lint({ '办法.docx': await inWord(POLICY_LINES), ...Object.fromEntries(entries) });
    expect([...rules('办法.docx'), ...rules('副本.docx')]).not.toContain('meta/doc-number');
  });
});

describe('pages of one folder', () => {
  const link = (to: string) => `<p><a href="${to}">《云溪市犬只管理办法》</a></p>`;

  it('are judged by their own links, which lead to files beside them', async () => {
    const { rules } = await lint({
      '办法.html': asPage(POLICY_LINES, '<p>解读：<a href="%E8%A7%A3%E8%AF%BB.html">《办法》解读</a></p>'),
      '解读.html': asPage(INTERPRETATION_LINES, link('办法.html')),
    });
    for (const name of ['办法.html', '解读.html'])
      expect(rules(name).filter((rule) => rule.startsWith('link/'))).toEqual([]);
    expect(rules('解读.html')).toContain('content/figures-match-policy');
  });

  it.each([
    ['a list of papers that belong together', '<div class="related"><h3>相关文件</h3><ul><li>LINK</li></ul></div>'],
    ['a line below the footer of the text', '<div class="xgwj"><b>相关链接：</b>LINK</div>'],
    ['a side bar', '<aside><h4>相关</h4><p>LINK</p></aside>'],
    ['a box of its own', '<div class="zcwj-box"><span>LINK</span></div>'],
    ['the foot of the article, by an address of the site', '<p>链接：LINK</p>', '/art/2024/3/1/'],
    ['a list, by an address on the web', '<div class="relation">LINK</div>', 'https://www.yunxi.gov.cn/'],
  ])('are linked by %s', async (_, around, site = '') => {
    const a = (to: string, text: string) => around.replace('LINK', `<a href="${site}${to}">${text}</a>`);
    const { rules } = await lint({
      'p.html': asPage(POLICY_LINES, a('i.html', '《云溪市犬只管理办法》解读')),
      'i.html': asPage(INTERPRETATION_LINES, a('p.html', '云溪市人民政府办公室关于印发云溪市犬只管理办法的通知')),
    });
    for (const name of ['p.html', 'i.html']) expect(rules(name).filter((rule) => rule.startsWith('link/'))).toEqual([]);
  });

  it.each([
    ['一张表看懂《云溪市犬只管理办法》'],
    ['云溪市公安局有关负责人就《云溪市犬只管理办法》答记者问'],
    ['图解：云溪市犬只管理办法'],
    ['《云溪市犬只管理办法》新闻发布会'],
    ['《云溪市犬只管理办法》问答'],
  ])('are linked to what explains them by its title: %s', async (title) => {
    const { rules } = await lint({
      'p.html': asPage(POLICY_LINES, `<div class="related"><a href="i.html">${title}</a></div>`),
      'i.html': asPage([title, ...INTERPRETATION_LINES.slice(1)], link('p.html')),
    });
    expect(rules('p.html').filter((rule) => rule.startsWith('link/'))).toEqual([]);
  });

  it('are linked to the policy that the text names where the title names none', async () => {
    const { rules } = await lint({
      'i.html': asPage(
        ['养犬新规怎么看？市公安局这样解读', ...INTERPRETATION_LINES.slice(1)],
        '<div class="related"><a href="https://a.gov.cn/1.html">云溪市犬只管理办法</a></div>',
      ),
    });
    expect(rules('i.html')).not.toContain('link/policy-link');
  });

  it.each([
    ['other papers', '<div class="related"><a href="https://a.gov.cn/1.html">云溪市养老服务办法</a></div>'],
    ['itself', '<div class="related"><a href="https://a.gov.cn/1.html">《云溪市犬只管理办法》解读</a></div>'],
    ['other interpretations', '<aside><a href="https://a.gov.cn/2.html">图解《云溪市犬只管理办法》</a></aside>'],
    ['columns of the site', '<nav><a href="https://a.gov.cn/zc/">政策文件</a><a href="/jd/">政策解读</a></nav>'],
    ['the policy, without an address', '<div class="related"><a>云溪市犬只管理办法</a></div>'],
  ])('are not linked by links to %s', async (_, around) => {
    const { rules } = await lint({ 'i.html': asPage(INTERPRETATION_LINES, around) });
    expect(rules('i.html')).toContain('link/policy-link');
  });

  it.each([
    ['without a link', ''],
    ['with a link to a page that was not saved', link('../2024/t20240301_1.html')],
  ])('miss the policy %s, in words for whoever makes the page', async (_, more) => {
    const { of } = await lint({ '办法.html': asPage(POLICY_LINES), '解读.html': asPage(INTERPRETATION_LINES, more) });
    const found = of('解读.html').filter(({ ruleId }) => ruleId?.startsWith('link/'));
    expect(found.map(({ ruleId, messageId, severity }) => [ruleId, messageId, severity])).toEqual([
      ['link/policy-link', 'missing', 2],
    ]);
    expect(found[0]?.message).toContain('请在页面上');
  });
});

describe('guesses that import wrote and nobody has checked', () => {
  const guessed = (key: string, value: string) => `${key}: ${value} # 推测：取自正文，请核对`;
  const document = (...lines: string[]) =>
    [
      '---',
      '类型: 解读材料',
      '标题: 《云溪市犬只管理办法》解读',
      ...lines,
      '---',
      '',
      '# 《云溪市犬只管理办法》解读',
      '',
      '为了规范。',
      '',
    ].join('\n');
  const META =
    'extends: []\nrules:\n  meta/schema: error\n  meta/dates: error\n  meta/doc-number: error\n  link/policy-link: error\n  link/no-broken-link: error\n';

  it.each([
    ['a date that is none', [guessed('发布日期', '2024年13月'), '政策文件: 办法.md'], ['meta/schema guessed']],
    ['a link that leads nowhere', [guessed('政策文件', '没有.md')], ['meta/schema guessed']],
    ['a value that is not allowed', [guessed('公开属性', '公开'), '政策文件: 办法.md'], ['meta/schema guessed']],
    ['nothing guessed', ['政策文件: 办法.md'], []],
    ['a comment that is no mark', ['政策文件: 办法.md # 已核对，不是推测'], []],
    [
      'a mark in English',
      ['政策文件: 办法.md', 'published: 2024-03-01 # guessed from the text; check it'],
      ['meta/schema guessed'],
    ],
  ])('are one warning, not an error: %s', async (_, lines, expected) => {
    const policy = '---\n类型: 政策文件\n标题: 云溪市犬只管理办法\n---\n\n# 云溪市犬只管理办法\n\n第一条 为了规范。\n';
    const { of } = await lint({ '办法.md': policy, '解读.md': document(...lines) }, ['解读.md'], META);
    expect(of('解读.md').map(({ ruleId, messageId }) => `${ruleId} ${messageId}`)).toEqual(expected);
    expect(of('解读.md').every(({ severity }) => severity === 1)).toBe(true);
  });
});

it('an audit tells how much rests on guesses, and what its findings are about', async () => {
  const { folder } = await lint({
    '办法.docx': await inWord(POLICY_LINES),
    '解读.docx': await inWord(INTERPRETATION_LINES),
    '旧.doc': 'old',
    '纪要.md': '---\n类型: 解读材料\n---\n\n# 《云溪市犬只管理办法》解读\n\n待补充。\n',
  });
  const ran = await run(folder, ['audit', '--json', 'a.json', '.']);
  expect(ran.out).toMatch(/元数据靠推测 2 份；没有检查 1 份/);
  expect(ran.out).toMatch(/正文合规 \d+ 份.*，元数据合规 \d+ 份/);
  expect(ran.out).toContain('旧.doc');
});
