import type { Rule } from '../../rules/rule.js';
import type { Facts } from '../archive/facts.js';
import { addTo } from '../archive/lists.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Kind } from '../document/document.js';
import { compare } from '../language/order.js';
import { rulesUnder } from '../lint/check.js';
import type { FileResult, Message } from '../lint/result.js';
import { variantsOf } from '../lint/rule-variants.js';
import type { Demand } from './audit-report.js';
import { masked } from './masked.js';

/** A rule in force for some document. */
interface InForce {
  readonly rule: Rule;
  readonly severity: 'error' | 'warn';
  readonly clauses: readonly string[];
}

type Count = { -readonly [key in 'severity' | 'applies' | 'broken' | 'findings' | 'notCounted']: Demand[key] } & {
  readonly rule: Rule;
  readonly clauses: Set<string>;
  readonly faults: Map<string, { documents: number; example: string }>;
};

/** Counts, document by document, what the rules in force demand and how it is kept. */
export class Demands {
  private readonly counts = new Map<string, Count>();
  private readonly known = new WeakMap<ResolvedConfig, Map<Kind | null, InForce[]>>();

  /**
   * @param rules those that ship
   * @param partial whether the run was broken off before archive rules were asked
   */
  constructor(
    private readonly rules: readonly Rule[],
    private readonly partial: boolean,
  ) {}

  /** Counts one document that could be read. */
  add(result: FileResult, { kind }: Facts, config: ResolvedConfig): void {
    const { messages, suppressedMessages, notApplicable = [] } = result;
    const found = byRule(messages);
    const uncounted = byRule(suppressedMessages);
    for (const inForce of this.inForce(config, kind)) {
      const { rule } = inForce;
      const some = found.get(rule.id) ?? [];
      // A rule that judges nothing is in force all the same.
      const count = this.countOf(inForce);
      const isUnasked = (this.partial && !rule.check) || some.some(({ fatal }) => fatal);
      if (isUnasked || notApplicable.includes(rule.id)) continue;
      this.addTo(count, some, uncounted.get(rule.id) ?? []);
    }
  }

  /** The most often broken first, errors before warnings. */
  get all(): Demand[] {
    return [...this.counts.values()]
      .map(({ rule, faults, clauses, ...count }) => ({
        ruleId: rule.id,
        demand: rule.demand['zh-CN'],
        category: rule.id.split('/')[0] ?? '',
        ...count,
        faults: [...faults]
          .map(([messageId, fault]) => ({ messageId, ...fault }))
          .sort((a, b) => b.documents - a.documents || compare(a.messageId, b.messageId)),
        clauses: [...clauses],
      }))
      .sort((a, b) => b.broken - a.broken || compare(a.severity, b.severity) || compare(a.ruleId, b.ruleId));
  }

  private addTo(count: Count, found: readonly Message[], uncounted: readonly Message[]): void {
    count.applies++;
    if (found.length > 0) count.broken++;
    count.findings += found.length;
    count.notCounted += uncounted.length;
    for (const messageId of new Set(found.map((message) => message.messageId))) {
      const example = masked(found.find((message) => message.messageId === messageId)?.parts.what ?? '');
      const fault = count.faults.get(messageId) ?? { documents: 0, example };
      count.faults.set(messageId, fault);
      fault.documents++;
    }
  }

  private countOf({ rule, severity, clauses }: InForce): Count {
    const count = this.counts.get(rule.id) ?? {
      ...{ rule, severity, applies: 0, broken: 0, findings: 0, notCounted: 0 },
      ...{ clauses: new Set<string>(), faults: new Map() },
    };
    this.counts.set(rule.id, count);
    if (severity === 'error') count.severity = 'error';
    for (const id of clauses) count.clauses.add(id);
    return count;
  }

  /** Many documents share one config and a kind. */
  private inForce(config: ResolvedConfig, kind: Kind | null): readonly InForce[] {
    const byKind = this.known.get(config) ?? new Map<Kind | null, InForce[]>();
    this.known.set(config, byKind);
    const known = byKind.get(kind);
    if (known) return known;
    const some = rulesUnder([config], this.rules).flatMap((rule) => {
      const settings = variantsOf(rule, config, kind).flatMap((run) => (run.laxer === undefined ? run.setting : []));
      const severity = settings.some((setting) => setting.severity === 'error') ? 'error' : 'warn';
      const clauses = [...new Set(settings.flatMap((setting) => setting.clauses))];
      return settings.length > 0 ? [{ rule, severity, clauses } as const] : [];
    });
    byKind.set(kind, some);
    return some;
  }
}

function byRule(messages: readonly Message[]): Map<string, Message[]> {
  const found = new Map<string, Message[]>();
  for (const message of messages) if (message.ruleId !== null) addTo(found, message.ruleId, message);
  return found;
}
