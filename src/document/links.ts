import type { Link, Unit } from './document.js';
import type { FrontMatter, FrontMatterNode } from './front-matter.js';

/** Front matter keys whose values lead to other files. */
const LINK_KEYS = ['policy', 'interpretations', 'explanation-meeting', 'revises'];

/** An address in running text. Chinese text and marks end it, as nobody types blanks around addresses in Chinese. */
const BARE_URL = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{3,2000}/g;

/** The links that front matter holds: paths, URLs or document numbers. */
export function frontMatterLinks(frontMatter: FrontMatter): Link[] {
  return frontMatter.entries
    .filter((entry) => LINK_KEYS.includes(entry.key))
    .flatMap((entry) =>
      scalarsOf(entry.node).map(({ value, range }) => ({
        to: value,
        type: 'front-matter' as const,
        text: '',
        range,
        key: entry.key,
      })),
    );
}

/** Addresses in running text that are not part of a link already. */
export function bareLinks(units: readonly Unit[], known: readonly Link[]): Link[] {
  const taken = new Set(known.map((link) => link.to));
  const found: Link[] = [];
  for (const { text, type } of units) {
    if (type === 'code' || !text.text.includes('://')) continue;
    for (const match of text.text.matchAll(BARE_URL)) {
      const to = match[0].replace(/[.,;:!?'()\]]{1,9}$/, '');
      if (taken.has(to)) continue;
      found.push({ to, type: 'url', text: '', range: text.rangeOf(match.index, match.index + to.length) });
    }
  }
  return found;
}

/** Fragments under which headings can be linked, as code hosts make them: lower case, blanks to hyphens, punctuation dropped, repeats numbered. */
export function headingAnchors(units: readonly Unit[]): string[] {
  const seen = new Map<string, number>();
  const anchors: string[] = [];
  for (const unit of units) {
    if (unit.type !== 'heading') continue;
    const slug = unit.text.text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.push(times === 0 ? slug : `${slug}-${times}`);
  }
  return anchors;
}

function scalarsOf(node: FrontMatterNode): { value: string; range: FrontMatterNode['range'] }[] {
  if (node.type === 'list') return node.items.flatMap(scalarsOf);
  if (node.type === 'map' || node.value === null || typeof node.value === 'boolean') return [];
  return [{ value: String(node.value), range: node.range }];
}
