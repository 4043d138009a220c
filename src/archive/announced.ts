import type { LinkFact } from './facts.js';

/** A link out of the archive cannot be looked up; what it says of itself tells whether it leads to the policy explained. */
export function announcesPolicy(link: LinkFact, title: string): boolean {
  if (/原文|政策文件|文件全文|文件链接|政策链接|相关文件|政策原件/.test(link.says)) return true;
  const named = /《([^《》]{2,120})》/.exec(link.says)?.[1];
  return named !== undefined && title.includes(named);
}

/** True where a link out of the archive says that it leads to an interpretation. */
export function announcesInterpretation(link: LinkFact): boolean {
  return /解读|图解|读懂|问答|答问|说明会|吹风会/.test(link.says);
}
