import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../rules/rule.js';
import { noPlaceholder } from '../../rules/structure/no-placeholder.js';
import { parseDocument } from '../../src/document/parse.js';
import { detectElements } from '../../src/elements/detect.js';

const parts = fc.constantFrom(
  ...[
    '待补充',
    '待完善',
    '待明确后更新',
    '（待定）',
    '待定',
    '【请填写单位】',
    '请在此输入',
    '此处填写',
    '点击此处添加标题',
  ],
  ...[
    '暂缺',
    '（略）',
    '略',
    'TODO',
    'Lorem ipsum',
    '××',
    'XX',
    'x',
    '×',
    '____',
    '_',
    '＿',
    '2024年',
    '3月',
    '年',
    '月',
    '日',
  ],
  ...[
    '（  ）',
    '【图片】',
    '《',
    '》',
    '第',
    '条',
    '：',
    '编写中',
    '敬请期待',
    '需补充',
    '请核实',
    '〔20  〕',
    '〔2024〕',
    '键入',
    '此处',
  ],
  ...[' ', '　', '〔', '20', '〔2024〕', '12', '号', '万元', '%', '。', '，', '“', '”', '（', '）', '有', '甲方'],
);

describe('placeholders', () => {
  it('are looked for in every line that holds one', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (line) => {
        // With a word of one's own every line is searched.
        expect(found(line.join(''), [])).toEqual(found(line.join(''), ['※']));
      }),
      { numRuns: 1000 },
    );
  });
});

function found(text: string, terms: readonly string[]): Report[] {
  const document = parseDocument(`正文\n\n${text}\n`, { path: 'a.md' });
  const reports: Report[] = [];
  noPlaceholder.check?.({
    document,
    elements: detectElements(document),
    options: { terms },
    segmenter: () => null,
    report: (report) => reports.push(report),
    notApplicable: () => {},
  });
  return reports;
}
