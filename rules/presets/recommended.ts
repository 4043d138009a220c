import { clausesFor } from '../clauses.js';
import type { Preset, PresetRule } from '../preset.js';
import type { RuleId } from '../rule-ids.js';

const ERRORS: readonly RuleId[] = [
  'element/background-basis',
  'element/objectives',
  'element/scope',
  'element/standards',
  'element/keyword-explanations',
  'element/old-new-differences',
  'length/max-length',
  'link/policy-link',
  'link/interpretation-link',
  'link/no-broken-link',
  'meta/schema',
  'structure/no-empty-section',
  'structure/no-placeholder',
];

const WARNINGS: readonly RuleId[] = ['element/main-content', 'link/target-matches', 'meta/dates', 'meta/doc-number'];

/** What every source asks for, or no document can do without. */
export const RECOMMENDED: Preset = {
  name: 'recommended',
  description: {
    'zh-CN': '各地规定共同要求的内容；缺了就不能发布的为错误，其余为警告',
    en: 'What the rules of every place ask for: errors where a document cannot go out without it, else warnings',
  },
  rules: { ...rulesAt('error', ERRORS), ...rulesAt('warn', WARNINGS) },
};

/** Each rule at one severity, with every clause that asks for it. */
export function rulesAt(severity: PresetRule['severity'], ids: readonly RuleId[]): Record<string, PresetRule> {
  return Object.fromEntries(ids.map((id) => [id, { severity, clauses: clausesFor(id).map((clause) => clause.id) }]));
}
