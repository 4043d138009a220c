import type { Element, ElementContent } from 'hast';
import { numberingOf } from '../document/numbering.js';
import { isElement, isInline, newElement, squeeze, textOf, withLabel } from './nodes.js';
import { numeral } from './number-format.js';
import { isBold, linesOf, trimmed } from './tidy-line.js';
import { tidyTable } from './tidy-table.js';

/**
 * The blocks of an article in order, none within another but for lists and quotations: wrappers opened, lines set apart by `<br>` made
 * paragraphs (which is what they are on these pages), blanks used for indentation gone, tables made such as Markdown can hold.
 */
export function tidyBlocks(part: Element): Element[] {
  return blocksIn(part.children, alignOf(part));
}

function blocksIn(children: readonly ElementContent[], align: string | undefined): Element[] {
  const blocks: Element[] = [];
  let line: ElementContent[] = [];
  const close = () => {
    blocks.push(...paragraphsOf(line, align));
    line = [];
  };
  for (const child of children) {
    if (isInline(child)) line.push(child);
    else if (isElement(child)) {
      close();
      blocks.push(...blockOf(child, align));
    }
  }
  close();
  return withLists(blocks);
}

/** Lines that Word numbered 1. 2. … one below the other become a list: as lines they would read as headings. */
function withLists(blocks: readonly Element[]): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const first = ordinal(blocks[i]);
    let end = i + 1;
    while (first !== null && ordinal(blocks[end]) === first + end - i) end++;
    if (first === null || end - i < 2) {
      out.push(blocks[i] as Element);
      continue;
    }
    const items = blocks.slice(i, end).map((line) => newElement('li', withoutLabel(line), {}, line.position));
    out.push(newElement('ol', items, { start: first }));
    i = end - 1;
  }
  return out;
}

function ordinal(block: Element | undefined): number | null {
  const label = block?.properties.item === true ? /^(\d{1,3})[.．]/.exec(textOf(block))?.[1] : undefined;
  return label === undefined ? null : Number(label);
}

function withoutLabel({ children }: Element): ElementContent[] {
  const [first, ...rest] = children;
  return first?.type === 'text'
    ? trimmed([{ type: 'text', value: first.value.replace(/^\d{1,3}[.．]/, '') }, ...rest])
    : children;
}

function blockOf(element: Element, above: string | undefined): Element[] {
  const align = alignOf(element) ?? above;
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element);
    case 'ul':
    case 'ol':
      return listOf(element);
    case 'table':
      return tidyTable(element, (cell) => blocksIn(cell.children, undefined));
    case 'hr':
      return [];
    case 'blockquote': {
      const inside = blocksIn(element.children, align);
      return inside.length > 0 ? [newElement('blockquote', inside)] : [];
    }
    case 'p': {
      const bold = element.properties.bold && element.children.every(isInline);
      const children = bold ? [newElement('strong', element.children)] : element.children;
      return blocksIn(children, align).map((line) =>
        from(
          element,
          element.properties.item && !bold ? { ...line, properties: { ...line.properties, item: true } } : line,
        ),
      );
    }
    default:
      // An inline element around blocks opens as well; what is bold stays so.
      return isBold(element) ? blocksIn(element.children.map(bolder), align) : blocksIn(element.children, align);
  }
}

/** A block that keeps where its source stands in the file. */
function from({ position }: Element, block: Element): Element {
  return position && !block.position ? { ...block, position } : block;
}

function bolder(node: ElementContent): ElementContent {
  if (!isElement(node) || isInline(node))
    return node.type === 'text' && node.value.trim() === '' ? node : newElement('strong', [node]);
  return { ...node, properties: { ...node.properties, bold: true } };
}

function alignOf({ properties }: Element): string | undefined {
  return typeof properties.align === 'string' ? properties.align : undefined;
}

function headingOf(element: Element): Element[] {
  const inline = element.children.flatMap((child) => (isInline(child) ? [child] : inlineOf(child)));
  const line = linesOf(inline, true);
  const children = line.flatMap((part, i) => (i === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part]));
  if (children.length === 0) return [];
  // A paragraph that somebody gave a heading's style is no heading.
  if (squeeze(textOf(element)).length > 80) return [from(element, paragraph(children))];
  return [newElement(element.tagName, children, {}, element.position)];
}

