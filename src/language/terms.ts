import { administrativeTerms, COMMON_ABBREVIATIONS, COMMON_SLOGANS } from './administrative-terms.js';

export type TermKind = 'term' | 'abbreviation' | 'slogan';

/** A term of art in a text and the places where it is used. */
export interface TermUse {
  readonly term: string;
  readonly kind: TermKind;
  /** How few readers know it, 2 or 3. */
  readonly weight: number;
  /** Offsets in the text, ascending. */
  readonly at: readonly number[];
}

/**
 * The terms of art that a text uses and does not explain: words of the dictionary, Latin abbreviations, numeric slogans in
 * quotation marks. What stands in 《》 is a name and no use.
 * @param text lines joined by `\n`
 * @param glossary text under headings that promise explanations; a term in it is explained
 */
export function unexplainedTerms(text: string, glossary: string): TermUse[] {
  const body = text.replace(/《[^《》\n]{0,200}》/g, (title) => '\0'.repeat(title.length));
  const candidates = [...dictionaryTerms(body), ...abbreviations(body), ...slogans(body)];
  return candidates.filter(({ term, kind, at }) => !glossary.includes(term) && !isExplained(body, term, kind, at));
}

/** Looked at in one text; a term used more often than that is explained early or not at all. */
const MOST_USES = 200;

/** A longer term covers the shorter ones in it; one right before a figure labels it, as in a form. */
function dictionaryTerms(body: string): TermUse[] {
  const covered = new Set<number>();
  return longestFirst()
    .map(({ term, weight }) => {
      const at: number[] = [];
      for (let i = body.indexOf(term); i >= 0 && at.length < MOST_USES; i = body.indexOf(term, i + term.length)) {
        const isLabel = /\d/.test(body[i + term.length] ?? '');
        if (!isLabel && !covered.has(i) && !covered.has(i + term.length - 1)) at.push(i);
        for (let k = i; k < i + term.length; k++) covered.add(k);
      }
      return { term, kind: 'term' as const, weight, at };
    })
    .filter(({ at }) => at.length > 0);
}

/** Whether a term is in the dictionary, alone or as a part of a longer one. */
export function isListed(term: string): boolean {
  return administrativeTerms().some((listed) => listed.term.includes(term) || term.includes(listed.term));
}

let sorted: ReturnType<typeof administrativeTerms> | undefined;

function longestFirst(): ReturnType<typeof administrativeTerms> {
  sorted ??= [...administrativeTerms()].sort((a, b) => b.term.length - a.term.length);
  return sorted;
}

