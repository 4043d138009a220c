import type { Preset } from '../preset.js';
import { RECOMMENDED, rulesAt } from './recommended.js';

/** Every rule there is. */
export const ALL: Preset = {
  name: 'all',
  description: {
    'zh-CN': '打开全部规则；不在 recommended 里的为警告',
    en: 'Switches every rule on; those not in recommended as warnings',
  },
  extends: [RECOMMENDED.name],
  rules: rulesAt('warn', [
    'element/precautions',
    'element/benefits',
    'element/consultation',
    'element/legality',
    'element/time-limits',
    'element/case-study',
  ]),
};
