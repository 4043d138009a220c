import type { Figure } from '../../language/figures.js';
import type { PaperNames } from './paper-names.js';

/**
 * Of a date: 自…起, 自…起施行, the day of issue, the day a text is signed with. Of a document number: the one given behind a name, 《甲办法》（令第3号,
 * or the one by which the policy is introduced, 发布了2024年第3号公告.
 */
export type Role = 'from' | 'effect' | 'issue' | 'signed' | 'number-of' | 'introduced';

/** What a figure is said of. */
export interface Statement {
  /** The paper of which it is stated: empty for the policy explained, absent where the sentence names none. */
  readonly paper?: string;
  readonly role?: Role;
}

export interface Bearing {
  /** By figure; null where it is no statement about a rule in force. */
  readonly statements: readonly (Statement | null)[];
  /** True where a case was being told at the line's end. */
  readonly inCase: boolean;
}

/**
 * Tells which figures of an interpretation's line may be said of the policy explained, and not of a case or of the older rules.
 * @param before the line before, whose case may go on
 */
export function bearingOf(
  text: string,
  figures: readonly Figure[],
  names: PaperNames,
  before: Bearing | null,
): Bearing {
  let inCase = before?.inCase === true && !/^[#（(一二三四五六七八九十\d【问]/.test(text);
  if (figures.length === 0 && !inCase) return { statements: [], inCase: CASE.test(text.slice(-400)) };
  const sentences = sentencesOf(text).map(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (CASE.test(sentence)) inCase = true;
    else if (inCase && RESUMED.test(sentence)) inCase = false;
    return { start, end, inCase };
  });
  let index = 0;
  const statements = figures.map((figure) => {
    while (figure.start >= (sentences[index]?.end ?? Infinity)) index++;
    const sentence = sentences[index];
    if (!sentence || sentence.inCase) return null;
    const lead = text.slice(Math.max(sentence.start, figure.start - REACH), figure.start);
    const tail = text.slice(figure.end, Math.min(sentence.end, figure.end + REACH));
    return isOlder(lead, tail) || isCounted(figure, lead) ? null : statementOf(figure, lead, tail, names);
  });
  return { statements, inCase };
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
    return name === undefined ? {} : { paper: name, role: 'number-of' };
  }
  if (measure !== 'date') return {};
  const begins = startRole(lead, tail);
  if (begins) return { role: begins };
  if (!SIGNATURE.test(lead) || /^[前起至以内之]/.test(tail)) return {};
  return { role: /^[^，。；]{0,20}(?:公布|发布|印发)/.test(tail) ? 'issue' : 'signed' };
}

/** Nothing but who signs stands between the last sentence and the date. */
const SIGNATURE = /(?:^|[。；！？])[^，。；！？自于至在按前]{0,28}$/;
/** 公告2020年第53号（关于…的公告） */
const NAMED_BEHIND = /^(?:公告)?[（(]《?(关于[^（）()《》，。]{4,100})/;

/** How far in its sentence a figure's words are looked for, in characters. */
const REACH = 200;

/** Opens a case or an example. */
const CASE =
  /举[^，。；]{0,4}例|例如|比如|譬如|假设|假如|假定|案例|例[一二三四五\d][：:]|以[^，。；]{1,40}为例|[张王李赵刘陈杨周吴](?:某|先生|女士|大[爷妈伯]|阿姨|师傅)|某(?:企业|公司|单位|人|市民|家庭|地|项目|村|户)|小[张王李明陈刘赵杨周吴红华林]/;
/** Comes back from it to the rules. */
const RESUMED =
  /^[\s]{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五]是|《|本(?:办法|公告|规定|通知)|同时|此外|另外)/;

/** Values that the policy does away with: 由A提高到B, 将A改为B, 原A. */
function isOlder(lead: string, tail: string): boolean {
  if (OLDER.test(lead)) return true;
  if (/(?:由|从)[^，。；由从]{0,24}$/.test(lead) && /^[^，。；]{0,8}?[\u4e00-\u9fff]{2,6}[为至到成]/.test(tail))
    return true;
  return /(?:将|把)[^，。；]{0,24}$/.test(lead) ? CHANGED.test(tail) : /^”?(?:修|更|调|变)?[改整更][为至到]/.test(tail);
}

