import { CLAUSE_TABLE } from '../clauses.js';
import type { Demand, Preset } from '../preset.js';
import { BASE, demandsAt } from './base.js';

/** What every source asks for, or no document can do without. */
export const RECOMMENDED: Preset = {
  name: 'recommended',
  description: {
    'zh-CN': '各地规定共同要求的内容；缺了就不能发布的为错误，其余为警告',
    en: 'What the rules of every place ask for: errors where a document cannot go out without it, else warnings',
  },
  extends: [BASE.name],
  demands: [
    ...demandsAt('error', [
      'element/background-basis',
      'element/objectives',
      'element/scope',
      'element/standards',
      'element/keyword-explanations',
      'element/old-new-differences',
      'length/max-length',
      'link/policy-link',
      'link/interpretation-link',
      'link/no-broken-link',
      'meta/schema',
      'safety/no-personal-data',
    ]),
    ...demandsAt('warn', [
      'element/main-content',
      'content/no-verbatim-copy',
      'content/figures-match-policy',
      'content/cited-article-exists',
      'link/target-matches',
      'meta/doc-number',
      'safety/no-classified-marking',
      'format/doc-number-brackets',
    ]),
  ].map(withClauses),
};

/** A demand on the word of every clause that asks for the rule. */
export function withClauses(demand: Demand): Demand {
  return { ...demand, clauses: CLAUSE_TABLE.forRule(demand.rule).map(({ id }) => id) };
}
