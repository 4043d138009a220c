import type { ClauseTable } from '../../rules/clauses.js';
import type { Locale, Rule } from '../../rules/rule.js';

/** A clause in words: how it is cited and what it demands. */
export interface CitedClause {
  readonly id: string;
  readonly citation: string;
  readonly demand: string;
}

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
    return { id, demand: rule.demand[locale], fixable, clauses: citedClauses(asking, clauses, locale) };
  };
}

/** Clauses by their ids, those that the table has. */
export function citedClauses(ids: readonly string[], table: ClauseTable, locale: Locale): CitedClause[] {
  return ids.flatMap((id) => {
    const clause = table.get(id);
    return clause ? [{ id, citation: table.citation(clause, locale), demand: clause.demand[locale] }] : [];
  });
}
