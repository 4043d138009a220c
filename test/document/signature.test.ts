import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { signatureLines } from '../../src/document/signature.js';

function signed(text: string): string[] {
  return [...signatureLines(parseDocument(text, { path: 'a.md' }))].map(({ text: line }) => line.text);
}

describe('the lines of a signature', () => {
  it.each([
    ['停车解读\n\n文。\n\n云溪市公安局\n\n2024年5月6日', ['云溪市公安局', '2024年5月6日']],
    ['停车解读\n\n文。\n\n云溪市公安局 2024年5月6日', ['云溪市公安局 2024年5月6日']],
    ['停车解读\n\n文。\n\n云溪市公安局\n\n二〇二四年五月六日', ['云溪市公安局', '二〇二四年五月六日']],
    [
      '停车解读\n\n文。\n\n云溪市公安局\n\n（二○二四年十二月三十一日）',
      ['云溪市公安局', '（二○二四年十二月三十一日）'],
    ],
    ['停车解读\n\n文。\n\n云溪市公安局　二零二四年五月六日', ['云溪市公安局　二零二四年五月六日']],
    ['停车解读\n\n二〇二四年五月六日\n\n文。\n\n文。', ['二〇二四年五月六日']],
    [
      '停车解读\n\n文。\n\n云溪市公安局\n\n云溪市财政局\n\n2024年5月6日',
      ['云溪市公安局', '云溪市财政局', '2024年5月6日'],
    ],
    ['停车解读\n\n文。\n\n云溪市住房公积金管理中心\n\n2024年 5月 6日', ['云溪市住房公积金管理中心', '2024年 5月 6日']],
    ['停车解读\n\n（2024年5月6日）\n\n文。\n\n文。', ['（2024年5月6日）']],
    ['停车解读\n\n文。\n\n市公安局\n\n2024年5月6日\n\n相关文件：《停车办法》', ['市公安局', '2024年5月6日']],
  ])('of %j are %j', (text, lines) => {
    expect(signed(text)).toEqual(lines);
  });

  it.each([
    '停车解读\n\n文。\n\n文。\n\n文。\n\n施行日期\n\n2024年5月6日',
    '停车解读\n\n文。\n\n实施部门\n\n云溪市公安局',
    '停车解读\n\n文。\n\n本办法自2024年5月6日起施行。',
    '停车解读\n\n文。\n\n市公安局\n\n本办法自二〇二四年五月六日起施行。',
    '停车解读\n\n文。\n\n联系电话：12345',
    '停车解读\n\n文。\n\n| 单位 | 日期 |\n| - | - |\n| 云溪市公安局 | 2024年5月6日 |',
  ])('are none in %j', (text) => {
    expect(signed(text)).toEqual([]);
  });
});