/** Everything below a block as one line. */
function inlineOf(node: ElementContent): ElementContent[] {
  if (!isElement(node) || isInline(node)) return [node];
  return [...node.children.flatMap(inlineOf), { type: 'text', value: ' ' }];
}

function listOf(list: Element): Element[] {
  const items = list.children.filter(isElement).flatMap((child) => {
    const inside = blocksIn(child.children, undefined);
    return inside.length > 0 ? [newElement('li', inside, child.properties, child.position)] : [];
  });
  const labelled = list.tagName === 'ol' ? labelledItems(list, items) : null;
  if (labelled) return labelled;
  // A “list” without numbers that holds whole blocks is layout; one whose lines are numbered by hand is text.
  const isLayout = list.tagName === 'ul' && items.every((item) => item.children.length > 2);
  if (isLayout || items.every((item) => numberingOf(textOf(item)) !== null))
    return items.flatMap((item) => item.children.filter(isElement));
  const { start } = list.properties;
  const properties = typeof start === 'number' ? { start } : {};
  return [{ ...list, properties, children: tight(items.map((item) => ({ ...item, properties: {} }))) }];
}

/** Numbers that Markdown has no list for, by how pages name them: what stands before, how Word names them, what stands behind. */
const MARKS: ReadonlyArray<readonly [name: RegExp, before: string, format: string, after: string]> = [
  [/^(?:a|lower-(?:alpha|latin))$/, '', 'lowerLetter', '.'],
  [/^(?:A|upper-(?:alpha|latin))$/, '', 'upperLetter', '.'],
  [/^(?:i|lower-roman)$/, '', 'lowerRoman', '.'],
  [/^(?:I|upper-roman)$/, '', 'upperRoman', '.'],
  [/^(?:cjk-ideographic|(?:simp|trad)-chinese-informal|custom_cn)$/, '', 'chineseCountingThousand', '、'],
  [/^custom_cn1$/, '', 'chineseCountingThousand', '）'],
  [/^custom_cn2$/, '（', 'chineseCountingThousand', '）'],
  [/^custom_num1$/, '', 'decimal', '）'],
  [/^custom_num2$/, '（', 'decimal', '）'],
  [/^none$/, '', 'none', ''],
];

/** Items as lines that bear their numbers; null for a list that counts up in digits, as those of Markdown do. */
function labelledItems({ properties }: Element, items: readonly Element[]): Element[] | null {
  const [, before, format, after] = MARKS.find(([name]) => name.test(String(properties.mark ?? ''))) ?? [
    null,
    '',
    'decimal',
    '.',
  ];
  const step = properties.reversed ? -1 : 1;
  let next = Number(properties.start ?? (step < 0 ? items.length : 1));
  const isPlain = after === '.' && format === 'decimal' && step > 0;
  if (isPlain && items.every(({ properties: { nth } }, i) => nth === undefined || nth === next + i)) return null;
  return items.flatMap(({ properties: { nth }, children }) => {
    const number = typeof nth === 'number' ? nth : next;
    next = number + step;
    const label = `${before}${numeral(format, number) ?? number}${after}`;
    const [first, ...rest] = children.filter(isElement);
    if (first?.tagName !== 'p') return [paragraph([{ type: 'text', value: label }]), ...children.filter(isElement)];
    return [{ ...first, children: withLabel(label, first.children) }, ...rest];
  });
}

/** Items of one line each stand without blank lines between them. */
function tight(items: readonly Element[]): Element[] {
  if (items.some(({ children }) => children.length !== 1 || (children[0] as Element).tagName !== 'p'))
    return [...items];
  return items.map((item) => ({ ...item, children: (item.children[0] as Element).children }));
}

/** The lines of a run of inline nodes, each a paragraph. */
function paragraphsOf(nodes: readonly ElementContent[], align: string | undefined): Element[] {
  return linesOf(nodes, false).map((line) => paragraph(line, align));
}

function paragraph(children: ElementContent[], align?: string): Element {
  return newElement('p', children, align ? { align } : {});
}
