import { beforeAll, describe, expect, it } from 'vitest';
import { excessOf, MAX_MARKS, TooComplexError } from '../../src/document/excess.js';
import { HIGHEST, LIMITS } from '../../src/document/limits.js';
import { parseDocument } from '../../src/document/parse.js';
import { loadTreeParser } from '../../src/document/tree.js';

const of = (text: string, limits = LIMITS) => excessOf(text, limits);

describe('a text of nothing but marks', () => {
  it('would take all memory', () => {
    const refused = { id: 'tooDense', data: { limit: MAX_MARKS } };
    for (const unit of ['a\n', '|a', '。', '[', '\r\n']) expect(of(unit.repeat(MAX_MARKS + 1))).toEqual(refused);
    expect(of('。'.repeat(MAX_MARKS))?.id).not.toBe('tooDense');
    expect(of('政策 a1'.repeat(MAX_MARKS))).toBeNull();
  });
});

describe('nesting', () => {
  const lists = (deep: number) => Array.from({ length: deep }, (_, i) => `${'  '.repeat(i)}- 第${i + 1}层\n`).join('');
  const numbered = (deep: number) => Array.from({ length: deep }, (_, i) => `${'   '.repeat(i)}1. 项\n`).join('');
  const quotes = (deep: number) => `首行\n\n${'> '.repeat(deep)}引\n`;
  const inLine = (deep: number) => `${'- '.repeat(deep)}项\r\n`;
  const mixed = (deep: number) => `${'> '.repeat(deep - 10)}${'* '.repeat(10)}项`;

  it.each(Object.entries({ lists, numbered, quotes, inLine, mixed }))(
    'of %s goes as deep as is allowed',
    (_, nested) => {
      for (const nesting of [LIMITS.nesting, 80, HIGHEST.nesting]) {
        const limits = { ...LIMITS, nesting };
        expect(of(nested(nesting), limits)).toBeNull();
        expect(of(nested(nesting + 1), limits)).toMatchObject({
          id: 'tooNested',
          data: { value: nesting + 1, limit: nesting },
        });
      }
    },
  );

  it.each(Object.entries({ lists, numbered, quotes, inLine, mixed }))('of %s is read to the bottom', (_, nested) => {
    for (const nesting of [LIMITS.nesting, HIGHEST.nesting]) {
      const { units } = parseDocument(nested(nesting), { path: 'a.md', limits: { ...LIMITS, nesting } });
      expect(units.at(-1)?.text.text).toMatch(/^(?:第\d+层|项|引)$/);
    }
  });

  it('names the line', () => {
    expect(of(`甲\r\n乙\r丙\n\n${'>'.repeat(60)}`)?.data.line).toBe(5);
  });

  it.each([
    ['a rule across the page', `${'- '.repeat(80)}\n\n${'* '.repeat(80)}\n`],
    ['many lists one after the other', '- 甲\n  - 乙\n    - 丙\n'.repeat(500)],
    ['items that go back and forth', `- 甲\n${'    - 乙\n  - 丙\n'.repeat(200)}`],
    ['numbers in a text', '1. 甲\n2. 乙\n10) 丙\n'.repeat(200)],
    ['negative numbers', `${'-1 '.repeat(100)}\n`],
    ['table rows', '| - | > | 1. |\n'.repeat(300)],
  ])('is not %s', (_, text) => {
    expect(of(text)).toBeNull();
  });
});

describe('a tree', () => {
  beforeAll(loadTreeParser);
  const tree = (text: string) => parseDocument(text, { path: 'a.md' }).tree;

  it.each(['a*', '**a ', '[a](', '[', '![', '`a', '<a', '- 项\n', '|a', '[^a] ', '&amp;', '_a ', '~~'])(
    'is not made of %s a million times',
    (unit) => {
      expect(() => tree(unit.repeat(160_000))).toThrow(TooComplexError);
    },
  );

  it('is made of long documents', () => {
    const section = `## 一、适用**范围**\n\n本办法适用于[本市](a.md)企业；每户补贴2000元。\n\n- 甲\n- 乙\n\n| 项目 | 标准 |\n| --- | --- |\n| 甲 | 5元 |\n\n`;
    expect(tree(section.repeat(500))).toMatchObject({ type: 'root' });
  });
});
