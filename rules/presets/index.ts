import { CLAUSE_TABLE } from '../clauses.js';
import { rules } from '../index.js';
import type { Preset } from '../preset.js';
import type { RuleId } from '../rule-ids.js';
import { allOf } from './all.js';
import { BASE } from './base.js';
import { presetOf } from './of-source.js';
import { RECOMMENDED } from './recommended.js';

/** The presets that ship, by name. What they ask of rules that do not exist yet is left out. */
export const PRESETS: ReadonlyMap<string, Preset> = presetsOver(rules.map(({ id }) => id as RuleId));

function presetsOver(built: readonly RuleId[]): Map<string, Preset> {
  const exists = new Set<string>(built);
  const sources = CLAUSE_TABLE.sources.map((source) => presetOf(source, CLAUSE_TABLE.clauses));
  return new Map(
    [RECOMMENDED, allOf(built), BASE, ...sources].map((preset) => [
      preset.name,
      { ...preset, demands: preset.demands.filter(({ rule }) => exists.has(rule)) },
    ]),
  );
}
