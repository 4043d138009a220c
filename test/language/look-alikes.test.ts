import { describe, expect, it } from 'vitest';
import { inPlainUnits, lookAlikesIn, withoutLookAlikes } from '../../src/language/look-alikes.js';

describe('look-alikes', () => {
  it.each([
    ['⼀、背景依据', '一、背景依据'],
    ['适⽤范围', '适用范围'],
    ['本市⾏政区域内的单位和个⼈', '本市行政区域内的单位和个人'],
    ['⻓期⻔前⻋辆⻢路⻥塘⻩色⻰头⺠生⻅效⻚码⻛险⻜行', '长期门前车辆马路鱼塘黄色龙头民生见效页码风险飞行'],
    ['金\uf90a龍\uf9c4行\ufa08', '金金龍龍行行'],
    ['𝟏𝟐𝟎𝟎元、𝐀𝒃𝓒𝔻𝕖𝖋类', '1200元、AbCDef类'],
    ['Ⓐⓑ🄲🅓', 'AbCD'],
    ['🯱🯲', '12'],
  ])('%s is read as %s', (written, read) => {
    expect(withoutLookAlikes(written)).toBe(read);
    const found = lookAlikesIn(written);
    expect(found.map(({ start, end }) => withoutLookAlikes(written.slice(start, end)))).toEqual(
      found.map(({ plain }) => plain),
    );
  });

  it.each(['一、背景依据', '①②⑴⒈⑳❶', '１２ＡＢ％', '㎡℃№Ⅳⅰ㈠㊣', '詳情請見實施細則', '々〇ㄅ', '😀🅿🇨🇳', 'éü'])(
    '%s is ordinary',
    (text) => {
      expect(lookAlikesIn(text)).toEqual([]);
    },
  );

  it('of one unit are replaced in place', () => {
    expect(inPlainUnits('⼀𝟏⽤')).toBe('一𝟏用');
  });
});
