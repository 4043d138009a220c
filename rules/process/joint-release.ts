import { policiesExplained } from '../../src/archive/explained.js';
import { departmentsIn } from '../../src/language/departments.js';
import { fieldName, placeAt, valueAt } from '../fields.js';
import { defineRule } from '../rule.js';

export const jointRelease = defineRule({
  id: 'process/joint-release',
  kinds: ['briefing'],
  demand: {
    'zh-CN': '规章由司法行政部门和起草部门共同发布',
    en: 'A government rule (规章) is released by the justice department together with the drafter',
  },
  severity: 'warn',
  draft: { keys: ['policy', 'releasers'], policyKeys: ['category', 'drafter'] },
  messages: {
    none: {
      what: {
        'zh-CN': '发布的是规章“{title}”，却没有写发布单位',
        en: 'A government rule, "{title}", is released, but no releasers are given',
      },
      todo: {
        'zh-CN': '请在文首填写{key}：司法局和起草部门',
        en: 'Fill in {key} in front matter: the justice department and the drafter',
      },
    },
    missing: {
      what: {
        'zh-CN': '发布的是规章，发布单位（{releasers}）里没有{department}',
        en: 'A government rule is released without {department} among its releasers ({releasers})',
      },
      todo: {
        'zh-CN': '规章由司法局与起草部门一起发布；请补上，或核对{key}',
        en: 'Justice department and drafter release a government rule together; add it, or check {key}',
      },
    },
  },
  checkArchive({ archive, files, report, notApplicable }) {
    for (const facts of files) {
      const explained = facts.frontMatterRead ? policiesExplained(archive, facts) : [];
      const policy = explained.find(({ policy: { data } }) => data.category === '规章')?.policy;
      if (!policy) {
        notApplicable(facts);
        continue;
      }
      const releasers = departmentsIn(valueAt(facts, 'releasers'));
      const at = placeAt(facts, 'releasers');
      const key = fieldName('releasers');
      if (releasers.length === 0) {
        report(facts, { messageId: 'none', at, data: { key, title: policy.title } });
        continue;
      }
      const data = { key, releasers: releasers.join('、') };
      if (!releasers.some((name) => JUSTICE.test(name)))
        report(facts, { messageId: 'missing', at, data: { ...data, department: '司法局' } });
      const [drafter] = departmentsIn(valueAt(policy, 'drafter') ?? valueAt(facts, 'author'));
      if (drafter !== undefined && !releasers.some((name) => archive.isSameDepartment(facts, name, drafter)))
        report(facts, { messageId: 'missing', at, data: { ...data, department: drafter } });
    }
  },
});

/** The department of justice of any place and level. */
const JUSTICE = /司法(?:行政)?[局厅部]$/;
