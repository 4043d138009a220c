import type { Figure } from '../../language/figures.js';
import type { PaperNames } from './paper-names.js';

/** What a figure is said of. */
export interface Statement {
  /** The paper of which it is stated: empty for the policy explained, absent where the sentence names none. */
  readonly paper?: string;
  /** Of a date: when the policy takes effect or was issued. Of a document number: the policy's own. */
  readonly role?: 'effect' | 'issue' | 'own-number';
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
    return isOlder(lead, tail) ? null : statementOf(figure, lead, tail, names);
  });
  return { statements, inCase };
}

/** What a policy's date is: 自…起施行, or the date it is signed with. */
export function signedRole({ measure, before, after }: { measure: string; before: string; after: string }): Statement {
  if (measure !== 'date') return {};
  if (isEffect(before, after)) return { role: 'effect' };
  return /^[^，；自于至在按前]{0,28}$/.test(before) && !/^[前起至以内之]/.test(after) ? { role: 'issue' } : {};
}

/** How far in its sentence a figure's words are looked for, in characters. */
const REACH = 200;

/** Opens a case or an example. */
const CASE =
  /举例|例如|比如|譬如|假设|假如|案例|例[一二三四五\d][：:]|以.{1,12}为例|[张王李赵刘陈][某先女]|某(?:企业|公司|单位|人|市民|家庭|地|项目)|小[张王李明]/;
/** Comes back from it to the rules. */
const RESUMED =
  /^[\s]{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五]是|《|本(?:办法|公告|规定|通知)|同时|此外|另外)/;

/** Values that the policy does away with: 由A提高到B, 原A, 与旧办法的A相比. */
function isOlder(lead: string, tail: string): boolean {
  return (
    OLDER.test(lead) ||
    (/(?:由|从|将|把)[^，。；由从]{0,24}$/.test(lead) && CHANGED.test(tail)) ||
    /^[^，。；]{0,4}(?:修改|调整|变更|更改|改|缩短|压缩|延长|提高|降低|下调|上调|增加|减少|扩大|缩减|简化|提升)(?:为|至|到)/.test(
      tail,
    )
  );
}

const OLDER =
  /(?:原(?!则|产|材|料|件|因|籍|始)[^，。；]{0,10}|现行[^，。；]{0,10}|此前|以往|过去|以前|旧(?!件)|之前|上一版本?|修订前|调整前)[^，。；]{0,14}$/;
const CHANGED =
  /^[^，。；]{0,12}?(?:修改|调整|变更|更改|变|改|缩短|压缩|延长|提高|降低|下调|上调|增加|增|减|减少|扩大|扩展|缩减|简化|提升|降)(?:为|至|到|成)/;

function statementOf({ measure }: Figure, lead: string, tail: string, names: PaperNames): Statement {
  const named = paperIn(lead, names);
  if (measure === 'date') {
    if (isEffect(lead, tail)) return { ...(named === undefined ? {} : { paper: named }), role: 'effect' };
    const issued = ISSUED.exec(tail);
    const paper = issued ? (issued[1] === undefined ? undefined : names.of(issued[1])) : named;
    return { ...(paper === undefined ? {} : { paper }), ...(issued ? { role: 'issue' as const } : {}) };
  }
  if (measure === 'paper' && isOwnNumber(lead, named)) return { paper: '', role: 'own-number' };
  return named === undefined ? {} : { paper: named };
}

const ISSUED = /^[，,]?[^。；，《]{0,40}(?:发布|公布|印发|出台)了?(?:[^。；，《]{0,30}《([^《》\n]{1,120})》?)?/;

function isEffect(lead: string, tail: string): boolean {
  return /(?:自|从|于|将于)$/.test(lead) && /^(?:零时)?起?(?:正式)?(?:施行|实施|执行|生效|实行)(?!的)/.test(tail);
}

/** 《甲办法》（令第3号 gives the number of 甲办法, as 发布了2024年第3号公告 does where no paper is named. */
function isOwnNumber(lead: string, named: string | undefined): boolean {
  const issuer = '(?:[^，。；《》（）()第\\d]{0,16})$';
  if (named === '') return new RegExp(`》[（(]${issuer}`).test(lead);
  return named === undefined && /(?:发布|公布|印发|出台)了?(?:公告|通知)?$/.test(lead);
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
