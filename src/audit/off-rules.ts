import type { Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import type { ArchiveIndex } from '../archive/index.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Finding } from '../lint/finding.js';
import { messagesOf } from '../lint/messages.js';
import type { Message } from '../lint/result.js';
import { variantsOf } from '../lint/rule-variants.js';

/** What an archive rule would say where it is off. */
export interface WouldSay {
  readonly facts: Facts;
  readonly messages: readonly Message[];
}

/**
 * Runs an archive rule over the files for which the configuration has it off, with its defaults: an audit wants to know, whether or
 * not it was demanded.
 * @returns the files that it judges, in their order
 */
export function runWhereOff<Options>(
  rule: Rule<Options>,
  archive: ArchiveIndex,
  configFor: (path: string) => ResolvedConfig,
): WouldSay[] {
  const isOff = (facts: Facts) => variantsOf(rule as unknown as Rule, configFor(facts.path), facts.kind).length === 0;
  const isOfKind = ({ kind }: Facts) => rule.kinds === 'any' || (kind !== null && rule.kinds.includes(kind));
  const found = new Map<Facts, Finding[]>(
    archive.linted.filter((facts) => isOfKind(facts) && isOff(facts)).map((facts) => [facts, []]),
  );
  const unjudged = new Set<Facts>();
  rule.checkArchive?.({
    archive,
    files: [...found.keys()],
    optionsFor: () => rule.defaults,
    report: (facts, { messageId, at, data = {} }) => {
      const message = rule.messages[messageId];
      if (!message) return;
      const { what, todo } = message;
      found
        .get(facts)
        ?.push({ ruleId: rule.id, messageId, severity: 'warn', range: at, data, clauses: [], what, todo });
    },
    notApplicable: (facts) => unjudged.add(facts),
  });
  return [...found]
    .filter(([facts]) => !unjudged.has(facts))
    .map(([facts, findings]) => ({ facts, messages: messagesOf(findings, facts.lineStarts, 'zh-CN') }));
}
