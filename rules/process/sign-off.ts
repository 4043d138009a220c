import { lineToPaste } from '../../src/document/key-names.js';
import { SIGN_OFF_ROLES } from '../../src/document/vocabulary.js';
import { compareDays, writeDate } from '../../src/language/dates.js';
import { type Fields, fieldName, fieldsOf, placeAt, releaseOf } from '../fields.js';
import { defineRule, optionSchema, type Report } from '../rule.js';
import { datedSignOffs, type SignOff, signOffsOf } from '../sign-offs.js';

type Options = { readonly chain: readonly string[] };

const LINE = lineToPaste('sign-offs');

export const signOff = defineRule<Options>({
  id: 'process/sign-off',
  kinds: ['interpretation', 'briefing', 'interpretation-plan', 'meeting-plan'],
  demand: {
    'zh-CN': '材料经审签才发布：写明审签人、姓名和日期，逐级审签',
    en: 'Material is signed off before it is published: who signed, name and date, one level after the other',
  },
  severity: 'warn',
  draft: { keys: ['sign-offs'], roles: ({ chain }) => chain },
  schema: optionSchema({
    chain: {
      type: 'array',
      items: { enum: SIGN_OFF_ROLES },
      uniqueItems: true,
      description: '必须有谁审签（空：有人审签即可）',
      title: 'Who has to sign (empty: anybody)',
    },
  }),
  defaults: { chain: [] },
  messages: {
    none: {
      what: { 'zh-CN': '没有审签记录', en: 'Nobody has signed it off' },
      todo: {
        'zh-CN': `请在文首写上 \`${LINE['zh-CN']}\`，每级一项{roles}`,
        en: `Fill in \`${LINE.en}\` in front matter, an item for each{roles}`,
      },
    },
    missing: {
      what: { 'zh-CN': '缺少{role}的审签', en: 'The sign-off of {role} is missing' },
      todo: {
        'zh-CN': '请送{role}审签，并在文首 sign-offs（审签）里写明姓名和日期',
        en: 'Have it signed, and add name and date to `sign-offs` in front matter',
      },
      options: ['chain'],
    },
    incomplete: {
      what: { 'zh-CN': '{role}的审签没有写明{key}', en: 'The sign-off of {role} gives no {key}' },
      todo: { 'zh-CN': '请补全{key}；没有审签的，先送审', en: 'Fill in {key}, or have it signed first' },
    },
    outOfOrder: {
      what: {
        'zh-CN': '{later}（{laterDate}）先于{earlier}（{earlierDate}）审签',
        en: '{later} ({laterDate}) signed before {earlier} ({earlierDate})',
      },
      todo: {
        'zh-CN': '应当逐级审签；请核对日期，次序确有颠倒的重新送审',
        en: 'Sign-offs go level by level: check the dates, and have it signed anew where the order was wrong',
      },
    },
    afterPublishing: {
      what: {
        'zh-CN': '{role} {date} 才审签，材料 {published} 已经公开',
        en: '{role} signed on {date}, after it was released on {published}',
      },
      todo: { 'zh-CN': '应当先审签、后公开；请核对日期', en: 'Sign-off comes before release; check the dates' },
    },
  },
  check({ document, options, report, notApplicable }) {
    if (document.frontMatter.status === 'broken') return notApplicable();
    const fields = fieldsOf(document);
    const signed = signOffsOf(fields);
    const { chain } = options;
    const at = placeAt(fields, 'sign-offs');
    const roles = chain.length > 0 && { 'zh-CN': `：${chain.join('、')}`, en: ` of ${chain.join(', ')}` };
    if (signed.length === 0) return report({ messageId: 'none', at, data: { roles: roles || '' } });
    for (const role of chain.filter((wanted) => signed.every((one) => one.role !== wanted)))
      report({ messageId: 'missing', at, data: { role } });
    for (const fault of [...incomplete(fields), ...turned(fields), ...afterPublishing(fields)]) report(fault);
  },
});

function incomplete(fields: Fields): Report[] {
  return signOffsOf(fields).flatMap(({ role, name, day, path }) => {
    const missing = [...(name === null ? [`${path}.name`] : []), ...(day === null ? [`${path}.date`] : [])];
    return missing.map((key) => ({
      messageId: 'incomplete',
      at: placeAt(fields, key),
      data: { role, key: fieldName(key) },
    }));
  });
}

function turned(fields: Fields): Report[] {
  const rank = ({ role }: SignOff) => (SIGN_OFF_ROLES as readonly string[]).indexOf(role);
  const ranked = datedSignOffs(fields)
    .filter((one) => rank(one) >= 0)
    .sort((a, b) => rank(a) - rank(b));
  return ranked.flatMap((later, i) => {
    const earlier = ranked[i - 1];
    if (!earlier || rank(earlier) === rank(later) || compareDays(later.day, earlier.day) >= 0) return [];
    const dates = { laterDate: writeDate(later.day), earlierDate: writeDate(earlier.day) };
    const data = { later: later.role, earlier: earlier.role, ...dates };
    return [{ messageId: 'outOfOrder', at: placeAt(fields, `${later.path}.date`), data }];
  });
}

function afterPublishing(fields: Fields): Report[] {
  const published = releaseOf(fields);
  if (!published) return [];
  const late = datedSignOffs(fields).filter(({ day }) => compareDays(day, published) > 0);
  return late.map(({ role, path, day }) => {
    const data = { role, date: writeDate(day), published: writeDate(published) };
    return { messageId: 'afterPublishing', at: placeAt(fields, `${path}.date`), data };
  });
}
