import { CLAUSE_TABLE } from '../clauses.js';
import type { Preset } from '../preset.js';
import { ALL } from './all.js';
import { BASE } from './base.js';
import { presetOf } from './of-source.js';
import { RECOMMENDED } from './recommended.js';

const OF_SOURCES = CLAUSE_TABLE.sources.map((source) => presetOf(source, CLAUSE_TABLE.clauses));

/** The presets that ship, by name. */
export const PRESETS: ReadonlyMap<string, Preset> = new Map(
  [RECOMMENDED, ALL, BASE, ...OF_SOURCES].map((preset) => [preset.name, preset]),
);
