import { administrativeTerms, COMMON_ABBREVIATIONS, COMMON_SLOGANS } from './administrative-terms.js';
import { isExplained, type TermKind } from './explanations.js';

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
