import { ELEMENT_NAMES, type ElementId } from '../src/elements/catalogue.js';
import type { Localized, MessageTemplate } from './rule.js';

/** What is said of a document without an element. */
export interface ElementWords {
  readonly element: ElementId;
  /** What it leaves its reader asking. */
  readonly absent: Localized;
  /** What to write. */
  readonly todo: Localized;
}

/** What the rule of a required element says: that it is missing, or may be, or is only announced, or has no heading. */
export function elementMessages({ element, absent, todo }: ElementWords): Readonly<Record<string, MessageTemplate>> {
  const name = ELEMENT_NAMES[element];
  return {
    absent: {
      what: { 'zh-CN': `缺少“${name['zh-CN']}”：${absent['zh-CN']}`, en: `"${name.en}" is missing: ${absent.en}` },
      todo: todo,
    },
    nominal: {
      what: {
        'zh-CN': `“${name['zh-CN']}”只有名目，没有内容：“{evidence}”`,
        en: `"${name.en}" is announced but nothing is said: "{evidence}"`,
      },
      todo: todo,
    },
    doubtful: {
      what: {
        'zh-CN': `可能缺少“${name['zh-CN']}”，只找到近似的一句：“{nearest}”`,
        en: `"${name.en}" may be missing; the nearest sentence is "{nearest}"`,
      },
      todo: {
        'zh-CN': `请核对这一句是否已经说清；没有说清的，${todo['zh-CN']}`,
        en: `Check whether this sentence says it. If not: ${todo.en}`,
      },
      severity: 'warn',
    },
    noHeading: {
      options: ['heading'],
      what: {
        'zh-CN': `“${name['zh-CN']}”写在正文里，没有标题点明：“{evidence}”`,
        en: `"${name.en}" stands in running text without a heading: "{evidence}"`,
      },
      todo: {
        'zh-CN': `请为这部分内容加一个标题，例如“${name['zh-CN']}”`,
        en: `Give this part a heading, for instance "${name['zh-CN']}"`,
      },
    },
  };
}

/** What is said of a document by its facts, which hold no sentence to show. */
export function unclearMessage({ element, todo }: Omit<ElementWords, 'absent'>): MessageTemplate {
  const name = ELEMENT_NAMES[element];
  return {
    what: {
      'zh-CN': `可能缺少“${name['zh-CN']}”：文中没有明确的说法`,
      en: `"${name.en}" may be missing: nothing says it plainly`,
    },
    todo,
    severity: 'warn',
  };
}
