import type { Numbering, Section } from '../src/document/document.js';

/** Chapters and articles, as codes and rules of government have them. */
export function isOfCode(numbering: Numbering | undefined): boolean {
  return numbering?.style === 'article' || numbering?.style === 'chapter';
}

/** 附件1, and the lines of the title that follows it or stands above 第一章. */
export function isTitleLine(sections: readonly Section[], index: number): boolean {
  if (sections[index]?.numbering) return false;
  const isAnnex = (at: number) =>
    /^附[件表录][ 　]?[\d一二三四五六七八九十]{0,3}[：:]?$/.test(sections[at]?.title ?? '');
  let name = '';
  for (let at = index; at < index + TITLE_LINES; at++) {
    const { numbering, title, body } = sections[at] ?? {};
    if (title === undefined) return false;
    if (numbering) return numbering.value === 1 && (isOfCode(numbering) || PAPER.test(name) || isAnnex(index));
    name += isAnnex(at) ? '' : title;
    if (body && body.length > 0) return isAnnex(index) || (isAnnex(index - 1) && PAPER.test(name));
  }
  return false;
}

const TITLE_LINES = 5;

/** True of a line that can only be the title of a paper: no sentence, and named by its kind at the end. */
export function isPaperTitle(line: string): boolean {
  return line.length >= 6 && line.length <= 60 && !/[。；，：]/.test(line) && !/[表图]$/.test(line) && PAPER.test(line);
}

const PAPER =
  /(?:办法|规定|条例|细则|规则|规范|规程|标准|方案|规划|计划|意见|措施|目录|名录|清单|指南|制度|预案|章程|公约|要点|样式|通知|通告|公告|[表图])(?:[（(].{1,16}[）)])?$/;
