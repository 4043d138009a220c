import { defineElementRule } from '../element-rule.js';

export const precautions = defineElementRule({
  element: 'precautions',
  kinds: ['interpretation'],
  severity: 'warn',
  demand: {
    'zh-CN': '提醒读者注意的事项：例外、过渡安排、有效期限、违反的后果',
    en: 'Point out what readers must mind: exceptions, transition, validity, consequences',
  },
  absent: { 'zh-CN': '没有提醒读者办理或执行中要注意什么', en: 'readers are not told what to mind' },
  todo: {
    'zh-CN': '请写明施行与失效日期、过渡安排、例外情形、需要避免的做法及后果',
    en: 'Write the effective and expiry dates, transition, exceptions, and what to avoid',
  },
});
