import { defineElementRule } from '../element-rule.js';

export const mainContent = defineElementRule({
  element: 'main-content',
  kinds: ['interpretation', 'briefing'],
  severity: 'warn',
  demand: {
    'zh-CN': '概括政策的主要内容：规定了什么、采取哪些措施',
    en: 'Summarise what the policy provides and which measures it takes',
  },
  absent: { 'zh-CN': '读者看不到政策规定了什么', en: 'readers cannot see what the policy provides' },
  todo: {
    'zh-CN': '请按政策的章节或措施逐项概括主要规定',
    en: 'Summarise the main provisions, chapter by chapter or measure by measure',
  },
});
