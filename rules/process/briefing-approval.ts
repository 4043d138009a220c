import { compareDays, writeDate } from '../../src/language/dates.js';
import { aboutKey, dateAt, type Fields, fieldsOf, placeAt, UNDATED, valueAt } from '../fields.js';
import { defineRule, optionSchema, type Report } from '../rule.js';
import { signOffsOf } from '../sign-offs.js';
import { caveat, countOption, lastDay } from '../term.js';

interface Options {
  readonly workingDays: number;
}

export const briefingApproval = defineRule<Options>({
  id: 'process/briefing-approval',
  kinds: ['briefing'],
  demand: {
    'zh-CN': '吹风会发布稿经主要负责人签字、盖章，提前报批（默认至少 5 个工作日，紧急的除外）',
    en: 'A briefing is signed by the principal, sealed and submitted ahead (5 working days), unless it is urgent',
  },
  severity: 'warn',
  draft: { keys: ['held', 'urgent', 'approval'] },
  schema: optionSchema({
    workingDays: countOption('higher', 0, 250, {
      'zh-CN': '至少提前几个工作日报批',
      en: 'Working days ahead of the briefing by which it is submitted',
    }),
  }),
  defaults: { workingDays: 5 },
  messages: {
    none: {
      what: { 'zh-CN': '没有审批记录', en: 'There is no record of approval' },
      todo: {
        'zh-CN': '请在文首填写 approval（审批）：报送和批准日期、签字人、是否盖章',
        en: 'Fill in `approval` in front matter: dates of submission and approval, signatory, seal',
      },
    },
    late: {
      what: {
        'zh-CN': '{doneDate} 才报批，不满足召开（{held}）前至少 {count} 个工作日的要求，最迟应在 {due} 报批{note}',
        en: 'It was submitted on {doneDate}; {count} working days ahead of the briefing on {held} means {due} at the latest{note}',
      },
      todo: {
        'zh-CN': '请核对日期；确属紧急的，在文首写明 urgent: true（紧急）',
        en: 'Check the dates; where the matter was urgent, say urgent: true in front matter',
      },
    },
    unsigned: {
      what: { 'zh-CN': '审批没有写明签字人', en: 'The approval names no signatory' },
      todo: {
        'zh-CN': '请送单位主要负责人签字，并填写{key}',
        en: 'Have it signed by the principal, and fill in {key}',
      },
    },
    notPrincipal: {
      what: {
        'zh-CN': '审批由{signatory}签字，而审签中的主要负责人是{principal}',
        en: 'The approval is signed by {signatory}, but the principal among the sign-offs is {principal}',
      },
      todo: { 'zh-CN': '审批表应由单位主要负责人签字，请核对', en: 'The principal signs the approval form; check it' },
    },
    unsealed: {
      what: { 'zh-CN': '审批没有盖章', en: 'The approval is not sealed' },
      todo: { 'zh-CN': '请加盖单位公章，并把{key}写作“是”', en: 'Have it sealed, and set {key} to true' },
    },
    undated: UNDATED,
  },
  check({ document, options, report, notApplicable }) {
    if (document.frontMatter.status === 'broken') return notApplicable();
    const fields = fieldsOf(document);
    if (valueAt(fields, 'approval') === undefined)
      return report({ messageId: 'none', at: placeAt(fields, 'approval') });
    for (const fault of [...timing(fields, options.workingDays), ...signature(fields)]) report(fault);
  },
});

function timing(fields: Fields, count: number): Report[] {
  if (valueAt(fields, 'urgent') === true) return [];
  const [submitted, held] = [dateAt(fields, 'approval.submitted'), dateAt(fields, 'held')];
  if (!submitted || !held) {
    const undated = ['approval.submitted', 'held'].filter((path) => dateAt(fields, path) === null);
    return undated.map((path) => aboutKey('undated', fields, path));
  }
  const term = { count: -count, unit: 'workingDays' } as const;
  const { value: due, certain } = lastDay(held, term);
  if (compareDays(submitted, due) <= 0) return [];
  const data = {
    doneDate: writeDate(submitted),
    held: writeDate(held),
    count,
    due: writeDate(due),
    note: caveat(certain),
  };
  return [{ messageId: 'late', at: placeAt(fields, 'approval.submitted'), data }];
}

function signature(fields: Fields): Report[] {
  const found: Report[] = [];
  const path = 'approval.signatory';
  const signatory = valueAt(fields, path);
  const principal = signOffsOf(fields).find(({ role }) => role === '主要负责人')?.name ?? null;
  if (signatory === undefined) found.push(aboutKey('unsigned', fields, path));
  else if (principal !== null && !plain(signatory).includes(plain(principal))) {
    const data = { signatory: String(signatory), principal };
    found.push({ messageId: 'notPrincipal', at: placeAt(fields, path), data });
  }
  if ([undefined, false].includes(valueAt(fields, 'approval.sealed') as undefined))
    found.push(aboutKey('unsealed', fields, 'approval.sealed'));
  return found;
}

function plain(name: unknown): string {
  return String(name).replace(/\s/g, '');
}
