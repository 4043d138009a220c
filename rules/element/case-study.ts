import { defineElementRule } from '../element-rule.js';

export const caseStudy = defineElementRule({
  element: 'case-study',
  kinds: ['interpretation'],
  severity: 'warn',
  demand: { 'zh-CN': '用案例说明政策怎样适用', en: 'Show by a worked case how the policy applies' },
  absent: { 'zh-CN': '没有举例说明政策怎样用', en: 'no case shows how the policy works' },
  todo: {
    'zh-CN': '请举一个贴近群众或企业的例子，写出条件、计算或办理过程和结果',
    en: 'Give one case close to life, with its conditions, calculation or steps, and result',
  },
});
