import { ARTICLES } from '../../../src/archive/content/articles.js';
import { drawnFrom } from '../../../src/archive/content.js';
import type { Facts } from '../../../src/archive/facts.js';
import { isSamePaper } from '../../../src/language/papers.js';
import type { Discrepancy } from './discrepancy.js';
import type { FigureFact } from './fact.js';

/** 共六章三十条: counts of chapters and articles that are not those of the policy. */
export function miscounts(figures: readonly FigureFact[], policies: readonly Facts[]): Discrepancy[] {
  const [policy, ...others] = policies;
  const structure = policy && drawnFrom(policy, ARTICLES);
  if (!policy || others.length > 0 || structure?.style !== 'article') return [];
  const counted: Readonly<Record<string, number>> = {
    章: structure.chapters,
    条: structure.articles.length,
  };
  return figures.flatMap((figure) => {
    const actual = counted[figure.measure];
    if (!actual || Number(figure.value) === actual || !isOfWhole(figure, policy)) return [];
    return [{ figure, policy, theirs: `${actual}${figure.measure}` }];
  });
}

function isOfWhole({ before, paper }: FigureFact, policy: Facts): boolean {
  if (!/(?:共|共有|共计|总共|分为|(?<!部)分|包括)(?:[^，。；]{1,6}章)?$/.test(before)) return false;
  return paper === null ? /全文|正文/.test(before) : paper === '' || isSamePaper(paper, policy.title);
}
