import { expect, it } from 'vitest';
import { converterFor } from '../../src/import/converter.js';
import { wordsOf } from '../../src/import/docx-package.js';
import { p, run, TITLE, word } from './word.js';

it.each([
  ['runs that part a name', p(run('云溪市') + run('停车') + run('办法')), '云溪市停车办法'],
  ['a number in a table', `<w:tbl><w:tr><w:tc>${p('云政发〔2024〕9号')}</w:tc></w:tr></w:tbl>`, '云政发〔2024〕9号'],
  [
    'a text box',
    p(`<w:r><w:pict><w:txbxContent>${p('云政发〔2024〕9号')}</w:txbxContent></w:pict></w:r>`),
    '云政发〔2024〕9号',
  ],
])('the words of a Word file are those of %s', async (_, body, words) => {
  expect(await wordsOf(await word(body))).toBe(words);
});

it('the words of a Word file are those of its main part, whatever that is called', async () => {
  expect(await wordsOf(await word(p('停车办法'), {}, [], 'texte/main2.xml'))).toBe('停车办法');
});

it.each([
  ['joins another file to its text', word('<w:altChunk r:id="rId9"/>')],
  ['writes characters as numbers', word(p('&#20572;车办法'))],
  ['is damaged', word(p('停车')).then((bytes) => bytes.subarray(0, bytes.length - 40))],
  ['is no Word file', Promise.resolve(new TextEncoder().encode('PK'))],
])('the words are not enough of a file that %s', async (_, bytes) => {
  expect(await wordsOf(await bytes)).toBeNull();
});

it('a file that is only searched is not converted, unless its words are not enough', async () => {
  const converted: string[] = [];
  const convert = converterFor(async (_, name) => {
    converted.push(name);
    return { failure: 'tooSlow', data: {} };
  });
  const plain = await word(TITLE);
  expect(await convert(plain, 'a.docx', true)).toMatchObject({ text: '云溪市河道采砂管理办法解读' });
  await convert(await word('<w:altChunk r:id="rId9"/>'), 'b.docx', true);
  await convert(new TextEncoder().encode('<html>'), 'c.html', true);
  await convert(plain, 'd.docx');
  expect(converted).toEqual(['b.docx', 'c.html', 'd.docx']);
});
