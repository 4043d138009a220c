import { CLAUSE_TABLE } from '../../rules/clauses.js';
import { rules } from '../../rules/index.js';
import { PRESETS } from '../../rules/presets/index.js';
import { type Known, knownFrom } from '../config/known.js';
import { SHIPPED_PRESETS } from '../generated/shipped-presets.js';
import { ruleOptions } from '../generated/validators.js';

/** The rules and presets that configs may name. */
export function knownNames(): Known {
  return knownFrom(rules, PRESETS, CLAUSE_TABLE, ruleOptions, SHIPPED_PRESETS);
}
