import { unclearMessage } from '../element-messages.js';
import {
  defineElementRule,
  type ElementDemand,
  type ElementOptions,
  isMissing,
  reportMissing,
} from '../element-rule.js';
import { defineRule } from '../rule.js';

const demand: ElementDemand = {
  element: 'legality',
  kinds: ['interpretation', 'briefing'],
  severity: 'warn',
  demand: {
    'zh-CN': '涉及群众切身利益、重大公共利益的，说明政策的依据及其合法性、合理性',
    en: 'Where vital or major public interests are touched, show that the policy is lawful and reasonable',
  },
  absent: {
    'zh-CN': '涉及重大公共利益，却没有说明合法性、合理性',
    en: 'major public interest is touched, but nothing shows the policy lawful and reasonable',
  },
  todo: {
    'zh-CN': '请写明法律依据、合法性审查或评估的情况以及作出这样规定的理由',
    en: 'Name the legal basis, the legality review or assessment, and the reasons',
  },
  isDue: ({ document }) => document.frontMatter.data['public-interest'] === true,
};

const ownWord = defineElementRule(demand);

export const legality = defineRule<ElementOptions>({
  ...ownWord,
  draft: { keys: ['public-interest'], policyKeys: ['public-interest'] },
  messages: { ...ownWord.messages, unclear: unclearMessage(demand) },
  /** Where the document does not say whether public interest is touched, its policy does. */
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const touching =
        facts.data['public-interest'] === undefined &&
        archive.leadsTo(facts, ({ kind, data }) => kind === 'policy' && data['public-interest'] === true);
      if (!touching) notApplicable(facts);
      else if (isMissing(facts.elements.legality)) reportMissing('legality', facts, report);
    }
  },
});
