import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });

/** Sections as `level style title`, their own text behind a bar. */
function sections(text: string): string[] {
  return parse(text).sections.map(({ level, style, title, body }) =>
    [`${level} ${style} ${title}`, ...body.map((line) => line.text)].join(' | '),
  );
}

describe('the title', () => {
  it.each([
    ['# 关于《办法》的解读\n\n## 一、背景\n', '关于《办法》的解读'],
    ['# 关于《办法》的解读\n\n# 一、背景\n\n文。\n\n# 二、目标\n', '关于《办法》的解读'],
    ['# 关于《办法》的解读\n\n# 背景\n\n文。\n\n# 目标\n', '关于《办法》的解读'],
    ['关于《办法》的解读\n===\n\n文。', '关于《办法》的解读'],
    ['关于《办法》的解读\n\n文。', '关于《办法》的解读'],
    ['---\ntitle: 甲\n---\n\n# 乙\n\n文。', '甲'],
    ['# 关于印发《养老\n\n# 办法》的通知\n\n文。', '关于印发《养老办法》的通知'],
    ['# 关于印发《养老<br>办法》的通知\n\n文。', '关于印发《养老办法》的通知'],
    ['关于印发《养老\n办法》的通知\n\n文。', '关于印发《养老办法》的通知'],
    ['关于印发《养老\n\n办法》的通知\n\n（试行）\n\n文。', '关于印发《养老办法》的通知（试行）'],
    ['**关于印发《养老**\n\n**办法》的通知**\n\n文。', '关于印发《养老办法》的通知'],
    ['《养老办法》\n\n政策解读\n\n文。', '《养老办法》政策解读'],
    ['# 关于印发《养老\n\n办法》的通知\n\n文。', '关于印发《养老'],
    ['关于印发《办法》的通知\n\n实施意见\n\n文。', '关于印发《办法》的通知'],
    ['# 背景\n\n文。\n\n# 目标\n\n文。', ''],
    ['# 一、背景\n\n# 二、目标\n', ''],
    ['一图读懂《停车管理办法》\n\n【背景】\n\n文。', '一图读懂《停车管理办法》'],
    ['一张图看懂养犬新规\n\n文。', '一张图看懂养犬新规'],
    ['2025年小学招生入学政策问答\n\n文。', '2025年小学招生入学政策问答'],
    ['十问十答，带你看懂《停车管理办法》\n\n文。', '十问十答，带你看懂《停车管理办法》'],
    ['出摊有地儿去了：便民摊点管理方案解读\n\n文。', '出摊有地儿去了：便民摊点管理方案解读'],
    ['第三批特色小镇名单解读\n\n文。', '第三批特色小镇名单解读'],
    ['市民政局 市财政局\n\n关于印发《养老办法》的通知\n\n文。', '市民政局 市财政局关于印发《养老办法》的通知'],
    ['市人民政府文件\n\n市政发〔2024〕5号\n\n关于印发《养老办法》的通知\n\n文。', '关于印发《养老办法》的通知'],
    ['# 市民政局文件\n\n市民发[2024]5号\n\n# 关于印发《养老办法》的通知\n\n文。', '关于印发《养老办法》的通知'],
    ['云溪市委\n市人民政府\n文件\n\n市发〔2024〕5号  签发人：张三\n\n养老办法\n\n文。', '养老办法'],
    ['市民政局 市财政局文件市民发〔2024〕5号\n\n市民政局\n关于养老的通知\n\n文。', '市民政局关于养老的通知'],
    ['市民发〔2024〕5号\n\n【内部资料】\n\n养老办法\n\n文。', '养老办法'],
    ['养老办法\n\n市民发〔2024〕5号\n\n文。', '养老办法'],
    ['市行政规范性文件\n\n文。', '市行政规范性文件'],
    ['【内部资料】\n\n# 《办法》解读\n\n文。', '《办法》解读'],
    ['机密★1年\n\n《办法》解读\n\n文。', '《办法》解读'],
    ['附件2\n\n停车管理办法解读\n\n文。', '停车管理办法解读'],
    ['2024年5月20日\n\n文。', ''],
    ['解读单位：市公安局\n\n文。', ''],
    ['各位家长朋友：\n\n文。', ''],
    ['停车难，怎么办\n\n文。', ''],
    ['（2024年5月20日）\n\n文。', ''],
    ['为了规范，制定本办法。', ''],
    ['1. 甲\n2. 乙\n', ''],
    ['- 甲\n- 乙\n', ''],
    ['①甲\n\n②乙\n', ''],
    ['一、背景\n\n文。', ''],
    ['', ''],
  ])('of %j is %j', (text, title) => {
    expect(parse(text).title).toBe(title);
  });

  it('is no section, and stands where it is shown', () => {
    const text = '---\ntitle: 关于《办法》的解读\n---\n\n关于 《办法》的解读\n\n一、背景\n\n文。';
    const { titleRange } = parse(text);
    expect(text.slice(titleRange.start, titleRange.end)).toBe('关于 《办法》的解读');
    expect(sections(text)).toEqual(['1 numbered 一、背景 | 文。']);
  });

  it('has no heading above it', () => {
    expect(sections('【内部资料 请勿外传】\n\n# 《办法》解读\n\n文。\n\n一、背景\n\n文。')).toEqual([
      '1 numbered 一、背景 | 文。',
    ]);
  });

  it('is no section, over how many lines it may be broken', () => {
    const text = '---\ntitle: 云溪市养老服务条例\n---\n\n# 云溪市\n\n# 养老服务条例\n\n一、背景\n\n文。';
    const { titleRange } = parse(text);
    expect(text.slice(titleRange.start, titleRange.end)).toBe('云溪市\n\n# 养老服务条例');
    expect(sections(text)).toEqual(['1 numbered 一、背景 | 文。']);
  });

  it.each(['    ', '\t', '　　', '  　', '\u00a0\u00a0', ' '.repeat(20), '　'.repeat(8)])(
    'and what is below it are read whatever the indent: %j',
    (indent) => {
      const lines = ['云溪市养老服务办法解读', '一、背景', '为了方便群众。', '1. 国家要求', '甲。', '**目标**', '乙。'];
      const { title } = parse(lines.map((line) => `${indent}${line}\n\n`).join(''));
      expect(title).toBe('云溪市养老服务办法解读');
      expect(sections(lines.map((line) => `${indent}${line}\n\n`).join(''))).toEqual([
        '1 numbered 一、背景 | 为了方便群众。',
        '2 numbered 1. 国家要求 | 甲。',
        '3 bold 目标 | 乙。',
      ]);
    },
  );

  it.each(['', '    ', '\t', '　　', ' 　　'])('is a heading whatever its indent: %j', (indent) => {
    const text = `${indent}# 养老办法解读\n\n${indent}文。\n\n${indent}## 背景\n\n${indent}甲。\n`;
    expect(parse(text).title).toBe('养老办法解读');
    expect(sections(text)).toEqual(['1 atx 背景 | 甲。']);
  });

  it('stands in front matter where the text does not show it', () => {
    const text = '---\ntitle: 甲\n---\n\n为了规范，制定本办法。';
    const { titleRange } = parse(text);
    expect(text.slice(titleRange.start, titleRange.end)).toBe('甲');
  });
});

