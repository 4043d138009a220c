import { policiesExplained } from '../../../src/archive/explained.js';
import { defineRule } from '../../rule.js';
import { copyOf } from './copied.js';
import { FINGERPRINTS } from './fingerprints.js';

interface Options {
  readonly maxShare: number;
}

/** Passages located, the longest first. */
const SHOWN = 3;

export const noVerbatimCopy = defineRule<Options>({
  id: 'content/no-verbatim-copy',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读不是政策原文的摘抄或压缩：照抄的文字不超过上限（默认 70%）',
    en: 'An interpretation is no extract of its policy: the share copied stays within the limit (70 % by default)',
  },
  severity: 'warn',
  schema: {
    type: 'object',
    properties: {
      maxShare: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        'x-stricter': 'lower',
        title: 'The largest share of the text that may stand in the policy, 0 to 1',
        description: '与政策原文相同的文字最多占多少（0 到 1）',
      },
    },
    additionalProperties: false,
  },
  defaults: { maxShare: 0.7 },
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
    passage: {
      options: ['maxShare'],
      what: {
        'zh-CN': '这一段约 {length} 字照抄政策原文',
        en: 'These {length} characters or so are copied from the policy',
      },
      todo: { 'zh-CN': '请改写成读者看得懂的说法', en: 'Put them into words that a reader understands' },
    },
  },
  checkArchive({ archive, files, optionsFor, report, notJudged }) {
    for (const facts of files) {
      const { maxShare } = optionsFor(facts);
      const policies = policiesExplained(archive, facts).map(({ policy }) => policy);
      const copy = copyOf(facts, policies);
      if (!copy) notJudged(facts);
      if (!copy || copy.share <= maxShare) continue;
      const [percent, max] = [copy.share, maxShare].map((share) => Math.round(share * 100)) as [number, number];
      const policy = copy.policy.title.replace(/^《([^《》]+)》$/, '$1');
      report(facts, { messageId: 'copied', at: facts.titleRange, data: { percent, max, policy } });
      for (const { range, length } of copy.passages.slice(0, SHOWN)) {
        report(facts, { messageId: 'passage', at: range, data: { length } });
      }
    }
  },
});
