import type { Element, ElementContent } from 'hast';
import { holdsArticle, isDisclaimer, isPageLine, opensTail, standsAround } from './boilerplate.js';
import { labelRows } from './info-table.js';
import { classAndId, elementsOf, isElement, isInline, squeeze, textOf } from './nodes.js';

/**
 * Picks the article out of a page: the smallest part that holds all of its running text. Names that content systems give count where the
 * part they name holds most of the text; otherwise the text alone decides, so that no site has to be known.
 * @param leave told the sentences of the page that are not in it
 * @returns the part, what surrounds an article taken out of it
 */
export function articleOf(body: Element, leave: (line: string) => void): Element {
  const prose = proseOf(body);
  const named = [...elementsOf(body)].filter(
    (element) => holdsArticle(classAndId(element)) && share(prose, element, body) >= 0.6,
  );
  const inner = named.at(-1);
  const article = inner ? withAppendix(inner, body) : descend(body, prose);
  const found = { ...article, properties: {}, children: pruned(article, article, prose) };
  const kept = new Set<ElementContent>(leavesOf(found));
  for (const leaf of leavesOf(body)) if (!kept.has(leaf) && isSentence(textOf(leaf))) leave(textOf(leaf));
  return found;
}

/** What stands in lines, outside of tables of links and the like. */
function leavesOf(element: Element): ElementContent[] {
  return element.children.flatMap((child) => (!isElement(child) || isInline(child) ? [child] : leavesOf(child)));
}

function isSentence(text: string): boolean {
  return /[㐀-鿿]{4}[^。]{0,200}。/.test(text) && !isPageLine(text) && !isDisclaimer(squeeze(text));
}

/** Running text below each element: its length without links, labels and what the page says of itself. */
type Prose = ReadonlyMap<Element, number>;

function share(prose: Prose, part: Element, whole: Element): number {
  return (prose.get(part) ?? 0) / Math.max(1, prose.get(whole) ?? 0);
}

function proseOf(body: Element): Prose {
  const raw = new Map<Element, number>();
  measure(body, raw, () => false);
  const whole = Math.max(1, raw.get(body) ?? 0);
  const prose = new Map<Element, number>();
  // A name tells that something surrounds the article only where it does not hold the text: whole pages stand in `#header-fixed`.
  // What a box says of the paper is none of its text, however long the titles in it.
  measure(
    body,
    prose,
    (element) =>
      (standsAround(classAndId(element)) && (raw.get(element) ?? 0) < 0.3 * whole) ||
      (labelRows(element).length > 0 && !/。/.test(textOf(element))),
  );
  return prose;
}

function measure(element: Element, into: Map<Element, number>, skip: (element: Element) => boolean): number {
  let total = 0;
  if (!['nav', 'footer', 'aside', 'a'].includes(element.tagName) && !skip(element)) {
    if (isInline(element) || element.children.every(isInline)) total = weight(element);
    else
      for (const child of element.children)
        total += isElement(child) && !isInline(child) ? measure(child, into, skip) : weight(child);
  }
  into.set(element, total);
  return total;
}

/** A line without links: sentences count in full, scraps hardly. */
function weight(line: ElementContent): number {
  const text = squeeze(isElement(line) ? withoutLinks(line) : textOf(line));
  if (text === '' || isPageLine(text) || isDisclaimer(text)) return 0;
  return /[，。；：、？！”》]/.test(text) || text.length >= 20 ? text.length : text.length / 4;
}

export function withoutLinks(element: Element): string {
  return element.children
    .map((child) =>
      isElement(child) ? (child.tagName === 'a' ? '' : withoutLinks(child)) : child.type === 'text' ? child.value : '',
    )
    .join('');
}

/** A part that is named as the text, or what is around it where files to download stand below it. */
function withAppendix(part: Element, body: Element): Element {
  let inner = part;
  for (let level = 0; level < 3; level++) {
    const parent = [...elementsOf(body)].find(({ children }) => children.includes(inner));
    if (!parent || parent === body) break;
    if (parent.children.slice(parent.children.indexOf(inner) + 1).some((below) => isAppendix(below, inner)))
      return parent;
    inner = parent;
  }
  return part;
}

