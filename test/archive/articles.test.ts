import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../src/archive/content/articles.js';
import { parseDocument } from '../../src/document/parse.js';

function articles(text: string) {
  return articlesOf(parseDocument(`---\nkind: policy\n---\n\n${text}`, { path: 'policy.md' }));
}

describe('articlesOf', () => {
  it('counts those of a Traditional text', () => {
    expect(articles('第一條　為資助企業，制定本辦法。\n\n第二條　本辦法自公布之日起施行。')?.articles).toHaveLength(2);
  });

  it('counts chapters, articles, paragraphs and items', () => {
    const text = [
      '## 第一章 总则',
      '第一条 为了规范管理，制定本办法。',
      '第二条 申请人应当提交：\n\n（一）申请书；\n\n（二）证明。',
      '## 第二章 附则',
      '第三条 材料不全的，退回补正。\n\n补正后重新受理。',
      '第四条 本办法自印发之日起施行。',
    ].join('\n\n');
    expect(articles(text)).toEqual({
      style: 'article',
      chapters: 2,
      articles: [
        [1, 0],
        [1, 2],
        [2, 0],
        [0, -1],
      ],
    });
  });

  it('counts them in a text that lost its line breaks, mentions left out', () => {
    const text =
      '云溪市养老办法第一章  总则第一条  依照第九条和本办法第三条的规定办理。第二条 下列情形：（一）甲；（二）乙。第三条 本办法自2025年起施行。';
    expect(articles(text)).toEqual({
      style: 'article',
      chapters: 1,
      articles: [
        [0, 0],
        [0, 2],
        [0, -1],
      ],
    });
  });

  it('takes the longest text of several, as of a notice with its annex', () => {
    const annex = '第一条 甲。\n\n第二条 乙。\n\n第三条 丙。';
    expect(articles(`一、请照此执行。\n\n二、请及时报告。\n\n${annex}`)?.articles).toHaveLength(3);
    expect(articles(`第一条 甲。\n\n第二条 乙。\n\n${annex}`)?.articles).toHaveLength(3);
  });

  it('counts 一、二、三、 where there are no articles', () => {
    expect(articles('一、甲。\n\n二、乙。\n\n三、丙。')).toMatchObject({ style: 'item', articles: { length: 3 } });
  });

  it.each([
    ['an article is missing', '第一条 甲。\n\n第二条 乙。\n\n第四条 丁。'],
    ['the text begins in the middle', '第八条 甲。\n\n第九条 乙。'],
    ['there is but one', '第一条 甲。'],
    ['there are none', '现予公布。'],
  ])('counts nothing where %s', (_, text) => {
    expect(articles(text)).toBeNull();
  });
});
