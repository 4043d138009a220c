import type { Document, Section } from '../../../src/document/document.js';
import { hanNumeral, readNumeral } from '../../../src/language/numerals.js';
import type { Report } from '../../rule.js';
import { isOfCode } from '../../title-lines.js';
import { isNumbered } from './number-runs.js';
import { isQuoted, startsLine } from './written-number.js';

/** A section that counts in a series: 第三条 of a policy, 问题三：… of questions and answers. */
interface Member {
  readonly label: string;
  /** Which series: the words around the numeral. */
  readonly series: string;
  readonly numeral: string;
}

const QUESTION = /^(?:问题?|Q)[ 　]?(\d{1,2}|[一二三四五六七八九十]{1,3})[ 　]?[：:.、]/i;
const CODE = /^第([一二三四五六七八九十百零〇\d]{1,6})(?:[编章节]|条(?!之))/;

/** Follows questions, and the articles and chapters of a policy, which others quote as they need them. A series begins with the first. */
export function seriesFaults(document: Document): Report[] {
  const faults: Report[] = [];
  const open = new Map<string, { readonly before: Member; readonly value: number; readonly next: readonly number[] }>();
  for (const section of document.sections) {
    const member = isQuoted(section, document) ? null : memberOf(section, document);
    if (!member) continue;
    const { series, label, numeral } = member;
    const value = readNumeral(numeral) ?? 0;
    const run = open.get(series);
    if (!run && value !== 1) continue;
    const isDue = value === 1 || !run || run.next.includes(value);
    const due = isDue ? value : value > run.value ? run.value + 1 : (run.next.at(-1) as number);
    open.set(series, { before: member, value, next: isDue ? [value + 1] : [value + 1, due + 1] });
    if (isDue) continue;
    const expected = label.replace(numeral, /\d/.test(numeral) ? `${due}` : hanNumeral(due));
    faults.push({
      messageId: value > run.value ? 'gap' : value === run.value ? 'repeat' : 'back',
      at: section.titleRange,
      evidence: section.title,
      data: { label, before: run.before.label, expected },
    });
  }
  return faults;
}

function memberOf(section: Section, document: Document): Member | null {
  const isCode = document.kind === 'policy' && isNumbered(section) && isOfCode(section.numbering);
  if (isCode && !startsLine(section, document)) return null;
  const [label, numeral] = (isCode ? CODE : QUESTION).exec(section.title) ?? [];
  return label && numeral
    ? {
        label,
        numeral,
        series: label
          .replace(numeral, '')
          .replace(/[题：:.、\s]/g, '')
          .toLowerCase(),
      }
    : null;
}
