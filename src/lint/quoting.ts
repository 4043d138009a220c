import type { Rule } from '../../rules/rule.js';
import { quoteAt, quoteFrom } from '../archive/quotes.js';
import type { Document } from '../document/document.js';
import type { CheckedFile } from './checked-file.js';
import type { Finding } from './finding.js';

/** The findings of document rules with the sentences they are about; those of sensitive rules quote nothing. */
export function withQuotes(findings: readonly Finding[], document: Document, rules: readonly Rule[]): Finding[] {
  const sensitive = new Set(rules.filter((rule) => rule.sensitive).map(({ id }) => id));
  return findings.map((finding) => {
    if (sensitive.has(finding.ruleId ?? '')) return finding;
    return quoted(finding, quoteAt(document, finding.range, finding.evidence));
  });
}

/** The same for findings of archive rules, as far as the facts of their file tell. */
export function quotedFrom({ facts }: CheckedFile, findings: readonly Finding[]): readonly Finding[] {
  return facts ? findings.map((finding) => quoted(finding, quoteFrom(facts, finding.range))) : findings;
}

function quoted(finding: Finding, quote: string): Finding {
  return quote === '' ? finding : { ...finding, quote };
}
