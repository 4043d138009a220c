import type { Element, ElementContent } from 'hast';
import { defaultTreeAdapter, parse } from 'parse5';
import { isRelative, pictureOf, resolved } from './addresses.js';
import { ImportFailure } from './failure.js';
import { mathText } from './mathml.js';
import { isInline, newElement, textOf } from './nodes.js';
import type { Tally } from './notes.js';
import {
  attribute,
  elementsIn,
  isElement,
  isRemark,
  LEFT_OUT,
  lettersIn,
  type ParsedElement,
  readableIn,
  saidOf,
  textIn,
} from './page-elements.js';
import { type Ink, inkOf, isHidden, PLAIN_INK, SENTENCE, tellHidden, tellRemark, tellText } from './page-seen.js';
import { type PageStyles, pageStyles } from './page-styles.js';

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

/** What is known of a page beside its text. */
export interface PageSource {
  /** Where it was saved from. */
  readonly address?: string | null;
  /** The pages in its frames, by address; those that were read are taken out. */
  readonly frames?: Map<string, { readonly text: string; readonly address: string | null }>;
  /** Relative addresses under which a file lies beside the page. */
  readonly beside?: ReadonlySet<string>;
  /** Counts what is left out. */
  readonly tally?: Tally;
}

/** Deepest nesting and most elements that are read; real pages stay far below. */
const MAX_DEPTH = 250;
const MAX_ELEMENTS = 100_000;
const MAX_ATTRIBUTES = 2000;
const MAX_SPAN = 1000;

/**
 * Reads a page. Scripts, styles, form fields and what is hidden are left out; addresses are made absolute where the page tells from where
 * it was saved.
 * @param source what is known of the page from elsewhere
 * @throws ImportFailure `tooComplex` for pages made to exhaust their reader
 */
export function readPage(text: string, source: PageSource = {}): Page {
  const { address = null } = source;
  // They stand for marks of notes in what is read of Word files.
  const html = text.replace(/[\ue000-\ue003]/g, '');
  const document = parse(html, { treeAdapter: guarded() });
  const root = document.childNodes.find(isElement);
  const head = root?.childNodes.find((node) => isElement(node) && node.tagName === 'head');
  const body = root?.childNodes.find(
    (node) => isElement(node) && (node.tagName === 'body' || node.tagName === 'frameset'),
  );
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
  const styles = everywhere.filter(({ tagName }) => tagName === 'style').map(textIn);
  const own = pageStyles(styles.join('\n'));
  const seen = (whole: ParsedElement): Seen => ({
    ...{ ...source, base, styles: own, keep: false, isQuoted: false, half: lettersIn(whole) / 2 },
    ink: inkOf(whole, saidOf(whole, own), PLAIN_INK, own),
  });
  return {
    body: newElement('body', body && isElement(body) ? visible(body, seen(body)) : []),
    title: (titles[0] ?? '').replace(/\s+/g, ' ').trim(),
    // The first of a name counts.
    metas: new Map([...metas].reverse()),
    base,
  };
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
      if (++elements > MAX_ELEMENTS || args[2].length > MAX_ATTRIBUTES) throw new ImportFailure('tooComplex');
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

interface Seen extends PageSource {
  readonly base: string | null;
  readonly styles: PageStyles;
  /** Half of the characters of the page. */
  readonly half: number;
  /** Blanks are spared, within `<pre>`. */
  readonly keep: boolean;
  /** Within a quotation, `<q>`. */
  readonly isQuoted: boolean;
  readonly ink: Ink;
}

/** What is seen of an element's children. */
function visible(element: ParsedElement, seen: Seen): ElementContent[] {
  const children: ElementContent[] = [];
  for (const node of element.childNodes) {
    if ('value' in node) {
      if (seen.ink.isTiny || seen.ink.isFaint) tellText(node.value, seen.tally);
      else
        for (const line of seen.keep ? brokenLines(node.value) : [textNode(squeezed(node.value))]) children.push(line);
    }
    if (!isElement(node)) continue;
    if (isRemark(node)) tellRemark(node, seen.tally);
    else if (isHidden(node, seen)) tellHidden(node, seen.tally);
    else if (node.tagName === 'math') children.push(textNode(mathText(node)));
    else if (node.tagName === 'input') children.push(...inputText(node));
    else if (FRAMES.has(node.tagName)) children.push(...framed(node, seen));
    else if (node.tagName === 'textarea' && !isFixed(node) && !SENTENCE.test(textIn(node))) continue;
    else if (!LEFT_OUT.has(node.tagName) || isHead(node)) {
      const tagName = AS_DIV.has(node.tagName) ? 'div' : node.tagName;
      const said = saidOf(node, seen.styles);
      const keep = said.get('white-space')?.startsWith('pre') ?? (seen.keep || /^(?:pre|textarea)$/.test(node.tagName));
      const isQuoted = seen.isQuoted || tagName === 'q';
      const ink = inkOf(node, said, seen.ink, seen.styles);
      const within = visible(node, { ...seen, keep, isQuoted, ink });
      const inside = tagName === 'q' ? quoted(within, seen.isQuoted) : within;
      children.push(newElement(tagName, looking(inside, said), propertiesOf(node, said, seen)));
    }
  }
  return children;
}

const AS_DIV = new Set('center frameset textarea'.split(' '));

/** A button that unfolds part of the text says what the part is about; others are tools. */
function isHead(element: ParsedElement): boolean {
  const parent = element.parentNode && 'tagName' in element.parentNode ? element.parentNode.tagName : '';
  const isHeading = /^h[1-6]$/.test(parent) && readableIn(element).length > 4;
  return element.tagName === 'button' && (isHeading || HEAD.test(readableIn(element).trim()));
}

const HEAD = /^(?:问[：:]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])|[？?]$/;

