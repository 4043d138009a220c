import type { Preset } from '../../rules/preset.js';
import type { Rule, RuleWithoutOptions } from '../../rules/rule.js';

/** What a plugin's module exports as its default. */
export interface Plugin {
  /** Small letters, digits and hyphens. The ids of its rules begin with it and `/`, the names of its presets with it and `:`. */
  readonly name: string;
  readonly version?: string;
  readonly rules?: readonly (Rule | RuleWithoutOptions)[];
  readonly presets?: readonly Preset[];
}
