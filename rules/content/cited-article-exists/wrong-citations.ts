import { ARTICLES, type ArticleFacts } from '../../../src/archive/content/articles.js';
import { drawnFrom } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import { isSamePaper } from '../../../src/language/papers.js';
import { plainly } from '../../../src/language/traditional.js';
import { type Citation, KINDS } from './citations.js';

/** A citation of something that the policy does not have. */
export interface WrongCitation {
  readonly citation: Citation;
  readonly part: 'article' | 'chapter' | 'paragraph' | 'item';
  /** The number cited, and how many there are. */
  readonly cited: number;
  readonly count: number;
  /** The article, where one of its parts is cited. */
  readonly article: number;
  /** The policy's title. */
  readonly policy: string;
}

/** The citations that lead nowhere. Silent on other papers, and on policies whose articles cannot be counted. */
export function wrongCitations(citations: readonly Citation[], policies: readonly Facts[]): WrongCitation[] {
  return citations.flatMap((citation) => {
    const meant = policies.filter((policy) => isMeant(citation, policy));
    const faults = meant.map((policy) => faultIn(citation, policy));
    // Of several policies one that has the article is enough.
    return faults.length > 0 && faults.every((fault) => fault !== null) ? (faults.slice(0, 1) as WrongCitation[]) : [];
  });
}

/** 《规定》 is not the policy explained where that one is a 办法. */
function isMeant({ paper, kind }: Citation, { title }: Facts): boolean {
  if (paper !== '') return isSamePaper(paper, title);
  return kind === '' || plainly(title).includes(kind) || !KINDS.test(plainly(title));
}

function faultIn(citation: Citation, policy: Facts): WrongCitation | null {
  const known = drawnFrom(policy, ARTICLES);
  if (!known || !isCitedAs(citation, known, policy.title)) return null;
  const { chapter, article, paragraph, item } = citation;
  const fault = (part: WrongCitation['part'], cited: number, count: number): WrongCitation => ({
    citation,
    part,
    cited,
    count,
    article: article ?? 0,
    policy: policy.title.replace(/^《([^《》]+)》$/, '$1'),
  });
  if (chapter !== undefined)
    return known.chapters > 0 && chapter > known.chapters ? fault('chapter', chapter, known.chapters) : null;
  if (article === undefined) return null;
  const parts = known.articles[article - 1];
  if (!parts) return fault('article', article, known.articles.length);
  const [paragraphs, items] = parts;
  if (paragraph !== undefined && paragraphs > 0 && paragraph > paragraphs)
    return fault('paragraph', paragraph, paragraphs);
  if (item !== undefined && items >= 0 && item > items) return fault('item', item, items);
  return null;
}

/** 第五条 alone may be of a paper that is amended. 一、二、三、 are cited as articles by the name of the paper that is so divided (本公告第二条), not of one attached to it (《办法》第二条). */
function isCitedAs({ kind }: Citation, { style }: ArticleFacts, title: string): boolean {
  const amends = AMENDING.test(title);
  if (style === 'article') return kind !== '' || !amends;
  return (
    !amends &&
    kind !== '' &&
    plainly(title)
      .replace(/(?<![）)》\s])[）)》\s]+$/, '')
      .endsWith(kind)
  );
}

/** A paper that changes another, whose articles are the ones spoken of. */
const AMENDING = /修改|修订|修正|废止/;