describe('styles', () => {
  it.each([
    ['# 题\n\n## 背景依据\n\n文。\n\n### 国家要求\n\n甲。', ['1 atx 背景依据 | 文。', '2 atx 国家要求 | 甲。']],
    ['题\n===\n\n背景依据\n---\n\n文。', ['1 setext 背景依据 | 文。']],
    ['题\n\n**背景依据**\n\n文。\n\n**适用范围**\n\n乙。', ['1 bold 背景依据 | 文。', '1 bold 适用范围 | 乙。']],
    [
      '题\n\n一、背景依据\n\n文。\n\n（一）国家要求\n\n甲。\n\n1.细则\n\n（1）小项\n\n①更小\n\n乙。\n\n二、目标\n\n丙。',
      [
        '1 numbered 一、背景依据 | 文。',
        '2 numbered （一）国家要求 | 甲。',
        '3 numbered 1.细则',
        '4 numbered （1）小项',
        '5 numbered ①更小 | 乙。',
        '1 numbered 二、目标 | 丙。',
      ],
    ],
    [
      '题\n\n第一章 总则\n\n第一条 为了规范，制定本办法。\n\n第二章　附则',
      [
        '1 numbered 第一章 总则',
        '2 run-in 第一条 为了规范，制定本办法 | 第一条 为了规范，制定本办法。',
        '1 numbered 第二章　附则',
      ],
    ],
    [
      '题\n\n（一）适用范围。本办法适用于企业。\n\n（二）补贴标准：每户1000元。',
      ['1 run-in （一）适用范围 | 本办法适用于企业。', '1 run-in （二）补贴标准 | 每户1000元。'],
    ],
    ['题\n\n适用范围：本市企业。\n\n接着一段。', ['1 run-in 适用范围 | 本市企业。']],
    [
      '题\n\n【背景依据】根据某法。\n\n【适用范围】\n\n适用于企业。',
      ['1 bracket 【背景依据】 | 根据某法。', '1 bracket 【适用范围】 | 适用于企业。'],
    ],
    [
      '题\n\n问：为什么制定？\n\n答：因为需要。\n\n问：谁能申请？答：企业。',
      ['1 question 问：为什么制定？ | 答：因为需要。', '1 question 问：谁能申请？ | 答：企业。'],
    ],
    ['题\n\n一、谁能申请？\n\n企业。', ['1 question 一、谁能申请？ | 企业。']],
    ['题\n\n谁能申请？\n\n企业。', ['1 question 谁能申请？ | 企业。']],
    ['题\n\n## 谁能申请？\n\n企业。', ['1 question 谁能申请？ | 企业。']],
    [
      '题\n\n开头：一、背景依据。根据某法。二、主要内容。（一）范围。企业。',
      ['1 run-in 一、背景依据 | 根据某法。', '1 run-in 二、主要内容 | 二、主要内容。', '2 run-in （一）范围 | 企业。'],
    ],
  ])('%j', (text, expected) => {
    expect(sections(text)).toEqual(expected);
  });

  it('give the same titles whatever the markup', () => {
    const titles = ['一、背景依据', '二、适用范围', '三、补贴标准'];
    const dress: ((title: string) => string)[] = [
      (title) => `## ${title}`,
      (title) => `${title}\n---`,
      (title) => `**${title}**`,
      (title) => title,
      (title) => `　　${title}`,
      (title) => `> ${title}`,
      (title) => `<p>${title}</p>`,
      (title) => `<h2>${title}</h2>`,
    ];
    for (const dressed of dress) {
      const text = `# 题\n\n${titles.map((title) => `${dressed(title)}\n\n文。\n\n`).join('')}`;
      expect(parse(text).sections.map(({ title, level, body }) => [title, level, body.length])).toEqual(
        titles.map((title) => [title, 1, 1]),
      );
    }
    const mixed = `# 题\n\n${titles.map((title, i) => `${dress[i]?.(title)}\n\n文。\n\n`).join('')}`;
    expect(parse(mixed).sections.map(({ title, level }) => `${level} ${title}`)).toEqual(
      titles.map((title) => `1 ${title}`),
    );
  });

  it('know their numbers', () => {
    const text = '题\n\n第十二章 甲\n\n第三十条 乙\n\n十一、丙\n\n（二）丁\n\n３．戊\n\n（4）己\n\n⑤庚';
    expect(parse(text).sections.map(({ numbering }) => numbering && [numbering.style, numbering.value])).toEqual([
      ['chapter', 12],
      ['article', 30],
      ['han', 11],
      ['han-paren', 2],
      ['digit', 3],
      ['digit-paren', 4],
      ['circled', 5],
    ]);
  });

  it.each([
    '1.5万元以下的，由县级审批。',
    '2024年1月1日起施行。',
    '（2024年）起。',
    '二〇二四年，一是甲。',
    '答：好。',
    '附件：申请表。',
    '| 一、 |\n| - |\n| 甲 |',
  ])('are not seen in %j', (text) => {
    expect(sections(`题\n\n开头的话。\n\n${text}`)).toEqual([]);
  });

  it('are not seen in code', () => {
    expect(sections('题\n\n```\n# 一、甲\n二、乙\n```\n')).toEqual([]);
  });

  it('take the numbers of lists', () => {
    expect(sections('题\n\n1. 身份证\n2. 户口本\n')).toEqual(['1 numbered 身份证', '1 numbered 户口本']);
    expect(sections('题\n\n1. **适用范围**\n\n   企业。\n')).toEqual(['1 bold 适用范围 | 企业。']);
  });
});

