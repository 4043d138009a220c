import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Node, Parents, Root } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { loadTreeParser } from '../../src/document/tree.js';
import { withoutLookAlikes } from '../../src/language/look-alikes.js';

/** Headings, lines and links of a Markdown text, as one list of plain words. */
interface Reading {
  readonly lines: readonly string[];
  readonly links: readonly string[];
}

interface InlineNode {
  readonly value?: string;
  readonly alt?: string | null;
  readonly identifier?: string;
  readonly children?: Node[];
}

/** What remark-parse with remark-gfm reads. HTML blocks and code are left out, as are bare addresses. */
function readByRemark(tree: Root, text: string): Reading {
  const lines: string[] = [];
  const links: string[] = [];
  const definitions = new Map<string, Node>();
  const define = (node: Node) => {
    const { identifier } = node as { identifier?: string };
    if (node.type === 'definition' && identifier && !definitions.has(identifier)) definitions.set(identifier, node);
    for (const child of (node as Parents).children ?? []) define(child);
  };
  const visit = (node: Node) => {
    if (node.type === 'heading') add(`${'#'.repeat((node as Node & { depth: number }).depth)} `, node);
    else if (node.type === 'paragraph' || node.type === 'tableCell') add('', node);
    else for (const child of (node as Parents).children ?? []) visit(child);
  };
  const add = (mark: string, node: Node) => {
    for (const line of inlineText(node).split(/\r\n?|\n/)) if (line.trim()) lines.push(mark + line.trim());
  };
  const inlineText = (node: Node): string => {
    const { value, alt, identifier, children = [] } = node as InlineNode;
    switch (node.type) {
      case 'html':
        return /^<br\s*\/?>/i.test(value ?? '') ? '\n' : '';
      case 'break':
        return '\n';
      case 'image':
        links.push(addressOf(node));
        return alt ?? '';
      default: {
        const shown = value ?? children.map(inlineText).join('');
        const defined = definitions.get(identifier ?? '');
        if (node.type === 'linkReference' && defined) links.push(addressOf(defined));
        if (node.type === 'link' && /^[[<]/.test(text.slice(node.position?.start.offset))) links.push(addressOf(node));
        return shown;
      }
    }
  };
  define(tree);
  visit(tree);
  return { lines, links: links.sort() };
}

function addressOf(node: Node): string {
  const { url } = node as Node & { url: string };
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function readByUs(text: string): { ours: Reading; theirs: Reading } {
  const document = parseDocument(text, { path: 'a.md' });
  const tree = document.tree as Root;
  const left = tree.children.filter(({ type }) => type === 'html' || type === 'code').map(({ position }) => position);
  const isOut = (at: number) =>
    left.some((place) => at >= (place?.start.offset ?? 0) && at < (place?.end.offset ?? 0)) ||
    at < document.frontMatter.range.end;
  const ours = {
    lines: document.units
      .filter(({ type, range }) => type !== 'code' && !isOut(range.start))
      .map((unit) => (unit.level ? `${'#'.repeat(unit.level)} ` : '') + unit.text.text),
    links: document.links
      .filter(
        ({ type, range }) =>
          (type === 'link' || (type === 'image' && text[range.start - 1] !== '"')) && !isOut(range.start),
      )
      .map(({ to }) => to)
      .sort(),
  };
  return { ours, theirs: readByRemark(tree, text) };
}

beforeAll(loadTreeParser);

describe('Markdown is read as remark reads it', () => {
  const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
  const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !name.startsWith('hostile'),
  );
  /** Four spaces make code to remark and text to us. */
  const isIndented = (text: string) => /^(?: {4}|\t)/m.test(text);

  it('in our own documents', () => {
    expect(fixtures.length).toBeGreaterThan(20);
    for (const name of fixtures) {
      // Look-alikes are read as other characters: what parts a text into lines is the same.
      const text = withoutLookAlikes(readFileSync(`${root}/${name}`, 'utf8').replace(/^\ufeff/, ''));
      if (isIndented(text)) continue;
      const { ours, theirs } = readByUs(text);
      expect(ours, name).toEqual(theirs);
    }
  });

  const word = fc.constantFrom(
    '为了规范',
    '办法',
    '𠮷',
    'a b',
    '第1项',
    '，',
    '。',
    '1.',
    '（一）',
    '3 * 4',
    '&amp;',
    '\\*',
    '\\#',
    'x_y',
  );
  /** Marks of emphasis beside Chinese marks are read otherwise on purpose. */
  const emphasized = word.filter((text) => !/^[，。（&\\]/.test(text));
  const inline = fc.oneof(
    { weight: 5, arbitrary: word },
    emphasized.map((text) => `**${text.trim()}**`),
    emphasized.map((text) => `*${text.trim()}*`),
    emphasized.map((text) => `~~${text.trim()}~~`),
    word.map((text) => `\`${text}\``),
    fc
      .tuple(word, fc.constantFrom('a.md', '<b c.md>', '%E7%94%B2.md', '甲.md#乙', 'a.md "题"'))
      .map(([text, to]) => `[${text}](${to})`),
    word.map((text) => `![${text}](i.png)`),
    fc.constantFrom('<http://a.b/c>', '<b>粗</b>', '<!-- 注 -->', '<br>', '[乙][r]'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => `文 ${parts.join(' ')}`);
  const cell = line.map((text) => text.replaceAll('|', '\\|'));
  const block = fc.oneof(
    { weight: 3, arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')) },
    fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc.tuple(line, fc.constantFrom('===', '---')).map(([text, rule]) => `${text}\n${rule}`),
    fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((text) => `- ${text}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((text, i) => `${i + 1}. ${text}`).join('\n')),
    fc.tuple(line, line).map(([one, two]) => `- ${one}\n  1. ${two}\n\n     ${one}`),
    fc.tuple(line, line).map(([one, two]) => `> ${one}\n> > ${two}\n>\n> - ${one}`),
    fc.tuple(cell, cell, cell).map(([a, b, c]) => `| ${a} | ${b} |\n| --- | :-: |\n| ${c} | a\\|b |\n|${a}|`),
    line.map((text) => `\`\`\`\n${text}\n\`\`\``),
    line.map((text) => `<div>\n${text}\n</div>`),
    fc.constant('[r]: /r.md "题"'),
    fc.constant('* * *'),
  );
  const document = fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([blocks, newline]) => blocks.join('\n\n').replaceAll('\n', newline));

  it('in made-up ones', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { ours, theirs } = readByUs(text);
        expect(ours).toEqual(theirs);
      }),
    );
  });

  it('except for bold type beside Chinese marks, which closes', () => {
    const { ours, theirs } = readByUs('**范围：**本办法适用于企业。\n');
    expect([ours.lines, theirs.lines]).toEqual([['范围：本办法适用于企业。'], ['**范围：**本办法适用于企业。']]);
  });

  it('except for text indented by four spaces, which is text', () => {
    const { ours, theirs } = readByUs('甲\n\n    乙\n');
    expect([ours.lines, theirs.lines]).toEqual([['甲'], ['甲']]);
    expect(parseDocument('甲\n\n    乙\n', { path: 'a.md' }).units.map(({ type }) => type)).toEqual(['text', 'text']);
  });
});
