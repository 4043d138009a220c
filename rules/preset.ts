import type { Kind } from '../src/document/document.js';
import type { Localized, Severity } from './rule.js';

/** A choice of rules as data: which clause asks which rule of which kinds, how severely, with what options. */
export interface Preset {
  readonly name: string;
  readonly description: Localized;
  /** Presets taken first, the stricter among them winning; what this one says of a rule goes before what they say. */
  readonly extends?: readonly string[];
  readonly demands: readonly Demand[];
  /** Ids of the sources whose clauses it carries out, those left to people among them. */
  readonly sources?: readonly string[];
}

/** What a preset asks of one rule. Several demands on a rule complement each other; where they disagree, the stricter wins. */
export interface Demand {
  readonly rule: string;
  readonly severity: Severity;
  /** Kinds of document it falls on; absent where it falls on all the rule applies to. */
  readonly kinds?: readonly Kind[];
  /** What is asked beyond the rule's defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Ids of the clauses that ask for it. */
  readonly clauses: readonly string[];
}
