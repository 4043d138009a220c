import type { Element, ElementContent } from 'hast';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { isRelative, pictureOf, resolved } from './addresses.js';
import { ImportFailure } from './failure.js';
import { mathText } from './mathml.js';
import { isInline, newElement, squeeze, textOf } from './nodes.js';
import type { Tally } from './notes.js';
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
export function readPage(html: string, source: PageSource = {}): Page {
  const { address = null } = source;
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
  const seen = (whole: ParsedElement) => ({
    ...source,
    base,
    styles: own,
    keep: false,
    isQuoted: false,
    half: lettersIn(whole) / 2,
  });
  return {
    body: newElement('body', body && isElement(body) ? visible(body, seen(body)) : []),
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

function styleOf(element: ParsedElement): string {
  return (attribute(element, 'style') ?? '').slice(0, 2000);
}

/** What the page says of an element's classes, and its own style, which goes before them: the last word on each property. */
function saidOf(element: ParsedElement, { looks }: PageStyles): ReadonlyMap<string, string> {
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

const LEFT_OUT = new Set(
  'script style noscript noframes noembed template xml applet svg canvas select textarea rt rp button link meta title head map audio video source track dialog datalist progress meter'.split(
    ' ',
  ),
);
const HIDING =
  /(?<![^;])\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}px)/i;
const HIDDEN_CLASS = /^(?:hidden|hide|sr-only|visually-hidden|d-none|displaynone|none)$/i;

function isHidden(element: ParsedElement, { styles: { classes, ids }, half }: Seen): boolean {
  return element.attrs.some(({ name, value }) => {
    if (name === 'id') return ids.has(value) && !isUnfolded(element);
    if (name === 'hidden') return value !== 'until-found';
    if (name === 'aria-hidden') return value === 'true';
    // What is to be seen only when all of it is there (articles of WeChat) is the page's text.
    if (name === 'style')
      return HIDING.test(styleOf(element)) && !(/visibility/i.test(value) && lettersIn(element) > half);
    return (
      name === 'class' &&
      value
        .slice(0, 500)
        .split(/\s+/)
        .some((word) => HIDDEN_CLASS.test(word) || (classes.has(word) && !isUnfolded(element)))
    );
  });
}

/** Whether what the page's styles hide is seen all the same: its own style says so, or it is so long that a script unfolds it. */
function isUnfolded(element: ParsedElement): boolean {
  return (
    /(?:display|visibility)\s{0,9}:\s{0,9}(?!none|hidden)[a-z]/i.test(styleOf(element)) || lettersIn(element) > REMARK
  );
}

/** Characters of the longest remark that somebody hides in a page. */
const REMARK = 1000;

/** How many characters an element shows; found once, as it is asked at every level of a deep page. */
function lettersIn(element: ParsedElement): number {
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

function readableIn(element: ParsedElement): string {
  const texts = element.childNodes.map((node) => {
    if ('value' in node) return node.value;
    return isElement(node) && !LEFT_OUT.has(node.tagName) && !isRemark(node) ? readableIn(node) : '';
  });
  return texts.join('');
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
}

/** What is seen of an element's children. */
function visible(element: ParsedElement, seen: Seen): ElementContent[] {
  const children: ElementContent[] = [];
  for (const node of element.childNodes) {
    if ('value' in node)
      for (const line of seen.keep ? brokenLines(node.value) : [textNode(squeezed(node.value))]) children.push(line);
    if (!isElement(node)) continue;
    if (isRemark(node)) tellRemark(node, seen.tally);
    else if (isHidden(node, seen)) tellHidden(node, seen.tally);
    else if (node.tagName === 'math') children.push(textNode(mathText(node)));
    else if (node.tagName === 'input') children.push(...tickBox(node));
    else if (FRAMES.has(node.tagName)) children.push(...framed(node, seen));
    else if (!LEFT_OUT.has(node.tagName) || isHead(node)) {
      const tagName = node.tagName === 'center' || node.tagName === 'frameset' ? 'div' : node.tagName;
      const said = saidOf(node, seen.styles);
      const keep = said.get('white-space')?.startsWith('pre') ?? (seen.keep || tagName === 'pre');
      const isQuoted = seen.isQuoted || tagName === 'q';
      const within = visible(node, { ...seen, keep, isQuoted });
      const inside = tagName === 'q' ? quoted(within, seen.isQuoted) : within;
      children.push(newElement(tagName, looking(inside, said), propertiesOf(node, said, seen)));
    }
  }
  return children;
}

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

/** A remark that Word wrote into the page, or the sign in the text that leads to it. */
function isRemark(element: ParsedElement): boolean {
  return /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomtxt)(?=\s|$)/i.test(attribute(element, 'class') ?? '');
}

function tellRemark(element: ParsedElement, tally: Tally | undefined): void {
  if (/msocomtxt/i.test(attribute(element, 'class') ?? '')) tally?.add('comments', readableIn(element));
}

/** Hidden sentences are told of; menus and the like are hidden on every page. */
function tellHidden(element: ParsedElement, tally: Tally | undefined): void {
  const text = readableIn(element);
  if (/[㐀-鿿]{4}[^。；]{0,200}[。；]/.test(text.slice(0, 2000))) tally?.add('hidden', text);
}

/** A box to tick says what was chosen. */
function tickBox(input: ParsedElement): ElementContent[] {
  if (!/^(?:checkbox|radio)$/i.test(attribute(input, 'type') ?? '')) return [];
  return [{ type: 'text', value: attribute(input, 'checked') === undefined ? '☐' : '☑' }];
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
  const { body } = readPage(page.text.replace(/[\ue000-\ue003]/g, ''), {
    address: page.address,
    frames,
    ...(tally && { tally }),
  });
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
