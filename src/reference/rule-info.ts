import type { CitedClause, ClauseTable } from '../../rules/clauses.js';
import type { Locale, Rule } from '../../rules/rule.js';

/** What reports say of a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly demand: string;
  readonly fixable: boolean;
  /** The clauses that ask for it. */
  readonly clauses: readonly CitedClause[];
}

/** Tells of each of some rules; undefined of others. */
export function ruleInfo(
  rules: readonly Rule[],
  clauses: ClauseTable,
  locale: Locale,
): (id: string) => RuleInfo | undefined {
  return (id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) return undefined;
    const asking = clauses.forRule(id).map((clause) => clause.id);
    const fixable = rule.fixable === true;
    return { id, demand: rule.demand[locale], fixable, clauses: clauses.cited(asking, locale) };
  };
}
