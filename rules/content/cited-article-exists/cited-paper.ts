import type { PaperNames } from '../../../src/archive/content/paper-names.js';
import { namesInMarks } from '../../../src/language/papers.js';

/** Of which paper an article is cited. */
export interface CitedPaper {
  /** The paper's full name; empty where it is the policy explained. */
  readonly paper: string;
  /** What kind of paper the text calls it (公告), empty where it does not say. */
  readonly kind: string;
}

/** The paper of which an article is cited; null where the words leave it open. */
export function paperOf(before: string, citation: string, names: PaperNames): CitedPaper | null {
  return paperBefore(before, names) ?? (isBare(before, citation, names) ? { paper: '', kind: '' } : null);
}

/** What papers are called by their kind. */
export const KINDS = /办法|规定|条例|公告|通知|细则|意见|方案|决定|规则|措施|标准|基准|通告/;

/** 《甲办法》（令第3号）第三章 | 第九条 */
const NAMED =
  /《([^《》\n]{1,120})》(?:[（(][^（）()\n]{0,80}[）)])?(?:[在将对的中于，：:新增明确规定]{0,6}|第[一二三四五六七八九十百\d]{1,4}章)$/;
/** 本办法, or 办法 where no name can go on before it. */
const THIS = new RegExp(`(?:本|(?<=[照据按由在和与及对见，。：:；（“]|^))(${KINDS.source})(?:正文|条款)?的?$`);
/** 原《办法》, 修订前的《办法》, 2019年《办法》: the one named last is not the paper explained. */
const OLDER =
  /(?:[原旧老]|(?:修[订改正]|废止)(?:之前|以?前)?的?|(?:19|20)\d{2}年(?:版|制定|印发|发布|施行)?的?)《[^《》]{1,120}》[^《》]{0,90}$/;
const KIND = new RegExp(`(${KINDS.source})(?:（[^（）]{1,6}）)?$`);
/** 共五章八条，详见第六章: where its parts are counted, the policy is meant. */
const COUNTED = /(?:共|分为?|设)(?:有|计)?[一二三四五六七八九十\d]{1,3}章[^。；《》]{0,30}(?:[见在]|其中|，)$/;
const BRACKET = /[（(](?:见|详见|参见|依据|根据|对应|分别见)?$/;

/** The paper that the words before a citation name; null where they leave it open. */
function paperBefore(before: string, names: PaperNames): CitedPaper | null {
  const named = NAMED.exec(before)?.[1] ?? NAMED.exec(before.replace(BRACKET, ''))?.[1];
  if (named !== undefined) return before.search(OLDER) >= 0 ? null : { paper: names.of(named), kind: kindOf(named) };
  const kind = THIS.exec(before)?.[1];
  if (kind !== undefined) return isQuoted(before) ? null : { paper: '', kind };
  const short = names.own.find((name) => before.endsWith(name));
  if (short !== undefined) return { paper: '', kind: kindOf(short) };
  // （第九条） behind a sentence gives the article of the paper explained.
  const last = namesInMarks(before).at(-1);
  const isCounted = COUNTED.test(before) && (last === undefined || names.of(last.name) === '');
  return BRACKET.test(before) || isCounted ? { paper: '', kind: '' } : null;
}

/** 第五条规定…, in a text that has named no paper but the one explained so far. */
function isBare(before: string, citation: string, names: PaperNames): boolean {
  return (
    BARE.before.test(before) &&
    BARE.citation.test(citation) &&
    !OTHER.test(before.replace(/《[^《》]{0,120}》/g, '')) &&
    namesInMarks(before).every(({ name }) => names.of(name) === '')
  );
}

/** 第九条便民措施 is the ninth of a row. */
const BARE = {
  before: /(?:^|[，。；：、]|[见按由据照与和])$/,
  citation: /^第 ?[^第条章]{1,12}条(?:第|[^。]{0,1}规定|明确|要求|所[列述称]|[，。；：和及与的对从至到]|、第|$)/,
};
/** A law that needs no marks to be named, and words that lead back to one. */
const OTHER = /法典|(?<!本)条例|上述|[该原旧](?:法|条|办法|规定)|[国省市]家?(?:办法|规定)/;

function kindOf(name: string): string {
  return KIND.exec(name)?.[1] ?? '';
}

/** 本办法 inside a quotation may be another law's own word for itself. */
function isQuoted(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”') && /《[^》]{1,120}》[^“。]{0,40}“[^“]{0,200}$/.test(before);
}
