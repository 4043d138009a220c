import type { Element, ElementContent } from 'hast';
import { shifted } from './linear.js';
import { elementsOf, isElement, newElement, textOf } from './nodes.js';

/** How text stands in a line, as far as Markdown can say it. */
interface Looks {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly link: Element['properties'] | undefined;
}

/**
 * The lines of a run of inline nodes, cut at `<br>` also within bold type or links, which then stand in both lines: without blanks at their
 * ends, empty ones left out. All elements but those that Markdown has are opened; goes through the nodes once, however they nest.
 * @param plain leaves bold type out
 */
export function linesOf(nodes: readonly ElementContent[], plain: boolean): ElementContent[][] {
  const lines: { leaf: ElementContent; looks: Looks }[][] = [[]];
  const visit = (node: ElementContent, looks: Looks): void => {
    if (!isElement(node)) {
      if (node.type === 'text' && node.value !== '')
        lines.at(-1)?.push({ leaf: { type: 'text', value: node.value }, looks });
    } else if (node.tagName === 'br') lines.push([]);
    else if (node.tagName === 'img') {
      const properties = { alt: String(node.properties.alt ?? ''), src: node.properties.src ?? '' };
      lines.at(-1)?.push({ leaf: newElement('img', [], properties), looks });
    } else if ((node.tagName === 'sup' || node.tagName === 'sub') && isPlain(node))
      visit({ type: 'text', value: shifted(textOf(node), node.tagName) }, looks);
    else for (const child of node.children) visit(child, within(node, looks, plain));
  };
  for (const node of nodes) visit(node, { bold: false, struck: false, link: undefined });
  return lines.map((line) => trimmed(dressed(line))).filter((line) => line.length > 0);
}

/** Nothing in it but text. */
function isPlain(node: Element): boolean {
  for (const { tagName } of elementsOf(node))
    if (tagName === 'a' || tagName === 'img' || tagName === 'br') return false;
  return true;
}

export function isBold({ tagName, properties }: Element): boolean {
  return tagName === 'strong' || tagName === 'b' || properties.bold === true;
}

function within(node: Element, looks: Looks, plain: boolean): Looks {
  const { href, lostHref } = node.properties;
  const bold = looks.bold || (!plain && isBold(node));
  const struck = looks.struck || ['del', 's', 'strike'].includes(node.tagName);
  const link = node.tagName === 'a' && (href || lostHref) ? (href ? { href } : { lostHref }) : looks.link;
  return bold === looks.bold && struck === looks.struck && link === looks.link ? looks : { bold, struck, link };
}

/** Leaves of one kind become one: office programs cut a bold line into many runs. */
function dressed(line: readonly { leaf: ElementContent; looks: Looks }[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const { leaf, looks } of line) {
    const blank = leaf.type === 'text' && leaf.value.trim() === '';
    const tags = [
      ...(looks.bold && !blank ? [{ tagName: 'strong', properties: {} }] : []),
      ...(looks.struck && !blank ? [{ tagName: 'del', properties: {} }] : []),
      ...(looks.link ? [{ tagName: looks.link.href ? 'a' : 'span', properties: looks.link }] : []),
    ];
    let into = out;
    for (const { tagName, properties } of tags) {
      const last = into.at(-1);
      if (last && isElement(last) && last.tagName === tagName && last.properties.href === properties.href)
        into = last.children;
      else {
        const element = newElement(tagName, [], { ...properties });
        into.push(element);
        into = element.children;
      }
    }
    const last = into.at(-1);
    if (leaf.type === 'text' && last?.type === 'text') last.value += leaf.value;
    else into.push(leaf);
  }
  return out;
}

/** A line without blanks at its ends, wherever they are nested; empty where nothing is shown. */
export function trimmed(line: ElementContent[]): ElementContent[] {
  const start = trimSide(line, 'start');
  return trimSide(start, 'end');
}

function trimSide(line: readonly ElementContent[], side: 'start' | 'end'): ElementContent[] {
  const rest = [...line];
  while (rest.length > 0) {
    const at = side === 'start' ? 0 : rest.length - 1;
    const node = rest[at] as ElementContent;
    if (node.type === 'text') {
      const value = side === 'start' ? node.value.trimStart() : node.value.trimEnd();
      if (value !== '') {
        rest[at] = { type: 'text', value };
        return rest;
      }
    } else if (isElement(node)) {
      if (node.tagName === 'img') return rest;
      const children = trimSide(node.children, side);
      if (children.length > 0) {
        rest[at] = { ...node, children };
        return rest;
      }
    }
    rest.splice(at, 1);
  }
  return rest;
}
