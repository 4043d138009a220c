import { describe, expect, it } from 'vitest';
import { field, left, lines, p, run } from './word.js';

describe('fields of forms', () => {
  const form = (initial: string, result: string) =>
    field('FORMTEXT', result).replace(
      '/>',
      `><w:ffData><w:name w:val="Text1"/><w:enabled/><w:textInput>${initial && `<w:default w:val="${initial}"/>`}</w:textInput></w:ffData></w:fldChar>`,
    );
  it.each([
    ['a prompt', '请输入单位名称', '请输入单位名称'],
    ['a prompt in brackets', '［填写日期］', '［填写日期］'],
    ['a prompt to click', '单击此处输入金额', '单击此处输入金额'],
    ['a prompt to begin here', '在此输入依据', '在此输入依据 '],
    ['an English prompt', 'Click here to enter text', 'Click here to enter text'],
  ])('that nobody filled in say so: %s', async (_, initial, result) => {
    const body = p(run('单位：') + form(initial, result) + run('。'));
    expect(await lines(body)).toEqual([`单位：【待填：${initial}】。`]);
    expect((await left(body)).placeholders).toEqual([initial]);
  });
  it.each([
    ['filled in over a prompt', '请输入单位名称', '市水务局', '市水务局'],
    ['with what most would write', '市水务局', '市水务局', '市水务局'],
    ['that begin with a word of prompts and were changed', '请输入', '请输入法办公室协助', '请输入法办公室协助'],
    ['without a prompt', '', '市水务局', '市水务局'],
    ['that are empty', '', '     ', ' '],
  ])('%s are read', async (_, initial, result, text) => {
    const body = p(run('单位：') + form(initial, result) + run('。'));
    expect(await lines(body)).toEqual([`单位：${text}。`]);
    expect((await left(body)).placeholders).toBeUndefined();
  });
});

describe('placeholders of content controls', () => {
  const control = (content: string, props = '<w:showingPlcHdr/>') =>
    `<w:sdt><w:sdtPr>${props}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const grey = '<w:rStyle w:val="PlaceholderText"/>';
  it.each(['footnote', 'endnote'])('are told of in a %s', async (kind) => {
    const note = `<w:${kind} w:id="2">${p(run('据') + control(run('请写明出处', grey)))}</w:${kind}>`;
    const body = p(`${run('共60处')}<w:r><w:${kind}Reference w:id="2"/></w:r>`);
    expect((await lines(body, { [`${kind}s`]: note })).at(-1)).toBe('[^1]: 据【待填：请写明出处】');
    expect(await left(body, { [`${kind}s`]: note })).toEqual({ placeholders: ['请写明出处'] });
  });
  it.each(['header', 'footer'])('are told of in a %s', async (kind) => {
    const parts = {
      [`${kind}1.xml`]: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${control(p(run('请填单位', grey)))}</w:hdr>`,
    };
    expect(await left('', parts, [['rId9', kind, `${kind}1.xml`]])).toEqual({
      placeholders: ['请填单位'],
      headers: ['【待填：请填单位】'],
    });
  });
  it.each([
    ['in a line', p(run('牵头单位：') + control(run('选择一项。', grey))), '牵头单位：【待填：选择一项。】'],
    [
      'in two runs',
      p(run('施行日期：') + control(run('单击或点击', grey) + run('以输入日期。', grey))),
      '施行日期：【待填：单击或点击以输入日期。】',
    ],
    ['as a paragraph', control(p(run('单击此处输入文字。', grey))), '【待填：单击此处输入文字。】'],
    ['around one that is in it', control(p(control(run('请写明依据', grey)))), '【待填：请写明依据】'],
    [
      'as a cell',
      `<w:tbl><w:tr>${control(`<w:tc>${p(run('请填联系人', grey))}</w:tc>`)}</w:tr></w:tbl>`,
      '【待填：请填联系人】',
    ],
    [
      'of a picture',
      p(run('图示：') + control('<w:r><w:drawing><pic:pic/></w:drawing></w:r>', '<w:showingPlcHdr/><w:picture/>')),
      '图示：【待填：图片】',
    ],
  ])('%s are told as such', async (_, body, text) => {
    expect(await lines(p('正文。') + body)).toEqual(['正文。', text]);
    expect((await left(body)).placeholders).toEqual([text.replace(/^.*【待填：(.*)】$/, '$1')]);
  });

  it.each([
    ['that show nothing', p(run('联系人：') + control(run('  ', grey))), '联系人：'],
    [
      'that were filled in',
      p(run('联系人：') + control(run('采砂办'), '<w:showingPlcHdr w:val="0"/>')),
      '联系人：采砂办',
    ],
    ['of which the file says nothing', p(run('联系人：') + control(run('采砂办'), '')), '联系人：采砂办'],
  ])('none are those %s', async (_, body, text) => {
    expect(await lines(body)).toEqual([text]);
    expect(await left(body)).toEqual({});
  });
});