/** Goes down while nothing but surroundings is lost. */
function descend(from: Element, prose: Prose): Element {
  const parts = from.children.filter(isElement);
  const best = parts.reduce<Element | undefined>(
    (most, part) => ((prose.get(part) ?? 0) > (most ? (prose.get(most) ?? 0) : 0) ? part : most),
    undefined,
  );
  if (!best || !isContainer(best) || share(prose, best, from) < 0.6) return from;
  const after = from.children.indexOf(best);
  const loses = from.children.some(
    (part, i) => part !== best && (isArticleLike(part, prose) || (i > after && isAppendix(part, best))),
  );
  return loses ? from : descend(best, prose);
}

const CONTAINERS = new Set(
  'div section article main center form table tbody tr td font span b strong ul li dl dd body'.split(' '),
);

function isContainer(element: Element): boolean {
  if (!CONTAINERS.has(element.tagName) || isDataTable(element)) return false;
  return element.children.some((child) => isElement(child) && (!isInline(child) || child.tagName === 'br'));
}

/** A table of data is the article's; one of layout has a cell with most of the text. */
function isDataTable(element: Element): boolean {
  if (element.tagName !== 'table') return false;
  const cells = [...elementsOf(element)].filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  return (
    cells.length > 3 &&
    !cells.some((cell) => cell.children.filter((child) => isElement(child) && !isInline(child)).length > 3)
  );
}

function isArticleLike(part: ElementContent, prose: Prose): boolean {
  if (!isElement(part)) return part.type === 'text' && weight(part) >= 20;
  if (isSurrounding(part) || labelRows(part).length > 0) return false;
  return (prose.get(part) ?? (isInline(part) ? weight(part) : 0)) >= 40;
}

/** Files to download, notes to the text, or a line that leads on, below it. */
function isAppendix(part: ElementContent, above: Element): boolean {
  if (!isElement(part) || isSurrounding(part) || isLinkList(part)) return false;
  if (leadsToFile(part)) return true;
  const text = squeeze(textOf(part));
  const ids = new Set<unknown>([...elementsOf(part)].flatMap(({ properties: { id } }) => id ?? []));
  if (ids.size > 0 && text !== '' && [...elementsOf(above)].some(({ properties }) => ids.has(properties.anchor)))
    return true;
  const links = [...elementsOf(part)].filter(({ tagName, properties }) => tagName === 'a' && properties.href);
  return (
    links.length === 1 &&
    part.tagName === 'p' &&
    squeeze(withoutLinks(part)).length >= 2 &&
    !isPageLine(text) &&
    !opensTail(text)
  );
}

function isSurrounding(element: Element): boolean {
  return ['nav', 'footer', 'aside'].includes(element.tagName) || standsAround(classAndId(element));
}

/** The children of a part without what surrounds an article. */
function pruned(element: Element, article: Element, prose: Prose): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (isInline(child)) return [child];
    const little = (prose.get(child) ?? 0) < 0.3 * (prose.get(article) ?? 0);
    if (little && (isSurrounding(child) || isLinkList(child) || labelRows(child).length > 2)) return [];
    return [{ ...child, children: pruned(child, article, prose) }];
  });
}

/** A block of links to other pages: nothing but links, three or more, none of which is a file to download. */
function isLinkList(element: Element): boolean {
  const links = [...elementsOf(element)].filter(({ tagName }) => tagName === 'a');
  if (links.length < 3 || leadsToFile(element)) return false;
  const linked = links.reduce((sum, link) => sum + squeeze(textOf(link)).length, 0);
  return linked >= 0.75 * squeeze(textOf(element)).length && !/[：:，。；]/.test(withoutLinks(element));
}

/** Whether a link in an element leads to a file to download, by its address or, where a program gives the file out, by its words. */
export function leadsToFile(element: Element): boolean {
  for (const one of elementsOf(element)) {
    const to = one.properties.href ?? one.properties.lostHref;
    if (to !== undefined && (FILE.test(String(to)) || FILE.test(squeeze(textOf(one))))) return true;
  }
  return false;
}

const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|mp[34]|ceb)(?:[?#&（(【[]|$)/i;
