import { defineElementRule } from '../element-rule.js';

export const keywordExplanations = defineElementRule({
  element: 'keyword-explanations',
  kinds: ['interpretation', 'briefing'],
  severity: 'error',
  demand: {
    'zh-CN': '对关键词、专业术语和容易误解的说法作出诠释',
    en: 'Explain keywords, terms of art and whatever may be misread',
  },
  absent: { 'zh-CN': '没有解释任何专业术语或容易误解的词', en: 'no term is defined or explained' },
  todo: {
    'zh-CN': '请挑出读者可能不懂的词，用“……是指……”或“……，即……”说明白',
    en: 'Pick the terms readers may not know and define each in plain words',
  },
});
