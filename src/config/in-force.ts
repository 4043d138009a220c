import type { Clause } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
import type { Config, RuleSettings } from './config.js';
import type { Known } from './known.js';

/** Presets by their names in `known`, with those they extend, each once. */
export function presetsInForce(names: readonly string[], known: Known): Preset[] {
  const found = new Map<string, Preset>();
  const add = (name: string) => {
    const preset = known.presets.get(name);
    if (!preset || found.has(name)) return;
    found.set(name, preset);
    for (const base of preset.extends ?? []) add(base);
  };
  for (const name of names) add(name);
  return [...found.values()];
}

/** Whether nothing is left of a config without the plugins it names: no preset that demands anything, and no rule where it has no presets. */
export function hangsOnPlugins({ extends: names, standing = [], rules, overrides }: Config, known: Known): boolean {
  if (presetsInForce([...names, ...standing], known).some(({ demands }) => demands.length > 0)) return false;
  const isOn = (set: RuleSettings) => [...set].some(([id, { severity }]) => severity !== 'off' && known.rules.has(id));
  return names.length > 0 || ![rules, ...overrides.map((override) => override.rules)].some(isOn);
}

/** The clauses that presets carry out, those left to people among them, in the order of the table. */
export function clausesInForce(presets: readonly Preset[], { clauses }: Known): Clause[] {
  const sources = new Set(presets.flatMap((preset) => preset.sources ?? []));
  const named = new Set(presets.flatMap(({ demands }) => demands.flatMap((demand) => demand.clauses)));
  return clauses.clauses.filter(({ id, source }) => sources.has(source) || named.has(id));
}