/** Text whose line ends show. */
function brokenLines(text: string): ElementContent[] {
  return text.split(/\r?\n/).flatMap((line, i) => [...(i > 0 ? [newElement('br')] : []), textNode(squeezed(line))]);
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** A quotation with the marks that browsers set, unless somebody wrote them. */
function quoted(inside: ElementContent[], isInner: boolean): ElementContent[] {
  if (/^(?:$|[“"「])/.test(textOf(newElement('q', inside)))) return inside;
  const [open, close] = isInner ? '‘’' : '“”';
  return [textNode(open ?? ''), ...inside, textNode(close ?? '')];
}

/** What a style says of letters as tags do: the 5 of 10⁵, what is struck out. */
function looking(inside: ElementContent[], said: ReadonlyMap<string, string>): ElementContent[] {
  const shift = /^su[bp]/.exec(said.get('vertical-align') ?? '')?.[0];
  const lines = said.get('text-decoration-line') ?? said.get('text-decoration');
  const tagName = shift ?? (lines?.includes('line-through') ? 's' : undefined);
  return tagName === undefined || !inside.every(isInline) ? inside : [newElement(tagName, inside)];
}

/** A box to tick says what was chosen, a field that nobody can fill in what stands in it. */
function inputText(input: ParsedElement): ElementContent[] {
  const type = (attribute(input, 'type') ?? 'text').toLowerCase();
  if (/^(?:checkbox|radio)$/.test(type)) return [textNode(attribute(input, 'checked') === undefined ? '☐' : '☑')];
  return type === 'text' && isFixed(input) ? [textNode(squeezed(attribute(input, 'value') ?? ''))] : [];
}

function isFixed({ attrs }: ParsedElement): boolean {
  return attrs.some(({ name }) => name === 'readonly' || name === 'disabled');
}

const FRAMES = new Set('iframe frame object embed'.split(' '));

/** The page in a frame, where the file holds it; another is told of, as is a paper that is shown in it. */
function framed(frame: ParsedElement, { frames = new Map(), tally, base }: Seen): ElementContent[] {
  const src = attribute(frame, 'src') ?? attribute(frame, 'data') ?? '';
  if (/^[oe]/.test(frame.tagName) && !/\.(?:pdf|ofd|docx?|html?)(?:[?#]|$)/i.test(src)) return [];
  const inside = attribute(frame, 'srcdoc');
  const address = frames.has(src) ? src : (resolved(src, base) ?? src);
  const page = inside === undefined ? frames.get(address) : { text: inside, address: base };
  if (!page) {
    if (src !== '' && !/^(?:about:|javascript:|data:)/i.test(src)) tally?.add('frames', src);
    return [];
  }
  // Each page once: frames that hold one another would never end, or multiply.
  for (const [name, other] of frames) if (other === page) frames.delete(name);
  const { body } = readPage(page.text, { address: page.address, frames, ...(tally && { tally }) });
  return [{ ...body, tagName: 'div' }];
}

/** Line ends between Chinese characters are the page's own, not blanks that somebody typed; characters that show nothing go. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\ufffc]|[^\P{Cc}\t\n\v\f\r]/gu, '')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ');
}

function propertiesOf(
  element: ParsedElement,
  said: ReadonlyMap<string, string>,
  { base, beside }: Seen,
): Element['properties'] {
  const of = (name: string) => attribute(element, name);
  const number = (name: string) => Math.min(MAX_SPAN, Number.parseInt(of(name) ?? '', 10) || 1);
  // A cell of 0 rows goes down to the end of its part of the table.
  const rowSpan = /^\s*[+-]?0+(?!\d)/.test(of('rowspan') ?? '') ? MAX_SPAN : number('rowspan');
  const align = element.tagName === 'center' ? 'center' : (said.get('text-align') ?? of('align'))?.toLowerCase();
  const bold = /^(?:bold|[6-9]00)/.test(said.get('font-weight') ?? '');
  const link = element.tagName === 'a' ? of('href') : undefined;
  const to =
    link === undefined || link.startsWith('#') ? null : beside?.has(link.trim()) ? link.trim() : resolved(link, base);
  return {
    ...(of('id') || (element.tagName === 'a' && of('name')) ? { id: of('id') || of('name') || '' } : {}),
    ...(of('class') ? { className: (of('class') ?? '').split(/\s+/) } : {}),
    ...(align === 'center' || align === 'right' ? { align } : {}),
    ...(bold ? { bold: true } : {}),
    ...(to ? { href: to } : link && isRelative(link) ? { lostHref: link.trim() } : {}),
    ...(link?.startsWith('#') ? { anchor: link.slice(1) } : {}),
    ...(element.tagName === 'img' ? { alt: (of('alt') ?? '').trim(), src: pictureOf(element.attrs, base) } : {}),
    ...(number('colspan') > 1 ? { colSpan: number('colspan') } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(element.tagName === 'ol' ? listProperties(element, said) : {}),
    ...(element.tagName === 'li' && /^-?\d{1,6}$/.test(of('value') ?? '') ? { nth: Number(of('value')) } : {}),
  };
}

/** How a list counts: from where, backwards, and in which numbers (those of UEditor are named by a class). */
function listProperties(list: ParsedElement, said: ReadonlyMap<string, string>): Element['properties'] {
  const start = Number.parseInt(attribute(list, 'start') ?? '', 10);
  const mark =
    said.get('list-style-type') ??
    said.get('list-style')?.split(' ')[0] ??
    /(?:^|\s)(custom_(?:cn|num)[12]?)(?=\s|$)/.exec(attribute(list, 'class') ?? '')?.[1] ??
    attribute(list, 'type');
  const reversed = attribute(list, 'reversed') !== undefined;
  return { ...(Number.isNaN(start) ? {} : { start }), ...(mark ? { mark } : {}), ...(reversed ? { reversed } : {}) };
}
