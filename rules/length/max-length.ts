import { rangeBeyond } from '../../src/document/word-count.js';
import { defineRule, optionSchema } from '../rule.js';

interface Options {
  readonly max: number;
}

export const maxLength = defineRule<Options>({
  id: 'length/max-length',
  kinds: ['briefing'],
  demand: {
    'zh-CN': '发布稿的字数不超过上限（默认 3000 字，按办公软件的“字数”计算）',
    en: 'A briefing stays within the limit (3000 by default), counted as an office word processor counts 字数',
  },
  severity: 'error',
  schema: optionSchema({
    max: { type: 'integer', minimum: 1, 'x-stricter': 'lower', title: 'The most 字数', description: '字数上限' },
  }),
  defaults: { max: 3000 },
  messages: {
    tooLong: {
      options: ['max'],
      what: {
        'zh-CN': '全文 {count} 字，超过上限 {max} 字，多出 {over} 字',
        en: 'The text has {count} characters, {over} more than the limit of {max}',
      },
      todo: {
        'zh-CN': '请从这里往后压缩，或删去与政策要点无关的内容',
        en: 'Cut the text from here on, or drop what is not to the point',
      },
    },
  },
  check({ document, options, report }) {
    const { total } = document.wordCount;
    if (total <= options.max) return;
    const at = rangeBeyond(document.units, options.max) ?? document.titleRange;
    report({ messageId: 'tooLong', at, data: { count: total, max: options.max, over: total - options.max } });
  },
});
