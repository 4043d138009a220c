import { describe, expect, it } from 'vitest';
import { imported, PROSE, page } from './imported.js';

const HEAD = '<h1>关于河道采砂管理办法的解读</h1>';
const lines = async (html: string) =>
  (await imported(page(`${HEAD}${PROSE}${html}`))).body.trimEnd().split('\n\n').slice(3);

describe('elements that browsers do not know', () => {
  it.each([
    ['an end of Word', '<p>每台补助<b>10万元<o:p></o:p></b>，三日内拨付。</p>'],
    ['a smart tag of Word', '<p>自<st1:chsdate w:st="on" Year="2024">2024年6月1日</st1:chsdate>起施行。</p>'],
    ['a name of a place', '<p>适用于<st1:place><st1:city>云溪市</st1:city></st1:place>全域。</p>'],
    ['a tag of an editor', '<p>由<mp-common-mpaudio>市水务局</mp-common-mpaudio>解释。</p>'],
    ['a tag of a content system', '<p>见<ucapcontent>第三条</ucapcontent>。</p>'],
  ])('stand in their line: %s', async (_, html) => {
    const text = html.replace(/<\/?b>/g, '**').replace(/<[^>]+>/g, '');
    expect(await lines(html)).toEqual([text]);
  });
  it('open where they hold blocks', async () => {
    expect(await lines('<ucapcontent><p>第一段。</p><p>第二段。</p></ucapcontent>')).toEqual(['第一段。', '第二段。']);
  });
});
