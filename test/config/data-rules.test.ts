import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse.js';
import { makeResolver } from '../../src/config/resolve.js';
import { placeOf } from '../../src/document/range.js';
import { checkDocument } from '../../src/lint/check.js';
import { type Understood, understand } from '../../src/lint/check-text.js';
import { known } from './known.js';

const FILE = '/a/jiedu-lint.config.yaml';

/** What rules of data find in a text, as `line:column what (todo)`. */
async function findings(rules: string, text: string): Promise<string[]> {
  const { config, problems, known: extended } = parseConfig(`extends: []\ndataRules:\n${rules}`, FILE, known);
  expect(problems).toEqual([]);
  const resolved = (await makeResolver({ config }, extended)).forFile('/a/b.md');
  const { document, elements } = understand('/a/b.md', text, resolved) as Understood;
  return checkDocument(document, elements, resolved, []).findings.map(({ range, data, what, todo, severity }) => {
    const { line, column } = placeOf(document.lineStarts, range);
    const said = what['zh-CN'].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = data[name];
      return typeof value === 'object' ? value['zh-CN'] : String(value);
    });
    return `${line}:${column} ${severity} ${said}（${todo['zh-CN']}）`;
  });
}

function problemsOf(text: string): string[] {
  return parseConfig(text, FILE, known).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message['zh-CN']}`,
  );
}

const TEXT =
  '---\nkind: 解读材料\n---\n# 赋能解读\n\n## 一、背景\n\n**赋**能是抓手机。\n\n## 二、联系方式\n\n电话见 Web 首页。\n';

describe('rules of data', () => {
  it.each([
    [
      '- { id: local/a, forbid: [赋能, web] }',
      [
        '4:3 warn 写了“赋能”（请换一个说法，或者删去）',
        '8:3 warn 写了“赋能”（请换一个说法，或者删去）',
        '12:5 warn 写了“web”（请换一个说法，或者删去）',
      ],
    ],
    [
      '- { id: local/a, forbid: 赋能, in: title, message: "标题不写“{term}”。", todo: 改, severity: error }',
      ['4:3 error 标题不写“赋能”（改）'],
    ],
    ['- { id: local/a, forbid: 赋能, in: body }', ['8:3 warn 写了“赋能”（请换一个说法，或者删去）']],
    ['- { id: local/a, forbid: 电话, in: section:联系 }', ['12:1 warn 写了“电话”（请换一个说法，或者删去）']],
    ['- { id: local/a, forbid: 抓手, except: 抓手机 }', []],
    ['- { id: local/a, forbid: 赋能, kinds: policy }', []],
    ['- { id: local/a, require: [邮箱, 电话] }', []],
    ['- { id: local/a, require: [邮箱, 传真] }', ['4:3 warn 没有写“邮箱”或“传真”（请补上）']],
    ['- { id: local/a, require: 电话, in: section:背景 }', ['4:3 warn “背景”部分没有写“电话”（请补上）']],
    ['- { id: local/a, requireSection: [咨询, 联系方式] }', []],
    ['- { id: local/a, requireSection: 办理流程 }', ['4:3 warn 没有标题为“办理流程”的部分（请加上这一部分）']],
    ['- { id: local/a, forbidSection: 联系 }', ['10:4 warn 有“联系”这一部分（请删去这一部分，或者换一个标题）']],
  ])('%s', async (rules, found) => {
    expect(await findings(rules, TEXT)).toEqual(found);
  });

  it('is set like any rule, and stands whatever the presets', async () => {
    const text =
      'extends: []\ndataRules: [{ id: local/甲, forbid: 赋能, clauses: C-1 }]\noverrides: [{ files: "b.md", rules: { local/甲: "off" } }]\n';
    const { config, problems, known: extended } = parseConfig(text, FILE, known);
    expect(problems).toEqual([]);
    const resolver = await makeResolver({ config, presets: ['recommended'] }, extended);
    expect(resolver.forFile('/a/c.md').rules.get('local/甲')?.[0]).toMatchObject({
      severity: 'warn',
      clauses: ['C-1'],
    });
    expect(resolver.forFile('/a/b.md').rules.get('local/甲')?.[0]?.severity).toBe('off');
  });

  it.each([
    ['dataRules: [{ forbid: 甲 }]', '1:13 缺少“id”，请补上'],
    [
      'dataRules: [{ id: no-x, forbid: 甲 }]',
      '1:19 规则的名称“no-x”要写成 local/ 加小写英文字母、数字、连字符或汉字，例如 local/no-slogans',
    ],
    ['dataRules:\n  - id: local/x\n    frobid: 甲', '3:5 没有“frobid”这一项；是不是想写“forbid”？'],
    [
      'dataRules:\n  - id: local/x',
      '2:9 规则“local/x”没有说要查什么；请写 forbid、require、forbidSection、requireSection 中的一项',
    ],
    [
      'dataRules:\n  - id: local/x\n    forbid: 甲\n    require: 乙',
      '4:5 规则“local/x”已经有要查的内容；一条规则只查一项，请另写一条',
    ],
    ['dataRules:\n  - id: local/x\n    forbidSection: 甲\n    in: title', '4:5 in 只用于 forbid 和 require；请删去'],
    [
      'dataRules:\n  - id: local/x\n    forbid: 甲\n    in: head',
      '4:9 in 不能是“head”；可以写：text（标题和正文）、title、body、section:标题里的字',
    ],
    ['dataRules:\n  - id: local/x\n    require: 甲\n    except: 乙', '4:5 except 只用于 forbid；请删去'],
    [
      'dataRules:\n  - id: local/x\n    forbid: 甲\n    message: 有{terms}',
      '4:14 这里没有“{terms}”可填；可以用 {term}',
    ],
    ['dataRules:\n  - id: local/x\n    forbid: 甲\n    clauses: [C1]', '4:15 没有条款“C1”；是不是想写“C-1”？'],
    [
      'dataRules:\n  - { id: local/x, forbid: 甲 }\n  - { id: local/x, forbid: 乙 }',
      '3:11 规则“local/x”写了两次；请换一个名称',
    ],
    ['dataRules: [{ id: local/x, forbid: [] }]', '1:36 “dataRules[0].forbid”是空的，请填写'],
    ['dataRules: [{ id: local/x, forbid: 甲 }]\nrules: { local/x: [warn, { a: 1 }] }', '2:28 没有“a”这一项'],
    [
      'dataRules: [{ id: local/x, forbid: 甲 }]\nrules: { local/y: warn }',
      '2:10 没有“local/y”这条规则；是不是想写“local/x”？',
    ],
  ])('names a mistake: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});
