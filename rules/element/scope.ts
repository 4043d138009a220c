import { defineElementRule } from '../element-rule.js';

export const scope = defineElementRule({
  element: 'scope',
  kinds: ['interpretation'],
  severity: 'error',
  demand: {
    'zh-CN': '写明政策涉及的范围：适用于谁、哪些事项、哪些地区，哪些不适用',
    en: 'Say to whom, what and where the policy applies, and what it leaves out',
  },
  absent: { 'zh-CN': '读者判断不了自己是否适用', en: 'readers cannot tell whether it applies to them' },
  todo: {
    'zh-CN': '请写明适用的对象、事项、区域以及除外情形，例如“适用于在本市登记的……，不包括……”',
    en: 'Name the people, matters and areas covered, and the exceptions',
  },
});
