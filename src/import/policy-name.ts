import { simplify } from '../language/traditional.js';
import { squeeze } from './nodes.js';

/** The name of the paper that a title is about, without 《》 and what is said of it: 《云溪市办法》政策解读 → 云溪市办法. Empty where none is named. */
export function namedPaper(title: string): string {
  const text = squeeze(title);
  const marked = /《((?:[^《》]|《[^《》]*》){4,120})》/.exec(text)?.[1];
  if (marked) return marked;
  const bare =
    /^(?:一图读懂|图解|关于|对)?[：:]?(.{6,80}?)(?:的?(?:政策)?(?:解读|解讀|图解|问答|答记者问|起草说明|政策说明))/.exec(
      text,
    )?.[1] ?? '';
  return /(?:通知|意见|办法|规定|细则|公告|方案|规划|条例|措施|计划|标准|制度)(?:[（(][^（()）]{1,12}[）)])?$/.test(
    bare,
  )
    ? bare
    : '';
}

/** What a name comes down to: without the issuing office, 关于印发 … 的通知 and remarks in brackets. */
export function core(name: string): string {
  const text = simplify(squeeze(name)).replace(/[《》〈〉“”"]/g, '');
  const issued = /印发(?:.{0,2})?(.{4,100}?)的?(?:通知|函)(?:[（(].{1,12}[）)])?$/.exec(text)?.[1];
  return (issued ?? text.replace(/^.{2,40}?关于/, ''))
    .replace(/[（(].{1,12}[）)]$/, '')
    .replace(/的(?:通知|公告|通告|意见)$/, '');
}

/** Whether two titles speak of one paper: the shorter's core stands in the other. */
export function sharesName(one: string, other: string): boolean {
  const [a, b] = [core(namedPaper(one) || one), core(namedPaper(other) || other)];
  return a.length >= 6 && b.length >= 6 && (a.includes(b) || b.includes(a));
}
