import { defineRule } from '../rule.js';

interface Options {
  readonly terms: readonly string[];
}

/** What drafters leave standing for a text to come. Each pattern is linear: bounded repeats, one start. */
const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![有亟尚仍还])(?:待补充|待填写|待补|待填)(?:完善|内容|说明)?/g,
  /[（(【[［](?:[^（()）【】[\]［］\n]{0,12})(?:待定|待完善|待确定|待明确|待核实|待更新|请填写|请补充|此处填写)(?:[^（()）【】[\]［］\n]{0,12})[）)】\]］]/g,
  /^(?:待定|待完善|待确定|待明确|暂缺|略|（略）|\(略\)|TODO|TBD)[。.]?$/gm,
  /此处(?:填写|插入|补充|添加|输入)|请(?:在此|在这里)(?:填写|输入|补充)|点击(?:此处)?(?:输入|添加)(?:文字|文本|标题|内容)/g,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME|Lorem ipsum)(?![A-Za-z])/gi,
  /(?:[XxＸ×]{2,4})(?=年|月|日)|[〔［[][XxＸ×]{2,4}[〕］\]](?:[XxＸ×\d]{1,4}号)?/g,
  /[_＿]{3,40}/g,
];

export const noPlaceholder = defineRule<Options>({
  id: 'structure/no-placeholder',
  kinds: 'any',
  demand: {
    'zh-CN': '正文里不留“待补充”“××年”之类的占位文字',
    en: 'No placeholder such as 待补充 or ××年 is left in the text',
  },
  severity: 'error',
  schema: {
    type: 'object',
    properties: {
      terms: { type: 'array', items: { type: 'string', minLength: 1 }, description: '本单位模板里另外的占位文字' },
    },
    additionalProperties: false,
  },
  defaults: { terms: [] },
  messages: {
    placeholder: {
      what: { 'zh-CN': '留有占位文字“{text}”', en: 'A placeholder was left: "{text}"' },
      todo: { 'zh-CN': '请换成正式内容，没有内容就删去这一处', en: 'Put the real text in its place, or remove it' },
    },
  },
  check({ document, options, report }) {
    for (const unit of document.units) {
      if (unit.type === 'code') continue;
      let end = 0;
      for (const { start, text } of findIn(unit.text.text, options.terms)) {
        if (start < end) continue;
        end = start + text.length;
        report({ messageId: 'placeholder', at: unit.text.rangeOf(start, end), evidence: text, data: { text } });
      }
    }
  },
});

function findIn(line: string, terms: readonly string[]): { start: number; text: string }[] {
  const found = PLACEHOLDERS.flatMap((pattern) =>
    [...line.matchAll(pattern)].map((match) => ({ start: match.index, text: match[0] })),
  );
  for (const term of terms) {
    for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + term.length))
      found.push({ start: at, text: term });
  }
  return found.sort((a, b) => a.start - b.start || b.text.length - a.text.length);
}
