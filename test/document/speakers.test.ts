import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

/** The sections that a line and a text below it make, as `level style title`, their own text behind a bar. */
function titles(line: string): string[] {
  const { sections } = parseDocument(`# 解读\n\n${line}\n\n文。\n`, { path: 'a.md' });
  return sections.map(({ level, style, title, body }) =>
    [`${level} ${style} ${title}`, ...body.map(({ text }) => text)].join(' | '),
  );
}

describe('speakers', () => {
  it.each([
    '王婶：我家的新农合今年交多少。',
    '旁白：一九九八年，水进了村。',
    '主持人：欢迎收看本期节目。',
    '**主持人：**欢迎收看本期节目。',
    '记者：谢谢您的解答。',
    '**答：**按户籍所在地办。',
    '小李：我帮您查一查。',
    '张女士：我想补缴。',
    '市医保局局长陈建国：标准没有变。',
    '**新闻发言人**：标准没有变。',
    '記者：謝謝您。',
    '林嬸：我來問問。',
    '画面：大厅里排着队。',
    '画面二：大厅里排着队。',
    '村民王婶：娃上学放心多了。',
    '窗口工作人员：带上身份证。',
  ])('whoever speaks heads no section: %s', (line) => {
    expect(titles(line)).toEqual([]);
  });

  it.each([
    ['记者：请介绍出台的背景。', '1 question 记者：请介绍出台的背景。 | 文。'],
    ['**记者：**新标准从哪天起执行？', '1 question 记者：新标准从哪天起执行？ | 文。'],
    ['**问：**新标准从哪天起执行？七月一日。', '1 question 问：新标准从哪天起执行？ | 七月一日。 | 文。'],
    ['王婶：那今年交多少？', '1 question 王婶：那今年交多少？ | 文。'],
    ['問：今年交多少？三百八十元。', '1 question 問：今年交多少？ | 三百八十元。 | 文。'],
  ])('but who asks does: %s', (line, section) => {
    expect(titles(line)).toEqual([section]);
  });

  it.each([
    '小结：甲。',
    '老人：甲。',
    '金额：甲。',
    '范围：甲。',
    '增长：甲。',
    '评审专家：甲。',
    '墨西哥：甲。',
    '主任办公会：甲。',
    '居民：甲。',
  ])('what only looks like a speaker is a label: %s', (line) => {
    expect(titles(line)).toHaveLength(1);
  });
});
