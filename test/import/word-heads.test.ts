import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { imported } from './imported.js';
import { p, run, word } from './word.js';

const centred = (text: string) => p(text, '<w:jc w:val="center"/>');
const BODY = p('一、出台背景') + p('渡口收费多年未调，船工和乘客都有意见。') + p('二、收费标准') + p('每人次2元。');
const titled = async (head: string) => imported(await word(head + BODY), 'a.docx');

describe('the title', () => {
  it.each([
    [['关于印发《云溪市渡口收费办法》的通知', '政策解读'], '关于印发《云溪市渡口收费办法》的通知政策解读'],
    [['云溪市渡口收费办法', '政策解读'], '云溪市渡口收费办法政策解读'],
    [['云溪市人民政府关于渡口收费的意见', '解读'], '云溪市人民政府关于渡口收费的意见解读'],
    [['《云溪市渡口收费办法（试行）》', '（解读稿）'], '《云溪市渡口收费办法（试行）》（解读稿）'],
    [['云溪市渡口收费办法', '政 策 问 答'], '云溪市渡口收费办法政 策 问 答'],
    [['《云溪市渡口收费办法》', '政策解读提纲'], '《云溪市渡口收费办法》政策解读提纲'],
    [['云溪市渡口收费办法', '十问十答'], '云溪市渡口收费办法十问十答'],
    [['云溪市渡口收费办法', '政策解读手册', '云溪市交通运输局编印'], '云溪市渡口收费办法政策解读手册'],
    [['《云溪市渡口收费办法》', '解读方案'], '《云溪市渡口收费办法》解读方案'],
    [['《云溪市渡口收费办法》解读', '（云溪市交通运输局）'], '《云溪市渡口收费办法》解读'],
    [['云溪市渡口收费办法', '云溪市交通运输局'], '云溪市渡口收费办法'],
    [['云溪市渡口收费办法', '解读单位：云溪市交通运输局'], '云溪市渡口收费办法'],
  ])('goes on with the line that says it is explained: %j', async (head, title) => {
    expect((await titled(head.map(centred).join(''))).title).toBe(title);
  });

  it.each([
    [['政策解读材料', '《云溪市渡口收费办法》解读'], '《云溪市渡口收费办法》解读'],
    [['一图读懂', '云溪市渡口收费办法', '政策解读'], '云溪市渡口收费办法政策解读'],
    [['【政策问答】', '云溪市渡口收费办法十问十答问答'], '云溪市渡口收费办法十问十答问答'],
    [['政策解读', '云溪市渡口收费办法'], '政策解读'],
    [['图解政策', '《云溪市渡口收费办法》'], '图解政策《云溪市渡口收费办法》'],
    [['政策解读', '云溪市交通运输局'], '政策解读'],
    [['政策解读', '办法说明'], '政策解读'],
  ])('stands below the line that names a column: %j', async (head, title) => {
    const { title: found, kind } = await titled(head.map(centred).join(''));
    expect([found, kind]).toEqual([title, 'interpretation']);
  });

  const style = (text: string, level: number) => p(text, `<w:outlineLvl w:val="${level - 1}"/>`);
  it.each([
    ['in bold type', p(run('云溪市渡口收费办法解读', '<w:b/>')) + style('出台背景', 1)],
    ['centred', centred('云溪市渡口收费办法解读') + style('出台背景', 2)],
    ['in two lines', centred('云溪市渡口收费办法') + centred('政策解读') + style('背景', 1)],
    ['below a site', centred('云溪市人民政府政策解读') + style('云溪市渡口收费办法解读', 1)],
    ['below the office in red', style('云溪市交通运输局文件', 1) + style('云溪市渡口收费办法解读', 1)],
    ['below the name of a column', style('政策解读材料', 1) + centred('云溪市渡口收费办法解读')],
  ])('%s is not a heading of the text', async (_, head) => {
    expect((await titled(head)).title).toMatch(/^云溪市渡口收费办法(?:政策)?解读$/);
  });
});

describe('lines with labels above the title', () => {
  const labels = [
    '索 引 号：YX0012/2025-0033',
    '发布机构：云溪市交通运输局',
    '发布日期：2025-04-08',
    '文    号：云交发〔2025〕3号',
  ];
  it.each([
    ['one', labels.slice(0, 1)],
    ['two', labels.slice(1, 3)],
    ['four', labels],
    ['with a column below', [...labels, '政策解读']],
    ['with an attachment', ['附件2', '起草单位：云溪市交通运输局']],
  ])('are no title: %s', async (_, lines) => {
    const { title } = await titled(lines.map((line) => p(line)).join('') + centred('《云溪市渡口收费办法》解读'));
    expect(title).toBe('《云溪市渡口收费办法》解读');
  });

  it('are none where the label belongs to a title', async () => {
    expect((await titled(centred('政策问答：渡口怎么收费'))).title).toBe('政策问答：渡口怎么收费');
  });
});

describe('what stands above the title', () => {
  const bold = (text: string) => p(run(text, '<w:b/>'), '<w:jc w:val="center"/>');
  it.each(['云溪市交通运输局文件', '云交发〔2025〕3号', '附件2', '内部资料', '政策解读材料'])(
    'is no heading of the text: %s',
    async (line) => {
      const { body } = await titled(bold(line) + bold('《云溪市渡口收费办法》解读'));
      expect(body).toContain(`\n\n${line}\n\n`);
      expect(parseDocument(body, { path: '' }).sections.map(({ title }) => title)).toEqual([
        '一、出台背景',
        '二、收费标准',
      ]);
    },
  );
});

