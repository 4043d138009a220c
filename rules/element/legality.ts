import { defineElementRule } from '../element-rule.js';

export const legality = defineElementRule({
  element: 'legality',
  kinds: ['briefing'],
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
});
