import { leadsToPolicy } from '../../src/archive/explained.js';
import { isDraft, isOpen } from '../fields.js';
import { defineRule } from '../rule.js';

export const policyLink = defineRule({
  id: 'link/policy-link',
  kinds: ['interpretation', 'briefing'],
  demand: { 'zh-CN': '解读材料链接到所解读的政策文件', en: 'An interpretation links to the policy it explains' },
  severity: 'error',
  draft: { keys: ['policy'], policyKeys: ['interpretations'] },
  messages: {
    missing: {
      what: { 'zh-CN': '没有链接到所解读的政策文件', en: 'There is no link to the policy explained' },
      todo: {
        'zh-CN': '请在文首写 policy（政策文件）：政策文件的路径、网址或文号；或在正文里加上政策文件的链接',
        en: 'Write `policy` in front matter (path, web address or document number), or link to the policy in the text',
      },
      todoInFile: { 'zh-CN': '请在页面上加上政策文件的链接', en: 'Link to the policy on the page' },
    },
    unlinked: {
      severity: 'warn',
      what: { 'zh-CN': '稿子里没有政策文件的链接', en: 'The draft has no link to the policy explained' },
      todo: {
        'zh-CN': '发布时请在网页上链接到政策文件；已有网址的，可以先写在稿子里',
        en: 'Link to the policy when it is published; an address that is known may stand in the draft',
      },
    },
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      if (!facts.frontMatterRead || isOpen(facts, 'policy')) notApplicable(facts);
      else if (!leadsToPolicy(archive, facts)) {
        report(facts, { messageId: isDraft(facts) ? 'unlinked' : 'missing', at: facts.titleRange });
      }
    }
  },
});
