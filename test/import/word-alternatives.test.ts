import { describe, expect, it } from 'vitest';
import { left, lines, p, run } from './word.js';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const drawing = (inside: string, said: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="4" name="图表 1" ${said}/><a:graphic><a:graphicData uri="${CHART}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const chart = (said = '') => drawing('<c:chart/>', said);
const smartArt = (said = '') => drawing('<dgm:relIds r:dm="rId9"/>', said);

describe('what somebody wrote for those who cannot see a drawing', () => {
  it.each([
    ['a chart', chart('descr="补助资金分布，燃油占六成"'), '［图：补助资金分布，燃油占六成］'],
    ['SmartArt', smartArt('descr="办理分三步"'), '［图：办理分三步］'],
    ['a picture', drawing('<pic:pic/>', 'descr="办理流程"'), '［图：办理流程］'],
    ['a chart in a line', `${run('见')}${chart('descr="资金分布"')}${run('。')}`, '见［图：资金分布］。'],
    [
      'a chart in two ways of writing',
      `<w:r><mc:AlternateContent><mc:Choice Requires="cx">${chart('descr="资金分布"').slice(5, -6)}</mc:Choice></mc:AlternateContent></w:r>`,
      '［图：资金分布］',
    ],
  ])('is read: %s', async (_, inside, text) => {
    expect(await lines(p(inside) + p('后文。'))).toEqual([text, '后文。']);
  });
  it.each([
    ['nothing', chart()],
    ['a name that the program gave', chart('descr="图片 3"')],
    ['a description by a program', smartArt('descr="图示描述已自动生成"')],
  ])('is no text where it is %s', async (_, inside) => {
    expect(await lines(p(inside) + p('后文。'))).toEqual(['后文。']);
  });
  it('takes nothing from what is told', async () => {
    expect(await left(p(chart('descr="资金分布"')))).toMatchObject({ charts: [] });
  });
});
