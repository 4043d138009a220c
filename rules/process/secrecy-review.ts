import { lineToPaste } from '../../src/document/key-names.js';
import { compareDays, writeDate } from '../../src/language/dates.js';
import { dateAt, fieldName, fieldsOf, placeAt, releaseOf, valueAt } from '../fields.js';
import { defineRule } from '../rule.js';

const LINE = lineToPaste('secrecy-review');
const PARTS = ['secrecy-review.reviewer', 'secrecy-review.date', 'secrecy-review.result'];

/** The review is not done. */
const PENDING = /^(?:(?:正在|尚在)?审查中|待(?:定|审查?|复审|审核)|[尚还]?未(?:审|审查|完成)|(?:正在)?办理中)$/;

/** The reviewer's word against publishing; that there is nothing of the kind (没有不宜公开的内容) is none. */
const REFUSED =
  /(?<!无|没有|未发现|不存在|不含|不属于|不涉及)(?:不(?:同意|得|予|宜|可|可以|能|应)?|暂[不缓]|禁止)(?:对外)?(?:公开|发布)|^(?:不合格|不同意|不行)|(?:不|未|没有)(?:予)?通过(?!.{0,4}公开)|(?<!不|未|无|非|没有|不含|不属于|不涉及|未发现|不存在)(?:属于?|系|含有?|涉及)(?:国家秘密|工作秘密|涉密)/;

export const secrecyReview = defineRule({
  id: 'process/secrecy-review',
  kinds: ['policy', 'interpretation', 'briefing', 'interpretation-plan', 'meeting-plan'],
  demand: {
    'zh-CN': '发布之前经过保密审查：写明审查人、日期和结论',
    en: 'Before it is published a paper passes a secrecy review: who reviewed it, when, with what result',
  },
  severity: 'warn',
  draft: { keys: ['secrecy-review'] },
  messages: {
    missing: {
      what: { 'zh-CN': '没有保密审查记录', en: 'There is no record of a secrecy review' },
      todo: {
        'zh-CN': `请先送保密审查，再在文首写上 \`${LINE['zh-CN']}\``,
        en: `Have it reviewed, then fill in \`${LINE.en}\` in front matter`,
      },
    },
    incomplete: {
      what: { 'zh-CN': '保密审查记录没有写明{key}', en: 'The record of the secrecy review lacks {key}' },
      todo: { 'zh-CN': '请照审查表补全', en: 'Complete it from the review form' },
    },
    late: {
      what: {
        'zh-CN': '{reviewed}才作保密审查，材料{released}已经公开',
        en: 'The secrecy review dates from {reviewed}, after the release on {released}',
      },
      todo: {
        'zh-CN': '应当先审查、后公开；请核对日期，确未审查就公开的，立即补审并报告',
        en: 'Review comes before release; check the dates, and where it did not, have it reviewed at once and report it',
      },
    },
    refused: {
      what: { 'zh-CN': '保密审查的结论是“{result}”', en: 'The result of the secrecy review is "{result}"' },
      todo: {
        'zh-CN': '不要发布；按审查意见处理后重新送审',
        en: 'Do not publish it; deal with what the review found and have it reviewed again',
      },
    },
  },
  check({ document, report, notApplicable }) {
    if (document.frontMatter.status === 'broken') return notApplicable();
    const fields = fieldsOf(document);
    if (valueAt(fields, 'disclosure') === '不予公开') return notApplicable();
    const result = String(valueAt(fields, 'secrecy-review.result') ?? '').trim();
    const given = PARTS.filter((path) => valueAt(fields, path) !== undefined);
    if (given.length === 0) return report({ messageId: 'missing', at: placeAt(fields, 'secrecy-review') });
    const isOpen = (part: string) => !given.includes(part) || (part.endsWith('result') && PENDING.test(result));
    for (const path of PARTS.filter(isOpen)) {
      report({ messageId: 'incomplete', at: placeAt(fields, path), data: { key: fieldName(path) } });
    }
    const reviewed = dateAt(fields, 'secrecy-review.date');
    const released = releaseOf(fields);
    if (reviewed && released && compareDays(reviewed, released) > 0) {
      const data = { reviewed: writeDate(reviewed), released: writeDate(released) };
      report({ messageId: 'late', at: placeAt(fields, 'secrecy-review.date'), data });
    }
    if (REFUSED.test(result)) {
      report({ messageId: 'refused', at: placeAt(fields, 'secrecy-review.result'), data: { result } });
    }
  },
});
