import { detectRevision } from '../../../src/elements/revision.js';
import { unclearMessage } from '../../element-messages.js';
import {
  defineElementRule,
  type ElementDemand,
  type ElementOptions,
  isMissing,
  reportMissing,
} from '../../element-rule.js';
import { extendElementRule } from '../../further-demand.js';
import { defineRule } from '../../rule.js';
import { type RevisionAspect, tellsOf } from './revision-aspects.js';

const demand: ElementDemand = {
  element: 'old-new-differences',
  kinds: ['interpretation', 'briefing'],
  severity: 'error',
  demand: {
    'zh-CN': '政策修订、替代旧政策的，说明新旧差异',
    en: 'Where the policy revises or replaces an older one, say what differs',
  },
  absent: {
    'zh-CN': '这是对旧政策的修订，读者看不出改了什么',
    en: 'the policy revises an older one, but nothing tells what changed',
  },
  todo: {
    'zh-CN': '请用“由……改为……”“新增……”“取消……”逐项说明与旧政策的不同和衔接；首次制定的请写明',
    en: 'List what was changed, added and dropped and how old cases are handled; say so where it is a first edition',
  },
  isDue: ({ document }) => detectRevision(document) === 'revises',
};

const ownText = defineElementRule(demand);

const ofPolicy = defineRule<ElementOptions>({
  ...ownText,
  draft: { policyKeys: ['revises'] },
  messages: { ...ownText.messages, unclear: unclearMessage(demand) },
  /** The document itself may be silent on a revision that its policy declares. */
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const revising =
        facts.revision === 'unknown' &&
        archive.leadsTo(facts, ({ kind, revision }) => kind === 'policy' && revision === 'revises');
      if (!revising) notApplicable(facts);
      else if (isMissing(facts.elements['old-new-differences'])) reportMissing('old-new-differences', facts, report);
    }
  },
});

export const oldNewDifferences = extendElementRule(ofPolicy, {
  properties: {
    aspects: {
      type: 'array',
      items: { enum: ['reason', 'transition', 'differences'] },
      uniqueItems: true,
      title: 'What has to be told of the revision: why it was made, how old and new connect, how they differ',
      description: '修订要讲清哪几方面：reason 为何修订，transition 新旧如何衔接，differences 差在哪里',
    },
  },
  defaults: { aspects: [] as readonly ('reason' | 'transition' | 'differences')[] },
  messages: {
    noReason: {
      what: { 'zh-CN': '写了改动，没有写为什么要修订', en: 'The changes are told, but not why they were made' },
      todo: {
        'zh-CN': '请写明修订的原因，例如原规定到期、与上位法不一致或者不再适应实际',
        en: 'Say why: the old rules ran out, contradict a higher law or no longer fit',
      },
      options: ['aspects'],
    },
    noTransition: {
      what: {
        'zh-CN': '写了改动，没有写新旧政策怎样衔接',
        en: 'The changes are told, but not how old and new connect',
      },
      todo: {
        'zh-CN': '请写明旧政策何时停止执行，此前已经受理、享受的怎样处理',
        en: 'Say when the old rules end and what becomes of cases already in hand',
      },
      options: ['aspects'],
    },
  },
  check({ document, options, report }, at) {
    if (detectRevision(document) !== 'revises') return;
    const untold = (aspect: RevisionAspect) => options.aspects.includes(aspect) && !tellsOf(aspect, document);
    if (untold('reason')) report({ messageId: 'noReason', at });
    if (untold('transition')) report({ messageId: 'noTransition', at });
  },
});
