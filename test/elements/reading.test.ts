import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { ELEMENT_IDS } from '../../src/elements/catalogue.js';
import { detectElements } from '../../src/elements/detect.js';
import { isFiller } from '../../src/elements/fillers.js';
import { normalize } from '../../src/elements/normalize.js';
import { ownNames } from '../../src/elements/own-names.js';
import { read } from '../../src/elements/reading.js';
import { policyName } from '../../src/language/papers.js';

describe('normalize', () => {
  it.each([
    ['背　景　依　据', '背景依据'],
    ['ＡＢＣ１２３％', 'ABC123%'],
    ['费用(元):1,200.5', '费用（元）：1,200.5'],
    ['適用於長者飯堂', '适用于长者饭堂'],
    ['什么是著作权', '什么是著作权'],
    ['New Energy 汽车', 'New Energy汽车'],
  ])('%s', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });
});

describe('a row that tells at length what its first cell announces', () => {
  const kinds = (rows: string) =>
    readingOf(`# 解读\n\n${rows}`).lines.map(({ kind, text, path }) => [kind, text, ...path].join(' | '));

  it.each([
    [
      '| 问题 | 解读 |\n| - | - |\n| 注意事项 | 不得转借。违者退回。 |',
      ['heading | 注意事项', '不得转借。', '违者退回。'],
    ],
    ['| 注意事项 | 不得转借。违者退回。 |\n| - | - |', ['heading | 注意事项', '不得转借。', '违者退回。']],
    ['| 项目 | 内容 |\n| - | - |\n| 一、注意事项 | 不得转借。 |', ['heading | 注意事项', '不得转借。']],
    ['| 项目 | 内容 |\n| - | - |\n| 要注意什么？ | 不得转借。 |', ['question | 要注意什么？', '不得转借。']],
    [
      '| 项目 | 内容 |\n| - | - |\n| 注意事项 | 不得转借；违者退回。 |',
      ['heading | 注意事项', '不得转借；', '违者退回。'],
    ],
  ])('%j is a heading and its text', (rows, [heading = '', ...texts]) => {
    const title = heading.split(' | ')[1];
    const said = kinds(rows);
    expect(said).toContain(heading);
    for (const text of texts) expect(said).toContainEqual(expect.stringMatching(`\\| ${text} \\| ${title}`));
  });

  it.each([
    '| 档次 | 补助 |\n| - | - |\n| 一档 | 300元 |',
    '| 档次 | 补助 | 说明 |\n| - | - | - |\n| 一档 | 300元 | 按月发。次月起。 |',
    '| 档次 |\n| - |\n| 一档。 |',
  ])('%j is a row of a table', (rows) => {
    expect(kinds(rows).at(-1)).toMatch(/^row/);
  });
});

describe('the first row of a table', () => {
  const fillers = (rows: string) => readingOf(`# 解读\n\n${rows}\n\n文。`).lines.map(({ filler }) => filler);

  it.each([
    '| 补贴对象 | 补贴标准 |\n| - | - |',
    '| 事项 | 办理时限 |\n| - | - |\n|  |  |\n|  |  |',
    '<table><tr><th>新旧对比</th><th>原规定</th><th>新规定</th></tr></table>',
    '| 序号 | 注意事项 |\n| - | - |\n\n**附表**\n\n| 档次 |\n| - |\n| 一档 |',
    `| 事项 | ${'办理时限要求'.repeat(3).slice(0, 14)} |\n| - | - |`,
  ])('that nothing follows supplies nothing: %j', (rows) => {
    expect(fillers(rows)[0]).toBe(true);
  });

  it.each([
    '| 补贴对象 | 补贴标准 |\n| - | - |\n| 老人 |  |',
    '| 补贴标准 | 每人300元 |\n| - | - |',
    '| 办理时限 |\n| - |',
    '| 条件 | 时限 |\n| - | - |\n|  | 三天 |',
    `| 事项 | ${'办理时限要求'.repeat(3).slice(0, 15)} |\n| - | - |`,
  ])('but one that tells something, or heads a row, may: %j', (rows) => {
    expect(fillers(rows)[0]).toBe(false);
  });
});

