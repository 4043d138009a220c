import type { Facts } from '../../../src/archive/facts.js';
import { FORMS } from '../../../src/document/vocabulary.js';
import { isSameChannel, WEBSITE } from '../../../src/language/channels.js';

/** The forms given, or those that the title shows: 一图读懂…. */
export function formsOf(facts: Facts): readonly string[] {
  const given = listIn(facts.data.form);
  return given.length > 0 ? given : FORMS.filter((form) => TITLES[form]?.test(facts.title));
}

const TITLES: Readonly<Partial<Record<(typeof FORMS)[number], RegExp>>> = {
  图解: /图解|一图|长图|海报/,
  视频: /视频|微课/,
  动漫: /动漫|动画|漫画/,
  音频: /音频|听政策/,
  问答: /问答|答问|答记者问|十问/,
  访谈: /访谈|专访/,
  新闻发布会: /发布会/,
  直播: /直播/,
  专家解读: /专家解读/,
  媒体解读: /媒体解读/,
  H5: /H5/i,
};

/** The channels a text says it is published through. */
export function channelsOf({ data }: Facts): readonly string[] {
  return listIn(data.channels);
}

function listIn(value: unknown): readonly string[] {
  return [value].flat().flatMap((item) => (item === undefined || item === null || item === '' ? [] : String(item)));
}

/** Kinds of channel that clauses name, and what belongs to each. */
const KINDS_OF_CHANNEL: readonly { readonly name: RegExp; readonly belongs: RegExp }[] = [
  { name: /^(?:政府|门户|官方)?(?:门户)?网站$/, belongs: WEBSITE },
  {
    name: /^(?:政务)?新媒体$/,
    belongs: /新媒体|微信|公众号|视频号|微博|客户端|APP|抖音|快手|头条|小程序|学习强国|^[㐀-鿿]{2,6}发布$/i,
  },
  {
    name: /^(?:新闻|传统)?媒体$/,
    belongs: /新闻|日报|晚报|早报|报纸|报社|电视|广播|电台|新华|人民网|央视|央广|(?<!新)媒体/,
  },
];

/** True where a channel is the one wanted, or of the kind that is. */
export function isOfChannel(given: string, wanted: string): boolean {
  const kind = KINDS_OF_CHANNEL.find(({ name }) => name.test(wanted));
  return isSameChannel(given, wanted) || kind?.belongs.test(given) === true;
}

/** What all interpretations of a policy have, gathered once: there may be thousands, and each is asked. */
export class FormsTogether {
  readonly forms = new Set<string>();
  private readonly channels = new Set<string>();
  private readonly asked = new Map<string, boolean>();

  add(facts: Facts): this {
    for (const form of formsOf(facts)) this.forms.add(form);
    for (const channel of channelsOf(facts)) this.channels.add(channel);
    return this;
  }

  has(wanted: string): boolean {
    const known = this.asked.get(wanted) ?? [...this.channels].some((given) => isOfChannel(given, wanted));
    this.asked.set(wanted, known);
    return known;
  }
}
