import { isGenericName, isSamePaper, policyName, shortNamesIn, titleKey } from '../../language/papers.js';
import { areSimilar } from '../similar.js';

/** How an interpretation names the papers it speaks of. */
export interface PaperNames {
  /**
   * The full name of a paper written in 《》, by which it can be known elsewhere; empty where it is the policy explained.
   * @param written without its marks
   */
  of(written: string): string;
  /** Short names of the policy explained, as written. */
  readonly own: readonly string[];
}

/**
 * Reads from an interpretation which paper each name means: from its title, and from 以下简称.
 * @param texts the document's lines
 */
export function paperNames(title: string, texts: readonly string[]): PaperNames {
  const full = new Map<string, string>();
  let first: string | null = null;
  for (const text of texts) {
    for (const { name, short } of shortNamesIn(text)) {
      if (!full.has(titleKey(short))) full.set(titleKey(short), name);
      first ??= name;
    }
  }
  const explained =
    explainedBy(title) ??
    (first !== null && !/《/.test(title) && areSimilar(titleKey(first), titleKey(title)) ? first : null);
  const isOwn = (name: string) => explained !== null && isSamePaper(name, explained);
  return {
    of(written) {
      const name = full.get(titleKey(written)) ?? written;
      if (name === written && isGenericName(written)) return '';
      return isOwn(name) ? '' : name;
    },
    own: [...full].filter(([, name]) => isOwn(name)).map(([short]) => short),
  };
}

/** The paper that a title says it explains; in 关于执行《甲目录》有关事项的公告解读 that is not 甲目录. */
function explainedBy(title: string): string | null {
  const name = policyName(title);
  if (!name) return null;
  const at = title.lastIndexOf(name);
  const within = /^[》〉][^《》]{0,12}(?:的|事项|事宜|问题|工作)的?(?:公告|通知|决定|意见|通告|批复)/.test(
    title.slice(at + name.length),
  );
  return within && !/(?:印发|发布|公布|颁布)[《〈]$/.test(title.slice(0, at)) ? null : name;
}
