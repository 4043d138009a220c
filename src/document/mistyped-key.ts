import { editDistance } from '../language/suggest.js';
import type { Kind } from './document.js';
import { KEYS } from './vocabulary.js';

/**
 * The key that a site's unknown one is a slip for, in the language it is written in. Site generators and content systems have keys
 * of their own, which are no business of ours: a slip differs by one letter, in a long word by two, or by how its words are
 * joined (`sign_offs`). Cheap: only names of nearly the same length are compared.
 * @param kind the document's kind, whose keys alone may be meant; null where it is not known
 */
export function keyMeant(written: string, kind: Kind | null): string | undefined {
  if (SITE_KEYS.has(written.toLowerCase())) return undefined;
  const name = bare(written);
  return NAMES.find(({ name: known, isFor }) => isFor(kind) && isSlip(name, known))?.written;
}

/** Words next to ours that sites use for something else. */
const SITE_KEYS: ReadonlySet<string> = new Set([
  ...['authors', 'topics', 'channel', 'issue', 'issues', 'publish', 'publisher', 'publishes', 'policies', 'forms'],
  ...['times', 'from', 'places', 'numbers', 'titles', 'subtitle', 'others', 'draft', 'drafts', 'file', 'field'],
  ...['head', 'formats', '成文日期', '签发日期', '公布日期', '颁布日期', '发文日期', '公开日期', '更新日期'],
  ...['发布机关', '文件类型', '发布时间'],
]);

const NAMES = KEYS.flatMap(({ key, chinese, kinds }) => {
  const isFor = (kind: Kind | null) => !kind || !kinds || kinds.includes(kind);
  return [key, chinese].map((written) => ({ written, name: bare(written), isFor }));
});

/** Without case and without what joins words. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function isSlip(name: string, known: string): boolean {
  if (name === known) return true;
  const isLatin = /^[a-z]/.test(known);
  if (Math.abs(name.length - known.length) > 2 || isLatin !== /^[a-z]/.test(name)) return false;
  // Of two or three Chinese characters one may not change: 标题 and 标签 are two words; nor of as short a Latin one.
  if (known.length < (isLatin ? 5 : 4)) return isSwapped(name, known);
  const slips = isLatin && known.length >= 8 ? 2 : 1;
  return editDistance(name, known) <= slips;
}

/** The same characters, two neighbours in each other's place. */
function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && editDistance(a, b) === 1 && [...a].sort().join('') === [...b].sort().join('');
}
