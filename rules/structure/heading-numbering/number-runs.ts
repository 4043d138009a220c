import type { Document, Numbering, Section } from '../../../src/document/document.js';
import { depthOf, isFree } from '../../../src/document/numbering.js';
import { hanNumeral } from '../../../src/language/numerals.js';
import { isPaperTitle } from '../../title-lines.js';
import { mayRestart } from './restarts.js';
import { isQuoted, type Numbered, partOf, type Style, standsBetween, startsLine } from './written-number.js';

/** What is wrong with a section's number. */
export interface NumberFault {
  readonly kind: 'gap' | 'start' | 'repeat' | 'back';
  readonly section: Numbered;
  /** The number due there. */
  readonly expected: number;
  /** The last section numbered in that style. */
  readonly before: Numbered | undefined;
}

/**
 * Follows the numbers of a document's sections, style by style, and finds those that leave one out, stand twice or step
 * back. Articles and chapters are not followed: interpretations quote them as they need them.
 */
export function numberFaults(document: Document): NumberFault[] {
  const faults: NumberFault[] = [];
  const runs = new Map<Style, Run[]>();
  const lastOf = new Map<Style, Numbered>();
  let divided = false;
  for (const section of document.sections) {
    if (isQuoted(section, document)) continue;
    if (!isNumbered(section)) {
      divided ||= section.style !== 'run-in';
      continue;
    }
    const { style } = section.numbering;
    // An article holds lists; those quoted in an interpretation do not break off its own parts.
    const depth = Math.max(depthOf(style), depthOf('han'));
    for (const other of runs.keys())
      if (isFree(style) ? !isWithin(section, other) : depthOf(other) > depth) runs.delete(other);
    divided ||= style === 'chapter' || isFree(style);
    // What is told of a part of the policy numbers none of its own.
    if (style === 'chapter' || style === 'article' || (style === 'part' && section.style === 'run-in')) continue;
    const before = lastOf.get(style);
    const fault = place(section, runs, before, divided, document);
    if (fault) faults.push({ ...fault, section, before });
    lastOf.set(style, section);
    if (style === 'han') divided = false;
  }
  return faults;
}

/** Whether a section is numbered in a style, or stands in one that is. */
function isWithin({ numbering, parent }: Section, style: Style): boolean {
  return numbering?.style === style || (parent !== undefined && isWithin(parent, style));
}

export function isNumbered(section: Section): section is Numbered {
  return section.numbering !== undefined && !isPairOfNumbers(section.title, section.numbering);
}

/** 三、四年级 begins no list. */
function isPairOfNumbers(title: string, { style, value }: Numbering): boolean {
  return style === 'han' && title.startsWith(`${hanNumeral(value)}、${hanNumeral(value + 1)}`);
}

/** How many runs of one style are kept in mind. */
const MAX_OPEN = 8;

/** A run of numbers in one style; a list within a list may open a second one in the same style. */
interface Run {
  readonly last: Numbered;
  /** Numbers that may come next; two after a fault: behind the number written and behind the one expected. */
  readonly next: readonly number[];
}

/** Puts a section into the run it goes on, or opens one; says what is wrong with its number. */
function place(
  section: Numbered,
  runs: Map<Style, Run[]>,
  last: Numbered | undefined,
  divided: boolean,
  document: Document,
): Pick<NumberFault, 'kind' | 'expected'> | null {
  const { style, value } = section.numbering;
  const open = runs.get(style) ?? [];
  runs.set(style, open);
  const going = open.findLastIndex(({ next }) => next.includes(value));
  if (going >= 0) {
    open.length = going + 1;
    open[going] = { last: section, next: [value + 1] };
    return null;
  }
  const run = open.at(-1);
  if (value === 1 && (!run || mayRestart(section, run.last, divided, document))) {
    open.push({ last: section, next: [2] });
    if (open.length > MAX_OPEN) open.shift();
    return null;
  }
  // A list that runs on through several sections: questions numbered from the first to the last.
  const goesOn = !run && last && (value === last.numbering.value + 1 || runsOnUnseen(section, last, document));
  const before = run?.last.numbering.value ?? 0;
  const expected = value > before ? before + 1 : (run?.next.at(-1) ?? 1);
  open[Math.max(0, open.length - 1)] = { last: section, next: [value + 1, expected + 1] };
  if (goesOn || !startsLine(section, document)) return null;
  if (standsBetween(section, run?.last ?? partOf(section), expected, document)) return null;
  // 7. 关于…的通知 is numbered in a collection, and who explains 第三部分 alone need not begin with the first.
  if (!run) return isPaperTitle(section.title) || style === 'part' ? null : { kind: 'start', expected };
  return { kind: value > before ? 'gap' : value === before ? 'repeat' : 'back', expected };
}

/** The number between the last one and this one stands where no heading could be told: 35.5个地级市要…. */
function runsOnUnseen(section: Numbered, last: Numbered, document: Document): boolean {
  const unseen = last.numbering.value + 1;
  return section.numbering.value === unseen + 1 && standsBetween(section, last, unseen, document);
}
