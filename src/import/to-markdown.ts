import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, Parents, PhrasingContent, Root, Table } from 'mdast';
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { defaultExport } from '../document/default-export.js';

/** A line of Markdown, from 1, and the paragraphs of the source that stand in it. */
export interface LinePlace {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Blocks as Markdown, tables and all, with as few escapes as keep its meaning.
 * @param blocks as `tidyBlocks` and `outlined` leave them; the `position` of a block or row says which paragraphs it comes from
 * @returns the text, and where its lines come from, in order
 */
export function markdownOf(blocks: readonly Element[]): { markdown: string; places: readonly LinePlace[] } {
  const tree = unified()
    .use(defaultExport(rehypeRemark), {
      document: true,
      handlers: {
        rawhtml: (_, node: Element) => ({
          type: 'html',
          value: String(node.properties.html),
          // Its first line opens the table.
          data: { rows: [undefined, ...node.children.map((row) => row.position)] },
        }),
        // Only cells have these; a break would become a blank in them.
        br: () => ({ type: 'html', value: '<br>' }),
      },
    })
    .runSync({ type: 'root', children: [...blocks] } as HastRoot) as Root;
  settle(tree);
  const places: LinePlace[] = [];
  const placing =
    (type: 'paragraph' | 'heading' | 'listItem' | 'html'): Handle =>
    (node: Placed, parent, state, info) => {
      const rows = node.data?.rows ?? [node.position];
      for (const [i, row] of rows.entries()) add(places, info.now.line + i, row);
      return defaultHandlers[type](node as never, parent, state, info);
    };
  // What GFM adds writes tables, and only tables stand in this at the top.
  tree.children = tree.children.map((child) => (child.type === 'table' ? ({ type: 'placed', child } as never) : child));
  const written = unified()
    .use(defaultExport(remarkGfm), { tablePipeAlign: false })
    .use(defaultExport(remarkStringify), {
      bullet: '-',
      rule: '-',
      emphasis: '*',
      strong: '*',
      listItemIndent: 'one',
      // The types of remark-stringify leave nodes out that are not Markdown's own.
      handlers: {
        paragraph: placing('paragraph'),
        heading: placing('heading'),
        listItem: placing('listItem'),
        html: placing('html'),
        placed: (({ child }: { child: Table }, parent, state, info) => {
          // Below the first row stands the line that parts the head from the rest.
          for (const [i, row] of child.children.entries())
            add(places, info.now.line + (i === 0 ? 0 : i + 1), row.position);
          return state.handle(child, parent, state, info);
        }) as Handle,
      } as object,
    })
    .stringify(tree);
  return { markdown: fewerEscapes(written), places };
}

interface Placed {
  readonly position?: Element['position'];
  readonly data?: { readonly rows?: readonly Element['position'][] };
}

function add(places: LinePlace[], line: number, position: Element['position']): void {
  if (position && places.at(-1)?.line !== line) places.push({ line, from: position.start.line, to: position.end.line });
}

function settle(node: Nodes): void {
  if (!('children' in node)) return;
  const settled = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return withLinks(child.value, node);
    return child.type === 'strong' || child.type === 'delete' ? markedApart(child, node) : [child];
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
 * Bold or struck type with the marks and blanks at its ends put outside: `**范围：**本办法` is not bold in Markdown, and to make it so
 * the neighbouring character would have to be written as an entity.
 */
function markedApart(
  strong: Extract<PhrasingContent, { type: 'strong' | 'delete' }>,
  parent: Parents,
): PhrasingContent[] {
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
