import { describe, expect, it } from 'vitest';
import { docNumberKey, docNumbersIn, isSameNumber, readDocNumber } from '../../src/language/doc-number.js';

describe('a document number', () => {
  it.each([
    '云政发〔2024〕12号',
    '雲政發〔2024〕12號',
    '云溪海关公告2024年第27号',
    '公告二〇二四年第三号',
    '税委会公告〔2023〕第10号',
    '中华人民共和国主席令第四十九号',
    '云溪市人民政府令第二十一号',
    '云溪市人民政府令第一〇八号',
    '雲溪市人民政府令第二十一號',
    '云溪市人民代表大会常务委员会公告（第十二号）',
    '云溪市公安局通告（2024年第3号）',
    '云溪市人大常委会公告〔十六届〕第5号',
    '第5号',
  ])('%s is written right', (written) => {
    expect(readDocNumber(written)?.proper).toBe(written);
  });

  it.each([
    ['云政发[2024]第012号', '云政发〔2024〕12号'],
    ['云政发〔二〇二四〕十二号', '云政发〔2024〕12号'],
    ['云政发〔二○二四〕12号', '云政发〔2024〕12号'],
    ['云溪市人民政府第21号令', '云溪市人民政府令第21号'],
    ['云溪市人民政府第二十一号令', '云溪市人民政府令第二十一号'],
    ['云溪市人大常委会公告(第12号)', '云溪市人大常委会公告（第12号）'],
    ['云溪市人民政府令\n第021号', '云溪市人民政府令第21号'],
    ['云溪市人民政府令21号', '云溪市人民政府令第21号'],
    ['第四十九号主席令', '主席令第四十九号'],
    ['云溪海关2015年第59号公告', '云溪海关公告2015年第59号'],
    ['证监会令【第230号】', '证监会令（第230号）'],
    ['云政办发＜2024＞18号', '云政办发〔2024〕18号'],
    ['云政办发｛2024｝18号', '云政办发〔2024〕18号'],
    ['云政办发〔2024年〕18号', '云政办发〔2024〕18号'],
    ['云政办发〔2024〕18号文件', '云政办发〔2024〕18号'],
    ['（云政办发〔2024〕18号）', '云政办发〔2024〕18号'],
    ['发文字号：云政办发〔2024〕18号', '云政办发〔2024〕18号'],
  ])('%s is written %s', (written, proper) => {
    expect(readDocNumber(written)?.proper).toBe(proper);
  });

  it.each([
    '云政发〔2024〕×号',
    '财金类第十二号文',
    '十二号',
    '和平路12号',
    '第三号通知',
    '云政发2024年',
    '令行禁止号',
  ])('%s is none', (written) => {
    expect(readDocNumber(written)).toBeNull();
  });

  it('has one key however it is written', () => {
    expect(docNumberKey('云溪市人民政府令第二十一号')).toBe(docNumberKey('雲溪市人民政府第21號令'));
    expect(docNumberKey('公告（第十二号）')).toBe(docNumberKey('公告第12号'));
  });

  it('is found in text', () => {
    expect(docNumbersIn('根据主席令第四十九号和《条例》（云政发〔2024〕3號）、公告（第十二号）')).toEqual([
      '主席令第四十九号',
      '云政发〔2024〕3號',
      '公告（第十二号）',
    ]);
  });
});

describe('a number in text', () => {
  it.each([
    ['根据〔2023〕5号', []],
    ['依据[2023]5号和〔2023〕6号', []],
    ['现按照（2023）5号执行', []],
    ['已参照【2023】5號办理', []],
    ['详见〔2023〕5号', []],
    ['为贯彻落实云政发〔2023〕5号', ['云政发〔2023〕5号']],
    ['根據雲政發〔2023〕5號', ['雲政發〔2023〕5號']],
    ['废止原云政办发〔2013〕5号', ['云政办发〔2013〕5号']],
  ])('%s bears its office alone', (text, numbers) => {
    expect(docNumbersIn(text)).toEqual(numbers);
  });
});

describe('two numbers', () => {
  const same = (one: string, other: string) => {
    const [a, b] = [readDocNumber(one), readDocNumber(other)];
    return a && b && isSameNumber(a, b);
  };

  it.each([
    ['第12号', '云溪海关公告2024年第12号', true],
    ['云溪市人民政府令第21号', '第二十一号', true],
    ['云政发〔2024〕12号', '雲政發〔2024〕12號', true],
    ['云政发〔2024〕12号', '云政办发〔2024〕12号', false],
    ['云政发〔2024〕12号', '云政发〔2023〕12号', false],
    ['第12号', '第13号', false],
  ])('%s and %s', (one, other, expected) => {
    expect(same(one, other)).toBe(expected);
  });
});
