import { describe, expect, it } from 'vitest';
import { inKeysOf, lineToPaste } from '../../src/document/key-names.js';
import { lintText } from '../../src/index.js';

describe('keys in messages', () => {
  it.each([
    ['请在文首填写 sign-offs（审签）：角色', '请在文首填写审签：角色'],
    ['没有写审批/报送（approval.submitted），无法核对', '没有写审批/报送，无法核对'],
    ['没有写发布日期（published）', '没有写发布日期'],
    ['approval（审批）里没有批准日期', '审批里没有批准日期'],
    ['依据：政策解读工作通知（2021年）', '依据：政策解读工作通知（2021年）'],
    ['缺少 recommended（推荐）', '缺少 recommended（推荐）'],
  ])('%s', (text, chinese) => {
    expect(inKeysOf('chinese', text)).toBe(chinese);
    expect(inKeysOf(null, text)).toBe(text);
    expect(inKeysOf('english', text)).toBe(text);
  });

  it.each([
    ['请补上一行“类型: ……”', '请补上一行“kind: ……”'],
    ['请补上一行“发文机关: ……”', '请补上一行“issuer: ……”'],
    ['例如“云政办发: ……”', '例如“云政办发: ……”'],
  ])('%s', (text, english) => {
    expect(inKeysOf('english', text)).toBe(english);
    expect(inKeysOf('chinese', text)).toBe(text);
  });

  it.each([
    ['kind: 政策解读材料', '是不是想写“解读材料”？'],
    ['kind: interpretaion', '是不是想写“interpretation”？'],
    ['类型: 说明会的方案', '是不是想写“说明会方案”？'],
    ['类型: 新闻', '可以写：政策文件、解读材料、吹风会发布稿、解读方案、说明会方案'],
  ])('offer the kinds that there are in both languages: %s', async (kind, hint) => {
    const { messages } = await lintText(`---\n${kind}\ntitle: 停车解读\n---\n\n停车收费。\n`, {
      presets: ['base'],
      configLookup: false,
    });
    expect(messages.map(({ message }) => message).join('\n')).toContain(hint);
  });

  it.each([
    ['类型: 解读材料\n审签: [{ 角色: 科室负责人, 电话: 无 }]', '可以写：角色、姓名、日期'],
    ['类型: 解读材料\n保密审查: { 审查人: 张三, 备注栏: 无 }', '可以写：审查人、日期、结论'],
    ['类型: 吹风会发布稿\n发布人: { 姓名: 张三, 电话: 无 }', '可以写：姓名、职务'],
    [
      'kind: interpretation\nsign-offs: [{ role: 科室负责人, phone: 无 }]',
      '可以写：role（角色）、name（姓名）、date（日期）',
    ],
    ['kind: briefing\n发布人: { 姓名: 张三, 电话: 无 }', '可以写：name（姓名）、post（职务）'],
  ])('of what a map may hold are those that the file writes: %s', async (lines, hint) => {
    const { messages } = await lintText(`---\n${lines}\n---\n\n停车收费。\n`, {
      presets: ['base'],
      configLookup: false,
    });
    expect(messages.map(({ message }) => message).join('\n')).toContain(hint);
  });

  it.each([
    ['title: 甲\ntitle: 乙', '（键重复）'],
    ['title: 甲: 乙', '（一行里有两个冒号，或缩进不对）'],
    ['title: "甲', '（缺冒号、引号或括号）'],
    ['title: "甲"乙', '（引号或括号后面还有字，整项要加一对引号）'],
    ['title: 甲\n乙', '（缺冒号、引号或括号）'],
    ['地区:甲\ntitle: 乙', '（这一行没有冒号，或冒号后面没有空格）'],
    ['title: "甲\\乙"', '（双引号里有反斜杠，请改用单引号）'],
    ['policy:\n\t- a.md', '（用制表符缩进）'],
    ['title: %甲', '（值以 @、%、` 之类的符号开头，要加引号）'],
  ])('are wanting where the block cannot be read, which is said in Chinese: %s', async (lines, said) => {
    const { messages } = await lintText(`---\nkind: interpretation\n${lines}\n---\n\n停车收费。\n`, {
      presets: ['base'],
      configLookup: false,
    });
    expect(messages.map(({ message }) => message).join('\n')).toContain(said);
  });

  it('come with the line to paste', () => {
    expect(lineToPaste('secrecy-review')).toEqual({
      'zh-CN': '保密审查: { 审查人: , 日期: , 结论: }',
      en: 'secrecy-review: { reviewer: , date: , result: }',
    });
    expect(lineToPaste('sign-offs')['zh-CN']).toBe('审签: [{ 角色: , 姓名: , 日期: }]');
    expect(lineToPaste('published')['zh-CN']).toBe('发布日期: ');
  });

  it.each([
    [
      '类型: 解读材料\n标题: 停车解读',
      '`保密审查: { 审查人: , 日期: , 结论: }`',
      '`审签: [{ 角色: , 姓名: , 日期: }]`',
    ],
    [
      'kind: interpretation\ntitle: 停车解读',
      '`secrecy-review: { reviewer: , date: , result: }`',
      '`sign-offs: [{ role: , name: , date: }]`',
    ],
  ])('are those of the file: %s', async (frontMatter, review, signOff) => {
    const rules = { 'process/secrecy-review': 'warn', 'process/sign-off': 'warn' } as const;
    const text = `---\n${frontMatter}\n---\n\n停车收费。\n`;
    const { messages } = await lintText(text, { presets: ['base'], rules, configLookup: false });
    const said = messages.map(({ message }) => message).join('\n');
    expect(said).toContain(review);
    expect(said).toContain(signOff);
  });
});
