import { policiesExplained } from '../../../src/archive/explained.js';
import type { Facts } from '../../../src/archive/facts.js';
import type { ArchiveIndex } from '../../../src/archive/index.js';
import { FORMS } from '../../../src/document/vocabulary.js';
import { filesRead, placeAt } from '../../fields.js';
import { defineRule, optionSchema } from '../../rule.js';
import { channelsOf, FormsTogether, formsOf, isOfChannel } from './forms-and-channels.js';

interface Options {
  readonly anyOf: readonly string[];
  readonly minimum: number;
  readonly channels: readonly string[];
}

export const forms = defineRule<Options>({
  id: 'process/forms',
  kinds: ['interpretation'],
  demand: {
    'zh-CN': '写明解读的形式和渠道；一份政策的各件解读合起来，形式和渠道符合要求',
    en: 'The forms and channels of interpretation are given; all interpretations of a policy together have those asked for',
  },
  severity: 'warn',
  draft: { keys: ['form', 'channels'] },
  schema: optionSchema({
    anyOf: {
      type: 'array',
      items: { enum: FORMS },
      'x-stricter': 'apart',
      title: 'At least one of these forms is used',
      description: '至少采用其中一种形式',
    },
    minimum: {
      type: 'integer',
      minimum: 1,
      'x-stricter': 'higher',
      title: 'The least number of forms',
      description: '至少几种形式',
    },
    channels: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      title: 'Channels in all of which it is published; 政府网站, 政务新媒体 and 新闻媒体 stand for their kind',
      description: '必须在哪些渠道发布；“政府网站”“政务新媒体”“新闻媒体”指一类渠道',
    },
  }),
  defaults: { anyOf: [], minimum: 1, channels: [] },
  messages: {
    unstated: {
      what: { 'zh-CN': '没有写明解读形式', en: 'The form of the interpretation is not given' },
      todo: {
        'zh-CN': '请在文首填写 form（解读形式），例如 [文字, 图解]',
        en: 'Fill in `form` in front matter, for instance [文字, 图解]',
      },
    },
    tooFew: {
      what: {
        'zh-CN': '这份政策的解读只有 {count} 种形式（{used}），要求至少 {minimum} 种',
        en: 'The interpretations of this policy have {count} forms ({used}); at least {minimum} are asked for',
      },
      todo: {
        'zh-CN': '请增加别的形式；已经有的，写进文首的 form（解读形式），并与政策文件互相链接',
        en: 'Add other forms; name those there are under `form`, and link them with the policy',
      },
      options: ['minimum'],
    },
    noneOf: {
      what: {
        'zh-CN': '这份政策的解读只有{used}，没有采用 {wanted} 中的任何一种',
        en: 'The interpretations of this policy are {used}; none is of {wanted}',
      },
      todo: {
        'zh-CN': '请至少增加其中一种；已经有的，写进文首的 form（解读形式），并与政策文件互相链接',
        en: 'Add one of them; where there is one, name it under `form`, and link it with the policy',
      },
      options: ['anyOf'],
    },
    noChannel: {
      what: { 'zh-CN': '没有在{channel}发布', en: 'It is not published through {channel}' },
      todo: {
        'zh-CN': '请增加这个渠道；已经发布的，写进文首的 channels（发布渠道）',
        en: 'Add this channel; where it is published there, name it under `channels` in front matter',
      },
      options: ['channels'],
    },
  },
  checkArchive({ archive, files, optionsFor, report, notApplicable }) {
    const together = byPolicy(archive);
    for (const facts of filesRead(files, notApplicable)) {
      const { anyOf, minimum, channels } = optionsFor(facts);
      const others = policiesExplained(archive, facts).flatMap(({ policy }) => together.get(policy) ?? []);
      const used = [...new Set([...formsOf(facts), ...others.flatMap((other) => [...other.forms])])];
      const at = placeAt(facts, 'form');
      if (used.length === 0) report(facts, { messageId: 'unstated', at });
      else if (used.length < minimum) {
        report(facts, { messageId: 'tooFew', at, data: { count: used.length, used: used.join('、'), minimum } });
      }
      if (used.length > 0 && anyOf.length > 0 && !anyOf.some((form) => used.includes(form))) {
        report(facts, { messageId: 'noneOf', at, data: { used: used.join('、'), wanted: anyOf.join('、') } });
      }
      const isOpen = (wanted: string) =>
        channelsOf(facts).some((given) => isOfChannel(given, wanted)) || others.some((other) => other.has(wanted));
      for (const channel of channels.filter((wanted) => !isOpen(wanted))) {
        report(facts, { messageId: 'noChannel', at: placeAt(facts, 'channels'), data: { channel } });
      }
    }
  },
});

function byPolicy(archive: ArchiveIndex): Map<Facts, FormsTogether> {
  const together = new Map<Facts, FormsTogether>();
  for (const facts of archive.linted.filter(({ kind }) => kind === 'interpretation'))
    for (const { policy } of policiesExplained(archive, facts))
      together.set(policy, (together.get(policy) ?? new FormsTogether()).add(facts));
  return together;
}
