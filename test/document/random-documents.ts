import fc from 'fast-check';

/** Words and what Markdown, HTML and drafters make of them. */
const WORDS = [
  '本办法适用于在本市登记的企业',
  '每户补贴2000元',
  '自2024年9月1日起施行',
  '近年来，停车难问题突出',
  '根据《中华人民共和国价格法》',
  '是指依法备案的机构',
  '待补充',
  '2024年×月×日',
  '〔2024〕×号',
  '详见文件。',
  '𠮷野家😀',
  'R&amp;D&nbsp;经费&#x4e2d;&yen;',
  '增长5\\%\\*',
  '`code`',
  '**加粗**',
  '*斜体*',
  '~~删除~~',
  '[政策原文](../政策/办法.md)',
  '[《办法》](https://www.yunxi.example/%E4%B8%AD.html "标题")',
  '[**粗**链接]()',
  '[见注][注]',
  '![图](图片/流程.png)',
  'https://www.yunxi.example/art_1.html',
  '<a href="b.md">附件&lt;1&gt;</a>',
  "<img src='图.png'>",
  '<br>',
  '<!-- 批注 -->',
  '与旧办法相比，由30%改为50%；',
  '例如，王某可以领取300元！',
  'a|b',
  '？',
  '\t缩进',
  '　　全角',
];

const inline = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(''));

const NUMBERS = ['一、', '（一）', '1.', '(1)', '①', '第一条　', '二、', '（二）', '2．', ''];

const heading = fc.tuple(
  fc.constantFrom(...NUMBERS),
  fc.constantFrom('适用范围', '背景依据', '注意事项：', '怎么办理？', '**粗**标题'),
);

/** Blocks as lists of lines. */
const block: fc.Arbitrary<string[]> = fc.oneof(
  inline.map((text) => [text]),
  fc.array(inline, { minLength: 1, maxLength: 3 }),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), heading)
    .map(([level, [number, title]]) => [`${'#'.repeat(level)} ${number}${title}`]),
  fc.tuple(heading, fc.constantFrom('===', '---')).map(([[number, title], line]) => [number + title, line]),
  heading.map(([number, title]) => [`**${number}${title.replaceAll('*', '')}**`]),
  heading.map(([number, title]) => [`**${number}${title.replaceAll('*', '')}**：按规定办理。`]),
  heading.map(([number, title]) => [number + title]),
  fc.tuple(heading, inline).map(([[number, title], text]) => [`${number}${title}。${text}`]),
  inline.map((text) => [`【${'依据'}】${text}`]),
  fc.tuple(inline, inline).map(([question, answer]) => [`问：${question}？`, '', `答：${answer}`]),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => items.map((item, i) => `${i + 1}. ${item}`)),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => items.map((item, i) => `${'  '.repeat(i)}- ${item}`)),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => `> ${line}`)),
  fc
    .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
    .map((rows) => [
      '| 项目 | 标准 |',
      '| --- | :-: |',
      ...rows.map(([a, b]) => `| ${a.replaceAll('|', '\\|')} | ${b.replaceAll('|', '\\|')} |`),
    ]),
  inline.map((text) => ['```', text, '```']),
  inline.map((text) => ['<div id="a">', `<p>${text}</p>`, '</div>']),
  inline.map((text) => ['<!--', text, '-->']),
  fc.constantFrom('***', '[注]: ../注.md', '附件1', '').map((line) => [line]),
);

const VALUES = [
  '云溪市停车办法解读',
  '"《云溪市停车办法》解读"',
  '2024-03-01',
  '2024年3月1日',
  '../政策/办法.md',
  '云政发〔2024〕3号',
  '[a.md, 云政发[2024]4号]',
  '',
  '是',
  '{ 开始: 2024-01-01 }',
];
const KEYS = [
  'kind',
  '类型',
  'title',
  '标题',
  'policy',
  '政策文件',
  'number',
  '文号',
  'issued',
  '印发日期',
  'interpretations',
  '解读材料',
  '征求意见',
  '未知',
];
const KINDS = ['policy', 'interpretation', 'briefing', '政策文件', '解读材料', '吹风会发布稿'];

const frontMatter = fc.option(
  fc
    .tuple(
      fc.constantFrom(...KINDS),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), {
        maxLength: 5,
        selector: ([key]) => key,
      }),
    )
    .map(([kind, pairs]) => [
      '---',
      `类型: ${kind}`,
      ...pairs.filter(([key]) => key !== '类型').map(([key, value]) => `${key}: ${value}`),
      '---',
      '',
    ]),
  { nil: [] as string[] },
);

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** Texts of documents: headings in every style, marks, links, tables, HTML, entities, front matter, line ends of every kind, also mixed. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.array(block, { maxLength: 12 }),
    fc.infiniteStream(fc.boolean()),
    lineEnd,
    fc.option(fc.infiniteStream(lineEnd)),
  )
  .map(([front, blocks, gaps, end, mixed]) => {
    const lines = [...front, ...blocks.flatMap((lines) => (gaps.next().value ? [...lines, ''] : lines))];
    return lines.map((line) => line + (mixed ? mixed.next().value : end)).join('');
  });