/** Capitals, two at least; alone, and not in a Latin phrase, a code, a formula or the name of a model. */
function abbreviations(body: string): TermUse[] {
  const latin =
    /(?<!(?:型号|规格|牌号|品牌|代码|编号|字母|选项|等级|类别)[^。；\n]{0,12})(?<![A-Za-z0-9.\-–/&_+＋%@#]|[A-Za-z,.:;] )[A-Z][A-Za-z]{0,4}[A-Z][a-z]?(?![A-Za-z0-9.\-–/&_+＋@#]| [A-Za-z0-9])/g;
  return grouped(body, latin, 'abbreviation', (word) => !COMMON_ABBREVIATIONS.has(word) && !/^[IVX]+$/.test(word));
}

/** “三同步”, “两不愁三保障”, “1+N”: said in quotation marks, since only those who coined them know what they hold. */
function slogans(body: string): TermUse[] {
  const quoted =
    /(?<=“)(?:\d{1,2}[+＋][A-Z\d][A-Za-z\d+＋]{0,8}|[一两二三四五六七八九十双](?:个)?[㐀-鿿]{1,3}(?:[、，]?[一两二三四五六七八九十双][㐀-鿿]{1,3}){0,3})(?=”)/g;
  return grouped(
    body,
    quoted,
    'slogan',
    (word) => !COMMON_SLOGANS.has(word) && !COUNTED.test(word) && !SPEAKING.test(word),
  );
}

/** 三年, 两个月, 五类: a number of something. */
const COUNTED =
  /^[一两二三四五六七八九十]{1,3}(?:个(?:月|工作日|人)|[年月日天周次条款项类种级档批户家人名元岁成分份章节线期季届楼层批步轮号][㐀-鿿]{0,2})$/;
/** 一单到底, 一考定终身: what begins with one speaks for itself. */
const SPEAKING = /^一/;

function grouped(body: string, pattern: RegExp, kind: TermKind, counts: (word: string) => boolean): TermUse[] {
  const uses = new Map<string, number[]>();
  for (const { index, 0: word } of body.matchAll(pattern)) {
    const at = uses.get(word);
    if (at) at.push(index);
    else if (counts(word)) uses.set(word, [index]);
  }
  return [...uses].map(([term, at]) => ({ term, kind, weight: 3, at: at.slice(0, MOST_USES) }));
}

/**
 * What a text explains: the characters before each mark of an explanation (before 是指, a gloss, a colon) as `…词\n`, those after
 * 所称, 什么是 as `\n^词…`. A term is explained where `term\n` or `^term` is in it.
 */
export function explanationsIn(text: string): string {
  const body = text.replace(/《[^《》\n]{0,200}》/g, (title) => '\0'.repeat(title.length));
  const lines: string[] = [];
  for (const { index } of body.matchAll(/[”’」]?(?:[（(]|[，,]?(?:是|系指|指|主要指|即|也就是|就是|：|:))/g))
    if (EXPLAINED_AFTER.test(body.slice(index, index + 30))) lines.push(body.slice(Math.max(0, index - 14), index));
  for (const { index, 0: mark } of body.matchAll(
    /(?:所称|所谓|什么是|何为|何谓|什么叫|俗称|又称|简称|即|是(?:我国|全国|本省|本市)?)的?[“‘「]?/g,
  ))
    lines.push(`^${body.slice(index + mark.length, index + mark.length + 14)}`);
  return `\n${lines.map((line) => line.replaceAll('\n', ' ')).join('\n')}\n`;
}

/** What follows a term where it is explained: a definition, a gloss in brackets, its label's colon. */
const EXPLAINED_AFTER =
  /^[”’」]?(?:[（(](?!以下|下同|下称|见|详见|附|含|不含|试行|暂行|包括但|除外|如|等)[^）)\n]{2}|(?:制度|机制|模式|政策|企业|工程|原则)?[”’」]?[，,]?(?:是(?!否|不是|非|指导)|系指|指的?是?(?!导|标|定|南|挥|引|数)|主要指|即(?!可|将|日|时|使|便|刻|征|享)|也就是|就是|意思是|又称|又叫|通俗|：|:))/;
const EXPLAINED_BEFORE =
  /(?:所称|所谓|什么是|何为|何谓|什么叫|叫做|名为|称为|称之为|称作|俗称|又称|简称|统称|并称|即|也就是|就是|理解|解释)(?:的|为)?[“‘「]?$/;
/** 世界海关组织（WCO）: the full name in front of the brackets that hold the term. */
const FULL_NAME_BEFORE = /[㐀-鿿”\0][（(][^（）()\n]{0,40}$/;
/** A、B和C“三同步”: what a slogan holds, said before it; or after it. */
const PARTS_BEFORE = /、[^。；\n]{1,30}(?:和|及|与|、|等)?[^。；\n、]{1,20}[“「]?$|(?:和|与)[^。；，\n]{2,20}的?“$/;
const PARTS_AFTER = /^”?[^。；\n]{0,20}(?:，|：|即|包括)[^。；\n]{1,30}(?:、|；)/;

function isExplained(body: string, term: string, kind: TermKind, at: readonly number[]): boolean {
  return at.some((start) => {
    const before = body.slice(Math.max(0, start - 80), start);
    const after = body.slice(start + term.length, start + term.length + 80);
    if (EXPLAINED_AFTER.test(after) || EXPLAINED_BEFORE.test(before)) return true;
    if (FULL_NAME_BEFORE.test(before) && /^[^（()\n]{0,40}[）)]/.test(after)) return true;
    return kind === 'slogan' && (PARTS_BEFORE.test(before) || PARTS_AFTER.test(after));
  });
}

/** Cuts Han text into words. */
export type Cut = (run: string) => readonly string[];

/**
 * The terms worth a reader's while, the least known and most used first: not words in passing, not one word twice, and words
 * of the dictionary only where they stand for themselves.
 * @param cut asked for at the first short word of the dictionary; null where nothing can cut, so that none of those is sure
 */
export function sureTerms(text: string, terms: readonly TermUse[], cut: () => Cut | null): TermUse[] {
  const worth = terms.filter(isWorthIt);
  const cutter = worth.some(mayBePartOfAnother) ? cut() : null;
  const stands = ({ term, at }: TermUse) => (cutter ? at.filter((start) => isWordAt(text, start, term, cutter)) : []);
  const ranked = worth
    .map((use) => (mayBePartOfAnother(use) ? { ...use, at: stands(use) } : use))
    .filter((use) => use.at.length > 0 && isWorthIt(use))
    .sort((a, b) => rank(b) - rank(a) || (a.at[0] as number) - (b.at[0] as number));
  return ranked.filter(
    ({ term }, index) => !ranked.slice(0, index).some((use) => use.term.includes(term) || term.includes(use.term)),
  );
}

/** Five characters in a row are no accident; a dictionary takes a second to load, so nothing is cut for their sake. */
function mayBePartOfAnother({ kind, term }: TermUse): boolean {
  return kind === 'term' && term.length < 5;
}

/** A word in passing stops nobody. */
function isWorthIt({ kind, weight, at }: TermUse): boolean {
  return kind !== 'term' || at.length >= (weight === 3 ? 2 : 4);
}

function rank({ weight, at }: TermUse): number {
  return weight + Math.log2(at.length);
}

/** Most characters on either side of a term that are cut into words with it. */
const WINDOW = 40;

/**
 * Whether a term stands for itself at a place, by the words around it: in 储备案件 there is no 备案.
 */
function isWordAt(text: string, start: number, term: string, cut: Cut): boolean {
  const head = /[㐀-鿿]{0,40}$/.exec(text.slice(Math.max(0, start - WINDOW), start))?.[0] ?? '';
  const end = start + term.length;
  const tail = /^[㐀-鿿]{0,40}/.exec(text.slice(end, end + WINDOW))?.[0] ?? '';
  const edges = new Set([0]);
  let at = 0;
  for (const word of cut(head + term + tail)) {
    at += word.length;
    edges.add(at);
  }
  return edges.has(head.length) && edges.has(head.length + term.length);
}
