import { policiesExplained } from '../../../src/archive/explained.js';
import { defineRule, optionSchema } from '../../rule.js';
import { copyOf } from './copied.js';
import { FINGERPRINTS } from './fingerprints.js';

interface Options {
  readonly maxShare: number;
  readonly maxPassage: number;
}

/** Passages located, the longest first. */
const SHOWN = 3;

export const noVerbatimCopy = defineRule<Options>({
  id: 'content/no-verbatim-copy',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读不是政策原文的摘抄或压缩：全文照抄的比例（默认 70%）和连续照抄的字数（默认 600 字）不超过上限',
    en: 'An interpretation is no extract of its policy: neither the share copied (70 % by default) nor any passage copied (600 characters) goes beyond the limit',
  },
  severity: 'warn',
  schema: optionSchema({
    maxShare: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      'x-stricter': 'lower',
      title: 'The largest share of the text that may stand in the policy, 0 to 1',
      description: '与政策原文相同的文字最多占多少（0 到 1）',
    },
    maxPassage: {
      type: 'integer',
      minimum: 100,
      'x-stricter': 'lower',
      title: 'The most characters in a row that may stand in the policy',
      description: '连续照抄政策原文最多多少字',
    },
  }),
  defaults: { maxShare: 0.7, maxPassage: 600 },
  compares: [FINGERPRINTS],
  messages: {
    copied: {
      options: ['maxShare'],
      what: {
        'zh-CN': '全文约 {percent}% 的文字与《{policy}》相同，超过上限 {max}%',
        en: 'About {percent} % of the text stands in "{policy}" word for word; the limit is {max} %',
      },
      todo: {
        'zh-CN': '请用自己的话讲清为什么、对谁、怎么办，配上例子；照抄最长的几段已分别标出',
        en: 'Say in plain words why, for whom and how, with examples; the longest copied passages are marked',
      },
    },
    long: {
      options: ['maxPassage'],
      what: {
        'zh-CN': '这里连续约 {length} 字照抄《{policy}》，超过上限 {max} 字',
        en: 'About {length} characters in a row are copied from "{policy}"; the limit is {max}',
      },
      todo: {
        'zh-CN': '请改用自己的话概括；确需引用的，只引要紧的一两句并加引号',
        en: 'Say it in your own words; quote no more than the sentences that matter, in quotation marks',
      },
    },
    passage: {
      options: ['maxShare'],
      what: {
        'zh-CN': '这一段约 {length} 字照抄政策原文',
        en: 'These {length} characters or so are copied from the policy',
      },
      todo: { 'zh-CN': '请改写成读者看得懂的说法', en: 'Put them into words that a reader understands' },
    },
  },
  checkArchive({ archive, files, optionsFor, report, notApplicable }) {
    for (const facts of files) {
      const { maxShare, maxPassage } = optionsFor(facts);
      const policies = policiesExplained(archive, facts).map(({ policy }) => policy);
      const copy = copyOf(facts, policies);
      if (!copy) notApplicable(facts);
      if (!copy) continue;
      const policy = copy.policy.title.replace(/^《([^《》]+)》$/, '$1');
      if (copy.sureShare <= maxShare) {
        for (const { range, length } of copy.passages.filter((passage) => passage.length > maxPassage))
          report(facts, { messageId: 'long', at: range, data: { length, policy, max: maxPassage } });
        continue;
      }
      const [percent, max] = [copy.share, maxShare].map((share) => Math.round(share * 100)) as [number, number];
      report(facts, { messageId: 'copied', at: facts.titleRange, data: { percent, max, policy } });
      for (const { range, length } of copy.passages.slice(0, SHOWN))
        report(facts, { messageId: 'passage', at: range, data: { length } });
    }
  },
});
