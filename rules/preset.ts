import type { Localized, Severity } from './rule.js';

/** A choice of rules as data: which clause asks for which rule, how severely, with what options. */
export interface Preset {
  readonly name: string;
  readonly description: Localized;
  /** Presets taken first; what this one says of a rule then wins. */
  readonly extends?: readonly string[];
  readonly rules: Readonly<Record<string, PresetRule>>;
}

export interface PresetRule {
  readonly severity: Severity;
  /** Replaces the rule's defaults key by key. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Ids of the clauses that ask for the rule. */
  readonly clauses: readonly string[];
}
