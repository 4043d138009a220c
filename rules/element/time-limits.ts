import { defineElementRule } from '../element-rule.js';

export const timeLimits = defineElementRule({
  element: 'time-limits',
  kinds: ['interpretation'],
  severity: 'warn',
  demand: {
    'zh-CN': '写明时间期限：施行和有效期限、申请与办理的期限',
    en: 'Give the time limits: when it takes effect and ends, when to apply, how long handling takes',
  },
  absent: {
    'zh-CN': '没有写施行、有效、申请或办理的期限',
    en: 'no date or period of effect, application or handling is given',
  },
  todo: {
    'zh-CN': '请写明自何日起施行、有效期至何时，申请的起止时间和办理时限',
    en: 'Write when it takes effect, until when it is valid, and the periods for applying and handling',
  },
});
