import type { Facts, LinkFact } from '../../../src/archive/facts.js';
import { kindName } from '../../../src/document/vocabulary.js';
import { fieldName } from '../../fields.js';
import { defineRule, type Localized } from '../../rule.js';
import { speaksOf } from './speaks-of.js';

/** Front matter keys that lead to papers of certain kinds. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  policy: ['policy'],
  interpretations: ['interpretation', 'briefing'],
  'explanation-meeting': ['meeting-plan'],
};

export const targetMatches = defineRule({
  id: 'link/target-matches',
  kinds: ['policy', 'interpretation', 'briefing', 'interpretation-plan', 'meeting-plan'],
  demand: {
    'zh-CN': '链接到的正是所解读的那份政策文件（或它的解读材料）',
    en: 'Links lead to the very policy explained, or to its own interpretations',
  },
  severity: 'warn',
  messages: {
    wrongKind: {
      what: { 'zh-CN': '{key}链接到的是{kind}：{title}', en: '"{key}" leads to a file of kind {kindId}: {title}' },
      todo: { 'zh-CN': '请改为链接到{expected}', en: 'Link to a file of kind {expectedId}' },
    },
    otherPolicy: {
      what: {
        'zh-CN': '链接到的政策文件是“{title}”，与本文解读的不是同一份',
        en: 'The link leads to "{title}", which is not the policy this text explains',
      },
      todo: {
        'zh-CN': '请核对链接；如果链接没错，请在标题或正文里写出政策文件的全称',
        en: 'Check the link; where it is right, name the policy in full in the title or text',
      },
    },
    explainsOther: {
      what: { 'zh-CN': '{kind}“{title}”针对的是另一份文件', en: '"{title}" (kind {kindId}) is about another paper' },
      todo: { 'zh-CN': '请核对{key}里的这一项', en: 'Check this item of {key}' },
    },
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      let isJudged = false;
      for (const link of facts.links) {
        const expected = link.guessed ? undefined : EXPECTED[link.key ?? ''];
        const to = expected && archive.resolve(facts, link);
        if (!expected || to?.status !== 'file' || !to.facts) continue;
        const target = to.facts;
        isJudged = true;
        const fault = faultOf(facts, link, target, expected);
        if (fault) report(facts, { messageId: fault, at: link.range, data: dataOf(link, target, expected) });
      }
      if (!isJudged) notApplicable(facts);
    }

    function faultOf(facts: Facts, link: LinkFact, target: Facts, expected: readonly string[]): string | null {
      if (target.kind !== null && !expected.includes(target.kind)) return 'wrongKind';
      if (link.key === 'policy') return speaksOf(facts, target) ? null : 'otherPolicy';
      const policies = target.links
        .filter((back) => back.key === 'policy')
        .map((back) => archive.resolve(target, back));
      const known = policies.flatMap((policy) => (policy.status === 'file' && policy.facts ? [policy.facts] : []));
      // An interpretation that speaks of this policy and links to another has the fault itself.
      return known.length > 0 && !known.includes(facts) && !speaksOf(target, facts) ? 'explainsOther' : null;
    }
  },
});

function dataOf(link: LinkFact, target: Facts, expected: readonly string[]): Record<string, string | Localized> {
  return {
    key: fieldName(link.key ?? ''),
    title: target.title,
    kind: kindName(target.kind ?? ''),
    kindId: target.kind ?? '',
    expected: expected.map((kind) => kindName(kind)).join('或'),
    expectedId: expected.join(' / '),
  };
}
