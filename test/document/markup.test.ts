import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

/** Sentences as [what a reader sees, what stands at their range]. */
function sentences(text: string): [string, string][] {
  const { sentences } = parseDocument(text, { path: 'a.md' });
  return sentences.map(({ text: shown, range }) => [shown, text.slice(range.start, range.end)]);
}

describe('entities and escapes', () => {
  it('are shown resolved, and their range is the whole of them', () => {
    expect(sentences('# 题目\n\nR&amp;D\n\n增长5\\%')).toEqual([
      ['R&D', 'R&amp;D'],
      ['增长5%', '增长5\\%'],
    ]);
    expect(sentences('# 题目\n\n补贴\\*\n\n资金&yen;')).toEqual([
      ['补贴*', '补贴\\*'],
      ['资金¥', '资金&yen;'],
    ]);
  });

  it('in cells of tables and behind tabs keep the places of what follows', () => {
    expect(sentences('| 项目 | 标准 |\n| --- | --- |\n| 甲\\|乙类 | 见[丙](c.md)类 |\n')).toEqual([
      ['项目', '项目'],
      ['标准', '标准'],
      ['甲|乙类', '甲\\|乙类'],
      ['见丙类', '见[丙](c.md)类'],
    ]);
    expect(sentences('- 甲。\n\t乙类\n').at(-1)).toEqual(['乙类', '乙类']);
    expect(sentences('# 题目\n\n网址<https://a.example/b?c=d>如上').at(-1)).toEqual([
      '网址https://a.example/b?c=d如上',
      '网址<https://a.example/b?c=d>如上',
    ]);
  });

  it('are resolved in HTML too', () => {
    expect(sentences('# 题目\n\n<p>市民政局&nbsp;&#35299;读</p>')).toEqual([
      ['市民政局\u00a0解读', '市民政局&nbsp;&#35299;读'],
    ]);
    expect(parseDocument('<div>\n&nbsp;\n</div>', { path: 'a.md' }).units).toEqual([]);
  });
});

describe('anchors', () => {
  it('are made alike whatever letters a heading holds', () => {
    const char = fc.constantFrom(...'一二第章办理流程0９19、。《》“”：；，（）？！.- 　Aⅰ①％+·—…');
    fc.assert(
      fc.property(fc.array(char, { minLength: 1, maxLength: 12 }), (chars) => {
        const anchorOf = (heading: string) => [...parseDocument(`## ${heading}\n`, { path: 'a.md' }).anchors][0];
        const heading = `第${chars.join('')}节`;
        expect(anchorOf(`${heading}a`)).toBe(`${anchorOf(heading)}a`);
      }),
    );
  });

  it('are headings and the ids in HTML blocks and lines', () => {
    const { anchors } = parseDocument('## 一、背景\n\n见<a id="dh"></a>电话\n\n<div id="fj">附件</div>\n', {
      path: 'a.md',
    });
    expect([...anchors]).toEqual(['一背景', 'dh', 'fj']);
  });
});

describe('attributes in braces', () => {
  const seen = (text: string) => parseDocument(text, { path: 'a.md' });

  it.each([
    ['[**一、出台背景**]{.underline}', '一、出台背景'],
    ['## []{#_Toc12 .anchor}一、出台背景 {#bg .unnumbered}', '一、出台背景'],
    ['## 一、出台背景 {: #bg }', '一、出台背景'],
    ['## 一、出台背景 {.unnumbered}', '一、出台背景'],
    ['本办法适用于[全市]{.mark}的[企业]{style="color:red"}。', '本办法适用于全市的企业。'],
    ['见[办法](a.md){.btn target="_blank"}全文。', '见办法全文。'],
    ['**一、出台背景** {.lead}', '一、出台背景'],
  ])('are no text: %s', (line, shown) => {
    const { units } = seen(`# 题目\n\n${line}\n\n全文。\n`);
    expect(units[1]?.text.text).toBe(shown);
  });

  it.each(['集合{.5}以上的', '按{甲}填写', '[甲]{乙}', '{待填}', '[甲] {.a}乙', '`[甲]{.a}`乙'])(
    'stay where they are none: %s',
    (line) => {
      expect(seen(`# 题目\n\n${line}\n`).units[1]?.text.text).toBe(line.replaceAll('`', ''));
    },
  );

  it('leave everything in its place, and name places', () => {
    const text = '# 题目\n\n## []{#_Toc1 .anchor}一、背景 {#bg}\n\n这是[重**要**的]{.mark}一句。\n';
    const { anchors, units, sections } = seen(text);
    expect([...anchors]).toEqual(expect.arrayContaining(['_Toc1', 'bg', '一背景']));
    expect(sections.map(({ title, style }) => [title, style])).toEqual([['一、背景', 'atx']]);
    const unit = units.at(-1);
    const at = unit?.text.rangeOf(5, 7);
    expect(text.slice(at?.start, at?.end)).toBe('一句');
    expect(unit?.bold).toEqual([{ start: 3, end: 4 }]);
  });
});

describe('bold lines as headings', () => {
  it('are of one rank, whether they ask or not', () => {
    const text = '# 题目\n\n开头。\n\n**谁能申请？**\n\n居民。\n\n**怎样申请**\n\n**申请条件**：满十八岁。\n';
    const { sections } = parseDocument(text, { path: 'a.md' });
    expect(sections.map(({ title, level }) => [title, level])).toEqual([
      ['谁能申请？', 1],
      ['怎样申请', 1],
      ['申请条件', 2],
    ]);
  });
});
