import type { Demand, Preset } from '../preset.js';
import type { Severity } from '../rule.js';
import type { RuleId } from '../rule-ids.js';

/** What no document can do without, whatever place it comes from; no clause stands behind it. */
export const BASE: Preset = {
  name: 'base',
  description: {
    'zh-CN': '任何材料都应做到的：文首元数据写对，链接有效，没有空标题、占位文字和个人信息；不引用条款',
    en: 'What holds for every document: front matter, working links, no empty headings, placeholders or personal data; cites no clause',
  },
  demands: [
    ...demandsAt('error', [
      'meta/schema',
      'link/no-broken-link',
      'structure/no-empty-section',
      'structure/no-placeholder',
      'safety/no-personal-data',
    ]),
    ...demandsAt('warn', ['meta/dates', 'format/look-alike-characters']),
  ],
};

/** Each rule at one severity, asked by no clause. */
export function demandsAt(severity: Severity, rules: readonly RuleId[]): Demand[] {
  return rules.map((rule) => ({ rule, severity, clauses: [] }));
}
