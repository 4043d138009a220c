import type { Locale, Severity } from '../../rules/rule.js';
import { makeResolver } from '../../src/config/resolve.js';
import { knownNames } from '../../src/engine/known.js';
import type { Finding } from '../../src/lint/finding.js';
import { messagesOf } from '../../src/lint/messages.js';
import { worst } from '../../src/reference/rule-page.js';

/** How severe a rule is in the preset recommended, where it is most. */
export async function severityRecommended(ruleId: string): Promise<Severity> {
  const resolver = await makeResolver({ presets: ['recommended'], config: null }, knownNames());
  return worst(resolver.forFile('/document.md').rules.get(ruleId) ?? []);
}

/** What a finding says, without the clauses. */
export function said(finding: Finding, locale: Locale): string {
  const message = messagesOf([{ ...finding, clauses: [] }], [0], locale)[0];
  return message?.message ?? '';
}