describe('ranges and nesting', () => {
  const text = '# 题\r\n\r\n## 一、甲\r\n\r\n文。\r\n\r\n### （一）乙\r\n\r\n丙。\r\n\r\n## 二、丁\r\n\r\n戊。';
  const found = parse(text).sections;

  it('reach to the end of what is below', () => {
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '一、甲\r\n\r\n文。\r\n\r\n### （一）乙\r\n\r\n丙。',
      '（一）乙\r\n\r\n丙。',
      '二、丁\r\n\r\n戊。',
    ]);
  });

  it('know parents and children', () => {
    const [one, inner, two] = found;
    expect(one?.children).toEqual([inner]);
    expect(inner?.parent).toBe(one);
    expect(two?.parent).toBeUndefined();
  });

  it('go by Markdown levels where numbers do not tell', () => {
    expect(sections('# 题\n\n## 甲\n\n#### 乙\n\n### 丙\n\n## 丁\n').map((line) => line.replace(' atx', ''))).toEqual([
      '1 甲',
      '2 乙',
      '2 丙',
      '1 丁',
    ]);
  });
});

describe('sentences', () => {
  const sentences = (source: string) =>
    parse(source).sentences.map(({ text: shown, mark, heading }) => `${heading ? '#' : ''}${shown}|${mark}`);

  it('end at their marks, with what closes around them', () => {
    expect(sentences('题\n\n甲。乙！？丙；丁……戊')).toEqual(['甲|。', '乙|！？', '丙|；', '丁……戊|']);
    expect(sentences('题\n\n（甲。）乙。')).toEqual(['（甲。）|。', '乙|。']);
    expect(sentences('题\n\n“甲。”乙')).toEqual(['“甲。”|。', '乙|']);
  });

  it('do not end at a dot or a comma', () => {
    expect(sentences('题\n\n增长3.5%，达到1,000元')).toEqual(['增长3.5%，达到1,000元|']);
  });

  it('know section and heading', () => {
    const { sentences: found } = parse('题\n\n开头。\n\n一、甲\n\n乙。丙。');
    expect(found.map(({ text: shown, section, heading }) => [shown, section?.title, heading])).toEqual([
      ['开头', undefined, false],
      ['一、甲', '一、甲', true],
      ['乙', '一、甲', false],
      ['丙', '一、甲', false],
    ]);
  });

  it('end with their line and their cell', () => {
    expect(sentences('题\n\n甲\n乙\n\n|丙|丁|\n|-|-|\n|戊|己|')).toEqual(['甲|', '乙|', '丙|', '丁|', '戊|', '己|']);
  });

  it('stand where they say', () => {
    const source = '题\r\n\r\n**甲**&amp;乙。　丙[丁](a.md)。𠮷戊！';
    expect(parse(source).sentences.map(({ range }) => source.slice(range.start, range.end))).toEqual([
      '甲**&amp;乙',
      '丙[丁',
      '𠮷戊',
    ]);
  });
});

