import { describe, expect, it } from 'vitest';
import { imported, PROSE, page } from './imported.js';

const lines = async (html: string) =>
  (await imported(page(`<h1>关于补贴办法的解读</h1>${PROSE}${html}`))).body.trimEnd().split('\n\n').slice(3).join('\n');
const two = '<li>甲。</li><li>乙。</li>';

describe('lists keep the numbers that readers see', () => {
  it.each([
    ['digits', `<ol>${two}</ol>`, '1. 甲。\n2. 乙。'],
    ['from another number', `<ol start="3">${two}</ol>`, '3. 甲。\n4. 乙。'],
    ['letters', `<ol type="a">${two}</ol>`, 'a.甲。\nb.乙。'],
    ['capitals', `<ol style="list-style-type: upper-alpha">${two}</ol>`, 'A.甲。\nB.乙。'],
    ['Roman numbers', `<ol type="I" start="4">${two}</ol>`, 'IV.甲。\nV.乙。'],
    ['Chinese numbers', `<ol style="list-style-type:cjk-ideographic">${two}</ol>`, '一、甲。\n二、乙。'],
    ['those of UEditor', `<ol class="custom_cn2 list-paddingleft-1">${two}</ol>`, '（一）甲。\n（二）乙。'],
    ['its digits', `<ol class=" custom_num1 list-paddingleft-1">${two}</ol>`, '1）甲。\n2）乙。'],
    ['none', `<ol style="list-style:none">${two}</ol>`, '甲。\n乙。'],
    ['one that leaps', '<ol><li>甲。</li><li value="5">乙。</li><li>丙。</li></ol>', '1.甲。\n5.乙。\n6.丙。'],
    ['one that starts late', '<ol><li value="3">甲。</li><li>乙。</li></ol>', '3.甲。\n4.乙。'],
    ['one that says what it is', '<ol><li value="1">甲。</li><li value="2">乙。</li></ol>', '1. 甲。\n2. 乙。'],
    ['backwards', `<ol reversed>${two}</ol>`, '2.甲。\n1.乙。'],
    ['bold ones', '<ol type="A"><li><b>甲</b>：一。</li></ol>', '**A.甲**：一。'],
    [
      'within a list',
      `<ol><li>丙<ol type="a">${two}</ol></li></ol>`,
      '1. 丙\n\n   a.甲。\n\n   b.乙。'.replace(/\n\n/g, '\n'),
    ],
    [
      'of passages',
      '<ol><li><p>甲。</p><p>乙。</p><p>丙。</p></li></ol>',
      '1. 甲。\n\n   乙。\n\n   丙。'.replace(/\n\n/g, '\n'),
    ],
    ['of headings', '<ol class="custom_cn"><li><p>背景依据</p></li></ol><p>讲背景。</p>', '## 一、背景依据\n讲背景。'],
  ])('%s', async (_, html, text) => {
    expect(await lines(html)).toBe(text);
  });
});

describe('sums below a table', () => {
  it.each([
    ['written first', '<tfoot><tr><td>合计<td>18</tfoot><tbody><tr><td>城区<td>18</tbody>'],
    ['written in the middle', '<thead><tr><td>城区<td>18</thead><tfoot><tr><td>合计<td>18</tfoot>'],
    ['written last', '<tbody><tr><td>城区<td>18</tbody><tfoot><tr><td>合计<td>18</tfoot>'],
    ['behind loose rows', '<tr><td>城区<td>18</tr><tfoot><tr><td>合计<td>18</tfoot>'],
    ['without anything else', '<tbody></tbody><tfoot><tr><td>城区<td>18<tr><td>合计<td>18</tfoot>'],
  ])('stand at its end: %s', async (_, rows) => {
    expect(await lines(`<table>${rows}</table>`)).toBe('| 城区 | 18 |\n| - | - |\n| 合计 | 18 |');
  });
});
