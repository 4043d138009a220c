import { defineElementRule } from '../element-rule.js';

export const backgroundBasis = defineElementRule({
  element: 'background-basis',
  kinds: ['interpretation', 'briefing'],
  severity: 'error',
  demand: {
    'zh-CN': '说明制定政策的背景（情况、问题、需要）或者所依据的法律法规、上级文件',
    en: 'Say what led to the policy (situation, problem, need) or which law or superior document it rests on',
  },
  absent: {
    'zh-CN': '读者不知道为什么出台、依据什么制定',
    en: 'readers cannot tell why the policy was made or what it rests on',
  },
  todo: {
    'zh-CN': '请写明出台前的情况和要解决的问题，或写出依据的法律法规、上级文件名称及文号',
    en: 'Describe the situation and the problem, or name the laws and superior documents with their numbers',
  },
});