const OLDER =
  /(?:原(?!则|产|材|料|件|因|籍|始)[^，。；]{0,6}|现行[^，。；]{0,20}|(?:此前|以往|过去|以前|之前)[的由是为需要按规实执][^，。；]{0,12}|旧(?!件)[^，。；]{0,12}|上一版本?[^，。；]{0,12}|(?:修订|调整)前[^，。；]{0,12})$/;
const CHANGED =
  /^[^，。；]{0,12}?(?:修改|调整|变更|更改|变|改|缩短|压缩|延长|提高|降低|下调|上调|放宽|增加|增|减|减少|扩大|扩展|缩减|简化|提升|降)[为至到成]/;

/** Statistics are the interpretation's own. */
function isCounted({ measure }: Figure, lead: string): boolean {
  return measure !== 'date' && measure !== 'paper' && STATISTICS.test(lead);
}

const STATISTICS =
  /(?:截至|截止到|据统计|据测算|数据显示|调查显示|同比|环比|累计(?:已|共|办理|发放|完成|实现|达)|近年来|去年|上年度?|(?:出台|实施|施行|执行)以来)[^。；]{0,60}$/;

function statementOf({ measure }: Figure, lead: string, tail: string, names: PaperNames): Statement {
  const named = paperIn(lead, names);
  const of = (paper: string | undefined, role: Role | undefined): Statement => ({
    ...(paper === undefined ? {} : { paper }),
    ...(role === undefined ? {} : { role }),
  });
  if (measure === 'date') {
    const start = startRole(lead, tail);
    if (start) return of(named ?? (hasSubject(lead) ? undefined : ''), start);
    const issued = ISSUED.exec(tail);
    return issued ? of(issued[1] === undefined ? undefined : names.of(issued[1]), 'issue') : of(named, undefined);
  }
  if (measure !== 'paper') return of(named, undefined);
  const numbered = NUMBERED.exec(lead)?.[1];
  if (numbered !== undefined) return of(names.of(numbered), 'number-of');
  return named === undefined && INTRODUCED.test(lead) ? of('', 'introduced') : of(named, undefined);
}

const ISSUED = /^[，,]?[^。；，《]{0,40}(?:发布|公布|印发|出台)了?(?:[^。；，《]{0,30}《([^《》\n]{1,120})》?)?/;
/** 《甲办法》（海关总署令 */
const NUMBERED = /《([^《》\n]{1,120})》(?:的(?:公告|通知|决定|通告))?[（(][^，。；《》（）()第\d]{0,20}$/;
const INTRODUCED = /(?:发布|公布|印发|出台)了?(?:公告|通知)?$/;

function startRole(lead: string, tail: string): 'effect' | 'from' | undefined {
  if (!/(?:自|从|于|将于)$/.test(lead)) return undefined;
  if (/^(?:零时)?起?(?:正式)?(?:施行|实施|执行|生效|实行)(?!的)/.test(tail)) return 'effect';
  return /^(?:零时)?起(?!施行的|实施的|执行的)/.test(tail) && /自$/.test(lead) ? 'from' : undefined;
}

/** 自贸协定将自…起: what takes effect is named, and need not be the policy. */
function hasSubject(lead: string): boolean {
  return !/(?:^|[，。；：、）)“\s？！])(?:将|现|并|拟|决定|通知|一律|统一){0,2}(?:自|从|于)$/.test(lead);
}

/** The paper named last before the figure; forms and certificates, in 《》 as well, are none. */
function paperIn(lead: string, names: PaperNames): string | undefined {
  let last: string | undefined;
  for (const [, own, name] of lead.matchAll(
    /(本(?:办法|公告|规定|通知|细则|条例|意见|方案))|《([^《》\n]{1,120})》/g,
  )) {
    if (own) last = '';
    else if (name && !/(?:表|书|证|单|卡|函|册|证明)$/.test(name.replace(/（[^（）]{0,20}）$/, '')))
      last = names.of(name);
  }
  return last;
}

function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[。！？!?]/g)) {
    found.push({ start, end: match.index + 1 });
    start = match.index + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
