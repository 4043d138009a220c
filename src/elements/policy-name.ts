import { codeAt } from '../language/code-at.js';
/** A name of a paper in 《》, with the place of the name itself. */
export interface PaperName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything in 《》 that may be a paper's name, in order. */
export function paperNames(text: string): PaperName[] {
  const names: PaperName[] = [];
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const start = open + 1;
    const limit = Math.min(text.length, start + MAX_NAME);
    let end = start;
    while (end < limit && !endsName(codeAt(text, end))) end++;
    if (end > start && text.charCodeAt(end) === CLOSING) names.push({ name: text.slice(start, end), start, end });
  }
  return names;
}

const MAX_NAME = 120;
const CLOSING = '》'.charCodeAt(0);

/** 《, 》 or a line feed. */
function endsName(code: number): boolean {
  return code === CLOSING || code === CLOSING - 1 || code === 10;
}

/**
 * The names under which a document speaks of the policy it explains: its title in full, and short names such as 《办法》.
 * Where the title names no paper, the first paper that gets a short name is taken for the one explained.
 * @param title the document's title, normalized
 * @param text the document's text, normalized, names of papers left in
 * @param names those in the text
 */
export function ownNames(title: string, text: string, names = paperNames(text)): ReadonlySet<string> {
  const own = new Set<string>();
  const full = policyName(title);
  if (full) own.add(full);
  const others = new Set<string>();
  let first = !full;
  let from = 0;
  for (const { name, start, end } of names) {
    if (name.length < 2 || start <= from) continue;
    DEFINED.lastIndex = end;
    const short = DEFINED.exec(text)?.[1];
    if (!short) continue;
    // A short name in 《》 is not looked at again.
    from = DEFINED.lastIndex;
    if (
      first ||
      own.has(name) ||
      (full && (full.includes(name) || name.includes(full)) && !isRevisedPaper(full, name))
    ) {
      own.add(name);
      own.add(short);
    } else others.add(short);
    first = false;
  }
  for (const { name } of names) if (GENERIC.test(name) && !others.has(name)) own.add(name);
  return own;
}

/** The name of the policy in the title of its interpretation; the inner name of 关于发布《…》的公告. Null where none is named. */
export function policyName(title: string): string | null {
  const quoted = /《(.{2,160})》/.exec(title)?.[1];
  if (!quoted) return null;
  const inner = /(?:发布|公布|印发|颁布)[〈<《](.{2,120})[〉>》]的(?:公告|通知|决定|令)$/.exec(quoted)?.[1];
  return inner ?? quoted;
}

/** 关于修改《甲》的决定: 甲 is the older paper, not the one explained. */
function isRevisedPaper(full: string, name: string): boolean {
  const at = full.indexOf(name);
  return at > 0 && /(?:修改|修订|废止|停止执行)[〈<《]?$/.test(full.slice(0, at));
}

/** What follows a name where a short one is given: 《全称》（…以下简称《简称》） */
const DEFINED = /》(?:（[^（）\n]{0,80}?|，)(?:以下)?简称(?:为)?[“"‘「]?《?([^《》“”"「」（）\n]{1,24})》?/y;

/** Names that say only what kind of paper it is; unless defined otherwise they mean the one explained. */
const GENERIC =
  /^(?:管理|暂行|实施|监管|试行|征管|复议|程序|裁量)?(?:办法|规定|公告|通知|意见|方案|决定|条例|指南|细则|指引|规则|措施|标准|目录|规划|计划|制度|基准|政策|若干措施|实施细则)(?:（[一二三四五]）)?$/;
