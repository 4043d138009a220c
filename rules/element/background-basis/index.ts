import { defineElementRule } from '../../element-rule.js';
import { extendElementRule } from '../../further-demand.js';
import { namesLegalBasis } from './legal-basis.js';

const backgroundOrBasis = defineElementRule({
  element: 'background-basis',
  kinds: ['interpretation', 'briefing'],
  severity: 'error',
  demand: {
    'zh-CN': '说明制定政策的背景（情况、问题、需要）或者所依据的法律法规、上级文件',
    en: 'Say what led to the policy (situation, problem, need) or which law or superior document it rests on',
  },
  absent: {
    'zh-CN': '读者不知道为什么出台、依据什么制定',
    en: 'readers cannot tell why the policy was made or what it rests on',
  },
  todo: {
    'zh-CN': '请写明出台前的情况和要解决的问题，或写出依据的法律法规、上级文件名称及文号',
    en: 'Describe the situation and the problem, or name the laws and superior documents with their numbers',
  },
});

export const backgroundBasis = extendElementRule(backgroundOrBasis, {
  properties: {
    legalBasis: {
      type: 'boolean',
      title: 'Ask for the laws or superior documents, by name or number',
      description: '是否必须写出所依据的法律法规或上级文件（名称或文号）',
    },
  },
  defaults: { legalBasis: false },
  messages: {
    noLegalBasis: {
      what: {
        'zh-CN': '没有写出所依据的法律法规或上级文件',
        en: 'No law or superior document that the policy rests on is named',
      },
      todo: {
        'zh-CN': '请用“根据《……》”写出法律法规、上级文件的名称，有文号的写出文号',
        en: 'Name laws and superior documents as 根据《……》, with their numbers where they have one',
      },
      options: ['legalBasis'],
    },
  },
  check({ document, options, report }, at) {
    if (options.legalBasis && !namesLegalBasis(document)) report({ messageId: 'noLegalBasis', at });
  },
});
