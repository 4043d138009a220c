import type { Clause } from '../../rules/clauses.js';
import type { Preset } from '../../rules/preset.js';
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

/** The clauses that presets carry out, those left to people among them, in the order of the table. */
export function clausesInForce(presets: readonly Preset[], { clauses }: Known): Clause[] {
  const sources = new Set(presets.flatMap((preset) => preset.sources ?? []));
  const named = new Set(presets.flatMap(({ demands }) => demands.flatMap((demand) => demand.clauses)));
  return clauses.clauses.filter(({ id, source }) => sources.has(source) || named.has(id));
}
