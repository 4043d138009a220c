import type { Link, Unit } from './document.js';
import type { FrontMatter, FrontMatterNode } from './front-matter.js';

/** Front matter keys whose values lead to other files. */
const LINK_KEYS = ['policy', 'interpretations', 'explanation-meeting', 'revises'];

/** An address in running text. Chinese text and marks end it, as nobody types blanks around addresses in Chinese. */
const BARE_URL = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{3,2000}/g;

/** The links that front matter holds: paths, URLs or document numbers. @param guessed keys that nobody has checked */
export function frontMatterLinks(frontMatter: FrontMatter, guessed: readonly string[]): Link[] {
  return frontMatter.entries
    .filter((entry) => LINK_KEYS.includes(entry.key))
    .flatMap((entry) =>
      scalarsOf(entry.node).map(({ value, range }) => ({
        to: value,
        type: 'front-matter' as const,
        text: '',
        range,
        key: entry.key,
        ...(guessed.includes(entry.key) ? { guessed: true as const } : {}),
      })),
    );
}

/** Addresses in running text that are not part of a link already. */
export function bareLinks(units: readonly Unit[], known: readonly Link[]): Link[] {
  const taken = new Set(known.map((link) => link.to));
  const places = new Set(known.map((link) => link.range.start));
  const found: Link[] = [];
  for (const { text, type } of units) {
    if (type === 'code' || !text.text.includes('://')) continue;
    for (const match of text.text.matchAll(BARE_URL)) {
      const to = match[0].replace(/[.,;:!?'()\]]{1,9}$/, '');
      const range = text.rangeOf(match.index, match.index + to.length);
      if (!taken.has(to) && !places.has(range.start)) found.push({ to, type: 'url', text: '', range });
    }
  }
  return found;
}

/** What anchors leave out, as ranges: the Unicode classes would take a millisecond to compile at every start. */
const PUNCTUATION =
  /[!-,./:-@[-^`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030-\u3037\u303d-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3e\uff40\uff5b-\uff65]/g;

/** Fragments under which headings can be linked, as code hosts make them: lower case, blanks to hyphens, punctuation dropped, repeats numbered. */
export function headingAnchors(units: readonly Unit[]): string[] {
  const seen = new Map<string, number>();
  const anchors: string[] = [];
  for (const unit of units) {
    if (unit.type !== 'heading') continue;
    const { text } = unit.text;
    const slug = slugOf(text);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.push(times === 0 ? slug : `${slug}-${times}`);
  }
  return anchors;
}

function slugOf(heading: string): string {
  return heading.toLowerCase().replace(PUNCTUATION, '').replace(/ /g, '-');
}

function scalarsOf(node: FrontMatterNode): { value: string; range: FrontMatterNode['range'] }[] {
  if (node.type === 'list') return node.items.flatMap(scalarsOf);
  if (node.type === 'map' || node.value === null || typeof node.value === 'boolean') return [];
  return [{ value: String(node.value), range: node.range }];
}
