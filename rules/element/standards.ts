import { defineElementRule } from '../element-rule.js';

export const standards = defineElementRule({
  element: 'standards',
  kinds: ['interpretation'],
  severity: 'error',
  demand: {
    'zh-CN': '写明政策的执行标准：金额、比例、条件、材料、程序、时限',
    en: 'Give the measures by which the policy is carried out: amounts, rates, conditions, papers, steps, time limits',
  },
  absent: {
    'zh-CN': '没有金额、条件、材料、程序或时限等可以对照执行的标准',
    en: 'there is no amount, condition, paper, step or time limit to go by',
  },
  todo: {
    'zh-CN': '请写出具体的数额、比例、资格条件、申请材料、办理步骤和时限',
    en: 'Write the figures, qualifying conditions, papers to hand in, steps and time limits',
  },
});
