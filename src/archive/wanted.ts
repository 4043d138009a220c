import { withoutLookAlikes } from '../language/look-alikes.js';
import { halfWidth, readNumeral } from '../language/numerals.js';
import { titleKey } from '../language/papers.js';
import { simplify } from '../language/traditional.js';
import type { Target } from './targets.js';

/** A search of texts, as a host carries it out. */
export interface Search {
  /** What makes the same search: see `searchKeyed`. */
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
    if (target.type === 'title') titles.add(titleKey(withoutLookAlikes(target.title)).slice(0, SHOWN));
    if (target.type !== 'number') continue;
    const [prefix = '', ...number] = target.key.split('/');
    const tail = number.join('/');
    offices.set(tail, (offices.get(tail) ?? new Set()).add(prefix));
  }
  titles.delete('');
  return searchKeyed(JSON.stringify([[...offices].map(([tail, names]) => [tail, ...names]), ...titles]));
}

/** A search that was made before. */
export function searchKeyed(key: string): Search {
  const [numbers, ...wanted] = JSON.parse(key) as [[string, ...string[]][], ...string[]];
  const offices = new Map(numbers.map(([tail, ...names]) => [tail, new Set(names)]));
  const titles = new Set(wanted);
  const lengths = [...new Set(wanted.map((title) => title.length))];
  const firsts = new Set(wanted.map((title) => title[0]));
  return {
    key,
    isIn: (text) => (offices.size > 0 && holdsNumber(text, offices)) || (titles.size > 0 && holdsTitle(text)),
  };

  function holdsTitle(text: string): boolean {
    const squeezed = titleKey(withoutLookAlikes(text));
    for (let at = 0; at < squeezed.length; at++)
      if (firsts.has(squeezed[at]) && lengths.some((length) => titles.has(squeezed.slice(at, at + length))))
        return true;
    return false;
  }
}

/** What follows the office in a number, as `readDocNumber` forgives it, and the series behind it (第21号令). */
const TAIL =
  /(?:[〔［[【（(﹝〈<]((?:19|20)\d{2})[〕］\]】）)﹞〉>]第?|((?:19|20)\d{2})年第?|第)0{0,3}([1-9]\d{0,4}|[一二三四五六七八九十][〇零一二三四五六七八九十百]{0,7})[号號](公告|通告|令)?/g;
const LONGEST_OFFICE = 60;

function holdsNumber(text: string, offices: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (!/[号號]/.test(text)) return false;
  const plain = halfWidth(text.replace(/[\s　]+/g, ''));
  for (const { index, 1: bracketed = '', 2: year = bracketed, 3: serial = '', 4: series = '' } of plain.matchAll(
    TAIL,
  )) {
    const names = offices.get(`${year}/${readNumeral(serial)}`);
    if (!names) continue;
    // 令（第21号）
    const end = /[（(]/.test(plain.charAt(index - 1)) ? index - 1 : index;
    const before = simplify(plain.slice(Math.max(0, end - LONGEST_OFFICE), end));
    for (let length = 0; length <= before.length; length++) {
      const office = before.slice(before.length - length);
      if (names.has(office) || (series !== '' && names.has(office + series))) return true;
    }
  }
  return false;
}
