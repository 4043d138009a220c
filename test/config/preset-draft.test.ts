import { describe, expect, it } from 'vitest';
import { readNotice } from '../../src/config/notice.js';
import { parseOwnPreset } from '../../src/config/own-preset.js';
import { checkPreset } from '../../src/config/preset-check.js';
import { presetDraft } from '../../src/config/preset-draft.js';
import { knownNames } from '../../src/engine/known.js';

const known = knownNames();
const FILE = '/本地/linjiang-2024.preset.yaml';
const draftOf = (notice?: string) => presetDraft('linjiang-2024', notice, known);
const parse = (text: string) => parseOwnPreset(text, FILE, known);

/** A notice as a website shows it, one paragraph a line. */
const NOTICE = `临江市人民政府办公室
关于做好政策解读工作的通知
临政办发〔2024〕15号
各县区人民政府，市直各部门：
为了让群众看懂政策，现将有关事项通知如下。
一、明确解读内容。解读材料要写出台背景、主要内容和适用范围，专业术语要逐一说明。
二、把握解读时限。各部门应当在政策公布后4个工作日内发布解读材料。
三、加强档案管理。各部门要把公文按年度立卷归档，不得散失。
四、落实责任
（一）解读材料由起草部门负责解读，经分管领导和主要负责人审签后发布。
（二）保持政策解读的热度，每季度召开一次座谈会。（责任单位：市政府办公室）
临江市人民政府办公室
2024年4月2日
`;

describe('a notice taken apart', () => {
  it('gives title, number, date and numbered parts', () => {
    const { name, number, date, items } = readNotice(NOTICE);
    expect([name, number, date]).toEqual([
      '临江市人民政府办公室关于做好政策解读工作的通知',
      '临政办发〔2024〕15号',
      '2024-04-02',
    ]);
    expect(items.map(({ article, sentences }) => [article, sentences.length])).toEqual([
      ['一', 1],
      ['二', 1],
      ['三', 1],
      ['四', 0],
      ['四（一）', 1],
      ['四（二）', 1],
    ]);
  });

  it.each([
    '临政办发﹝2024﹞15号\n临江市人民政府办公室\n关于做好政策解读工作的通知\n一、总则',
    '3.临江市人民政府办公室关于做好政策解\n读工作的通知（2024 年4 月2 日）\n临政办发〔2024〕15 号\n各县区人民政府：\n一、总则',
  ])('has its title and number in whatever order they stand: %j', (text) => {
    expect(readNotice(text.replaceAll('\\n', '\n'))).toMatchObject({
      name: '临江市人民政府办公室关于做好政策解读工作的通知',
      number: '临政办发〔2024〕15号',
    });
  });

  it('is the same with lines broken as on a page, or all in one line', () => {
    const { items } = readNotice(NOTICE);
    const body = NOTICE.slice(NOTICE.indexOf('一、'), NOTICE.indexOf('\n临江市人民政府办公室\n2024'));
    const broken = body
      .split('\n')
      .map((line) => line.replace(/(.{17})(?=.)/g, '$1\n'))
      .join('\n');
    expect(readNotice(broken).items).toEqual(items);
    const sentences = body.replace('四、落实责任\n', '四、落实责任。').replaceAll('\n', ' ');
    expect(readNotice(sentences).items).toEqual(items);
  });

  it.each([
    ['第三条 解读材料应当写明办事的时限和地点。', '第三条'],
    ['一、总则\n（二）解读材料应当写明办事的时限和地点。', '一（二）'],
    ['一、总则\n（二）要求\n3.解读材料应当写明办事的时限和地点。', '一（二）3'],
    ['第一章 总则\n第二条　解读材料应当写明办事的时限和地点。', '第二条'],
    ['## 一、解读要求\n\n解读材料应当写明办事的时限和地点。', '一'],
  ])('cites a part as the notice numbers it: %s', (text, article) => {
    expect(readNotice(text).items.find(({ sentences }) => sentences.length > 0)?.article).toBe(article);
  });

  it('has the title of an imported one from its front matter', () => {
    const { name, items } = readNotice(
      '---\n标题: 临江市教育局关于规范政策解读的意见\n---\n一、解读材料应当写明适用的对象。\n',
    );
    expect([name, items.length]).toEqual(['临江市教育局关于规范政策解读的意见', 1]);
  });
});

