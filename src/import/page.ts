import type { Element, ElementContent } from 'hast';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { ImportFailure } from './failure.js';

/** A page as imported: what a reader sees of its body, and what its head says. */
export interface Page {
  readonly body: Element;
  /** `<title>`, blanks squeezed; empty where there is none. */
  readonly title: string;
  /** `<meta>` by name or property in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  /** Address that relative ones count from, as far as the page tells. */
  readonly base: string | null;
}

/** Deepest nesting and most elements that are read; real pages stay far below. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 300_000;
const MAX_ATTRIBUTES = 2000;

/**
 * Reads a page. Scripts, styles, form fields and what is hidden are left out; addresses are made absolute where the page tells from where
 * it was saved.
 * @param address where the page was saved from, if known from elsewhere
 * @throws ImportFailure `tooComplex` for pages made to exhaust their reader
 */
export function readPage(html: string, address: string | null = null): Page {
  refuseManyAttributes(html);
  const document = parse(html, { treeAdapter: guarded() });
  const root = document.childNodes.find(isElement);
  const head = root?.childNodes.find((node) => isElement(node) && node.tagName === 'head');
  const body = root?.childNodes.find((node) => isElement(node) && node.tagName === 'body');
  const inHead = head && isElement(head) ? elementsIn(head) : [];
  const everywhere = [...inHead, ...(body && isElement(body) ? elementsIn(body) : [])];
  const metas = everywhere
    .filter(({ tagName }) => tagName === 'meta')
    .map(
      (meta) =>
        [
          (attribute(meta, 'name') ?? attribute(meta, 'property') ?? '').toLowerCase(),
          attribute(meta, 'content') ?? '',
        ] as const,
    )
    .filter(([name, content]) => name !== '' && content.trim() !== '');
  const titles = inHead.filter(({ tagName }) => tagName === 'title').map(textIn);
  const base = baseOf(html, everywhere, address);
  return {
    body: {
      type: 'element',
      tagName: 'body',
      properties: {},
      children: body && isElement(body) ? visible(body, base, false) : [],
    },
    title: (titles[0] ?? '').replace(/\s+/g, ' ').trim(),
    // The first of a name counts.
    metas: new Map([...metas].reverse()),
    base,
  };
}

type Node = DefaultTreeAdapterMap['childNode'];
type ParsedElement = DefaultTreeAdapterMap['element'];

function isElement(node: Node): node is ParsedElement {
  return 'tagName' in node;
}

/** The usual tree, but refusing depth and number before they cost time. */
function guarded(): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  const place = (parent: object, node: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new ImportFailure('tooComplex');
    depths.set(node, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++elements > MAX_ELEMENTS) throw new ImportFailure('tooComplex');
      return defaultTreeAdapter.createElement(...args);
    },
    appendChild(parent, node) {
      place(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore(parent, node, before) {
      place(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, before);
    },
  };
}

/** The parser compares each attribute of a tag with those before it. */
function refuseManyAttributes(html: string): void {
  const tag = /<[a-z][^<>"']{0,200}/gi;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const attributes = /\s+[^\s=>"']{1,200}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/y;
    attributes.lastIndex = match.index + (/^<[a-z][^\s>]{0,60}/i.exec(match[0])?.[0].length ?? 2);
    let count = 0;
    while (attributes.test(html)) if (++count > MAX_ATTRIBUTES) throw new ImportFailure('tooComplex');
  }
}

function elementsIn(root: ParsedElement): ParsedElement[] {
  const found: ParsedElement[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i] as Node);
  }
  return found;
}

