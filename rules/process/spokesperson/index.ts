import { policiesExplained } from '../../../src/archive/explained.js';
import { departmentsIn } from '../../../src/language/departments.js';
import { aboutKey, filesRead, placeAt, valueAt } from '../../fields.js';
import { defineRule, optionSchema } from '../../rule.js';
import { departmentsOfPosts, isPrincipal } from './posts.js';

interface Options {
  readonly lead: boolean;
}

export const spokesperson = defineRule<Options>({
  id: 'process/spokesperson',
  kinds: ['briefing', 'interpretation'],
  demand: { 'zh-CN': '由部门主要负责人出面解读', en: 'The principal of the department speaks for the policy' },
  severity: 'warn',
  draft: { keys: ['policy', 'spokesperson'], policyKeys: ['drafter'] },
  schema: optionSchema({
    lead: {
      type: 'boolean',
      description: '是否必须是牵头起草部门的主要负责人',
      title: 'Whether it has to be the principal of the lead drafter',
    },
  }),
  defaults: { lead: false },
  messages: {
    none: {
      what: { 'zh-CN': '没有写发布人', en: 'Nobody is named to speak for the policy' },
      todo: {
        'zh-CN': '请在文首填写 spokesperson（发布人）的姓名和职务；一般由部门主要负责人出面',
        en: 'Fill in `spokesperson` in front matter: name and post, as a rule of the principal',
      },
    },
    noPost: {
      what: { 'zh-CN': '发布人没有写明{key}', en: '{key} is not given' },
      todo: { 'zh-CN': '请在文首补上{key}', en: 'Add {key} in front matter' },
    },
    notPrincipal: {
      what: {
        'zh-CN': '发布人的职务是“{post}”，不是部门主要负责人',
        en: 'The post is "{post}", which is not that of the principal',
      },
      todo: {
        'zh-CN': '一般应由部门主要负责人出面；请核对职务，或说明由他人代替的原因',
        en: 'As a rule the principal speaks: check the post, or say why somebody else does',
      },
    },
    otherDepartment: {
      what: {
        'zh-CN': '发布人来自{department}，不是牵头起草的部门（{drafter}）',
        en: 'The post is at {department}, which is not the lead drafter ({drafter})',
      },
      todo: {
        'zh-CN': '应由牵头部门的主要负责人首先解读；请核对发布人和政策文件的起草部门',
        en: 'The principal of the lead department interprets first; check post and drafter',
      },
      options: ['lead'],
    },
  },
  checkArchive({ archive, files, optionsFor, report, notApplicable }) {
    for (const facts of filesRead(files, notApplicable)) {
      if (valueAt(facts, 'spokesperson') === undefined) {
        report(facts, { messageId: 'none', at: placeAt(facts, 'spokesperson') });
        continue;
      }
      const missing = ['spokesperson.name', 'spokesperson.post'].filter((path) => valueAt(facts, path) === undefined);
      for (const path of missing) report(facts, aboutKey('noPost', facts, path));
      const post = valueAt(facts, 'spokesperson.post');
      if (typeof post !== 'string') continue;
      const at = placeAt(facts, 'spokesperson.post');
      if (!isPrincipal(post)) report(facts, { messageId: 'notPrincipal', at, data: { post } });
      const departments = departmentsOfPosts(post);
      const leads = policiesExplained(archive, facts).flatMap(
        ({ policy }) => departmentsIn(valueAt(policy, 'drafter'))[0] ?? [],
      );
      if (!optionsFor(facts).lead || departments.length === 0 || leads.length === 0) continue;
      if (departments.some((one) => leads.some((lead) => archive.isSameDepartment(facts, one, lead)))) continue;
      const data = { department: departments.join('、'), drafter: leads.join('、') };
      report(facts, { messageId: 'otherDepartment', at, data });
    }
  },
});
