import type { DefaultTreeAdapterMap } from 'parse5';
import { squeeze } from './nodes.js';
import type { PageStyles } from './page-styles.js';

export type Node = DefaultTreeAdapterMap['childNode'];
export type ParsedElement = DefaultTreeAdapterMap['element'];

export function isElement(node: Node): node is ParsedElement {
  return 'tagName' in node;
}

export function elementsIn(root: ParsedElement): ParsedElement[] {
  const found: ParsedElement[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i] as Node);
  }
  return found;
}

export function textIn(element: ParsedElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

export function attribute(element: ParsedElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function styleOf(element: ParsedElement): string {
  return (attribute(element, 'style') ?? '').slice(0, 2000);
}

/** What the page says of an element's classes, and its own style, which goes before them: the last word on each property. */
export function saidOf(element: ParsedElement, { looks }: PageStyles): ReadonlyMap<string, string> {
  const names = looks.size > 0 ? (attribute(element, 'class') ?? '').slice(0, 500).split(/\s+/) : [];
  const styles = [...names.flatMap((name) => looks.get(name) ?? []), styleOf(element)].filter((one) => one !== '');
  return new Map(
    styles.flatMap((style) =>
      style.split(';').map((one) => {
        const [value = ''] = one.slice(one.indexOf(':') + 1).split('!');
        return [one.slice(0, one.indexOf(':')).trim().toLowerCase(), value.trim().toLowerCase()] as const;
      }),
    ),
  );
}

/** What shows nothing of the text within it, or is a tool. */
export const LEFT_OUT = new Set(
  'script style noscript noframes noembed template xml applet svg canvas select rt rp button link meta title head map audio video source track dialog datalist progress meter'.split(
    ' ',
  ),
);
/** How many characters an element shows; found once, as it is asked at every level of a deep page. */
export function lettersIn(element: ParsedElement): number {
  const known =
    LETTERS.get(element) ??
    element.childNodes.reduce((sum, node) => {
      if ('value' in node) return sum + squeeze(node.value).length;
      return isElement(node) && !LEFT_OUT.has(node.tagName) ? sum + lettersIn(node) : sum;
    }, 0);
  LETTERS.set(element, known);
  return known;
}

const LETTERS = new WeakMap<ParsedElement, number>();

export function readableIn(element: ParsedElement): string {
  const texts = element.childNodes.map((node) => {
    if ('value' in node) return node.value;
    return isElement(node) && !LEFT_OUT.has(node.tagName) && !isRemark(node) ? readableIn(node) : '';
  });
  return texts.join('');
}

/** A remark that Word wrote into the page, or the sign in the text that leads to it. */
export function isRemark(element: ParsedElement): boolean {
  return /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomtxt)(?=\s|$)/i.test(attribute(element, 'class') ?? '');
}
