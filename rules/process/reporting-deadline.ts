import { aboutKey, dateAt, type Fields, fieldsOf, isPublic, placeAt, UNDATED, valueAt } from '../fields.js';
import { defineRule, optionSchema } from '../rule.js';
import { datedSignOffs } from '../sign-offs.js';
import { breachOf, countOption, type Dated, LATE } from '../term.js';

interface Options {
  readonly workingDays: number;
}

export const reportingDeadline = defineRule<Options>({
  id: 'process/reporting-deadline',
  kinds: ['interpretation', 'policy'],
  demand: {
    'zh-CN': '定稿（最后一道审签，没有审签的按成稿日期）后按期报送发布（默认 5 个工作日内，紧急的当日）',
    en: 'It is handed in for publishing in time (5 working days, the same day if urgent) after the last sign-off, else after it was drafted',
  },
  severity: 'warn',
  draft: { keys: ['drafted', 'urgent', 'reported'] },
  schema: optionSchema({
    workingDays: countOption('lower', 0, 250, {
      'zh-CN': '定稿后几个工作日内报送（紧急的一律当日）',
      en: 'Working days after the text is final within which it is handed in (the same day if urgent)',
    }),
  }),
  defaults: { workingDays: 5 },
  messages: {
    late: LATE,
    notReported: {
      what: { 'zh-CN': '没有写{key}，无法核对是否按期报送', en: 'It is not said when it was handed in' },
      todo: {
        'zh-CN': '请报送后在文首填写{key}，写作“年-月-日”',
        en: 'Hand it in and fill in {key} in front matter as YYYY-MM-DD',
      },
    },
    undated: UNDATED,
  },
  check({ document, options, report, notApplicable }) {
    const fields = fieldsOf(document);
    if (document.frontMatter.status === 'broken' || !isPublic(fields)) return notApplicable();
    const path = 'reported';
    const [ready, reported] = [finished(fields), dateAt(fields, path)];
    if (!reported) return report(aboutKey('notReported', fields, path));
    if (!ready) return report(aboutKey('undated', fields, document.kind === 'policy' ? 'drafted' : 'sign-offs.0.date'));
    const count = valueAt(fields, 'urgent') === true ? 0 : options.workingDays;
    const late = breachOf({ count, unit: 'workingDays' }, ready, { path, day: reported });
    if (late) report({ messageId: 'late', at: placeAt(fields, path), data: late });
  },
});

/** When the text was final: at the last sign-off, else when it was drafted. */
function finished(fields: Fields): Dated | null {
  const last = datedSignOffs(fields).at(-1);
  if (last) return { path: `${last.path}.date`, day: last.day };
  const drafted = dateAt(fields, 'drafted');
  return drafted && { path: 'drafted', day: drafted };
}
