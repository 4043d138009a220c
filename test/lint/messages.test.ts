import { describe, expect, it } from 'vitest';
import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { lintText } from '../../src/index.js';
import type { Finding } from '../../src/lint/finding.js';
import { messagesOf } from '../../src/lint/messages.js';
import { archiveWith, run } from '../cli/command.js';

describe('the clauses that a message names', () => {
  const reasons = async (rule: string, locale: string) => {
    const cwd = archiveWith({ 'a.md': '---\nkind: interpretation\ntitle: 《办法》解读\n---\n\n近日出台了办法。\n' });
    const ran = await run(cwd, ['--preset', 'all', '-f', 'json', '--locale', locale, 'a.md']);
    return ran.json()[0]?.messages.find(({ ruleId }) => ruleId === rule);
  };
  const cited = (rule: string, locale: 'zh-CN' | 'en') =>
    CLAUSE_TABLE.forRule(rule).map((clause) => CLAUSE_TABLE.citation(clause, locale));

  it('are all of two', async () => {
    const names = cited('link/policy-link', 'zh-CN');
    expect(names).toHaveLength(2);
    expect((await reasons('link/policy-link', 'zh-CN'))?.message).toMatch(new RegExp(`依据：${names.join('；')}。$`));
    expect((await reasons('link/policy-link', 'en'))?.message).toContain(
      `Required by ${cited('link/policy-link', 'en').join('; ')}.`,
    );
  });

  it('are two of more, and how many there are', async () => {
    const { message, clauses = [] } = (await reasons('element/objectives', 'zh-CN')) ?? {};
    expect(clauses.length).toBeGreaterThan(2);
    const names = (locale: 'zh-CN' | 'en') =>
      CLAUSE_TABLE.forRule('element/objectives')
        .filter(({ id }) => clauses.includes(id))
        .map((clause) => CLAUSE_TABLE.citation(clause, locale));
    expect(message).toContain(`依据：${names('zh-CN').slice(0, 2).join('；')} 等 ${clauses.length} 条。`);
    expect((await reasons('element/objectives', 'en'))?.message).toContain(
      `Required by ${names('en').slice(0, 2).join('; ')} and ${clauses.length - 2} more.`,
    );
  });
});

const about = (policy: string): Finding => ({
  ruleId: 'content/no-verbatim-copy',
  messageId: 'copied',
  severity: 'warn',
  range: { start: 0, end: 0 },
  data: { policy },
  clauses: [],
  what: { 'zh-CN': '与《{policy}》相同，即{policy}', en: 'same as "{policy}"' },
  todo: { 'zh-CN': '请改写', en: 'rewrite it' },
});

describe('a message that asks', () => {
  it.each([
    ['zh-CN', '没有这一项', '是不是想写“甲”？', '没有这一项。是不是想写“甲”？'],
    ['en', 'There is none', 'Did you mean "a"?', 'There is none. Did you mean "a"?'],
    ['zh-CN', '没有这一项', '请删去', '没有这一项。请删去。'],
    ['en', 'There is none', 'Remove it', 'There is none. Remove it.'],
    ['zh-CN', '标题写着“谁能申请？”', '请补写', '标题写着“谁能申请？”。请补写。'],
  ] as const)('has one mark at its end: %s %s', (locale, what, todo, said) => {
    const both = (text: string) => ({ 'zh-CN': text, en: text });
    const finding = { ...about(''), what: both(what), todo: both(todo) };
    expect(messagesOf([finding], [0], locale)[0]?.message).toBe(said);
  });
});

describe('a title in a message', () => {
  it.each([
    ['停车办法', '与《停车办法》相同，即停车办法'],
    ['《停车办法》', '与《停车办法》相同，即《停车办法》'],
    ['关于印发《停车办法》的通知', '与《关于印发〈停车办法〉的通知》相同，即关于印发《停车办法》的通知'],
  ])('%s', (policy, said) => {
    expect(messagesOf([about(policy)], [0], 'zh-CN')[0]?.parts.what).toBe(said);
  });
});

describe('what tells a finding from others of its kind', () => {
  it.each([200, 201])('is at most 200 characters of the text, of %i', async (length) => {
    const text = `---\nkind: briefing\n---\n\n# 解读\n\n${'甲'.repeat(8)}${'乙'.repeat(length)}\n`;
    const rules = { 'length/max-length': ['warn', { max: 10 }] } as const;
    const { messages } = await lintText(text, { presets: ['base'], rules, configLookup: false });
    const { parts } = messages.find(({ ruleId }) => ruleId === 'length/max-length') ?? expect.fail();
    expect(parts.subject).toBe('乙'.repeat(200));
  });

  it.each([
    ['missingKey', '日期: 2024-03-01', 'title\n标题\n\n\n请删去，或对照元数据词表改正\n'],
    ['wrongType', 'title: {甲: 乙}', 'title\n标题\n\n\n可以写：string\n一段文字（数字要加引号）'],
    ['wrongType', 'title: [甲, {乙: 丙}]', 'title\n标题\n\n\n可以写：string\n一段文字（数字要加引号）'],
    ['wrongType', 'title: [甲, 乙]', 'title\n标题\n甲,乙\n\n可以写：string\n一段文字（数字要加引号）'],
    ['misplacedKey', 'approval: {approved: 2024-03-01}', 'approval\n审批\n\n\n请删去，或对照元数据词表改正\n'],
    [
      'wrongType',
      'approval: 2024-03-01',
      'approval\n审批\n2024-03-01\n\n可以写：object\n`审批: { 报送: , 批准: , 签字人: , 盖章: , 内容摘要: }`',
    ],
  ])('is of front matter its words, and nothing of maps: %s, %s', async (id, line, subject) => {
    const text = `---\nkind: interpretation\n${line}\n---\n\n# 《办法》解读\n`;
    const { messages } = await lintText(text, { presets: ['all'], configLookup: false });
    expect(messages.find(({ messageId }) => messageId === id)?.parts.subject).toBe(subject);
  });
});
