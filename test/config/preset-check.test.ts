import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPreset } from '../../src/config/preset-check.js';
import { knownNames } from '../../src/engine/known.js';

const known = knownNames();
const FILE = '/本地/linjiang-2024.preset.yaml';

const GOOD = `name: linjiang-2024
source:
  name: 临江市政策解读办法
  number: 临政办发〔2024〕15号
  date: 2024-04-02
  until: 2029-04-01
dataRules:
  - id: linjiang-2024/咨询电话
    require: [咨询电话, 服务热线]
clauses:
  - id: LJ-1
    article: 第一条
    demand: 写明适用范围
    kinds: [解读材料]
    rules:
      - id: element/scope
      - id: linjiang-2024/咨询电话
        severity: warn
  - id: LJ-2
    article: 第二条
    demand: 每季度开一次座谈会
    human: 座谈会的记录不在文件库里
`;

const check = (text: string, file = FILE) => checkPreset(text, file, known);
const said = (text: string, file = FILE) =>
  check(text, file).problems.map(({ line, column, message }) => `${line}:${column} ${message['zh-CN']}`);

describe('a preset looked over', () => {
  it('that is whole has no problems and no hints', () => {
    expect(check(GOOD)).toMatchObject({ problems: [], hints: [], isReadable: true });
  });

  it.each([
    ['    human: 座谈会的记录不在文件库里\n', '', /^19:9 条款“LJ-2”既没有规则.*也没有写明为什么/],
    ['element/scope', 'element/scop', /^16:13 没有“element\/scop”这条规则；是不是想写“element\/scope”？$/],
    ['id: LJ-2', 'id: LJ-1', /^19:9 条款编号“LJ-1”写了两次/],
    ['id: LJ-2', 'id: QD-2', /^19:9 条款编号“QD-2”已经用于青政办字/],
    ['  date: 2024-04-02\n', '', /^3:3 没有写文件的日期/],
    ['2024-04-02', '2024-02-30', /^5:9 没有“2024-02-30”这一天$/],
    ['2029-04-01', '2023-04-01', /^6:10 有效期（until）早于文件的日期/],
    ['写明适用范围', '待写', /^13:13 demand 还没有写$/],
    ['座谈会的记录不在文件库里', '待写', /^22:12 human 还没有写$/],
    ['element/scope', 'element/scope # 待核对：原文有“范围”', /^16:27 这一处还没有核对/],
    [
      'linjiang-2024/咨询电话\n        severity',
      'element/scope\n        severity',
      /两次写了规则“element\/scope”|没有一条规定用到/,
    ],
    ['- id: element/scope', '- id: linjiang-2024/咨询电话', /^17:13 条款“LJ-1”两次写了规则“linjiang-2024\/咨询电话”/],
    ['require:', 'requires:', /^9:5 没有“requires”这一项/],
    [
      '- id: linjiang-2024/咨询电话\n    r',
      '- id: local/咨询电话\n    r',
      /要以预设的名称开头：linjiang-2024\/咨询电话/,
    ],
    ['name: linjiang-2024', 'name: fujian-2015', /^1:7 已经有一套预设叫“fujian-2015”/],
    ['source:', 'extends: fujian-2051\nsource:', /^2:10 没有“fujian-2051”这套预设；是不是想写“fujian-2015”？$/],
    ['source:', 'extends: ./none.yaml\nsource:', /^2:10 预设 \/本地\/none\.yaml：没有这个配置文件/],
    ['source:', 'extend: base\nsource:', /^2:1 没有“extend”这一项；是不是想写“extends”？$/],
  ])('%j → %j', (right, wrong, problem) => {
    expect(said(GOOD.replace(right, wrong)).join('\n')).toMatch(problem);
  });

  it.each([
    ['  number: 临政办发〔2024〕15号\n', '', FILE, '没有写文号'],
    ['  until: 2029-04-01\n', '', FILE, '没有写文件是否有效'],
    ['', '', '/本地/our-rules.yaml', '建议叫 linjiang-2024.preset.yaml'],
  ])('is only advised where %j is %j in %s', (right, wrong, file, hint) => {
    const { problems, hints } = check(GOOD.replace(right, wrong), file);
    expect(problems).toEqual([]);
    expect(hints.map(({ message }) => message['zh-CN'])).toEqual([expect.stringContaining(hint)]);
  });

  it('says where a text is no YAML', () => {
    expect(check(`${GOOD}clauses: [`)).toMatchObject({ isReadable: false, problems: [{ file: FILE }] });
  });
});

describe('presets that ship as files', () => {
  const names = [...(known.shipped?.keys() ?? [])];

  it('are there', () => {
    for (const name of [
      'fujian-2015',
      'shanghai-2023-5',
      'shandong-2023',
      'hohhot-2023',
      'zhangjiakou-2023',
      'zhecheng-2018',
    ])
      expect(names).toContain(name);
  });

  it.each(names)('%s is whole, named by its file, dated, and no clause of it shares an id', (name) => {
    const others = new Map([...(known.shipped ?? [])].filter(([other]) => other !== name));
    const text = readFileSync(new URL(`../../presets/${name}.preset.yaml`, import.meta.url), 'utf8');
    const { problems, own } = checkPreset(text, `/presets/${name}.preset.yaml`, { ...known, shipped: others });
    expect(problems).toEqual([]);
    expect(own?.preset.name).toBe(name);
    // Yearly points end with their year.
    if (/要点|重点工作安排/.test(own?.source.name ?? ''))
      expect(own?.source.until).toBe(`${/20\d\d/.exec(own?.source.name ?? '')}-12-31`);
  });
});
