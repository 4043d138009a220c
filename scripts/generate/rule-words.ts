import { CLAUSE_TABLE } from '../../rules/clauses.js';
import type { Locale, Severity } from '../../rules/rule.js';
import { makeResolver } from '../../src/config/resolve.js';
import { knownNames } from '../../src/engine/known.js';
import type { Finding } from '../../src/lint/finding.js';
import { messagesOf } from '../../src/lint/messages.js';
import { worst } from '../../src/reference/rule-page.js';

/** The clauses that ask for a rule, in words. */
export function clausesBehind(ruleId: string, locale: Locale): { id: string; citation: string; demand: string }[] {
  return CLAUSE_TABLE.forRule(ruleId).map((clause) => ({
    id: clause.id,
    citation: CLAUSE_TABLE.citation(clause, locale),
    demand: clause.demand[locale],
  }));
}

/** How severe a rule is in a preset, where it is most. */
export async function severityIn(preset: string, ruleId: string): Promise<Severity> {
  const resolver = await makeResolver({ presets: [preset], config: null }, knownNames());
  return worst(resolver.forFile('/document.md').rules.get(ruleId) ?? []);
}

/** What a finding says, without the clauses. */
export function said(finding: Finding, locale: Locale): string {
  const message = messagesOf([{ ...finding, clauses: [] }], [0], locale)[0];
  return message?.message ?? '';
}
