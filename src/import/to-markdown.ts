import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { defaultExport } from '../document/default-export.js';

/**
 * Blocks as Markdown, tables and all, with as few escapes as keep its meaning.
 * @param blocks as `tidyBlocks` and `outlined` leave them
 */
export function markdownOf(blocks: readonly Element[]): string {
  const tree = unified()
    .use(defaultExport(rehypeRemark), {
      document: true,
      handlers: {
        rawhtml: (_, node: Element) => ({ type: 'html', value: String(node.properties.html) }),
        // Only cells have these; a break would become a blank in them.
        br: () => ({ type: 'html', value: '<br>' }),
      },
    })
    .runSync({ type: 'root', children: [...blocks] } as HastRoot) as Root;
  settle(tree);
  const written = unified()
    .use(defaultExport(remarkGfm), { tablePipeAlign: false })
    .use(defaultExport(remarkStringify), { bullet: '-', rule: '-', emphasis: '*', strong: '*', listItemIndent: 'one' })
    .stringify(tree);
  return fewerEscapes(written);
}

function settle(node: Nodes): void {
  if (!('children' in node)) return;
  const settled = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return withLinks(child.value, node);
    return child.type === 'strong' ? boldApart(child, node) : [child];
  });
  node.children = settled as typeof node.children;
  for (const child of node.children) settle(child);
}

/** Addresses typed into the text, as far as ASCII goes: nobody puts blanks behind them in Chinese. */
const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&*+=%]{3,2000}[A-Za-z0-9/=&#_-]/g;

function withLinks(text: string, parent: Parents): PhrasingContent[] {
  // “1. 加强” at the start of a line would have to be written 1\. so as not to become a list.
  const value = parent.type === 'paragraph' ? text.replace(/^(\d{1,3}[.．]) +(?=[㐀-鿿《“])/, '$1') : text;
  if (parent.type === 'link' || !value.includes('://')) return [{ type: 'text', value }];
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of value.matchAll(ADDRESS)) {
    if (match.index > from) parts.push({ type: 'text', value: value.slice(from, match.index) });
    parts.push({ type: 'link', url: match[0], children: [{ type: 'text', value: match[0] }] });
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

/**
 * Bold type with the marks and blanks at its ends put outside: `**范围：**本办法` is not bold in Markdown, and to make it so the
 * neighbouring character would have to be written as an entity.
 */
function boldApart(strong: Extract<PhrasingContent, { type: 'strong' }>, parent: Parents): PhrasingContent[] {
  const index = (parent.children as PhrasingContent[]).indexOf(strong);
  const alone = index === 0 && parent.children.length === 1;
  const first = strong.children[0];
  const last = strong.children.at(-1);
  const before = first?.type === 'text' && index > 0 ? (/^[^㐀-鿿A-Za-z0-9０-９]+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text' && before) first.value = first.value.slice(before.length);
  const after =
    last?.type === 'text' && !alone
      ? (/(?<![^㐀-鿿A-Za-z0-9０-９])[^㐀-鿿A-Za-z0-9０-９]+$/.exec(last.value)?.[0] ?? '')
      : '';
  if (last?.type === 'text' && after) last.value = last.value.slice(0, -after.length);
  const children = strong.children.filter((child) => child.type !== 'text' || child.value !== '');
  const text = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : []);
  return [...text(before), ...(children.length > 0 ? [{ ...strong, children }] : []), ...text(after)];
}

/** Escapes that Markdown does without: [2023] is no link where nothing defines it, an address of mail stays text to a reader. */
function fewerEscapes(markdown: string): string {
  return markdown
    .replace(/\\\[([^[\]\\\n]{1,20})\](?![(:[])/g, '[$1]')
    .replace(/(?<=https?)\\:/g, ':')
    .replace(/(?<=www)\\\./g, '.')
    .replace(/(?<=[A-Za-z0-9])\\@(?=[A-Za-z0-9])/g, '@')
    .replace(/(?<=[A-Za-z0-9])\\_(?=[A-Za-z0-9])/g, '_');
}
