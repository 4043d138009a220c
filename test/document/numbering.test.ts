import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });

describe('parts and Roman numerals', () => {
  it.each([
    ['第一部分', 'part', 1],
    ['第二部分　总体要求', 'part', 2],
    ['第三部分：保障措施', 'part', 3],
    ['第十二部分、附则', 'part', 12],
    ['# 第4部分 附则', 'part', 4],
    ['Ⅱ. 背景', 'roman', 2],
    ['Ⅻ、背景', 'roman', 12],
    ['IV．背景', 'roman', 4],
    ['## IX. 背景', 'roman', 9],
    ['III、背景', 'roman', 3],
  ])('%s is numbered', (line, style, value) => {
    expect(parse(`题\n\n${line}\n\n文。`).sections[0]?.numbering).toMatchObject({ style, value });
  });

  it.each([
    '第一部分群众',
    '第二部分为重点任务。',
    '第三部分，总体要求。',
    'Ⅳ级响应',
    'X.509证书',
    'V.I.P.',
    'IIX. 背景',
    'C. 背景',
    'V. 2.0版',
    'Ⅲ、Ⅳ类水体',
    'V，表示体积',
  ])('%s is not', (line) => {
    expect(parse(`题\n\n开头的话。\n\n${line}\n\n文。`).sections[0]?.numbering).toBeUndefined();
  });

  it('hold one another as they come', () => {
    const levels = (text: string) => parse(text).sections.map(({ level, title }) => `${level}${title.slice(0, 1)}`);
    expect(levels('题\n\nⅠ. 甲\n\n一、乙\n\n二、丙\n\nⅡ. 丁\n\n一、戊')).toEqual(['1Ⅰ', '2一', '2二', '1Ⅱ', '2一']);
    expect(levels('题\n\n一、甲\n\nⅠ. 乙\n\nⅡ. 丙\n\n二、丁\n\nⅠ. 戊')).toEqual(['1一', '2Ⅰ', '2Ⅱ', '1二', '2Ⅰ']);
    expect(levels('题\n\n三、甲\n\n第一部分 乙\n\n第二部分 丙\n\n四、丁')).toEqual(['1三', '2第', '2第', '1四']);
    expect(levels('题\n\n第一部分 甲\n\n第一章 乙\n\n一、丙\n\n第二部分 丁')).toEqual(['1第', '2第', '3一', '1第']);
  });
});
