import { describe, expect, it } from 'vitest';
import { paperNames } from '../../src/archive/content/paper-names.js';
import { ownNames } from '../../src/elements/own-names.js';
import {
  isBrokenTitle,
  isGenericName,
  isSamePaper,
  linesThatRead,
  papersIn,
  policyName,
  shortNamesIn,
} from '../../src/language/papers.js';

describe('names in 《》', () => {
  it.each([
    ['根据《甲法》和《乙办法》', ['甲法', '乙办法']],
    ['《关于印发〈甲办法〉的通知》', ['关于印发〈甲办法〉的通知']],
    ['《关于印发《甲办法》的通知》', ['甲办法']],
    ['《甲》《》《乙\n丙》', []],
    [`《${'长'.repeat(121)}》《${'短'.repeat(120)}》`, ['短'.repeat(120)]],
    ['没有书名', []],
  ])('are found in %s', (text, names) => {
    expect(papersIn(text)).toEqual(names);
  });
});

describe('the policy in a title', () => {
  it.each([
    ['《关于转发〈省级公园办法〉的通知》解读', '省级公园办法'],
    ['《关于公布〈公园目录〉的通告》解读', '公园目录'],
    ['《关于废止〈公园办法〉的决定》解读', '关于废止〈公园办法〉的决定'],
  ])('%s', (title, name) => {
    expect(policyName(title)).toBe(name);
  });
});

describe('a name that says only what kind of paper it is', () => {
  const generic = ['办法', '管理办法', '复议规则', '裁量基准', '裁量基准（二）', '实施细则', '若干措施', '程序规定'];

  it.each(generic)('means the policy explained wherever it is read: 《%s》', (name) => {
    expect(isGenericName(name)).toBe(true);
    expect(ownNames('停车新规解读', `按照《${name}》第三条`)).toContain(name);
    expect(paperNames('《云溪市停车管理条例》解读', [`按照《${name}》第三条`]).of(name)).toBe('');
  });

  it.each(['若干规定', '若干意见'])(
    'is followed when articles are looked up, and unknown to the model: 《%s》',
    (name) => {
      expect(paperNames('《云溪市停车若干规定》解读', []).of(name)).toBe('');
      expect(ownNames('停车新规解读', `按照《${name}》`)).not.toContain(name);
    },
  );

  it.each(['行政复议法', '停车管理办法', '税收规则办法', '公告栏'])('is none: 《%s》', (name) => {
    expect(isGenericName(name)).toBe(false);
  });

  it('is another paper where the text gives the name to one', () => {
    const text = '《税务行政复议规则》（以下简称《复议规则》）第三条';
    expect(paperNames('《云溪市停车管理条例》解读', [text]).of('复议规则')).toBe('税务行政复议规则');
    expect(ownNames('《云溪市停车管理条例》解读', text)).not.toContain('复议规则');
  });
});

describe('short names', () => {
  it.each([
    ['《云溪市停车办法》（以下简称《办法》）', '办法'],
    ['《云溪市停车办法》(云政〔2024〕3号,以下简称“停车办法”)', '停车办法'],
    ['《云溪市停车办法》，以下称《停车办法》', '停车办法'],
    ['《云溪市停车办法》（下称《停车办法》）', '停车办法'],
    ['《云溪市停车办法》（以下统称停车新规）', '停车新规'],
  ])('%s', (text, short) => {
    expect(shortNamesIn(text)).toEqual([{ name: '云溪市停车办法', short }]);
  });

  it('are not what stands behind a name without saying so', () => {
    expect(shortNamesIn('《云溪市停车办法》（2024年修订）')).toEqual([]);
  });
});

describe('the same paper', () => {
  it.each([
    ['云溪市停车办法', '关于转发《云溪市停车办法》的通知'],
    ['云溪市停车办法', '云溪市公安局关于公布〈云溪市停车办法〉的通告'],
    ['云溪市停车办法(试行)', '停车办法'],
  ])('%s is %s', (a, b) => {
    expect(isSamePaper(a, b)).toBe(true);
  });
});

describe('lines of one title', () => {
  it.each([
    [['阜新县“将健康融入', '所有政策”工作指导方案']],
    [['云溪市人民政府关于印发', '《云溪市养老服务', '条例》的通知']],
    [['关于加快发展银发经济的', '实施意见', '（试行）']],
    [['关于加快发展银发经济', '的实施意见']],
    [['《云溪市银发经济发展规划》', '政策解读']],
    [['关于印发《云溪市发展规划', '实施办法》的通知']],
    [['云溪市人民政府', '关于加强燃气管理的通知']],
    [['云溪市人民政府关于进一步规范', '停车收费的通知']],
    [['关于提高城市低保标准', '做好动态调整的通知']],
    [['残疾人就业和', '创业扶持办法']],
    [['残疾人就业', '和创业扶持办法']],
    [['残疾人就业', '及创业扶持办法']],
    [['云溪市燃气站', '管理办法']],
    [['什么是“一网', '统管”']],
  ])('%j', (lines) => {
    expect(isBrokenTitle(lines)).toBe(true);
  });

  it.each([
    [['政策背景', '主要内容']],
    [['政策依据', '实施办法']],
    [['政策背景', '问答']],
    [['云溪市燃气办法', '（一）实施方案']],
    [['出台的目的', '主要措施']],
    [['哪些事是必须办的', '主要措施']],
    [['关于适用范围', '关于补贴的标准']],
    [['云溪市燃气管理办法', '云溪市供热管理办法']],
    [['云溪市燃气管理办法', '主要措施']],
    [['云溪市燃气', '管理办法']],
    [['什么是“一网统管', '工作方案']],
    [['云溪市城镇燃气怎么管？', '管理办法']],
    [['云溪市城镇燃气', '怎么管']],
  ])('are not %j', (lines) => {
    expect(isBrokenTitle(lines)).toBe(false);
  });

  it.each([
    [118, true],
    [119, false],
  ])('are of no more than 120 characters: “ and %d', (length, is) => {
    expect(isBrokenTitle(['“', `${'长'.repeat(length)}”`])).toBe(is);
  });
});

it('lines that read as a text are found whatever their blanks', () => {
  expect(linesThatRead(['通知', '关于印发 《办', '法》的通知'], '关于印发《办法》 的通知')).toEqual({
    start: 1,
    end: 3,
  });
  expect(linesThatRead(['关于印发《办', '法》'], '关于印发《办法》的通知')).toBeNull();
});
