import { policiesExplained } from '../../src/archive/explained.js';
import type { Facts } from '../../src/archive/facts.js';
import type { ArchiveIndex } from '../../src/archive/index.js';
import { compareDays, writeDate } from '../../src/language/dates.js';
import { firstDateOf, NO_POLICY, policiesToCompare, UNDATED_POLICY, undatedPolicy } from '../explained-policies.js';
import { aboutKey, dateAt, filesRead, isPublic, placeAt, UNDATED, valueAt } from '../fields.js';
import { type ArchiveContext, defineRule, optionSchema, type Report } from '../rule.js';
import { breachOf, countOption, type Dated, LATE } from '../term.js';

interface Options {
  readonly months: number;
  readonly filedFirst: boolean;
}

export const explanationMeeting = defineRule<Options>({
  id: 'process/explanation-meeting',
  kinds: ['policy', 'meeting-plan'],
  demand: {
    'zh-CN': '政策发布后按期召开政策说明会（默认 1 个月内），方案在会前报备',
    en: 'An explanation meeting is held in time after the release (1 month), its plan filed beforehand',
  },
  severity: 'warn',
  draft: { keys: ['policy', 'explanation-meeting', 'held', 'filed'], policyKeys: ['published', 'explanation-meeting'] },
  schema: optionSchema({
    months: countOption('lower', 1, 120, {
      'zh-CN': '政策发布后几个月内召开说明会',
      en: 'Months after the release within which the meeting is held',
    }),
    filedFirst: { type: 'boolean', description: '方案是否应在会前报备', title: 'Ask for a plan filed beforehand' },
  }),
  defaults: { months: 1, filedFirst: true },
  messages: {
    none: {
      what: { 'zh-CN': '没有写政策说明会', en: 'No explanation meeting is named' },
      todo: {
        'zh-CN': '请在文首填写{key}：召开日期，或说明会方案的路径',
        en: 'Fill in {key} in front matter: its date, or the path of its plan',
      },
      options: ['months'],
    },
    late: { ...LATE, options: ['months'] },
    notFiled: {
      what: { 'zh-CN': '说明会方案没有报备', en: 'The plan of the meeting was not filed' },
      todo: { 'zh-CN': '请在会前报备方案和材料，并在文首填写{key}', en: 'File plan and material, and fill in {key}' },
      options: ['filedFirst'],
    },
    filedLate: {
      what: {
        'zh-CN': '方案 {doneDate} 才报备，说明会 {due} 已经召开',
        en: 'The plan was filed on {doneDate}, after the meeting on {due}',
      },
      todo: { 'zh-CN': '方案和材料应在会前报备；请核对日期', en: 'File it before the meeting; check the dates' },
      options: ['filedFirst'],
    },
    undated: UNDATED,
    undatedPolicy: UNDATED_POLICY,
    noPolicy: NO_POLICY,
  },
  checkArchive(context) {
    const plans = context.archive.linted.filter(({ kind }) => kind === 'meeting-plan');
    const planned = new Set(
      plans.flatMap((plan) => policiesExplained(context.archive, plan).map(({ policy }) => policy)),
    );
    for (const facts of filesRead(context.files, context.notApplicable)) {
      const found = facts.kind === 'policy' ? faultsOfPolicy(context, facts) : faultsOfPlan(context, facts);
      if (!found || (planned.has(facts) && valueAt(facts, MEETING) === undefined)) context.notApplicable(facts);
      else for (const fault of found) context.report(facts, fault);
    }
  },
});

const MEETING = 'explanation-meeting';
const RELEASE = ['published', 'issued'];

/** Null where its meeting is not for this policy's findings to judge. */
function faultsOfPolicy({ archive, optionsFor }: ArchiveContext<Options>, policy: Facts): Report[] | null {
  if (valueAt(policy, MEETING) === undefined) return isPublic(policy) ? [aboutKey('none', policy, MEETING)] : null;
  const meeting = meetingOf(archive, policy);
  if (meeting === 'elsewhere') return null;
  if (meeting === null) return [aboutKey('undated', policy, MEETING)];
  const release = firstDateOf(policy, RELEASE);
  if (!release) return [aboutKey('undated', policy, 'published')];
  const late = breachOf({ count: optionsFor(policy).months, unit: 'months' }, release, meeting);
  return late ? [{ messageId: 'late', at: placeAt(policy, MEETING), data: late }] : [];
}

/** When a policy's meeting is held; `elsewhere` where that is not known here, or the findings of its plan say so. */
function meetingOf(archive: ArchiveIndex, policy: Facts): Dated | 'elsewhere' | null {
  const day = dateAt(policy, MEETING);
  if (day) return { path: MEETING, day };
  const link = policy.links.find(({ key }) => key === MEETING);
  const to = link && archive.resolve(policy, link);
  if (!to || (to.status === 'missing' && to.by === 'title')) return null;
  const plan = to.status === 'file' ? to.facts : undefined;
  return (plan && !archive.isLinted(plan) && firstDateOf(plan, ['held'])) || 'elsewhere';
}

function faultsOfPlan(context: ArchiveContext<Options>, plan: Facts): Report[] {
  const { months, filedFirst } = context.optionsFor(plan);
  const [held, filed] = [firstDateOf(plan, ['held']), dateAt(plan, 'filed')];
  const found: Report[] = held ? [] : [aboutKey('undated', plan, 'held')];
  for (const explained of policiesToCompare(context, plan)) {
    const release = firstDateOf(explained.policy, RELEASE);
    const late = release && held && breachOf({ count: months, unit: 'months' }, release, held);
    if (!release) found.push(undatedPolicy(explained, 'published'));
    if (late) found.push({ messageId: 'late', at: placeAt(plan, 'held'), data: late });
  }
  if (filedFirst && !filed) found.push(aboutKey('notFiled', plan, 'filed'));
  // Dates have no hour: filed on the day of the meeting may well be before it.
  if (filedFirst && filed && held && compareDays(filed, held.day) > 0) {
    const data = { doneDate: writeDate(filed), due: writeDate(held.day) };
    found.push({ messageId: 'filedLate', at: placeAt(plan, 'filed'), data });
  }
  return found;
}
