import { leadsToPolicy } from '../../src/archive/explained.js';
import { defineRule } from '../rule.js';

export const policyLink = defineRule({
  id: 'link/policy-link',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读材料链接到所解读的政策文件',
    en: 'An interpretation links to the policy it explains',
  },
  severity: 'error',
  draft: { keys: ['policy'], policyKeys: ['interpretations'] },
  messages: {
    missing: {
      what: { 'zh-CN': '没有链接到所解读的政策文件', en: 'There is no link to the policy explained' },
      todo: {
        'zh-CN': '请在文首写 policy（政策文件）：政策文件的路径、网址或文号；或在正文里加上政策文件的链接',
        en: 'Write `policy` in front matter (path, web address or document number), or link to the policy in the text',
      },
    },
  },
  checkArchive({ archive, files, report, notJudged }) {
    for (const facts of files) {
      if (!facts.frontMatterRead) notJudged(facts);
      else if (!leadsToPolicy(archive, facts)) report(facts, { messageId: 'missing', at: facts.titleRange });
    }
  },
});
