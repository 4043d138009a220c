import type { Clause, Source } from '../clauses.js';
import type { Demand, Preset } from '../preset.js';
import { BASE } from './base.js';

/** A source as a preset: what its clauses ask, of the kinds they fall on, and what holds for every document. */
export function presetOf(source: Source, clauses: readonly Clause[]): Preset {
  return {
    name: source.id,
    description: { 'zh-CN': source.number ? `${source.name}（${source.number}）` : source.name, en: source.cite.en },
    extends: [BASE.name],
    demands: clauses.filter((clause) => clause.source === source.id).flatMap(demandsOf),
    sources: [source.id],
  };
}

/** What a clause asks, rule by rule. */
export function demandsOf({ id, kinds, rules }: Clause): Demand[] {
  return rules.map((rule) => ({
    rule: rule.id,
    severity: rule.severity ?? 'error',
    ...(kinds === 'any' ? {} : { kinds }),
    ...(rule.options ? { options: rule.options } : {}),
    clauses: [id],
  }));
}
