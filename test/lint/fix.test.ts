import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookTitleMarks } from '../../rules/format/book-title-marks/index.js';
import { docNumberBrackets } from '../../rules/format/doc-number-brackets.js';
import { fullwidthPunctuation } from '../../rules/format/fullwidth-punctuation/index.js';
import type { Fix } from '../../rules/rule.js';
import { parseDocument } from '../../src/document/parse.js';
import { loadTreeParser } from '../../src/document/tree.js';
import { detectElements } from '../../src/elements/detect.js';
import { applyFixes, applyOnce } from '../../src/lint/fix.js';

describe('applyOnce', () => {
  it('applies fixes in any order', () => {
    const fixes = [fix(4, 5, '。'), fix(2, 3, '，')];
    expect(applyOnce('甲乙,丙.', fixes)).toEqual({ text: '甲乙，丙。', applied: 2 });
  });

  it('leaves a fix that overlaps an earlier one for the next pass', () => {
    expect(applyOnce('abcdef', [fix(0, 3, 'X'), fix(2, 4, 'Y'), fix(3, 4, 'Z')])).toEqual({ text: 'XZef', applied: 2 });
  });

  it('makes one insertion at a place', () => {
    expect(applyOnce('ab', [fix(1, 1, 'X'), fix(1, 1, 'Y')])).toEqual({ text: 'aXb', applied: 1 });
  });
});

describe('applyFixes', () => {
  it('goes on until nothing is left to fix', () => {
    expect(
      applyFixes('aaa', (text) => (text.includes('a') ? [fix(text.indexOf('a'), text.indexOf('a') + 1, 'b')] : [])),
    ).toBe('bbb');
  });

  it('ends where two fixes undo each other', () => {
    let calls = 0;
    applyFixes('a', (text) => {
      calls++;
      return [fix(0, 1, text === 'a' ? 'b' : 'a')];
    });
    expect(calls).toBe(2);
  });

  it('ends after ten passes', () => {
    expect(applyFixes('', (text) => [fix(text.length, text.length, 'a')])).toHaveLength(10);
  });
});

describe('the format rules', () => {
  beforeAll(loadTreeParser);

  it.each([
    ['根据国办发[2017]023号,制定<<办法>>.', '根据国办发〔2017〕23号，制定《办法》。'],
    ['《关于印发《办法》的通知》(以下简称《通知》)公布', '《关于印发〈办法〉的通知》（以下简称《通知》）公布'],
    ['对象(含"个体户",下同)可以申请;企业不行', '对象（含“个体户”，下同）可以申请；企业不行'],
    ['网址:https://a.cn/x,y 和 `a,b`,标题《甲,乙》', '网址:https://a.cn/x,y 和 `a,b`,标题《甲,乙》'],
    ['见[办法,细则](a(1),b.md),[甲,乙]\n\n[甲,乙]: /x', '见[办法，细则](a(1),b.md)，[甲,乙]\n\n[甲,乙]: /x'],
    ['甲方\\(乙方\\),丙方&#44;丁方', '甲方\\(乙方\\)，丙方&#44;丁方'],
  ])('fix %j', (before, after) => {
    expect(fixed(before)).toBe(after);
  });

  it('leave nothing for a second run, and the tree as it was but for the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const before = pieces.join('');
        const after = fixed(before);
        expect(fixed(after)).toBe(after);
        expect(shape(after)).toEqual(shape(before));
      }),
    );
  });
});

/** What people write, in bits that meet each other in every order. */
const PIECES = [
  ...[
    '补贴',
    '企业',
    '办法',
    '甲',
    '2024',
    '3.5',
    '10:30',
    '1,000',
    'Node.js',
    'Inc',
    'AEO',
    '国办发',
    '号',
    '第',
    '公告',
  ],
  ...[',', '.', ':', ';', '?', '!', '(', ')', '"', '，', '。', '：', '（', '）', '“', '”', ' ', '  ', '　'],
  ...[
    '《',
    '》',
    '〈',
    '〉',
    '<<',
    '>>',
    '<',
    '>',
    '[2024]',
    '（2024）',
    '【2024】',
    '〔2024〕',
    '[2024]012号',
    '[2024]第3号',
  ],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '`',
    '``',
    '\\',
    '&amp;',
    '&#44;',
    '<br>',
    '<b>',
    '</b>',
    '<!-- 甲,乙 -->',
    '[甲]',
    '[甲,乙]',
  ],
  ...[
    '[甲](a,b.md)',
    '![图(一)](b.png)',
    '[',
    ']',
    '](',
    '![',
    'https://a.cn/x,y',
    'www.a.cn',
    'a@b.cn',
    '<https://a.cn>',
  ],
  ...[
    '\n',
    '\n\n',
    '\n# ',
    '\n- ',
    '\n1. ',
    '\n> ',
    '\n    ',
    '\n```\n',
    '\n[甲,乙]: /x\n',
    '\n|甲,|乙|\n|-|-|\n|丙,|丁|\n',
    '---\n',
  ],
  ...['---\ntitle: 办法,解读(一)\nnumber: 国办发[2024]1号\n---\n'],
];

function fix(start: number, end: number, text: string): Fix {
  return { range: [start, end], text };
}

function fixed(text: string): string {
  return applyFixes(text, (current) => {
    const document = parseDocument(current, { path: 'a.md' });
    const fixes: Fix[] = [];
    const report = ({ fix }: { fix?: Fix }) => void (fix && fixes.push(fix));
    const said = { segmenter: () => null, report, notApplicable: () => {} };
    const context = { document, elements: detectElements(document), options: {}, ...said };
    for (const rule of [docNumberBrackets, bookTitleMarks, fullwidthPunctuation]) rule.check?.(context);
    return fixes;
  });
}

/** The tree without positions and without the text that readers see, in HTML too; indented text is text to us, not code. */
function shape(text: string): unknown {
  const bare = (node: Nodes): unknown => {
    const { position, children, ...rest } = node as Nodes & { children?: Nodes[] };
    const source = text.slice(position?.start.offset, position?.end.offset);
    const isText = node.type === 'text' || (node.type === 'code' && !/^[`~]/.test(source));
    const value = node.type === 'html' ? { value: node.value.match(/<[^>]*>/g) } : {};
    const kept = isText ? { type: node.type } : { ...rest, ...value, ...(node.type === 'image' ? { alt: '' } : {}) };
    return children ? { ...kept, children: children.map(bare) } : kept;
  };
  return bare(parseDocument(text, { path: 'a.md' }).tree as Nodes);
}
