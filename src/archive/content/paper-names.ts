import { policyName } from '../../elements/policy-name.js';
import { titleKey } from '../index.js';
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
    for (const [, name = '', quoted, plain] of text.matchAll(DEFINED)) {
      const short = quoted ?? plain ?? '';
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
      if (name === written && GENERIC.test(written)) return '';
      return isOwn(name) ? '' : name;
    },
    own: [...full].filter(([, name]) => isOwn(name)).map(([short]) => short),
  };
}

/** True where two names are one paper's: one may leave out who issued it, or say that it was printed with a notice. */
export function isSamePaper(a: string, b: string): boolean {
  const [one, other] = [coreOf(a), coreOf(b)];
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.endsWith(other) || other.endsWith(one)));
}

/** 关于印发《甲办法》的通知 → 甲办法 */
function coreOf(name: string): string {
  const printed = /(?:印发|发布|公布|颁布|转发)[《〈<](.{2,120})[》〉>]的(?:通知|公告|决定|令|通告)$/.exec(name)?.[1];
  return titleKey(printed ?? name)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<=办法|规定|细则|条例|方案|意见)的(?:公告|通知|通告)$/, '')
    .replace(/（(?:试行|暂行|修订|修正)）$/, '');
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

/** 《全称》（…以下简称《简称》） */
const DEFINED =
  /《([^《》\n]{2,120})》(?:[（(][^（）()\n]{0,80}?|[，,])(?:以下|下文|下称|以下统)?简?称为?[“"‘「]{0,2}(?:《([^《》\n]{1,40})》|([^《》“”"「」（）()，。\n]{1,24}))/g;

/** Names that say only what kind of paper it is: unless defined otherwise they mean the one explained. */
const GENERIC =
  /^(?:管理|暂行|实施|监管|试行|征管|程序|若干)?(?:办法|规定|公告|通知|意见|方案|决定|条例|指南|细则|指引|规则|措施|标准|目录|规划|计划|制度|基准|政策)(?:（[一二三四五]）)?$/;
