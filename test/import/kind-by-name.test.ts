import { expect, it } from 'vitest';
import { imported } from './imported.js';
import { p, word } from './word.js';

/** A text whose title tells no kind, and whose words speak of interpretations. */
const text = () => word(p('采砂的几句话', '<w:jc w:val="center"/>') + p('各县要做好政策解读工作。'));

it.each([
  ['关于规范采砂的通知.docx', 'policy'],
  ['材料/2、云溪市采砂实施细则（征求意见稿）.docx', 'policy'],
  ['關於規範採砂的通知.docx', 'policy'],
  ['采砂新规图解.docx', 'interpretation'],
  ['采砂吹风会发布稿.docx', 'briefing'],
  ['稿.docx', 'interpretation'],
])('the name of a file tells the kind before words of the text do: %s', async (name, kind) => {
  const { guesses } = await imported(await text(), name);
  expect(guesses.find(({ key }) => key === 'kind')).toMatchObject({
    value: kind,
    from: { 'zh-CN': expect.stringMatching(name === '稿.docx' ? /^正文里的/ : /^文件名里的/) },
  });
});

it.each([
  ['2025年高职招生政策问答', '2025年高职招生政策问答'],
  ['2024年度惠农补贴解读', '2024年度惠农补贴解读'],
  ['2025—2027年行动方案解读', '2025—2027年行动方案解读'],
  ['2025年5月20日', ''],
  ['2025-05-20', ''],
])('a line that begins with a year may be the title: %s', async (line, title) => {
  const bytes = await word(p(line, '<w:jc w:val="center"/>') + p('问：怎么报名？') + p('答：网上报名。'));
  expect((await imported(bytes, '稿.docx')).title).toBe(title);
});

it('the title tells it before the name of the file', async () => {
  const bytes = await word(p('关于规范采砂的通知', '<w:jc w:val="center"/>') + p('现通知如下。'));
  expect((await imported(bytes, '解读.docx')).kind).toBe('policy');
});