describe('a preset drafted from a notice', () => {
  it('has its document, and a clause for each sentence on interpretation with the rules its words speak for', () => {
    const { own, problems } = parse(draftOf(NOTICE));
    expect(problems).toEqual([]);
    expect(own?.source).toMatchObject({ number: '临政办发〔2024〕15号', date: '2024-04-02' });
    expect(own?.clauses.map(({ id, article, kinds, rules }) => [id, article['zh-CN'], kinds, rules])).toEqual([
      [
        'LI-1.1',
        '一',
        ['interpretation'],
        [
          { id: 'element/background-basis' },
          { id: 'element/main-content' },
          { id: 'element/scope' },
          { id: 'element/keyword-explanations' },
        ],
      ],
      ['LI-2.1', '二', ['interpretation'], [{ id: 'process/publish-together', options: { workingDays: 4 } }]],
      [
        'LI-4.1.1',
        '四（一）',
        ['interpretation'],
        [
          { id: 'process/drafter-interprets' },
          { id: 'process/sign-off', options: { chain: ['分管领导', '主要负责人'] } },
        ],
      ],
      ['LI-4.2.1', '四（二）', [], []],
    ]);
    expect(draftOf(NOTICE)).toContain('# 通知里另有 2 处没有谈解读');
    expect(draftOf(NOTICE)).not.toContain('立卷归档');
  });

  it.each([
    [
      '解读应当采用图解、短视频等形式，在政府网站发布。',
      'process/forms',
      { anyOf: ['图解', '视频'], channels: ['政府网站'] },
    ],
    ['鼓励解读单位采用动漫形式开展解读。', 'process/forms', { anyOf: ['动漫'] }],
    ['解读材料与政策文件同步起草、同步审签、同步发布。', 'process/publish-together', { workingDays: 0 }],
    ['多部门起草的，谁起草、谁解读，由牵头部门负责。', 'process/drafter-interprets', { lead: true }],
    ['吹风会发布稿一般在2000字以内。', 'length/max-length', { max: 2000 }],
    ['政策文件与解读材料要互相链接。', 'link/interpretation-link', undefined],
    ['解读不得简单复制文件的内容。', 'content/no-verbatim-copy', undefined],
    ['解读材料发布前应当经过保密审查。', 'process/secrecy-review', undefined],
    ['凡主动公开的政策文件均要开展解读。', 'link/no-orphan-policy', undefined],
    ['政策例行吹风会由部门主要负责人出席。', 'process/spokesperson', undefined],
  ])('proposes by the words of a sentence: %s', (sentence, rule, options) => {
    const { own, problems } = parse(draftOf(`一、解读要求\n（一）${sentence}`));
    expect(problems).toEqual([]);
    const proposed = own?.clauses.flatMap(({ rules }) => rules) ?? [];
    expect(proposed.find(({ id }) => id === rule)).toEqual({
      id: rule,
      ...(options && { options }),
      ...(sentence.startsWith('鼓励') && { severity: 'warn' }),
    });
  });

  it.each([
    ['a notice', NOTICE],
    ['a text without numbers', '解读材料要写得好懂。'],
    ['nothing', undefined],
    ['an empty file', ''],
    ['signs that mean something to YAML', '一、解读：“要求” #写明 {适用范围}，[背景]: - 逐条 & *说明*。'],
  ])('is a preset that can be read, made from %s, and says itself what is to be done', (_, notice) => {
    const draft = draftOf(notice);
    expect(parse(draft).problems).toEqual([]);
    const { problems } = checkPreset(draft, FILE, known);
    expect(problems.length).toBeGreaterThan(0);
    const done = draft
      .replace(/: 待写.*/g, ': 写好了')
      .replace(/^ *# (?:number|date|until|inForceOn).*$/gm, '')
      .replace(/ # 待核对.*/g, '')
      .replace('source:\n', /^ {2}date:/m.test(draft) ? 'source:\n' : 'source:\n  date: 2024-04-02\n');
    expect(checkPreset(done, FILE, known).problems).toEqual([]);
  });

  it.each([
    ['解读材料要讲清特色亮点、落实措施和办事指引。', ['特色亮点', '落实措施', '办事指引']],
    ['解读材料要讲清惠企举措及享受条件。', ['享受条件']],
    ['解读材料末尾写明咨询电话。', ['咨询渠道']],
  ])('brings rules of data for what no rule looks for: %s', (sentence, names) => {
    const { own, problems } = parse(draftOf(`一、解读要求\n（一）${sentence}\n（二）${sentence}`));
    expect(problems).toEqual([]);
    const ids = names.map((name) => `linjiang-2024/${name}`);
    expect(own?.rules.map(({ id }) => id)).toEqual(ids);
    for (const { rules } of own?.clauses ?? [])
      expect(rules.filter(({ id }) => ids.includes(id)).map(({ severity }) => severity)).toEqual(ids.map(() => 'warn'));
  });

  it('uses no clause id that is taken', () => {
    const { own, problems } = parseOwnPreset(presetDraft('qd-2025', NOTICE, known), '/qd-2025.preset.yaml', known);
    expect(problems).toEqual([]);
    expect(own?.clauses.map(({ id }) => id)[0]).toBe('QDX-1.1');
  });
});