describe('the policy and other papers', () => {
  it('stand as marks that keep apart the one explained', () => {
    const [line] = readingOf(
      '# 《养犬管理办法》解读\n\n根据《动物防疫法》制定《养犬管理办法》（以下简称《办法》），原《办法》废止。',
    ).lines;
    expect(line?.text).toBe('根据□制定■（以下简称■），原□废止。');
  });

  it.each([
    ['关于《公园条例》的解读', '公园条例'],
    ['关于发布《停车指引》的通告解读', null],
    ['《关于公布〈裁量基准〉的公告》解读', '裁量基准'],
    ['《关于修改〈出租车办法〉的决定》解读', '关于修改〈出租车办法〉的决定'],
    ['停车新规来了', null],
  ])('names the policy in %s', (title, name) => {
    if (title.startsWith('关于发布')) expect(policyName(title)).toBe('停车指引');
    else expect(policyName(title)).toBe(name);
  });

  it('takes the first paper with a short name where the title names none', () => {
    expect([...ownNames('停车新规来了', '市政府印发《停车收费管理办法》（以下简称《收费办法》）。')]).toEqual([
      '停车收费管理办法',
      '收费办法',
    ]);
  });
});

describe('lines', () => {
  it.each([
    ['2024年3月1日起，每户补助1,200.5元（淮政发〔2024〕3号第十二条）', 'D起，每户补助0元（淮政发№第0条）'],
    ['適用於全市；', '适用于全市；'],
  ])('have numbers as classes: %s', (text, expected) => {
    expect(readingOf(`# 标题\n\n${text}\n`).lines[0]?.text).toBe(expected);
  });

  it('are rows with the heads of their columns', () => {
    const { lines } = readingOf('# 标题\n\n| 项目 | 现在 |\n| --- | --- |\n| 标准 | 800元 |\n| 期限 |  |');
    expect(lines.map(({ kind, text, announcing }) => [kind, text, announcing])).toEqual([
      ['head-row', '项目，现在', '项目，现在'],
      ['row', '项目：标准，现在：0元', '标准'],
      ['row', '项目：期限', '期限'],
    ]);
  });

  it('know the headings above them, the lead-in and what can announce', () => {
    const { lines } = readingOf('# 标题\n\n## 二、对象\n\n下列人员可以申请：\n\n- 学生\n\n申请时间：每年三月。');
    expect(lines.map(({ kind, path, lead, announcing }) => [kind, path, lead, announcing])).toEqual([
      ['heading', [], '', '对象'],
      ['label', ['对象'], '', '下列人员可以申请'],
      ['item', ['对象'], '下列人员可以申请：', '学生'],
      ['heading', ['对象'], '下列人员可以申请：', '申请时间'],
      ['text', ['申请时间', '对象'], '', null],
    ]);
  });
});

describe('fillers', () => {
  it.each([
    '无。',
    '略',
    '（略）',
    '待补充',
    '待完善。',
    '——',
    '详见《办法》第三条。',
    '具体内容详见附件1。',
    '答：详见《办法》第十二条。',
    '参照《细则》有关规定执行。',
    '按照有关规定办理',
    '由市民政局另行制定。',
    '具体标准另行公布。',
    '请咨询主管部门。',
    '此处不再赘述。',
    '以正式文件为准',
    '相关政策的具体内容，请自行查阅《办法》第三条和第五条。',
    '有关条件，见附件二。',
    '可参照市有关规定的要求办理。',
    '见上文。',
    '同前',
    '待省厅文件下发后另行通知',
    '具体标准待上级明确后另行公布。',
    '正在整理中，敬请期待',
  ])('%s', (text) => {
    expect(isFiller(text)).toBe(true);
  });

  it.each([
    '无需提供纸质材料。',
    '按照《细则》第九条，每人每月补助300元。',
    '由市民政局负责审核。',
    '首次制定，不涉及新旧政策差异。',
    '见习补贴每月800元。',
    '以上人员均可申请。',
    '按照《细则》申请补助。',
    '见附件的人员均可申请。',
    '见上文所列人员。',
    '待材料齐全后，当场办结。',
    '待验收合格后由财政局拨付。',
  ])('not %s', (text) => {
    expect(isFiller(text)).toBe(false);
  });
});

it('gives evidence that stands at its range, whatever the text', () => {
  const pieces = [
    '一、适用范围\n\n',
    '为了规范',
    '《办法》',
    '（二）',
    '问：什么是',
    '？',
    '。',
    '，',
    '由三年改为五年',
    '无',
    '不得',
    '\n\n',
    '| a | b |\n',
    '適用於',
    'Ａ',
    '**',
    ' ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const document = parseDocument(chosen.join(''), { path: 'a.md' });
      const findings = detectElements(document);
      for (const id of ELEMENT_IDS) {
        const { status, range, evidence } = findings[id];
        if (status === 'absent') expect([range, evidence]).toEqual([null, null]);
        else {
          const squeeze = (text: string) => text.replace(/[\s*|\\#-]/g, '');
          expect(squeeze(document.text.slice(range?.start, range?.end))).toBe(squeeze(evidence ?? 'none'));
        }
      }
    }),
  );
});

function readingOf(text: string) {
  return read(parseDocument(text, { path: 'a.md' }));
}
