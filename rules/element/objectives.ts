import { defineElementRule } from '../element-rule.js';

export const objectives = defineElementRule({
  element: 'objectives',
  kinds: ['interpretation', 'briefing'],
  severity: 'error',
  demand: { 'zh-CN': '说明政策要达到的目标任务', en: 'Say what the policy is to achieve' },
  absent: { 'zh-CN': '读者不知道这项政策要达到什么目的', en: 'readers cannot tell what the policy is for' },
  todo: {
    'zh-CN': '请用“为了……”“旨在……”或单列一段，写明要解决什么、达到什么程度',
    en: 'Write what is to be solved and how far, in a sentence of purpose or a part of its own',
  },
});
