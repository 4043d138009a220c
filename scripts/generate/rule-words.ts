import { CLAUSE_TABLE } from '../../rules/clauses.js';
import type { Locale, Rule } from '../../rules/rule.js';
import { knownNames } from '../../src/cli/known.js';
import { makeResolver } from '../../src/config/resolve.js';
import type { Finding } from '../../src/lint/finding.js';
import { messagesOf } from '../../src/lint/messages.js';

/** The clauses that ask for a rule, in words. */
export function clausesBehind(ruleId: string, locale: Locale): { id: string; cited: string; demand: string }[] {
  return CLAUSE_TABLE.forRule(ruleId).map((clause) => ({
    id: clause.id,
    cited: CLAUSE_TABLE.citation(clause, locale),
    demand: clause.demand[locale],
  }));
}

/** How severe a rule is in `recommended`. */
export async function severityWord(ruleId: Rule['id'], locale: Locale): Promise<string> {
  const resolver = await makeResolver({ presets: ['recommended'], config: null }, knownNames());
  const severities = (resolver.forFile('/document.md').rules.get(ruleId) ?? []).map(({ severity }) => severity);
  const severity = (['error', 'warn'] as const).find((level) => severities.includes(level)) ?? 'off';
  return WORDS[severity][locale];
}

const WORDS = {
  error: { 'zh-CN': '错误', en: 'error' },
  warn: { 'zh-CN': '警告', en: 'warning' },
  off: { 'zh-CN': '不启用', en: 'off' },
};

/** What a finding says, without the clauses. */
export function said(finding: Finding, locale: Locale): string {
  const message = messagesOf([{ ...finding, clauses: [] }], [0], locale)[0];
  return message?.message ?? '';
}
