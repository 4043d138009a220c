import type { PaperNames } from '../../../src/archive/content/paper-names.js';
import type { Figure } from '../../../src/language/figures.js';

/**
 * Of a date: 自…起, 自…起施行, 有效期至…, the day of issue, the day a text is signed with. Of a document number: the one given behind a name, 《甲办法》（令第3号,
 * or the one by which the policy is introduced, 发布了2024年第3号公告.
 */
export type Role = 'from' | 'effect' | 'until' | 'issue' | 'signed' | 'number-of' | 'introduced';

/** What a figure is said of. */
export interface Statement {
  /** The paper of which it is stated: empty for the policy explained, null where the sentence names none. */
  readonly paper: string | null;
  readonly role: Role | null;
}

/**
 * What a policy says of one of its dates, or of another paper's number.
 * @param text the line in which the figure stands
 */
export function policyStatement({ measure, start, end }: Figure, text: string): Statement {
  const lead = text.slice(Math.max(0, start - REACH), start);
  const tail = text.slice(end, end + REACH);
  if (measure === 'paper') {
    const name = NUMBERED.exec(lead)?.[1] ?? NAMED_BEHIND.exec(tail)?.[1];
    return name === undefined ? NOTHING : { paper: name, role: 'number-of' };
  }
  return measure === 'date' ? { paper: null, role: policyRole(lead, tail) } : NOTHING;
}

const NOTHING: Statement = { paper: null, role: null };

function policyRole(lead: string, tail: string): Role | null {
  const begins = startRole(lead, tail);
  if (begins) return begins;
  if (!SIGNATURE.test(lead) || /^[前起至以内之]/.test(tail)) return null;
  if (/^[^。；]{0,160}(?:废止|修改|修正)/.test(tail)) return null;
  return /^[^，。；]{0,20}(?:公布|发布|印发)/.test(tail) ? 'issue' : 'signed';
}

/** Nothing but who signs stands between the last sentence and the date. */
const SIGNATURE = /(?:^|[。；！？])[^，。；！？自于至在按前]{0,28}$/;
/** 公告2020年第53号（关于…的公告） */
const NAMED_BEHIND = /^(?:公告)?[（(]《?(关于[^（）()《》，。]{4,100})/;

/** How far in its sentence a figure's words are looked for, in characters. */
export const REACH = 200;

/** What an interpretation's figure is said of, by the words of its sentence before and behind it. */
export function statementOf({ measure }: Figure, words: string, tail: string, names: PaperNames): Statement {
  const lead = words.replace(/(?<=[：，。])今年$/, '');
  const paper = paperIn(lead, names);
  if (measure === 'date') {
    const role = startRole(lead, tail);
    if (role) return { paper: paper ?? (hasSubject(lead) ? null : ''), role };
    const issued = ISSUED.exec(tail) ?? NUMBERED_BEHIND.exec(tail);
    if (issued) return { paper: issued[1] === undefined ? null : names.of(issued[1]), role: 'issue' };
  }
  if (measure === 'paper') {
    const numbered = NUMBERED.exec(lead)?.[1];
    if (numbered !== undefined) return { paper: names.of(numbered), role: 'number-of' };
    const isExplained = EXPLAINED.before.test(lead) && EXPLAINED.behind.test(tail);
    if (paper === null && (isExplained || INTRODUCED.test(lead))) return { paper: '', role: 'introduced' };
  }
  return { paper, role: null };
}

/** 2018年4月28日海关总署令第238号: the date of a paper that has a number. */
const NUMBERED_BEHIND = /^[^。；，《\d]{0,16}第?\d{1,5}号/;
const ISSUED = /^[，,]?[^。；，《]{0,40}(?:发布|公布|印发|出台)了?(?:[^。；，《]{0,30}《([^《》\n]{1,120})》?)?/;
/** 《甲办法》（海关总署令 */
const NUMBERED = /《([^《》\n]{1,120})》(?:的(?:公告|通知|决定|通告))?[（(][^，。；《》（）()第\d]{0,20}$/;
const INTRODUCED = /(?:发布|公布|印发|出台)了?(?:公告|通知)?$/;
/** 关于公告2024年第3号的解读 */
const EXPLAINED = {
  before: /^：(?:关于)?[^《》，。：]{0,12}(?:公告|令)$/,
  behind: /^的?(?:政策|内容)?(?:解读|问答|图解|说明)/,
};

/** Words of a policy's taking effect. */
const TAKES_EFFECT = /^(?:零时)?(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效|实行)(?!的)/;

/** 施行日期：, 何时执行？ */
const STARTS =
  /(?:施行|实施|执行|生效)(?:时间|日期)[：:]$|(?:何时|什么时候|几时|哪天)(?:起|开始|正式){0,2}(?:施行|实施|执行|生效)[？?：]{1,2}(?:[^，。；：？]{1,8}：)?$/;

function startRole(lead: string, tail: string): 'effect' | 'from' | 'until' | null {
  if (/(?:有效期限?[为是]?|施行|实行|实施|执行)[^。；]{0,24}(?:至|到)$/.test(lead)) return 'until';
  if (STARTS.test(lead)) return 'effect';
  if (/^起(?:正式)?(?:施行|实施|执行|生效|实行)(?!的)/.test(tail)) return 'effect';
  if (!/(?:自|从|于|将于)$/.test(lead)) return null;
  if (TAKES_EFFECT.test(tail)) return 'effect';
  return /^(?:零时)?起(?!施行的|实施的|执行的)/.test(tail) && /自$/.test(lead) ? 'from' : null;
}

/** 自贸协定将自…起: what takes effect is named, and need not be the policy, as 方案自…起 is. */
function hasSubject(lead: string): boolean {
  return !/(?:^|[，。；：、）)“\s？！])(?:[本该此新]?(?:办法|规定|细则|方案|意见|通知|措施|条例|公告|政策|文件))?(?:将|现|并|拟|决定|通知|一律|统一){0,2}(?:自|从|于)?$/.test(
    lead,
  );
}

/** The paper named last before the figure; forms and certificates, in 《》 as well, are none. */
function paperIn(lead: string, names: PaperNames): string | null {
  let last: string | null = null;
  for (const [, own, name] of lead.matchAll(
    /(本(?:办法|公告|规定|通知|细则|条例|意见|方案))|《([^《》\n]{1,120})》/g,
  )) {
    if (own) last = '';
    else if (name && !/(?:表|书|证|单|卡|函|册|证明)$/.test(name.replace(/（[^（）]{0,20}）$/, '')))
      last = names.of(name);
  }
  return last;
}
