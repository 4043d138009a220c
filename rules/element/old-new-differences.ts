import { detectRevision } from '../../src/elements/revision.js';
import { defineElementRule, type ElementOptions, isMissing } from '../element-rule.js';
import { defineRule } from '../rule.js';

const ownText = defineElementRule({
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
  isDue: ({ document }) => detectRevision(document).revises,
});

export const oldNewDifferences = defineRule<ElementOptions>({
  ...ownText,
  /** The document itself may be silent on a revision that its policy declares. */
  checkArchive({ archive, files, report }) {
    for (const facts of files) {
      if (facts.revision !== 'unknown' || !isMissing(facts.elements['old-new-differences'])) continue;
      const revising = archive
        .targetsOf(facts)
        .find((target) => target.kind === 'policy' && target.revision === 'revises');
      if (revising) report(facts, { messageId: 'absent', at: facts.titleRange });
    }
  },
});
