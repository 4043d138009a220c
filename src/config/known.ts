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
  /** The texts of presets that ship as files, by name: read, as a user's own are, where one is named. */
  readonly shipped?: ReadonlyMap<string, string>;
  /** Rules beside those that ship: of plugins, and made of data. */
  readonly added?: readonly Rule[];
  /** The plugins that were loaded. */
  readonly plugins?: readonly LoadedPlugin[];
  /** True where a config names plugins that this run must not load: names they would bring are let pass. */
  readonly pluginsOff?: true;
}

/** A plugin in force: what findings depend on besides this program. */
export interface LoadedPlugin {
  readonly name: string;
  readonly version?: string;
  /** Absolute path of its module, with `/`. */
  readonly path: string;
}

/** @param validators the compiled schema of each rule's options, by rule id */
export function knownFrom(
  rules: readonly Rule[],
  presets: ReadonlyMap<string, Preset>,
  clauses: ClauseTable,
  validators: Readonly<Record<string, Validate>>,
  shipped: ReadonlyMap<string, string> = new Map(),
): Known {
  const checked = rules.map((rule) => {
    const validate = validators[rule.id];
    if (!validate) throw new Error(`No validator for the options of ${rule.id}: run "npm run generate"`);
    return [rule, validate] as const;
  });
  return { rules: new Map(checked.map(knownRule)), presets, clauses, shipped };
}

function knownRule([{ id, kinds, schema, defaults }, validate]: readonly [Rule, Validate]): [string, KnownRule] {
  return [id, { kinds, schema, defaults, validate }];
}

/** What is known with more rules, each with the check of its options, and more presets. */
export function extendKnown(
  known: Known,
  rules: readonly (readonly [Rule, Validate])[],
  presets: readonly Preset[],
): Known {
  return {
    ...known,
    rules: new Map([...known.rules, ...rules.map(knownRule)]),
    presets: new Map([...known.presets, ...presets.map((preset): [string, Preset] => [preset.name, preset])]),
    added: [...(known.added ?? []), ...rules.map(([rule]) => rule)],
  };
}
