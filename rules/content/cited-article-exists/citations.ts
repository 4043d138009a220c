import { type PaperNames, paperNames } from '../../../src/archive/content/paper-names.js';
import type { FactKind } from '../../../src/archive/content.js';
import type { Document } from '../../../src/document/document.js';
import type { Range } from '../../../src/document/range.js';
import { halfWidth, readNumeral } from '../../../src/language/numerals.js';
import { namesInMarks } from '../../../src/language/papers.js';
import { readerOf } from '../../../src/language/traditional.js';

/** An article that a text cites, of a paper it names. */
export interface Citation {
  /** The paper's full name; empty where it is the policy explained. */
  readonly paper: string;
  /** What kind of paper the text calls it (公告), empty where it does not say. */
  readonly kind: string;
  readonly range: Range;
  readonly chapter?: number;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** Articles of policies that explanations cite. */
export const CITATIONS: FactKind<readonly Citation[]> = {
  name: 'citations',
  draw: (document) => (document.kind === 'policy' ? undefined : citationsOf(document)),
  stretches: (citations) => citations.map(({ range }) => ({ at: range, words: '' })),
};

/** The articles and chapters that an interpretation cites, where it is certain of which paper. */
export function citationsOf(document: Document): Citation[] {
  const read = readerOf(document.text);
  const texts = document.units.map(({ text }) => halfWidth(read(text.text)));
  if (!texts.some((text) => /第[^第]{1,20}[条章]/.test(text))) return [];
  const names = paperNames(read(document.title), texts);
  const found: Citation[] = [];
  for (const [index, { text: mapped }] of document.units.entries()) {
    const text = texts[index] ?? '';
    let last: { paper: Paper | null; end: number } = { paper: null, end: -1 };
    for (const match of text.matchAll(CITED)) {
      const end = match.index + match[0].length;
      const joined = last.end >= 0 && match.index - last.end < 5 && JOIN.test(text.slice(last.end, match.index));
      const paper = joined ? last.paper : paperBefore(text, match.index, names);
      last = { paper, end };
      if (paper) found.push({ ...paper, range: mapped.rangeOf(match.index, end), ...numbersOf(match) });
      if (found.length >= MAX_CITATIONS) return found;
    }
  }
  return found;
}

/** Nobody cites more; what would is no text for readers. */
const MAX_CITATIONS = 1000;
/** How far before a citation the name of its paper is looked for, in characters. */
const REACH = 240;

type Paper = Pick<Citation, 'paper' | 'kind'>;

/** Of several numbers (第三、四、六条, 第三至六条) the last, which is the highest. */
const CITED =
  /第 ?([一二两三四五六七八九十百零〇\d]{1,6}) ?章|第 ?(?:[一二两三四五六七八九十百零〇\d]{1,6}[、和及至到—–-]){0,6}([一二两三四五六七八九十百零〇\d]{1,6}) ?条(?!目)(?:第([一二两三四五六七八九十百零〇\d]{1,6})款)?(?:第?[（(]?([一二两三四五六七八九十百零〇\d]{1,6})[）)]?项)?/g;
const JOIN = /^(?:[、,，和及与至到或—-]|以及|直至){1,2}$/;

function numbersOf([, chapter, article, paragraph, item]: RegExpMatchArray): Partial<Citation> {
  const entries = Object.entries({ chapter, article, paragraph, item }).flatMap(([name, written]) => {
    const value = written === undefined ? null : readNumeral(written);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
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

/** 第五条规定…, where no other paper was named before it; 第九条便民措施 is the ninth of a row. */
const BARE =
  /第(?<=(?:^|[，。；：、]|[见按由据照与和])第) ?[^第条章]{1,12}条(?:第|.?规定|明确|要求|所[列述称]|[，。；：和及与的对从至到]|、第|$)/y;
/** A law that needs no marks to be named, and words that lead back to one. */
const OTHER = /法典|(?<!本)条例|上述|[该原旧](?:法|条|办法|规定)|[国省市]家?(?:办法|规定)/;

/** The paper that the words before a citation name; null where they leave it open. */
function paperBefore(text: string, at: number, names: PaperNames): Paper | null {
  const before = text.slice(Math.max(0, at - REACH), at);
  const named = NAMED.exec(before)?.[1] ?? NAMED.exec(before.replace(BRACKET, ''))?.[1];
  if (named !== undefined) return before.search(OLDER) >= 0 ? null : { paper: names.of(named), kind: kindOf(named) };
  const kind = THIS.exec(before)?.[1];
  if (kind !== undefined) return isQuoted(before) ? null : { paper: '', kind };
  const short = names.own.find((name) => before.endsWith(name));
  if (short !== undefined) return { paper: '', kind: kindOf(short) };
  // （第九条） behind a sentence gives the article of the paper explained.
  const others = namesInMarks(before).map(({ name }) => names.of(name));
  const isCounted = COUNTED.test(before) && !others.at(-1);
  BARE.lastIndex = at;
  const isBare = BARE.test(text) && !others.some(Boolean) && !OTHER.test(before.replace(/《[^《》]{0,120}》/g, ''));
  return BRACKET.test(before) || isCounted || isBare ? { paper: '', kind: '' } : null;
}

function kindOf(name: string): string {
  return KIND.exec(name)?.[1] ?? '';
}

/** 本办法 inside a quotation may be another law's own word for itself. */
function isQuoted(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”') && /《[^》]{1,120}》[^“。]{0,40}“[^“]{0,200}$/.test(before);
}
