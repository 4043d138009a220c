import type { Element, ElementContent } from 'hast';

/** @param position where it comes from, as far as that is known */
export function newElement(
  tagName: string,
  children: ElementContent[] = [],
  properties: Element['properties'] = {},
  position?: Element['position'],
): Element {
  return { type: 'element', tagName, properties, children, ...(position && { position }) };
}

/** Elements that stand on lines of their own; any other stands in a line of text, those of office programs (`o:p`, `st1:date`) too. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre rawhtml search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

export function isInline(node: ElementContent): boolean {
  if (node.type !== 'element' || BLOCKS.has(node.tagName)) return node.type !== 'element';
  const known = INLINE_ELEMENTS.get(node) ?? node.children.every(isInline);
  INLINE_ELEMENTS.set(node, known);
  return known;
}

/** What was found of elements: it is asked at every level above them. */
const INLINE_ELEMENTS = new WeakMap<Element, boolean>();

/** All text below a node, without blanks at its ends; cells, lines and blocks are set apart by a blank. */
export function textOf(node: ElementContent): string {
  return rawText(node)
    .replace(/[ 　]+/g, ' ')
    .trim();
}

function rawText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const text = node.children.map(rawText).join('');
  return isInline(node) && node.tagName !== 'br' ? text : ` ${text} `;
}

/** Length of all text below a node, blanks included; found once, so that it can be asked at every level of a deep page. */
export function lengthOf(node: ElementContent): number {
  if (node.type !== 'element') return node.type === 'text' ? node.value.length : 0;
  const known = LENGTHS.get(node) ?? node.children.reduce((sum, child) => sum + lengthOf(child), 0);
  LENGTHS.set(node, known);
  return known;
}

const LENGTHS = new WeakMap<Element, number>();

/** Text without any blank: how titles and labels are compared. */
export function squeeze(text: string): string {
  return text.replace(/[\s　]+/g, '');
}

/** The elements below a node, in order, itself first. */
export function* elementsOf(node: ElementContent): Generator<Element> {
  const open: ElementContent[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type !== 'element') continue;
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i] as ElementContent);
  }
}

export function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}

/** What its class and id say of an element, as one text. */
export function classAndId({ properties }: Element): string {
  const { id, className } = properties;
  return [id, ...(Array.isArray(className) ? className : [])].join(' ');
}

/** A line with its number before it, in bold type where the line begins so. */
export function withLabel(label: string, content: readonly ElementContent[]): ElementContent[] {
  const gap = /[章节条]$/.test(label) ? '　' : /[0-9A-Za-z☐☑☒✓✔✗✘□]$/.test(label) ? ' ' : '';
  const text: ElementContent = { type: 'text', value: label.replace(/[\ue000-\ue003]/g, '') + gap };
  const [first, ...rest] = content;
  return first && isElement(first) && first.tagName === 'strong'
    ? [{ ...first, children: [text, ...first.children] }, ...rest]
    : [text, ...content];
}
