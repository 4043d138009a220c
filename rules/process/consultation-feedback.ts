import { writeDate } from '../../src/language/dates.js';
import { aboutKey, dateAt, type Fields, fieldName, fieldsOf, placeAt, UNDATED, valueAt } from '../fields.js';
import { defineRule, type Localized, optionSchema, type Report } from '../rule.js';
import { breachOf, caveat, countOption, LATE, lastDay, type Term } from '../term.js';

interface Options {
  readonly resultsDays: number | null;
  readonly adoptionWorkingDays: number | null;
  readonly adoptionMonths: number | null;
}

const MISSING: Localized = {
  'zh-CN': '没有写{done}：{from}是 {fromDate}，最迟应在 {due} 公布{note}',
  en: '{done} is not given: {from} is {fromDate}, it is due by {due}{note}',
};

const PUBLISH: Localized = {
  'zh-CN': '请公布后在文首填写{done}；已经公布的，补上日期',
  en: 'Publish it and fill in {done} in front matter; add the date where it has been published',
};

export const consultationFeedback = defineRule<Options>({
  id: 'process/consultation-feedback',
  kinds: ['policy'],
  demand: {
    'zh-CN': '征求过意见的政策，按期公布征求意见的结果和采纳情况',
    en: 'Where opinions were sought, the results and what was adopted are published in time',
  },
  severity: 'warn',
  draft: { keys: ['published', 'consultation'] },
  schema: optionSchema({
    resultsDays: {
      ...countOption('lower', 0, 3660, {
        'zh-CN': '征求意见结束后几日内公布结果（null：不要求）',
        en: 'Days after the end of the consultation within which its results are published (null: not asked)',
      }),
      type: ['integer', 'null'],
    },
    adoptionWorkingDays: {
      ...countOption('lower', 0, 250, {
        'zh-CN': '政策发布后几个工作日内公布采纳情况（null：不要求）',
        en: 'Working days after the release within which it is published what was adopted (null: not asked)',
      }),
      type: ['integer', 'null'],
    },
    adoptionMonths: {
      ...countOption('lower', 1, 120, {
        'zh-CN': '征求意见结束后几个月内公布采纳情况（null：不要求）',
        en: 'Months after the end of the consultation within which it is published what was adopted (null: not asked)',
      }),
      type: ['integer', 'null'],
    },
  }),
  defaults: { resultsDays: 7, adoptionWorkingDays: 10, adoptionMonths: null },
  messages: {
    resultsLate: LATE,
    resultsMissing: { what: MISSING, todo: PUBLISH },
    adoptionLate: LATE,
    adoptionMissing: { what: MISSING, todo: PUBLISH },
    undated: UNDATED,
  },
  check({ document, options, report, notApplicable }) {
    const fields = fieldsOf(document);
    const release = dateAt(fields, 'published') || !dateAt(fields, 'issued') ? 'published' : 'issued';
    const duties: Omit<Duty, 'count'>[] = [
      { option: 'resultsDays', what: 'results', from: 'consultation.end', unit: 'days' },
      { option: 'adoptionWorkingDays', what: 'adoption', from: release, unit: 'workingDays' },
      { option: 'adoptionMonths', what: 'adoption', from: 'consultation.end', unit: 'months' },
    ];
    const demanded = duties.flatMap((duty): Duty[] => {
      const count = options[duty.option];
      return count === null ? [] : [{ ...duty, count }];
    });
    // What else stands there (无) is for meta/schema.
    if (typeof (valueAt(fields, 'consultation') ?? '') !== 'object' || demanded.length === 0) return notApplicable();
    const undated = new Set(demanded.map(({ from }) => from).filter((from) => dateAt(fields, from) === null));
    for (const path of undated) {
      const options = demanded.filter(({ from }) => from === path).map(({ option }) => option);
      report({ ...aboutKey('undated', fields, path), options });
    }
    for (const fault of earliest(demanded.flatMap((duty) => faultOf(fields, duty)))) report(fault);
  },
});

interface Duty extends Term {
  readonly option: keyof Options;
  readonly what: 'results' | 'adoption';
  /** Path of the date it is counted from. */
  readonly from: string;
}

function faultOf(fields: Fields, { option, what, from, ...term }: Duty): Report[] {
  const path = `consultation.${what}`;
  const [start, done] = [dateAt(fields, from), dateAt(fields, path)];
  if (!start) return [];
  const about = { at: placeAt(fields, path), options: [option] };
  if (done) {
    const late = breachOf(term, { path: from, day: start }, { path, day: done });
    return late ? [{ messageId: `${what}Late`, ...about, data: late }] : [];
  }
  const { value: due, certain } = lastDay(start, term);
  const data = {
    done: fieldName(path),
    from: fieldName(from),
    fromDate: writeDate(start),
    due: writeDate(due),
    note: caveat(certain),
  };
  return [{ messageId: `${what}Missing`, ...about, data }];
}

/** One finding a duty: where two terms were missed, the one that ended first. */
function earliest(faults: readonly Report[]): Report[] {
  const sorted = [...faults].sort((a, b) => (String(a.data?.due) < String(b.data?.due) ? -1 : 1));
  return sorted.filter((fault, i) => sorted.findIndex(({ messageId }) => messageId === fault.messageId) === i);
}
