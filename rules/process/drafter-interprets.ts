import { departmentsIn } from '../../src/language/departments.js';
import { NO_POLICY, policiesToCompare } from '../explained-policies.js';
import { aboutKey, fieldName, filesRead, placeAt, UNFILLED, valueAt } from '../fields.js';
import { defineRule, optionSchema } from '../rule.js';

interface Options {
  readonly lead: boolean;
}

export const drafterInterprets = defineRule<Options>({
  id: 'process/drafter-interprets',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '谁起草、谁解读：解读单位是政策的起草部门',
    en: 'Who drafts, interprets: the author is the department that drafted the policy',
  },
  severity: 'warn',
  draft: { keys: ['policy', 'author'], policyKeys: ['drafter'] },
  schema: optionSchema({
    lead: {
      type: 'boolean',
      description: '几个部门起草的，是否必须由牵头部门（第一个）解读',
      title: 'Whether, of several drafters, the lead (the first) has to interpret',
    },
  }),
  defaults: { lead: false },
  messages: {
    notDrafter: {
      what: {
        'zh-CN': '解读单位（{author}）不是政策文件的起草部门（{drafter}）',
        en: 'The author ({author}) did not draft the policy ({drafter} did)',
      },
      todo: {
        'zh-CN': '应由起草部门解读；同一部门的不同名称，请写进配置文件的 archive.departments',
        en: 'The drafter interprets; other names of one department go to archive.departments of the config',
      },
    },
    notLead: {
      what: {
        'zh-CN': '解读单位（{author}）不是牵头起草的部门（{drafter}）',
        en: 'The author ({author}) is not the lead drafter ({drafter})',
      },
      todo: {
        'zh-CN': '几个部门起草的，应由牵头部门解读；请核对起草部门的次序（牵头的写在最前）',
        en: 'Of several drafters the lead one interprets; check their order (the lead comes first)',
      },
      options: ['lead'],
    },
    noAuthor: UNFILLED,
    noDrafter: {
      what: {
        'zh-CN': '所解读的政策文件“{title}”没有写起草部门，无法核对是否由起草部门解读',
        en: 'The policy explained, "{title}", names no drafter to compare the author with',
      },
      todo: {
        'zh-CN': '请在该政策文件的文首填写{key}，牵头的写在最前',
        en: 'Fill in {key} in the front matter of that policy, the lead first',
      },
    },
    noPolicy: NO_POLICY,
  },
  checkArchive(context) {
    const { archive, files, optionsFor, report, notApplicable } = context;
    for (const facts of filesRead(files, notApplicable)) {
      const authors = departmentsIn(valueAt(facts, 'author'));
      if (authors.length === 0) {
        report(facts, aboutKey('noAuthor', facts, 'author'));
        continue;
      }
      const interpretedBy = (department: string) =>
        authors.some((author) => archive.isSameDepartment(facts, author, department));
      const policies = policiesToCompare(context, facts);
      if (policies.length === 0) notApplicable(facts);
      for (const { policy, at } of policies) {
        const drafters = departmentsIn(valueAt(policy, 'drafter'));
        const [lead] = drafters;
        const data = { author: authors.join('、'), drafter: drafters.join('、') };
        if (lead === undefined) {
          // Who issues a paper has mostly drafted it.
          if (departmentsIn(valueAt(policy, 'issuer')).some(interpretedBy)) continue;
          report(facts, { messageId: 'noDrafter', at, data: { key: fieldName('drafter'), title: policy.title } });
        } else if (!drafters.some(interpretedBy)) {
          report(facts, { messageId: 'notDrafter', at: placeAt(facts, 'author'), data });
        } else if (optionsFor(facts).lead && !interpretedBy(lead)) {
          report(facts, { messageId: 'notLead', at: placeAt(facts, 'author'), data: { ...data, drafter: lead } });
        }
      }
    }
  },
});
