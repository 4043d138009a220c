import { describe, expect, it } from 'vitest';
import type { Origin } from '../../src/document/origin.js';
import { parseDocument } from '../../src/document/parse.js';
import type { Message } from '../../src/lint/result.js';
import { checkElements } from '../../src/review/element-check.js';
import { mainPartOf } from '../../src/review/places.js';
import { changesOf, commentsOf } from '../../src/review/review.js';
import { sheetDocx, sheetHtml } from '../../src/review/sheet.js';
import { mainPart, partsOf, run } from './word.js';

const message = (line: number, column: number, endColumn: number, more: Partial<Message> = {}): Message => ({
  ruleId: 'structure/no-placeholder',
  severity: 2,
  message: '',
  messageId: 'placeholder',
  line,
  column,
  endLine: line,
  endColumn,
  clauses: [],
  parts: { what: '有待补的话', why: '依据：第一条', todo: '请补上', subject: '', data: {} },
  ...more,
});

const part = mainPartOf(
  mainPart(
    `<w:p>${run('办法解读')}</w:p><w:p/><w:p>${run('补贴标准待补充。')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('对象')}</w:p></w:tc><w:tc><w:p>${run('待补充')}</w:p></w:tc></w:tr></w:tbl>`,
  ),
);
const text = '# 办法解读\n\n（一）**补贴标准**待补充。\n\n| 对象 | 待补充 |\n| --- | --- |\n';
const origin: Origin = {
  format: 'docx',
  margins: [],
  paragraphs: [
    [1, 3, 1],
    [3, 1, 3],
    [5, 3, 4],
    [5, 8, 5],
  ],
};

describe('the comments of a review', () => {
  it('stand at the words, in cells too; what is about no line of the file stands on the title', () => {
    const messages = [message(3, 12, 15), message(5, 8, 11), message(40, 1, 1, { severity: 1, ruleId: null })];
    const [summary, ...others] = commentsOf(part, { text, origin, messages, elements: [] });
    expect(others.map(({ paragraph, words }) => [paragraph, words])).toEqual([
      [2, { start: 4, end: 7 }],
      [4, { start: 0, end: 3 }],
      [0, undefined],
    ]);
    expect(others[0]?.text).toEqual([
      '【错误】有待补的话',
      '依据：第一条',
      '改法：请补上',
      '（structure/no-placeholder）',
    ]);
    expect(summary?.paragraph).toBe(0);
    expect(summary?.text[0]).toBe('核查结果：错误 2 处，提示 1 处，见各条批注。');
  });

  it('begin with the elements, each with its paragraph', () => {
    const elements = [
      { id: 'scope', name: '涉及范围', mark: '✔', line: 3, sentence: '补贴标准', clauses: [] },
      { id: 'benefits', name: '惠民利民举措', mark: '✖', line: null, sentence: null, clauses: [] },
    ] as const;
    const [summary] = commentsOf(part, { text, origin, messages: [], elements });
    expect(summary?.text).toEqual([
      '核查结果：没有发现问题。',
      '✔ 涉及范围（第 3 段）',
      '✖ 惠民利民举措',
      '以上由程序核查，存疑的请人工核对。',
    ]);
  });
});

describe('the changes that fixes come to', () => {
  const fix = (start: number, end: number, words: string) =>
    message(3, 1, 2, { fix: { range: [start, end], text: words } });
  const at = text.indexOf('待补充');

  it('are found by what stands around, and a place between two characters by the one before it', () => {
    const messages = [fix(at, at + 1, '将'), fix(at + 4, at + 4, '！')];
    const { changes, fixed } = changesOf(part, { text, origin, messages });
    expect(changes).toEqual([
      { paragraph: 2, start: 4, end: 5, text: '将' },
      { paragraph: 2, start: 8, end: 8, text: '！' },
    ]);
    expect(fixed.size).toBe(2);
  });

  it('never overlap, and what the file does not hold is left', () => {
    const messages = [
      fix(at, at + 2, '甲'),
      fix(at + 1, at + 3, '乙'),
      fix(text.indexOf('**'), text.indexOf('**') + 2, ''),
    ];
    expect(changesOf(part, { text, origin, messages }).changes).toEqual([
      { paragraph: 2, start: 4, end: 6, text: '甲' },
    ]);
  });
});

describe('a main part with drawings written in two ways', () => {
  it('has the paragraphs of the first way', () => {
    const box = (words: string) => `<w:txbxContent><w:p>${run(words)}</w:p></w:txbxContent>`;
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const both = `<mc:AlternateContent ${mc}><mc:Choice>${box('新')}</mc:Choice><mc:Fallback>${box('旧')}</mc:Fallback></mc:AlternateContent>`;
    const only = `<mc:AlternateContent ${mc}><mc:Fallback>${box('只有旧的')}</mc:Fallback></mc:AlternateContent>`;
    const { paragraphs } = mainPartOf(
      mainPart(`<w:p><w:r>${both}</w:r>${run('文')}</w:p><w:p><w:r>${only}</w:r></w:p>`),
    );
    expect(paragraphs.map((one) => one.text)).toEqual(['文', '新', '', '只有旧的']);
  });
});

const DRAFT = `# 《云溪市停车管理办法》政策解读

## 一、背景依据

为缓解停车难，市政府依据《中华人民共和国道路交通安全法》制定本办法。

## 二、适用范围

本办法适用于云溪市城区内停车场的规划、建设和管理。
`;

describe('the elements of a draft', () => {
  const document = parseDocument(DRAFT, { path: 'a.md' });

  it('are the nine that every source names, and what else the presets ask for, each with its clauses', () => {
    expect(checkElements(document, new Map())).toHaveLength(9);
    const asked = new Map([
      ['scope' as const, ['X-1']],
      ['legality' as const, ['X-2']],
    ]);
    const elements = checkElements(document, asked);
    expect(elements).toHaveLength(10);
    expect(elements.find(({ id }) => id === 'scope')).toMatchObject({ mark: '✔', line: 7, clauses: ['X-1'] });
  });

  it('go on a sheet for signing, as a page and as a Word file', async () => {
    const sheet = {
      ...{ title: '解读 <1>', file: '稿.docx', date: '2026-01-31', errors: 2, warnings: 1 },
      elements: checkElements(document, new Map([['scope' as const, ['X-1', 'X-2']]])),
      cite: (id: string) => `《办法》${id}`,
    };
    const html = sheetHtml(sheet);
    expect(html).toContain('解读 &#60;1&#62;');
    expect(html).toContain('<td>涉及范围</td><td>✔ 有</td>');
    expect(html).toContain('《办法》X-1 等 2 条');
    for (const name of ['起草人', '审核人', '日期']) expect(html).toContain(`${name}：`);
    const { paragraphs } = mainPartOf((await partsOf(await sheetDocx(sheet)))['word/document.xml'] ?? '');
    const lines = paragraphs.map((one) => one.text);
    expect(lines).toContain('全文核查：错误 2 处，提示 1 处。存疑的请人工核对。');
    expect(lines).toContain('标题：解读 <1>');
    expect(lines).toContain('✔ 有');
  });
});