function textIn(element: ParsedElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function attribute(element: ParsedElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** `<base>`, the note that browsers leave when they save, or the address that the page gives as its own. */
function baseOf(html: string, elements: readonly ParsedElement[], address: string | null): string | null {
  const href = (tag: string, rel?: string) =>
    elements.flatMap((element) =>
      element.tagName === tag && (rel === undefined || attribute(element, 'rel')?.toLowerCase() === rel)
        ? (attribute(element, 'href') ?? [])
        : [],
    )[0];
  const saved =
    /<!--\s{0,9}saved from url=\(\d{4}\)(\S{1,2000})/i.exec(html.slice(0, 20_000))?.[1] ?? address ?? undefined;
  const own =
    saved ??
    href('link', 'canonical') ??
    elements.flatMap((element) =>
      element.tagName === 'meta' &&
      /^(?:og:url|url)$/i.test(attribute(element, 'property') ?? attribute(element, 'name') ?? '')
        ? (attribute(element, 'content') ?? [])
        : [],
    )[0];
  const web = own !== undefined && /^https?:/i.test(own) ? own : undefined;
  const stated = href('base');
  return (stated === undefined ? null : resolved(stated, web ?? null)) ?? web ?? null;
}

/** An address made absolute; null where that cannot be done, or it would not lead anywhere on the web. */
export function resolved(href: string, base: string | null): string | null {
  if (href.trim() === '') return null;
  try {
    const url = new URL(href.trim(), base ?? undefined);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const LEFT_OUT = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas select input textarea button link meta title head map audio video source track dialog datalist progress meter'.split(
    ' ',
  ),
);
const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}px)/i;
const HIDDEN_CLASS = /^(?:hidden|hide|sr-only|visually-hidden|d-none|displaynone|none)$/i;

function isHidden(element: ParsedElement): boolean {
  return element.attrs.some(({ name, value }) => {
    if (name === 'hidden') return value !== 'until-found';
    if (name === 'aria-hidden') return value === 'true';
    if (name === 'style') return HIDING.test(value.slice(0, 2000));
    return (
      name === 'class' &&
      value
        .slice(0, 500)
        .split(/\s+/)
        .some((word) => HIDDEN_CLASS.test(word))
    );
  });
}

/** What is seen of an element's children. `keep` spares blanks, within `<pre>`. */
function visible(element: ParsedElement, base: string | null, keep: boolean): ElementContent[] {
  const children: ElementContent[] = [];
  for (const node of element.childNodes) {
    if ('value' in node) children.push({ type: 'text', value: keep ? node.value : squeezed(node.value) });
    if (!isElement(node) || LEFT_OUT.has(node.tagName) || isHidden(node)) continue;
    const tagName = node.tagName === 'center' ? 'div' : node.tagName;
    children.push({
      type: 'element',
      tagName,
      properties: propertiesOf(node, base),
      children: visible(node, base, keep || tagName === 'pre'),
    });
  }
  return children;
}

/** Line ends between Chinese characters are the page's own, not blanks that somebody typed; characters that show nothing go. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\ufffc]|[^\P{Cc}\t\n\v\f\r]/gu, '')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ');
}

function propertiesOf(element: ParsedElement, base: string | null): Element['properties'] {
  const of = (name: string) => attribute(element, name);
  const number = (name: string) => Math.min(1000, Number.parseInt(of(name) ?? '', 10) || 1);
  const style = (of('style') ?? '').slice(0, 2000);
  const align =
    element.tagName === 'center'
      ? 'center'
      : (/text-align\s*:\s*(center|right)/i.exec(style)?.[1] ?? of('align'))?.toLowerCase();
  const bold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
  const link = element.tagName === 'a' ? of('href') : undefined;
  const to = link === undefined || link.startsWith('#') ? null : resolved(link, base);
  return {
    ...(of('id') ? { id: of('id') ?? '' } : {}),
    ...(of('class') ? { className: (of('class') ?? '').split(/\s+/) } : {}),
    ...(align === 'center' || align === 'right' ? { align } : {}),
    ...(bold ? { bold: true } : {}),
    ...(to ? { href: to } : link && isRelative(link) ? { lostHref: link.trim() } : {}),
    ...(element.tagName === 'img' ? { alt: (of('alt') ?? '').trim(), src: resolved(of('src') ?? '', base) ?? '' } : {}),
    ...(number('colspan') > 1 ? { colSpan: number('colspan') } : {}),
    ...(number('rowspan') > 1 ? { rowSpan: number('rowspan') } : {}),
    ...(element.tagName === 'ol' && of('start') ? { start: Number.parseInt(of('start') ?? '1', 10) || 1 } : {}),
  };
}

/** An address within a site that nobody knows; scripts and places in the page are none. */
export function isRelative(link: string): boolean {
  return !/^\s*(?:[a-z][a-z0-9+.-]{0,30}:|#|$)/i.test(link);
}
