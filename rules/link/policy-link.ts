import { announcesPolicy } from '../../src/archive/announced.js';
import { defineRule, NO_OPTIONS } from '../rule.js';

export const policyLink = defineRule({
  id: 'link/policy-link',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '解读材料链接到所解读的政策文件',
    en: 'An interpretation links to the policy it explains',
  },
  severity: 'error',
  schema: NO_OPTIONS,
  defaults: {},
  messages: {
    missing: {
      what: { 'zh-CN': '没有链接到所解读的政策文件', en: 'There is no link to the policy explained' },
      todo: {
        'zh-CN': '请在文首写 policy（政策文件）：政策文件的路径、网址或文号；或在正文里加上政策文件的链接',
        en: 'Write `policy` in front matter (path, web address or document number), or link to the policy in the text',
      },
    },
  },
  checkArchive({ archive, files, report }) {
    for (const facts of files) {
      if (!facts.frontMatterRead) continue;
      const linked = facts.links.some((link) => {
        if (link.key) return link.key === 'policy' && link.to.trim() !== '';
        if (link.type === 'image') return false;
        const to = archive.resolve(facts, link);
        // Where the target cannot be read as a document, the link's own words tell; one that is broken is link/no-broken-link's.
        return to.status === 'file' && to.facts?.kind ? to.facts.kind === 'policy' : announcesPolicy(link, facts.title);
      });
      if (!linked) report(facts, { messageId: 'missing', at: facts.titleRange });
    }
  },
});
