import { defineElementRule } from '../element-rule.js';

export const consultation = defineElementRule({
  element: 'consultation',
  kinds: ['interpretation', 'briefing'],
  severity: 'warn',
  demand: {
    'zh-CN': '说明征求意见的情况：向谁征求、收到多少、采纳多少',
    en: 'Report the consultation: who was asked, what came in, what was adopted',
  },
  absent: { 'zh-CN': '没有介绍征求意见的情况', en: 'nothing is said about the consultation of opinion' },
  todo: {
    'zh-CN': '请写明征求意见的方式、对象、时间，收到和采纳意见的情况',
    en: 'Say how, whom and when opinions were asked, and which were adopted',
  },
});
