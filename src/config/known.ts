import type { ClauseTable } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
import type { Rule } from '../../rules/rule.js';
import type { Validate } from '../document/schema-errors.js';

/** What the config room needs to know of a rule. */
export interface KnownRule {
  readonly kinds: Rule['kinds'];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Checks an options object against `schema`. */
  readonly validate: Validate;
}

/** The names a config may use. */
export interface Known {
  readonly rules: ReadonlyMap<string, KnownRule>;
  /** By name; a user's own by the absolute path of its file. */
  readonly presets: ReadonlyMap<string, Preset>;
  readonly clauses: ClauseTable;
}

/** @param validators the compiled schema of each rule's options, by rule id */
export function knownFrom(
  rules: readonly Rule[],
  presets: ReadonlyMap<string, Preset>,
  clauses: ClauseTable,
  validators: Readonly<Record<string, Validate>>,
): Known {
  const entries = rules.map(({ id, kinds, schema, defaults }): [string, KnownRule] => {
    const validate = validators[id];
    if (!validate) throw new Error(`No validator for the options of ${id}: run "npm run generate"`);
    return [id, { kinds, schema, defaults, validate }];
  });
  return { rules: new Map(entries), presets, clauses };
}
