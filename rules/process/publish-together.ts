import type { Explained } from '../../src/archive/explained.js';
import type { Facts } from '../../src/archive/facts.js';
import { isSameChannel } from '../../src/language/channels.js';
import { compareDays, writeDate } from '../../src/language/dates.js';
import { firstDateOf, NO_POLICY, policiesToCompare, UNDATED_POLICY, undatedPolicy } from '../explained-policies.js';
import { aboutKey, dateAt, placeAt, UNDATED, UNFILLED, valueAt } from '../fields.js';
import { defineRule, optionSchema, type Report } from '../rule.js';
import { breachOf, countOption, LATE } from '../term.js';

interface Options {
  readonly workingDays: number;
  readonly draftedBeforeIssue: boolean;
  readonly sameChannel: boolean;
}

export const publishTogether = defineRule<Options>({
  id: 'process/publish-together',
  kinds: ['interpretation'],
  demand: {
    'zh-CN': '解读材料与政策文件同步发布，最迟不超过政策印发后的规定期限（默认 3 个工作日）',
    en: 'An interpretation is published along with its policy, at the latest some working days (3) after its issue',
  },
  severity: 'warn',
  draft: { keys: ['policy', 'drafted', 'published', 'channels'], policyKeys: ['issued', 'published', 'channels'] },
  schema: optionSchema({
    workingDays: countOption('lower', 0, 250, {
      'zh-CN': '最迟在政策印发后第几个工作日发布（0：当日）',
      en: 'Working days after the issue of the policy by which it is published (0: the same day)',
    }),
    draftedBeforeIssue: {
      type: 'boolean',
      description: '初稿是否应在政策印发前完成',
      title: 'Ask for a draft before issue',
    },
    sameChannel: {
      type: 'boolean',
      description: '是否应与政策在同一渠道发布（政策没有写发布渠道的，按政府网站）',
      title: 'Ask for the channel of the policy (the government website where it names none)',
    },
  }),
  defaults: { workingDays: 3, draftedBeforeIssue: false, sameChannel: false },
  messages: {
    late: LATE,
    draftedLate: {
      what: {
        'zh-CN': '解读初稿 {doneDate} 才完成，晚于政策的印发日期 {due}',
        en: 'The draft is of {doneDate}, later than the issue of the policy on {due}',
      },
      todo: { 'zh-CN': '初稿应在印发前写好；请核对日期', en: 'It should be ready before the issue; check the date' },
      options: ['draftedBeforeIssue'],
    },
    otherChannel: {
      what: {
        'zh-CN': '发布渠道（{channels}）里没有政策文件的发布渠道（{expected}）',
        en: 'The channels ({channels}) are not among those of the policy ({expected})',
      },
      todo: { 'zh-CN': '请在同一渠道也发布，并写进 channels', en: 'Publish it there too; add it to `channels`' },
      options: ['sameChannel'],
    },
    noChannel: { ...UNFILLED, options: ['sameChannel'] },
    undated: UNDATED,
    undatedPolicy: UNDATED_POLICY,
    noPolicy: NO_POLICY,
  },
  checkArchive(context) {
    for (const facts of context.files) {
      const options = context.optionsFor(facts);
      const policies = facts.frontMatterRead ? policiesToCompare(context, facts) : [];
      if (policies.length === 0) context.notApplicable(facts);
      const found = policies.flatMap((explained) => [
        ...misdated(facts, explained, options),
        ...(options.sameChannel ? elsewhere(facts, explained.policy) : []),
      ]);
      if (policies.length > 0) found.push(...missingKeys(facts, options));
      for (const fault of found) context.report(facts, fault);
    }
  },
});

function missingKeys(facts: Facts, { draftedBeforeIssue, sameChannel }: Options): Report[] {
  const missing = dateAt(facts, 'published') ? [] : [aboutKey('undated', facts, 'published')];
  if (draftedBeforeIssue && !dateAt(facts, 'drafted'))
    missing.push({ ...aboutKey('undated', facts, 'drafted'), options: ['draftedBeforeIssue'] });
  if (sameChannel && channelsOf(facts).length === 0) missing.push(aboutKey('noChannel', facts, 'channels'));
  return missing;
}

function misdated(facts: Facts, explained: Explained, { workingDays, draftedBeforeIssue }: Options): Report[] {
  const from = firstDateOf(explained.policy, ['issued', 'published']);
  if (!from) return [undatedPolicy(explained, 'issued')];
  const found: Report[] = [];
  const [published, drafted] = [dateAt(facts, 'published'), dateAt(facts, 'drafted')];
  const released = dateAt(explained.policy, 'published');
  const together = published && released && compareDays(published, released) <= 0;
  const term = { count: workingDays, unit: 'workingDays' } as const;
  const late = published && !together && breachOf(term, from, { path: 'published', day: published });
  if (late) found.push({ messageId: 'late', at: placeAt(facts, 'published'), data: late });
  if (draftedBeforeIssue && drafted && compareDays(drafted, from.day) > 0) {
    const data = { doneDate: writeDate(drafted), due: writeDate(from.day) };
    found.push({ messageId: 'draftedLate', at: placeAt(facts, 'drafted'), data });
  }
  return found;
}

function elsewhere(facts: Facts, policy: Facts): Report[] {
  const [own, written] = [channelsOf(facts), channelsOf(policy)];
  const expected = written.length > 0 ? written : ['政府网站'];
  if (own.length === 0 || own.some((one) => expected.some((other) => isSameChannel(one, other)))) return [];
  const data = { channels: own.join('、'), expected: expected.join('、') };
  return [{ messageId: 'otherChannel', at: placeAt(facts, 'channels'), data }];
}

function channelsOf(facts: Facts): string[] {
  return [valueAt(facts, 'channels') ?? []].flat().filter((channel) => typeof channel === 'string');
}
