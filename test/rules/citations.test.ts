import { describe, expect, it } from 'vitest';
import { citationsOf } from '../../rules/content/cited-article-exists/citations.js';
import { parseDocument } from '../../src/document/parse.js';
import { isSamePaper } from '../../src/language/papers.js';

/** Citations as `paper:chapter.article.paragraph.item`, the paper explained without its name. */
function cited(text: string): string[] {
  const source = `---\nkind: interpretation\ntitle: 《云溪市养老服务办法》解读\n---\n\n${text}`;
  return citationsOf(parseDocument(source, { path: 'a.md' })).map(
    ({ paper, chapter = '', article = '', paragraph = '', item = '' }) =>
      `${paper}:${chapter}.${article}.${paragraph}.${item}`,
  );
}

describe('citationsOf', () => {
  it.each([
    ['《云溪市养老服务办法》第九条第二款第（三）项规定', [':.9.2.3']],
    ['《办法》第十二条', [':.12..']],
    ['本办法第12条第3项', [':.12..3']],
    ['《养老服务办法》（云政发〔2025〕3号）第三十条', [':.30..']],
    ['《云溪市养老服务办法》（以下简称《养老办法》）共五章。《养老办法》在第七条', [':.7..']],
    ['明确了补贴标准（第八条、第九条至第十一条）', [':.8..', ':.9..', ':.11..']],
    ['明确了监管措施（第四章）', [':4...']],
    ['《云溪市养老条例》第四条和第五条', ['云溪市养老条例:.4..', '云溪市养老条例:.5..']],
    ['《办法》第 12 条', [':.12..']],
    ['《办法》第三、四、六条', [':.6..']],
    ['《办法》第三至六条', [':.6..']],
    ['《辦法》第六條第二款', [':.6.2.']],
    ['全文共五章八条，详见第六章', [':6...']],
    ['分为四章，见第五章', [':5...']],
    ['共设六章三十条，其中第七章', [':7...']],
    ['共有三章，在第四章', [':4...']],
    ['第九条规定，补贴按月发放', [':.9..']],
    ['《办法》第二条讲对象，第三条第（四）项讲标准', [':.2..', ':.3..4']],
    ['依据第九条第二项', [':.9..2']],
    ['床位费减半。第三条对此作了规定', [':.3..']],
    ['《云溪市养老条例》（第四条）', ['云溪市养老条例:.4..']],
    ['《云溪市养老条例》（以下简称《条例》）第四条', ['云溪市养老条例:.4..']],
  ])('reads %s', (text, citations) => {
    expect(cited(text)).toEqual(citations);
  });

  it.each([
    '民政局修订了第九条',
    '《云溪市养老条例》规定了床位，第九条规定了收费',
    '民法典另有规定的，第九条不适用',
    '上述意见里，第九条规定',
    '第九条、便民服务。第一百条实事。',
    '《老年人权益保障法》第三条规定：“本法第四条”',
    '该办法第九条',
    '第九条便民措施',
    '共五章。上级文件第六章',
    '共五章，《云溪市养老条例》分四章，详见第六章',
    '原《办法》第九条',
    '修订前的《办法》第九条',
    '2019年印发的《办法》第九条',
    '《云溪市养老条例》第四条规定“本办法第五条另有规定的除外”',
  ])('leaves open which paper is meant in %s', (text) => {
    expect(cited(text).filter((citation) => citation.startsWith(':'))).toEqual([]);
  });
});

describe('isSamePaper', () => {
  it.each([
    ['云溪市养老服务办法', '养老服务办法', true],
    ['云溪市养老服务办法', '云溪市民政局关于印发《云溪市养老服务办法》的通知', true],
    ['云溪市养老服务办法（试行）', '云溪市养老服务办法', true],
    ['关于执行〈目录(2024年本)〉的公告', '云溪市海关关于执行《目录（2024年本）》的公告', true],
    ['云溪市養老服務辦法', '关于印发《云溪市养老服务办法》的通知', true],
    ['云溪市養老服務條例', '云溪市养老服务办法', false],
    ['云溪市养老服务办法', '云溪市养老服务办法实施细则', false],
    ['云溪市养老服务办法', '云溪市关于修改《云溪市养老服务办法》的决定', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSamePaper(a, b)).toBe(expected);
    expect(isSamePaper(b, a)).toBe(expected);
  });
});
