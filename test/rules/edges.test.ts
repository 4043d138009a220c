import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { lintInMemory } from '../lint/memory.js';

const only = (id: string) => ({ rules: rules.filter((rule) => rule.id === id) });

describe('a draft’s mark', () => {
  it.each([
    [4, true],
    [5, false],
  ])('in line %i below the title is one of the whole text: %s', async (line, isMark) => {
    const above = Array.from({ length: line - 1 }, (_, n) => `云溪市城市管理局第${n}次会议。\n\n`).join('');
    const text = `---\nkind: interpretation\n---\n\n# 《办法》解读\n\n${above}（征求意见稿）\n\n为了方便群众。\n`;
    const { findings } = await lintInMemory({ '/archive/a.md': text }, only('safety/no-classified-marking'));
    expect(findings.map((finding) => finding.split(' ').at(-1))).toEqual(isMark ? ['draft'] : []);
  });
});

describe('what stands in brackets behind a title', () => {
  it.each([
    ['（2024年5月）', []],
    ['〔2024年5月10日〕', []],
    ['（信息公开2024年5月）', []],
    ['（三稿2024年5月）', ['draft']],
    ['（征求意见稿2024年5月）', ['draft']],
    ['（送审稿第二稿）', ['draft']],
  ])('%s', async (behind, marks) => {
    const text = `---\nkind: policy\n---\n\n# 云溪市政府信息公开办法${behind}\n\n第一条 为了公开，制定本办法。\n`;
    const { findings } = await lintInMemory({ '/archive/a.md': text }, only('safety/no-classified-marking'));
    expect(findings.map((finding) => finding.split(' ').at(-1))).toEqual(marks);
  });
});

describe('terms that a policy defines and its interpretation does not explain', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
  ])('are told of %i: %i', async (defined, told) => {
    const terms = ['共享泊位', '潮汐车道', '静音路段'].slice(0, defined);
    const articles = terms.map((term, n) => `第${'二三四'[n]}条 本办法所称${term}，是指按照时段划定的道路空间。\n\n`);
    const { findings } = await lintInMemory(
      {
        '/archive/zc.md': `---\nkind: policy\ntitle: 云溪市道路管理办法\n---\n\n第一条 为了方便群众，制定本办法。\n\n${articles.join('')}`,
        '/archive/jd.md': `---\nkind: interpretation\ntitle: 《云溪市道路管理办法》解读\npolicy: zc.md\n---\n\n一、主要内容\n\n${terms.map((term) => `今年划定${term}，明年增加${term}，群众可以查到${term}在哪里。`).join('')}\n`,
      },
      only('content/terms-explained'),
    );
    expect(findings.filter((finding) => finding.endsWith(' defined'))).toHaveLength(told);
  });
});

describe('a list goes on behind lists within it', () => {
  /** One within the other: each list is one item shorter than the one around it, and breaks off before its last. */
  const nested = (within: number) =>
    Array.from({ length: within + 1 }, (_, n) =>
      Array.from({ length: within + 2 - n }, (_, i) => `（${i + 1}）事项。\n\n`),
    )
      .flat()
      .join('');

  it.each([
    [7, []],
    [8, ['gap']],
  ])('of which %i are open', async (within, faults) => {
    const text = `---\nkind: interpretation\n---\n\n# 《办法》解读\n\n一、主要内容\n\n${nested(within)}（${within + 3}）最后一项。\n`;
    const { findings } = await lintInMemory({ '/archive/a.md': text }, only('structure/heading-numbering'));
    expect(findings.map((finding) => finding.split(' ').at(-1))).toEqual(faults);
  });
});

describe('a term of validity that the policy gives as days', () => {
  it.each([
    ['2027-01-29', []],
    ['2027-02-03', ['differs']],
    ['2026-12-03', []],
    ['2026-11-28', ['differs']],
  ])('from 2024-01-01 to %s is three years, but for a month', async (until, told) => {
    const [year, month, day] = until.split('-').map(Number);
    const { findings } = await lintInMemory(
      {
        '/archive/zc.md': `---\nkind: policy\ntitle: 云溪市道路管理办法\n---\n\n第一条 本办法自2024年1月1日起施行，有效期至${year}年${month}月${day}日。\n`,
        '/archive/jd.md':
          '---\nkind: interpretation\ntitle: 《云溪市道路管理办法》解读\npolicy: zc.md\n---\n\n《办法》有效期三年。\n',
      },
      only('content/figures-match-policy'),
    );
    expect(findings.map((finding) => finding.split(' ').at(-1))).toEqual(told);
  });
});

describe('the number that is missing', () => {
  it.each([
    ['一、甲。\n\n三、乙。\n\n五、丙。', ['二、', '四、']],
    ['十、甲。\n\n十二、乙。', ['一、', '十一、']],
    ['（一）甲。\n\n(三)乙。', ['(二)']],
    ['1、甲。\n\n3、乙。', ['2、']],
    ['１．甲。\n\n３．乙。', ['２．']],
    ['① 甲。\n\n③ 乙。', ['②']],
  ])('is written as its neighbours: %j', async (lines, expected) => {
    const text = `---\nkind: interpretation\n---\n\n# 《办法》解读\n\n${lines}\n`;
    const { results } = await lintInMemory({ '/archive/a.md': text }, only('structure/heading-numbering'));
    const said = results.flatMap(({ messages }) => messages.map(({ parts }) => parts.what));
    expect(said).toHaveLength(expected.length);
    for (const [index, label] of expected.entries()) expect(said[index]).toContain(`“${label}”`);
  });
});
