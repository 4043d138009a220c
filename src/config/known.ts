import type { Preset } from '../../rules/preset.js';
import type { Rule } from '../../rules/rule.js';
import type { Validate } from '../document/schema-errors.js';

/** What the config room needs to know of a rule. */
export interface KnownRule {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: object;
  /** Ids of the clauses that ask for the rule. */
  readonly clauses: readonly string[];
  /** Checks an options object against `schema`. */
  readonly validate: Validate;
}

/** The names a config may use. */
export interface Known {
  readonly rules: ReadonlyMap<string, KnownRule>;
  readonly presets: ReadonlyMap<string, Preset>;
}

/**
 * @param validators the compiled schema of each rule's options, by rule id
 * @param clausesOf ids of the clauses that ask for a rule
 */
export function knownFrom(
  rules: readonly Rule[],
  presets: ReadonlyMap<string, Preset>,
  validators: Readonly<Record<string, Validate>>,
  clausesOf: (ruleId: string) => readonly string[],
): Known {
  const entries = rules.map(({ id, schema, defaults }): [string, KnownRule] => {
    const validate = validators[id];
    if (!validate) throw new Error(`No validator for the options of ${id}: run "npm run generate"`);
    return [id, { schema, defaults, clauses: clausesOf(id), validate }];
  });
  return { rules: new Map(entries), presets };
}
