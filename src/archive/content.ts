import type { Document } from '../document/document.js';
import { type ArticleFacts, articlesOf } from './content/articles.js';
import { type Citation, citationsOf } from './content/citations.js';
import { type FigureFact, figuresOf } from './content/figures.js';
import { type Fingerprints, fingerprintsOf } from './content/shingles.js';
import { definitionsOf, type Wording, wordingOf } from './content/terms.js';
import { quotesOf } from './quotes.js';

/**
 * What of a document's content a rule may compare with another document's. `quotes` is for reports that quote what findings are
 * about; `elements`, the statuses of all elements and not only of those that rules judge, for reports and plugins.
 */
export type ContentPart = 'figures' | 'articles' | 'shingles' | 'terms' | 'quotes' | 'elements';

/** The parts drawn from one document. Plain data; of the text only the few words around each figure are kept. */
export interface Content {
  /** Null where there are too many to compare: a document that is a table of data. */
  readonly figures?: readonly FigureFact[] | null;
  /** A policy's articles; null where they cannot be counted for certain. */
  readonly articles?: ArticleFacts | null;
  /** Articles of a policy that an interpretation cites. */
  readonly citations?: readonly Citation[];
  readonly shingles?: Fingerprints;
  /** Terms that a policy defines. */
  readonly definitions?: readonly string[];
  /** How an interpretation uses words. */
  readonly wording?: Wording;
  /** Sentences that findings of archive rules may be about, by the offset that what they are about begins at. */
  readonly quotes?: Readonly<Record<number, string>>;
}

/** Draws the parts that are asked for, from policies and from what explains them; from other kinds quotes only. */
export function drawContent(document: Document, parts: readonly ContentPart[]): Content {
  const content = comparedContent(document, parts);
  return parts.includes('quotes') ? { ...content, quotes: quotesOf(document, content) } : content;
}

function comparedContent(document: Document, parts: readonly ContentPart[]): Content {
  const isPolicy = document.kind === 'policy';
  if (!isPolicy && document.kind !== 'interpretation' && document.kind !== 'briefing') return {};
  return {
    ...(parts.includes('figures') ? { figures: figuresOf(document) } : {}),
    ...(parts.includes('articles') && isPolicy ? { articles: articlesOf(document) } : {}),
    ...(parts.includes('articles') && !isPolicy ? { citations: citationsOf(document) } : {}),
    ...(parts.includes('terms') && isPolicy ? { definitions: definitionsOf(document) } : {}),
    ...(parts.includes('terms') && !isPolicy ? { wording: wordingOf(document) } : {}),
    ...(parts.includes('shingles') ? { shingles: fingerprintsOf(document) } : {}),
  };
}
