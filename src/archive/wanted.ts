import { titleKey } from '../language/papers.js';
import type { Target } from './targets.js';

/** A search of texts, as a host carries it out. */
export interface Search {
  /** The same for searches that find the same. */
  readonly key: string;
  /** Whether a text may be one that is looked for. */
  isIn(text: string): boolean;
  /** Told before each text is read; waited for. */
  onFile?(): void | Promise<void>;
}

/** Of a title this much has to stand in the text of the paper that bears it. */
const SHOWN = 12;

/**
 * Papers named by number or title, looked for all at once: what a text costs does not grow with their number.
 * @param targets those of other types are left out
 */
export function searchFor(targets: Iterable<Target>): Search {
  // By year and number, the offices before it.
  const offices = new Map<string, Set<string>>();
  const titles = new Set<string>();
  for (const target of targets) {
    if (target.type === 'title') titles.add(titleKey(target.title).slice(0, SHOWN));
    if (target.type !== 'number') continue;
    const [prefix = '', ...number] = target.key.split('/');
    const tail = number.join('/');
    offices.set(tail, (offices.get(tail) ?? new Set()).add(prefix));
  }
  titles.delete('');
  const lengths = [...new Set([...titles].map((title) => title.length))];
  const firsts = new Set([...titles].map((title) => title[0]));
  return {
    key: JSON.stringify([[...offices].map(([tail, names]) => [tail, ...names]), ...titles]),
    isIn: (text) => (offices.size > 0 && holdsNumber(text, offices)) || (titles.size > 0 && holdsTitle(text)),
  };

  function holdsTitle(text: string): boolean {
    const squeezed = titleKey(text);
    for (let at = 0; at < squeezed.length; at++)
      if (firsts.has(squeezed[at]) && lengths.some((length) => titles.has(squeezed.slice(at, at + length))))
        return true;
    return false;
  }
}

/** What follows the office in a number, as `readDocNumber` forgives it. */
const TAIL =
  /(?:[〔［[【（(﹝〈<]((?:19|20)\d{2})[〕］\]】）)﹞〉>]第?|((?:19|20)\d{2})年第?|第)0{0,3}([1-9]\d{0,4})号/g;
const LONGEST_OFFICE = 60;

function holdsNumber(text: string, offices: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (!text.includes('号')) return false;
  const plain = text
    .replace(/[\s　]+/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const { index, 1: bracketed = '', 2: year = bracketed, 3: serial } of plain.matchAll(TAIL)) {
    const names = offices.get(`${year}/${serial}`);
    if (!names) continue;
    for (let length = 0; length <= Math.min(index, LONGEST_OFFICE); length++)
      if (names.has(plain.slice(index - length, index))) return true;
  }
  return false;
}
