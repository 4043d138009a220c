import type { Sentence } from '../../../src/document/document.js';
import { defineRule, optionSchema, type Report } from '../../rule.js';
import { isData, opening, type Reading, readingOf } from './read-aloud.js';

interface Options {
  readonly sentence: number;
  readonly paragraph: number;
  readonly de: number;
  readonly list: number;
}

const limit = (minimum: number, title: string, description: string) => ({
  type: 'integer',
  minimum,
  'x-stricter': 'lower',
  title,
  description,
});

export const plainLanguage = defineRule<Options>({
  id: 'content/plain-language',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '句子和段落念得出口：不过长，不连用“的”，不用顿号堆砌',
    en: 'Sentences and paragraphs can be read aloud: not too long, no chains of 的, no piled-up lists',
  },
  severity: 'warn',
  schema: optionSchema({
    sentence: limit(
      20,
      'The most characters of a sentence, titles and parentheses left out: 160 take 40 seconds to read aloud',
      '一句话最多的字数（书名号、括号里的不计）；160 字念出来要 40 秒，听的人已记不住开头',
    ),
    paragraph: limit(
      50,
      'The most characters of a paragraph: 1200 take five minutes to read aloud and fill two screens of a phone',
      '一段话最多的字数；1200 字念出来要 5 分钟，在手机上要翻两三屏',
    ),
    de: limit(
      2,
      'The most 的 between two marks: with a fourth one, nobody knows what belongs to what',
      '两个标点之间最多几个“的”；到第四个，已分不清谁修饰谁',
    ),
    list: limit(
      3,
      'The most things named in one row: a longer row is a list or a table',
      '一处最多并列几项；再多就该分行或列表',
    ),
  }),
  defaults: { sentence: 160, paragraph: 1200, de: 3, list: 12 },
  messages: {
    sentence: {
      options: ['sentence'],
      what: {
        'zh-CN': '这一句有 {count} 字，超过 {max} 字，念着费劲',
        en: 'This sentence has {count} characters, more than {max}',
      },
      todo: { 'zh-CN': '请断成几句，一句说一件事', en: 'Make several of it, each saying one thing' },
    },
    paragraph: {
      options: ['paragraph'],
      what: {
        'zh-CN': '这一段有 {count} 字，超过 {max} 字',
        en: 'This paragraph has {count} characters, more than {max}',
      },
      todo: { 'zh-CN': '请分段，或加小标题', en: 'Divide it, or add headings' },
    },
    de: {
      options: ['de'],
      what: { 'zh-CN': '“{text}”里连用了 {count} 个“的”', en: '的 stands {count} times in "{text}"' },
      todo: { 'zh-CN': '请拆成短句，或去掉可有可无的“的”', en: 'Divide it, or drop what 的 is not needed' },
    },
    list: {
      options: ['list'],
      what: {
        'zh-CN': '这里用顿号并列了 {count} 项，超过 {max} 项',
        en: 'Here {count} things stand in a row, more than {max}',
      },
      todo: {
        'zh-CN': '请分行列出，或列成表；只举主要的几项也可',
        en: 'Make a list or a table of them, or name the main ones only',
      },
    },
  },
  check({ document, options, report }) {
    for (const { text } of document.units.filter(({ type }) => type === 'text')) {
      const count = text.text.length;
      if (count > options.paragraph && !isData(text.text))
        report({ messageId: 'paragraph', at: opening(text), data: { count, max: options.paragraph } });
    }
    for (const sentence of document.sentences) {
      const unit = document.units[sentence.unit];
      if (sentence.heading || unit?.type !== 'text' || isData(sentence.text)) continue;
      const fault = faultOf(sentence, readingOf(sentence.text), options);
      if (fault) report(fault);
    }
  },
});

/** One finding a sentence: what makes it shortest to mend comes first. */
function faultOf({ mapped }: Sentence, { count, row, chain }: Reading, options: Options): Report | null {
  if (row && row.count > options.list)
    return { messageId: 'list', at: mapped.rangeOf(row.start, row.end), data: { count: row.count, max: options.list } };
  if (chain && chain.count > options.de) {
    const text = mapped.text.slice(chain.start, chain.end);
    return {
      messageId: 'de',
      at: mapped.rangeOf(chain.start, chain.end),
      evidence: text,
      data: { count: chain.count, text: text.slice(0, 60) },
    };
  }
  return count > options.sentence
    ? { messageId: 'sentence', at: opening(mapped), data: { count, max: options.sentence } }
    : null;
}
