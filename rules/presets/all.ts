import type { Preset } from '../preset.js';
import type { RuleId } from '../rule-ids.js';
import { BASE, demandsAt } from './base.js';
import { RECOMMENDED, withClauses } from './recommended.js';

/**
 * Every rule there is.
 * @param built ids of the rules that exist
 */
export function allOf(built: readonly RuleId[]): Preset {
  const recommended = new Set([...BASE.demands, ...RECOMMENDED.demands].map(({ rule }) => rule));
  const others = built.filter((id) => !recommended.has(id));
  return {
    name: 'all',
    description: {
      'zh-CN': '打开全部规则；不在 recommended 里的为警告',
      en: 'Switches every rule on; those not in recommended as warnings',
    },
    extends: [RECOMMENDED.name],
    demands: demandsAt('warn', others).map(withClauses),
  };
}
