import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown.js';
import { HOSTILE, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

/** The comment as GitHub's Markdown is read: its nodes and the cells of its table. */
function read(text: string) {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const types = new Set<string>();
  const visit = (node: Nodes) => {
    types.add(node.type);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  const table = tree.children.find((node): node is Table => node.type === 'table');
  return { types, rows: table?.children.map(({ children }) => children.map(textOf)) ?? [] };
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

describe('markdown', () => {
  it('is a heading, the sum and a table with errors first', () => {
    const results = [
      fileResult('政策/a.md', [
        finding({ severity: 1, line: 2, endLine: 2 }),
        finding({ line: 7, column: 4, endLine: 7 }),
      ]),
    ];
    const text = markdown(results, context);
    expect(text).toMatch(/^### jiedu-lint\n\n✖ 共 2 个问题（1 个错误，1 个警告）\n\n\|/);
    expect(read(text).rows).toEqual([
      ['级别', '位置', '问题', '改法', '依据', '规则'],
      ['错误', '政策/a.md:7:4', '没有写明涉及范围。', '补写适用对象。', '某市解读办法第二条。', 'element/scope'],
      ['警告', '政策/a.md:2:1', '没有写明涉及范围。', '补写适用对象。', '某市解读办法第二条。', 'element/scope'],
    ]);
  });

  it('shows hostile texts as they are: no markup, no HTML, no further cell', () => {
    const { types, rows } = read(markdown(hostileResults(), context));
    expect([...types].sort()).toEqual(['heading', 'paragraph', 'root', 'table', 'tableCell', 'tableRow', 'text']);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toHaveLength(6);
    const shown = (text = '') => text.replaceAll('\u200b', '');
    expect(shown(rows[1]?.[1])).toBe(`${HOSTILE_PATH}:5:7`);
    expect(shown(rows[1]?.[4])).toBe(HOSTILE);
  });

  it('calls nobody and points to no issue', () => {
    const text = markdown([fileResult('a.md', [finding({ parts: { what: '请 @all 看 #12' } })])], context);
    expect(text).toContain('@&#8203;all');
    expect(text).toContain('#&#8203;12');
  });

  it('stays within what a comment may hold and says how many findings are left out', () => {
    const what = '很长的说明'.repeat(40);
    const messages = Array.from({ length: 1000 }, (_, line) => finding({ line: line + 1, parts: { what } }));
    const text = markdown([fileResult('a.md', messages)], context);
    expect(text.length).toBeLessThan(65_536);
    const shown = read(text).rows.length - 1;
    expect(text).toMatch(new RegExp(`还有 ${1000 - shown} 个问题没有列出，请看完整的报告。$`));
    expect(shown).toBeGreaterThan(100);
  });

  it('says so when there is nothing to report', () => {
    expect(markdown([fileResult('a.md')], context)).toBe('### jiedu-lint\n\n✔ 1 个文件，没有发现问题');
  });
});
