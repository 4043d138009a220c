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
