import { codeAt } from './code-at.js';

/** A name of a paper in 《》, with the place of the name itself. */
export interface PaperName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything in 《》 that may be a paper's name, in order; of names within names the inner ones. */
export function namesInMarks(text: string): PaperName[] {
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

/** The names of papers that a text writes in 《》. One character alone names none. */
export function papersIn(text: string): string[] {
  return namesInMarks(text).flatMap(({ name }) => (name.length > 1 ? [name] : []));
}

const MAX_NAME = 120;
const CLOSING = '》'.charCodeAt(0);

/** 《, 》 or a line feed. */
function endsName(code: number): boolean {
  return code === CLOSING || code === CLOSING - 1 || code === 10;
}

/** The name of the policy in the title of its interpretation; the inner name of 关于发布《…》的公告. Null where none is named. */
export function policyName(title: string): string | null {
  const quoted = /《(.{2,160})》/.exec(title)?.[1];
  return quoted ? (printedPaper(quoted) ?? quoted) : null;
}

/** The paper that a notice brings: 甲办法 of 关于印发《甲办法》的通知. Null where it brings none. */
export function printedPaper(name: string): string | null {
  return PRINTED.exec(name)?.[1] ?? null;
}

const PRINTED = /(?:印发|发布|公布|颁布|转发)[《〈<](.{2,120})[》〉>]的(?:通知|公告|决定|令|通告)$/;

/** True where a name says only what kind of paper it is (《办法》, 《实施细则》): unless defined otherwise, it means the one explained. */
export function isGenericName(name: string): boolean {
  return GENERIC.test(name);
}

const GENERIC =
  /^(?:管理|暂行|实施|监管|试行|征管|复议|程序|裁量|若干)?(?:办法|规定|公告|通知|意见|方案|决定|条例|指南|细则|指引|规则|措施|标准|目录|规划|计划|制度|基准|政策|若干措施|实施细则)(?:（[一二三四五]）)?$/;

/** The short names that a text gives to papers, with the full ones: 《全称》（…以下简称《简称》）. */
export function shortNamesIn(text: string): { readonly name: string; readonly short: string }[] {
  return [...text.matchAll(DEFINED)].map(([, name = '', quoted, plain]) => ({ name, short: quoted ?? plain ?? '' }));
}

const DEFINED =
  /《([^《》\n]{2,120})》(?:[（(][^（）()\n]{0,80}?|[，,])(?:以下|下文|下称|以下统)?简?称为?[“"‘「]{0,2}(?:《([^《》\n]{1,40})》|([^《》“”"「」（）()，。\n]{1,24}))/g;

/** Titles are the same whatever the blanks, quotation marks and book-title marks around and in them. */
export function titleKey(title: string): string {
  return title.replace(/[\s　《》〈〉“”"'‘’]/g, '');
}

/** True where two names are one paper's: one may leave out who issued it, or say that it was printed with a notice. */
export function isSamePaper(a: string, b: string): boolean {
  const [one, other] = [coreOf(a), coreOf(b)];
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.endsWith(other) || other.endsWith(one)));
}

/** What a name comes down to, without a notice around it and without 试行 behind it. */
function coreOf(name: string): string {
  return titleKey(printedPaper(name) ?? name)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<=办法|规定|细则|条例|方案|意见)的(?:公告|通知|通告)$/, '')
    .replace(/（(?:试行|暂行|修订|修正)）$/, '');
}
