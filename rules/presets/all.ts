import type { Preset } from '../preset.js';
import { RULE_IDS } from '../rule-ids.js';
import { BASE, demandsAt } from './base.js';
import { RECOMMENDED, withClauses } from './recommended.js';

const recommended = new Set([...BASE.demands, ...RECOMMENDED.demands].map(({ rule }) => rule));
const others = RULE_IDS.filter((id) => !recommended.has(id));

/** Every rule there is. */
export const ALL: Preset = {
  name: 'all',
  description: {
    'zh-CN': '打开全部规则；不在 recommended 里的为警告',
    en: 'Switches every rule on; those not in recommended as warnings',
  },
  extends: [RECOMMENDED.name],
  demands: demandsAt('warn', others).map(withClauses),
};
