import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.js';
import { HOSTILE, HOSTILE_PATH, hostileResults } from './hostile.js';
import { context, fileResult, finding } from './results.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Parses as browsers do, and with their complaints about what they had to mend. */
function page(text: string) {
  const complaints: string[] = [];
  const document = parse(text, { onParseError: ({ code }: ParserError) => complaints.push(code) });
  const elements: DefaultTreeAdapterTypes.Element[] = [];
  const visit = (node: Node) => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  document.childNodes.forEach(visit);
  return { complaints, elements, texts: (tag: string) => elements.filter((one) => one.tagName === tag).map(textOf) };
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe('html', () => {
  it('is a page that a browser’s parser has nothing to mend in, hostile texts included', () => {
    for (const results of [[], [fileResult('a.md')], hostileResults()])
      expect(page(html(results, context)).complaints).toEqual([]);
  });

  it('shows texts as texts and adds no element of theirs', () => {
    const { elements, texts } = page(html(hostileResults(), context));
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of ['script', 'b', 'a', 'img', 'link', 'iframe']) expect(tags).not.toContain(tag);
    expect(texts('h3')).toEqual([HOSTILE_PATH, '读不出来.md', '警告.md']);
    expect(texts('p').filter((text) => text.startsWith(HOSTILE))).toHaveLength(4);
    expect(texts('p')[1]).toContain('\\x1b[31m');
  });

  it('needs nothing from elsewhere, and forbids itself to load it', () => {
    const text = html(hostileResults(), context);
    const { elements } = page(text);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => /^(?:src|href|srcset|action|data|on.*)$/.test(name))).toEqual([]);
    expect(attributes.map(({ value }) => value)).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(text).not.toMatch(/url\(|@import|https?:/);
  });

  it('says in its language what was found, by rule and by file, and which files are clean', () => {
    const results = [fileResult('政策.md', [finding({ line: 3, column: 2 })]), fileResult('好.md')];
    const { elements, texts } = page(html(results, context));
    expect(elements[0]?.attrs).toEqual([{ name: 'lang', value: 'zh-CN' }]);
    expect(texts('h1')).toEqual(['政策解读检查报告']);
    expect(texts('tr')).toEqual([
      '规则要求错误警告',
      'element/scope写明政策涉及的范围10',
      '位置级别问题规则',
      '3:2错误没有写明涉及范围。依据某市解读办法第二条。改法补写适用对象。element/scope',
    ]);
    expect(texts('li')).toEqual(['好.md']);
    expect(page(html(results, { ...context, locale: 'en' })).texts('h1')).toEqual(['Report on policy interpretations']);
  });
});