describe('an information table', () => {
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const rows = [
    ['索引号', 'YX001/2025-003', '文号', '云交发〔2025〕3号'],
    ['发文机关', '云溪市交通运输局', '成文日期', '2025年3月12日'],
  ];
  const says = async (head: string) => {
    const { title, kind, guesses } = await titled(head);
    return { title, kind, ...Object.fromEntries(guesses.map(({ key, value }) => [key, value])) };
  };

  it.each([
    ['a title', centred('《云溪市渡口收费办法》解读')],
    ['a title in two lines', centred('《云溪市渡口') + centred('收费办法》解读')],
    ['a heading', p('《云溪市渡口收费办法》解读', '<w:outlineLvl w:val="0"/>')],
    ['a column and a title', centred('政策解读') + centred('《云溪市渡口收费办法》解读')],
    ['an empty line and a title', p('') + centred('《云溪市渡口收费办法》解读')],
  ])('stands above %s', async (_, head) => {
    expect(await says(table(...rows) + head)).toMatchObject({
      title: '《云溪市渡口收费办法》解读',
      kind: 'interpretation',
    });
  });

  it('says what it says of a policy', async () => {
    expect(await says(table(...rows) + centred('云溪市渡口收费办法'))).toMatchObject({
      title: '云溪市渡口收费办法',
      kind: 'policy',
      number: '云交发〔2025〕3号',
      issuer: '云溪市交通运输局',
      issued: '2025-03-12',
    });
  });

  it('names the title that stands nowhere else', async () => {
    expect(await says(table(...rows, ['标题', '《云溪市渡口收费办法》解读', '', '']))).toMatchObject({
      title: '《云溪市渡口收费办法》解读',
    });
  });

  it('is no other table', async () => {
    expect((await says(table(['项目', '标准'], ['渡资', '2元']) + centred('渡口收费办法解读'))).title).not.toContain(
      '渡口',
    );
  });
});

describe('headings that differ from the text by their letters alone', () => {
  const letters = (size: number, face: string) => `<w:rFonts w:eastAsia="${face}"/><w:sz w:val="${size}"/>`;
  const text = p(run('渡口收费多年未调，船工和乘客都有意见，市里据此定了新办法。', letters(32, '仿宋')));
  const sections = async (body: string, parts = {}) => {
    const file = await word(centred('《云溪市渡口收费办法》解读') + body + text, parts);
    return parseDocument((await imported(file, 'a.docx')).body, { path: '' }).sections.map(({ title }) => title);
  };

  it.each([
    ['in larger letters', p(run('出台背景', letters(36, '仿宋')))],
    ['in letters that are a little larger', p(run('出台背景', letters(34, '仿宋')))],
    ['in 黑体', p(run('出台背景', letters(32, '黑体')))],
    ['in several runs', p(run('出台', letters(32, 'SimHei')) + run('背景', letters(32, '方正黑体_GBK')))],
    ['by a style', p('出台背景', '<w:pStyle w:val="H"/>')],
  ])('are headings: %s', async (_, line) => {
    const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="样式1"/><w:rPr>${letters(36, '黑体')}</w:rPr></w:style>`;
    expect(await sections(line, { styles })).toEqual(['出台背景']);
  });

  it.each([
    ['of the same letters', p(run('出台背景', letters(32, '仿宋')))],
    ['larger by less than a point', p(run('出台背景', letters(33, '仿宋')))],
    ['smaller', p(run('出台背景', letters(28, '仿宋')))],
    ['larger in part', p(run('出台', letters(36, '仿宋')) + run('背景', letters(32, '仿宋')))],
    ['a sentence', p(run('渡口收费明年起调整。', letters(36, '黑体')))],
    ['who is addressed', p(run('各位船工：', letters(36, '黑体')))],
    ['at the right', p(run('云溪市交通运输局', letters(36, '黑体')), '<w:jc w:val="right"/>')],
    [
      'all in 黑体',
      p(run('出台背景', letters(32, '黑体'))) + p(run(`渡资${'很'.repeat(60)}低。`, letters(32, '黑体'))),
    ],
  ])('are none: %s', async (_, line) => {
    expect(await sections(line)).toEqual([]);
  });
});

describe('bold type', () => {
  const bold = (text: string) => p(run(text, '<w:b/>'));
  const sections = async (body: string) => {
    const result = await imported(await word(centred('《云溪市渡口收费办法》解读') + body), 'a.docx');
    return parseDocument(result.body, { path: '' }).sections.map(({ title }) => title);
  };

  it.each([
    ['all', bold('一、出台背景') + bold('渡资多年未调。') + bold('二、收费标准') + bold('每人次2元。')],
    [
      'all but one',
      bold('一、出台背景') + bold('渡资多年未调。') + bold('船工不满。') + bold('二、收费标准') + p('每人次2元。'),
    ],
    ['all but the headings', p('一、出台背景') + bold('渡资多年未调。') + p('二、收费标准') + bold('每人次2元。')],
  ])('makes no headings of the text where it holds %s of it', async (_, body) => {
    expect(await sections(body)).toEqual(['一、出台背景', '二、收费标准']);
  });

  it.each([
    ['headings', bold('出台背景') + p('渡资多年未调。') + bold('收费标准') + p('每人次2元。')],
    ['half of the sentences', bold('出台背景') + bold('渡资多年未调。') + bold('收费标准') + p('每人次2元。')],
  ])('makes some where it holds %s', async (_, body) => {
    expect(await sections(body)).toEqual(expect.arrayContaining(['出台背景', '收费标准']));
  });
});
