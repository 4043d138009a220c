import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

const parse = (text: string) => parseDocument(text, { path: 'a.md' });

/** Each visible line with what stands at its range, where the two differ. */
function lines(text: string): (string | [string, string])[] {
  return parse(text).units.map(({ text: { text: shown }, range }) => {
    const written = text.slice(range.start, range.end);
    return written === shown ? shown : [shown, written];
  });
}

function links(text: string): string[][] {
  return parse(text).links.map(({ type, to, text: shown, range }) => [
    type,
    to,
    shown,
    text.slice(range.start, range.end),
  ]);
}

describe('lines', () => {
  it.each([
    ['甲\n乙\n\n丙', ['甲', '乙', '丙']],
    ['甲\r\n乙\r\n\r\n丙\r\n', ['甲', '乙', '丙']],
    ['甲\r乙\r\r丙', ['甲', '乙', '丙']],
    ['甲\t乙\n\t丙', ['甲\t乙', '丙']],
    ['甲  \n乙\\\n丙', ['甲', '乙', '丙']],
    ['　　甲\n    乙', ['甲', '乙']],
    ['𠮷祥**𠀀**文', [['𠮷祥𠀀文', '𠮷祥**𠀀**文']]],
    ['*甲***乙**_c_ ~~丁~~', [['甲乙c 丁', '甲***乙**_c_ ~~丁']]],
    [
      '前*甲\n乙*后',
      [
        ['前甲', '前*甲'],
        ['乙后', '乙*后'],
      ],
    ],
    ['甲`乙`丙 `` a`b ``', [['甲乙丙 a`b', '甲`乙`丙 `` a`b']]],
    ['> 甲`乙\n> 丙`丁', [['甲乙 丙丁', '甲`乙\n> 丙`丁']]],
    ['&nbsp;甲 &lt;乙&gt;', [['甲 <乙>', '甲 &lt;乙&gt;']]],
    ['> 甲\n> > 乙\n> - 丙', ['甲', '乙', '丙']],
    ['```\n代码\n```\n', ['代码']],
    ['# 甲 #\n\n乙\n===\n\n#丙', ['甲', '乙', '#丙']],
    ['甲[^1]。\n\n[^1]: 见《办法》。', [['甲。', '甲[^1]。'], '见《办法》。']],
    ['甲\n\n[^1]: 乙\n[^2]: 丙', ['甲', '乙', '丙']],
    ['甲\n\n[^1]: 乙\n[^注]: 丙\n[^3]:丁', ['甲', '乙', '丙', '丁']],
    ['甲\n\n[^1]: 乙\r\n[^2]: 丙', ['甲', '乙', '丙']],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('are of a kind, and know lists and tables', () => {
    const text = '标题\n===\n\n- 甲\n  1. 乙\n  2. 丙\n\n     丁\n\n|一|二|\n|-|-|\n|三|四|\n\n~~~\n码\n~~~\n';
    expect(
      parse(text).units.map(({ type, text: shown, level, headingStyle, listDepth, marker, table }) =>
        [
          type,
          shown.text,
          level,
          headingStyle,
          listDepth,
          marker,
          table && `${table.index}.${table.row}.${table.column}`,
        ]
          .filter((part) => part !== undefined)
          .join(' '),
      ),
    ).toEqual([
      'heading 标题 1 setext 0',
      'text 甲 1',
      'text 乙 2 1.',
      'text 丙 2 2.',
      'text 丁 2',
      'cell 一 0 0.0.0',
      'cell 二 0 0.0.1',
      'cell 三 0 0.1.0',
      'cell 四 0 0.1.1',
      'code 码 0',
    ]);
  });

  it('of a table keep escaped bars in place', () => {
    expect(lines('| 甲\\|乙 | **丙** |\n|-|-|\n|`x\\|y`| a\\|\\|b |\n|c|\n')).toEqual([
      ['甲|乙', '甲\\|乙'],
      '丙',
      ['x|y', 'x\\|y'],
      ['a||b', 'a\\|\\|b'],
      'c',
    ]);
  });

  it('of a quoted table are in place as well', () => {
    expect(lines('> |甲|乙|\n> |-|-|\n> |丙|丙|')).toEqual(['甲', '乙', '丙', '丙']);
  });

  it('know their bold type', () => {
    const [first, second] = parse('前**甲\n乙**后').units;
    expect(first?.bold).toEqual([{ start: 1, end: 2 }]);
    expect(second?.bold).toEqual([{ start: 0, end: 1 }]);
  });

  it('never show comments, scripts, tags or addresses', () => {
    expect(lines('<!-- 注\n\n释 -->\n\n甲<!-- 注 -->乙<b>丙</b>\n\n<script>\nx\n</script>\n\n[丁](a.md "题")')).toEqual(
      [['甲乙丙', '甲<!-- 注 -->乙<b>丙'], '丁'],
    );
    expect(lines('甲\n\n<!-- 没有完\n\n乙')).toEqual(['甲']);
  });

  it('of HTML end where a page ends them', () => {
    expect(lines('<ul><li>甲</li><li>乙<b>丙</b></li></ul>')).toEqual(['甲', ['乙丙', '乙<b>丙']]);
    expect(lines('<div>甲<br>乙<br/>丙\n丁</div>')).toEqual(['甲', '乙', '丙', '丁']);
    expect(lines('<table><tr><td>12</td><td>34</td></tr></table>')).toEqual(['12', '34']);
    expect(lines('甲<br>乙')).toEqual(['甲', '乙']);
  });

  const cells = (text: string) =>
    parse(text).units.map(({ text: shown, table }) =>
      [shown.text, ...(table ? [table.index, table.row, table.column] : [])].join(' '),
    );
  it.each([
    [
      'a row each',
      '<table><tr><th>甲</th><th>乙</th></tr>\n<tr><td>丙</td><td>丁</td></tr></table>',
      '甲 0 0 0,乙 0 0 1,丙 0 1 0,丁 0 1 1',
    ],
    ['blank lines', '<table>\n\n<tr><td>甲</td>\n\n<td>乙</td></tr>\n\n</table>\n\n丙', '甲 0 0 0,乙 0 0 1,丙'],
    ['no closing tags', '<TABLE><TR><TD>甲<TD>乙<TR><TD>丙<TD>丁</TABLE>', '甲 0 0 0,乙 0 0 1,丙 0 1 0,丁 0 1 1'],
    [
      'cells over rows and columns',
      '<table><tr><td rowspan=2>甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
      '甲 0 0 0,乙 0 0 1,丙 0 1 1,丁 0 1 2',
    ],
    [
      'a cell down to the end',
      '<table><tr><td rowspan="0">甲</td><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr></table>',
      '甲 0 0 0,乙 0 0 1,丙 0 1 1,丁 0 2 1',
    ],
    [
      'a cell down to the end of its part',
      '<table><tbody><tr><td rowspan="0">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody><tbody><tr><td>丁</td><td>戊</td></tr></tbody></table>',
      '甲 0 0 0,乙 0 0 1,丙 0 1 1,丁 0 2 0,戊 0 2 1',
    ],
    [
      'a cell across no columns, which is one',
      '<table><tr><td colspan="0">甲</td><td>乙</td></tr></table>',
      '甲 0 0 0,乙 0 0 1',
    ],
    [
      'a title across the table',
      '<table><caption>表一</caption><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>',
      '表一,甲 0 0 0,乙 0 0 0,丙 0 0 1',
    ],
    [
      'a table within',
      '<table><tr><td>甲</td><td><table><tr><td>乙</td><td>丙</td></tr></table>丁</td></tr></table>',
      '甲 0 0 0,乙 1 0 0,丙 1 0 1,丁 0 0 1',
    ],
    ['one column', '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>', '甲,乙'],
    [
      'a whole text',
      `<table><tr><td>甲</td><td>${'乙<br>'.repeat(13)}</td></tr></table>`,
      ['甲', ...Array(13).fill('乙')].join(),
    ],
    [
      'twelve lines',
      `<table><tr><td>甲</td><td>${'乙<br>'.repeat(12)}</td></tr></table>`,
      ['甲 0 0 0', ...Array(12).fill('乙 0 0 1')].join(),
    ],
    [
      'a table in Markdown behind it',
      '<table><tr><td>甲</td><td>乙</td></tr></table>\n\n|丙|\n|-|',
      '甲 0 0 0,乙 0 0 1,丙 1 0 0',
    ],
  ])('of HTML tables know their cells: %s', (_, text, expected) => {
    expect(cells(text).join()).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['[甲](a.md)', [['link', 'a.md', '甲', 'a.md']]],
    ['[甲](a.md "题")', [['link', 'a.md', '甲', 'a.md']]],
    ['[甲](x "](y)")', [['link', 'x', '甲', 'x']]],
    ['[**甲**\\]乙]( <b c.md> )', [['link', 'b c.md', '甲]乙', 'b c.md']]],
    ['[甲](%E7%94%B2%20a.md)', [['link', '甲 a.md', '甲', '%E7%94%B2%20a.md']]],
    ['[甲](政策/甲.md#一背景)', [['link', '政策/甲.md#一背景', '甲', '政策/甲.md#一背景']]],
    ['[甲](a(b).md)', [['link', 'a(b).md', '甲', 'a(b).md']]],
    ['[](a.md)', [['link', 'a.md', '', 'a.md']]],
    ['[甲\n乙](x.md)', [['link', 'x.md', '甲乙', 'x.md']]],
    ['[甲][r]\n\n[r]: /u "题"', [['link', '/u', '甲', '[甲][r]']]],
    ['[r]\n\n[r]: <a b.md>', [['link', 'a b.md', 'r', '[r]']]],
    ['![图](i.png)', [['image', 'i.png', '图', 'i.png']]],
    [
      '[![图](i.png)](x.md)',
      [
        ['image', 'i.png', '图', 'i.png'],
        ['link', 'x.md', '图', 'x.md'],
      ],
    ],
    ['<http://a.b/甲>', [['link', 'http://a.b/甲', 'http://a.b/甲', 'http://a.b/甲']]],
    ['详见http://a.b/c.html，请查阅', [['url', 'http://a.b/c.html', '', 'http://a.b/c.html']]],
    ['（https://a.b/c?d=1&e=2）。', [['url', 'https://a.b/c?d=1&e=2', '', 'https://a.b/c?d=1&e=2']]],
    ['See http://a.b/c. Then', [['url', 'http://a.b/c', '', 'http://a.b/c']]],
    ['[http://a.b](http://a.b)', [['link', 'http://a.b', 'http://a.b', 'http://a.b']]],
    ['甲<a class="x" href="x.md">乙</a>', [['html', 'x.md', '', 'x.md']]],
    [
      "<div>\n<A HREF='x y.md'>乙</A><img src=p.png>\n</div>",
      [
        ['html', 'x y.md', '', 'x y.md'],
        ['image', 'p.png', '', 'p.png'],
      ],
    ],
    ['<!-- [甲](a.md) <a href="b.md"> -->', []],
    ['`[甲](a.md)` \\[乙](b.md)', []],
    ['```\nhttp://a.b/c\n```', []],
    ['甲[^1]\n\n[^1]: 注', []],
    [
      '- [甲](a.md)\r\n- [乙](a.md)\r\n',
      [
        ['link', 'a.md', '甲', 'a.md'],
        ['link', 'a.md', '乙', 'a.md'],
      ],
    ],
  ])('%j', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('of front matter come from the keys that name other files', () => {
    const text =
      '---\n政策文件: [../a.md, 某政发〔2024〕1号]\ninterpretations:\n  - b.md\n标题: c.md\n修订文件: d.md\npolicy-x: e.md\n---\n';
    const found = parse(text).links.map(({ type, to, key, range }) => [
      type,
      to,
      key,
      text.slice(range.start, range.end),
    ]);
    expect(found).toEqual([
      ['front-matter', '../a.md', 'policy', '../a.md'],
      ['front-matter', '某政发〔2024〕1号', 'policy', '某政发〔2024〕1号'],
      ['front-matter', 'b.md', 'interpretations', 'b.md'],
      ['front-matter', 'd.md', 'revises', 'd.md'],
    ]);
  });
});

describe('anchors', () => {
  it('are those that code hosts make', () => {
    const { anchors } = parse('# 一、背景 依据！\n\n## Scope_x (a-b)\n\n## 同\n\n## 同\n\n## 同\n');
    expect([...anchors]).toEqual(['一背景-依据', 'scope_x-a-b', '同', '同-1', '同-2']);
  });
});
