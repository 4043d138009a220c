import { docNumbersIn } from '../language/doc-number.js';
import { papersIn } from '../language/papers.js';
import type { LinkFact } from './facts.js';

const ORIGINAL = /原文|全文|政策文件|文件链接|政策链接|相关文件|政策原件/;

/** Papers of higher standing, which an interpretation cites and does not explain. */
const SUPERIOR = /^(?:中华人民共和国|中共中央|国务院|全国)|(?<!办)法$/;

/**
 * True where a link says of itself that it leads to the policy explained; its target cannot be read (a web address, a
 * PDF) or is not there.
 * @param title of the document the link stands in
 */
export function announcesPolicy(link: LinkFact, title: string): boolean {
  if (ORIGINAL.test(link.says) || ORIGINAL.test(link.label ?? '')) return true;
  if (docNumbersIn(link.says).length > 0) return true;
  const explained = papersIn(title);
  if (explained.length > 0)
    return explained.some(
      (name) => link.says.includes(name) || papersIn(link.says).some((said) => name.includes(said)),
    );
  return papersIn(link.says).some((name) => !SUPERIOR.test(name));
}

/** The same for a link that leads to an interpretation. */
export function announcesInterpretation(link: LinkFact): boolean {
  return EXPLAINS.test(link.says) || (EXPLAINS.test(link.label ?? '') && !OF_OFFICE.test(link.label ?? ''));
}

/** 解读单位：, behind which no interpretation is linked. */
const OF_OFFICE = /(?:单位|机关|部门|科室|人|电话)$/;

/** Words by which a paper says that it explains another. */
export const EXPLAINS = /解[读讀]|[图圖]解|[读讀看]懂|[问問]答|答[问問]|答[记記]者|说明会|吹风会|发布会/;