describe('how long', () => {
  /** So many characters of plain text, without a mark that ends anything. */
  const long = (length: number) => '云溪市城区公共自行车停放秩序专项整治工作'.repeat(5).slice(0, length);
  const titles = (text: string) => sections(`# 解读\n\n${text}\n\n文。\n`);

  it.each([
    [60, true],
    [61, false],
  ])('a first line of %i characters is for a title: %s', (length, isTitle) => {
    expect(parse(`${long(length)}\n\n一、背景\n\n文。\n`).title).toBe(isTitle ? long(length) : '');
  });

  it.each([
    [40, `1 numbered 一、${long(40)} | 文。`],
    [41, `1 run-in 一、${long(40)} | 一、${long(41)} | 文。`],
  ])('a numbered line of %i characters is for a heading of its own', (length, section) => {
    expect(titles(`一、${long(length)}`)).toEqual([section]);
  });

  it.each([
    [40, `1 run-in 一、${long(40)} | 后文。 | 文。`],
    [41, `1 run-in 一、${long(40)} | 一、${long(41)}：后文。 | 文。`],
  ])('what stands before a colon is, %i characters, for a heading', (length, section) => {
    expect(titles(`一、${long(length)}：后文。`)).toEqual([section]);
  });

  it.each([
    [40, true],
    [41, false],
  ])('bold type of %i characters with text behind it is for a heading: %s', (length, isHeading) => {
    expect(titles(`**${long(length)}**：后文。`).length > 0).toBe(isHeading);
  });

  it.each([
    [80, true],
    [81, false],
  ])('a question of %i characters is for a heading: %s', (length, isHeading) => {
    expect(titles(`${long(length)}？`).length > 0).toBe(isHeading);
  });

  it.each([
    [12, true],
    [13, false],
  ])('a label of %i characters is for a heading: %s', (length, isHeading) => {
    expect(titles(`${long(length)}：后文。`).length > 0).toBe(isHeading);
  });

  it.each([
    '日期：2024-06-18 浏览量：1283',
    '发布时间：2024年6月18日 来源：市财政局',
    '更新日期：2024年6月18日',
    '时间：2024-06-18　作者：李某某',
    '作者：李某某',
    '浏览次数：1283',
  ])('what a page says of itself is no heading: %s', (line) => {
    expect(titles(line)).toEqual([]);
  });

  it.each(['会议时间：2024年6月18日。', '施行日期：2024年7月1日。', '时间：6月12日下午3时', '日期：6月12日'])(
    'but an item is: %s',
    (line) => {
      expect(titles(line)).toHaveLength(1);
    },
  );

  it.each([
    ['without a full stop within', `## ${long(38)}。${long(1)}`, 'atx'],
    ['that goes on behind a full stop', `## ${long(38)}。${long(2)}`, 'run-in'],
    ['with a full stop just near enough', `## ${long(49)}。后文`, 'run-in'],
    ['with a full stop too far on', `## ${long(50)}。后文`, 'atx'],
  ])('a Markdown heading %s', (_, heading, style) => {
    expect(titles(heading)[0]).toMatch(new RegExp(`^\\d ${style} `));
  });
});

describe('a footnote', () => {
  it.each([
    '[^1]: 二、按年统计。',
    '[^注]: （一）统计口径。按年计算。',
    '[^1]: **说明：**按年统计。',
    '[^1]: 第二条 按年统计。',
    '[^1]: 1. 按年统计。',
  ])('is no section: %s', (note) => {
    expect(parse(`# 解读\n\n## 一、背景\n\n采砂[^1]。\n\n${note}\n`).sections.map(({ title }) => title)).toEqual([
      '一、背景',
    ]);
  });
});
