import type { Document, Section, Unit } from '../../../src/document/document.js';
import { contains, type Range } from '../../../src/document/range.js';
import { defineRule, optionSchema } from '../../rule.js';
import { definedNotExplained } from './defined-terms.js';
import { sureTerms } from './sure-terms.js';
import { unexplainedTerms } from './terms.js';
import { DEFINITIONS, WORDING } from './words-used.js';

interface Options {
  readonly allow: readonly string[];
  readonly max: number;
}

export const termsExplained = defineRule<Options>({
  id: 'content/terms-explained',
  kinds: ['interpretation', 'briefing'],
  demand: {
    'zh-CN': '专业术语、字母缩写和数字口号要解释：下定义、加括号说明，或写进“关键词解释”',
    en: 'Terms of art, abbreviations and numeric slogans are explained: defined, glossed in brackets, or among the keywords',
  },
  severity: 'warn',
  schema: optionSchema({
    allow: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      'x-stricter': 'apart',
      title: 'Terms that the readers of this archive know',
      description: '本单位的读者都懂、不必解释的词',
    },
    max: {
      type: 'integer',
      minimum: 1,
      'x-stricter': 'higher',
      title: 'The most terms named in one document, the least known and most used first, two of them of its policy',
      description: '一份材料最多提示几个词，最难懂、用得最多的先提示，其中两个留给政策定义的术语',
    },
  }),
  defaults: { allow: [], max: 5 },
  compares: [DEFINITIONS, WORDING],
  messages: {
    term: {
      what: {
        'zh-CN': '术语“{term}”用了 {count} 次，没有解释',
        en: 'The term "{term}" is used {count} times and not explained',
      },
      todo: {
        'zh-CN': '请在第一次出现时说明它指什么，或写进“关键词解释”',
        en: 'Say what it means where it first stands, or among the keywords',
      },
    },
    abbreviation: {
      what: { 'zh-CN': '缩写“{term}”没有说明全称', en: 'The abbreviation "{term}" is not spelled out' },
      todo: {
        'zh-CN': '请在第一次出现时写“中文全称（{term}）”，并说明它指什么',
        en: 'Write 中文全称（{term}） where it first stands',
      },
    },
    slogan: {
      what: { 'zh-CN': '“{term}”没有说明包括哪些内容', en: 'What "{term}" holds is not said' },
      todo: { 'zh-CN': '请在第一次出现时逐项写明', en: 'Name its parts where it first stands' },
    },
    defined: {
      what: {
        'zh-CN': '“{term}”是政策“{policy}”定义的术语，这里用了却没有说明',
        en: '"{term}" is defined in "{policy}"; here it is used and not explained',
      },
      todo: { 'zh-CN': '请用自己的话说明它指什么', en: 'Say in your own words what it means' },
    },
  },
  check({ document, options, report, segmenter }) {
    const lines = document.units.filter(({ type, range }) => type !== 'code' && !contains(document.titleRange, range));
    const text = lines.map((line) => line.text.text).join('\n');
    const unexplained = unexplainedTerms(text, glossaryOf(document)).filter(
      ({ term }) => !options.allow.includes(term),
    );
    const terms = sureTerms(text, unexplained, () => segmenter()?.cut ?? null);
    for (const { term, kind, at } of terms.slice(0, Math.max(1, options.max - MOST_DEFINED))) {
      const place = placeIn(lines, at[0] ?? 0, term.length);
      if (place) report({ messageId: kind, at: place, evidence: term, data: { term, count: at.length } });
    }
  },
  checkArchive({ archive, files, optionsFor, report }) {
    for (const facts of files) {
      const { allow } = optionsFor(facts);
      const defined = definedNotExplained(archive, facts).filter(({ term }) => !allow.includes(term));
      for (const { term, policy, at } of defined.slice(0, MOST_DEFINED))
        report(facts, { messageId: 'defined', at, evidence: term, data: { term, policy } });
    }
  },
});

/** Terms of the policy's own that are named in one document; the rest of `max` is for the words of its text. */
const MOST_DEFINED = 2;

/** Where a stretch of the lines joined by `\n` stands in the source. */
function placeIn(lines: readonly Unit[], offset: number, length: number): Range | null {
  let start = 0;
  for (const { text } of lines) {
    if (offset <= start + text.text.length) return text.rangeOf(offset - start, offset - start + length);
    start += text.text.length + 1;
  }
  return null;
}

/** The text under headings that promise explanations. */
function glossaryOf({ sections }: Document): string {
  const isGlossary = ({ title, parent }: Section): boolean =>
    /关键词|名词|术语|专业用语|概念|词语?解释|诠释|缩略/.test(title) || (parent !== undefined && isGlossary(parent));
  return sections
    .filter(isGlossary)
    .flatMap(({ title, body }) => [title, ...body.map(({ text }) => text)])
    .join('\n');
}
