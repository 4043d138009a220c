import { simplify } from '../language/traditional.js';
import { squeeze } from './nodes.js';

/** What stands before and after a paper's name in the title of what explains it. */
const BEFORE = /^(?:【[^】]{1,12}】|(?:政策|公告|文件|一图)?(?:解读|图解|读懂)(?:[：:—–\-|｜]{1,3}|(?=《|关于)))+/;
const AFTER =
  /(?:的|》)?(?:政策|文件)?(?:解读(?:宣传|工作|实施)?(?:方案)?|图解|[一二三四五六七八九十百]{0,3}问[与一二三四五六七八九十百]{0,3}答|答记者问|答问|起草说明|政策说明|说明|(?:政策)?(?:说明会|吹风会|发布会).{0,8})(?:材料|来啦|(?:[：:—–-]|之).{1,20})?$/;
const PAPER_NOUN =
  /(?:通知|意见|办法|规定|细则|公告|方案|规划|条例|措施|计划|目录|标准|制度|决定|清单)(?:[（(][^（()）]{1,12}[）)])?$/;

/**
 * The name of the paper that a title is about, without what is said of it: 《云溪市办法》政策解读 → 云溪市办法. Of a title that goes on behind
 * 《》 to name a paper (关于执行《目录》有关事项的公告) the whole is the name, and not sure.
 * @returns null where none is named
 */
export function namedPaper(title: string): { readonly name: string; readonly sure: boolean } | null {
  const written = title.trim();
  const simple = simplify(written);
  const marked = /《((?:[^《》]|《[^《》]*》){4,120})》/.exec(written);
  const from = BEFORE.exec(simple)?.[0].length ?? 0;
  const rest = simple.slice(from).replace(AFTER, (whole) => (whole.startsWith('》') ? '》' : ''));
  const goesOn = PAPER_NOUN.test(squeeze(rest)) && !/[》]$/.test(rest) && !/(?:印发|发布|公布|下发)《/.test(rest);
  if (marked?.[1] && (!goesOn || /^的?(?:通知|公告|决定)$/.test(rest.slice(rest.lastIndexOf('》') + 1))))
    return { name: marked[1], sure: true };
  const bare = written
    .slice(from, from + rest.length)
    .replace(/^关于(?=.{0,4}《)/, '')
    .trim();
  return goesOn && bare.length >= 6 ? { name: bare, sure: false } : null;
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
  const [a, b] = [core(namedPaper(one)?.name ?? one), core(namedPaper(other)?.name ?? other)];
  return a.length >= 6 && b.length >= 6 && (a.includes(b) || b.includes(a));
}
