import type { Document } from '../document/document.js';
import { type Line, type Reading, read } from './reading.js';

/**
 * What speaks for a revision, by the names of the model's weights.
 * @param difference the first of the signs (`signsOf`) of `old-new-differences`; −∞ where nobody looked
 */
export function revisionSigns(document: Document, difference: number): Readonly<Record<string, number>> {
  const reading = read(document);
  const { title, lines } = reading;
  const headings = lines.filter(({ announcing }) => announcing !== null && HEADING.test(announcing)).length;
  return {
    title: TITLE.test(title) && !NOT_TITLE.test(title) ? 1 : 0,
    headings: Math.min(headings, 3),
    repealed: lineWith(REPEALED, reading) ? 1 : 0,
    amended: lineWith(AMENDED, reading) ? 1 : 0,
    difference: Math.max(0, difference - LEAST_DIFFERENCE),
    bias: 1,
  };
}

/** Below these log-odds the best line tells no difference, in a short text as in a long one. */
const LEAST_DIFFERENCE = -2;

const TITLE = /修订|修改|修正|调整|取消|废止|不再|变化|整合|替代|新版|(?:19|20)\d\d年版|优化完善|延长|展期/;
const NOT_TITLE = /(?:结构|产业|战略|健康)调整|气候变化/;
const HEADING = /修订|修改|调整|新旧|前后|变化|相比|与原|和以前/;
export const REPEALED =
  /(?:同时|予以|即行|相应|已被|自行)(?:废止|停止执行|失效|终止)|废止了?[^，。；]{0,6}□|替代了?原?□|停止使用|不再执行/;
export const AMENDED =
  /(?:修订|修改|修正|重新制定)后?的?■|(?:修订|修改)(?:了|的?(?:背景|必要性|内容|工作|情况))|[本这此]次(?:修订|修改|调整)|(?:进行|作)了?(?:全面)?(?:修订|修改)|原(?:办法|规定|细则|方案|标准|政策|□)/;

/** The first line that says so; a question says nothing. */
export function lineWith(pattern: RegExp, { lines }: Reading): Line | undefined {
  return lines.find(({ text, kind }) => kind !== 'question' && pattern.test(text));
}
