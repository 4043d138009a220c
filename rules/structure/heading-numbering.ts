import type { Document, Numbering, Section } from '../../src/document/document.js';
import { hanNumeral, numberLabel } from '../../src/document/number-label.js';
import { depthOf } from '../../src/document/numbering.js';
import { defineRule, NO_OPTIONS, type Report } from '../rule.js';

type Numbered = Section & { readonly numbering: Numbering };
type Style = Numbering['style'];

/** A run of numbers in one style; a list within a list may open a second one in the same style. */
interface Run {
  last: Numbered;
  /** Numbers that may come next; two after a fault: behind the number written and behind the one expected. */
  next: readonly number[];
}

export const headingNumbering = defineRule({
  id: 'structure/heading-numbering',
  kinds: 'any',
  demand: {
    'zh-CN': '层次序号依次用“一、”“（一）”“1.”“（1）”，同一层连续编号，不缺号、不重号、不倒退、不越级',
    en: 'Levels are numbered 一、 （一） 1. （1） in this order; each runs on without gaps, repeats, steps back or skipped levels',
  },
  severity: 'warn',
  schema: NO_OPTIONS,
  defaults: {},
  messages: {
    gap: {
      what: {
        'zh-CN': '序号从“{before}”跳到“{label}”，缺“{expected}”',
        en: 'The numbers go from "{before}" to "{label}"; "{expected}" is missing',
      },
      todo: { 'zh-CN': '请补上缺的部分，或者重新编号', en: 'Add what is missing, or number anew' },
    },
    start: {
      what: {
        'zh-CN': '序号从“{label}”开始，前面没有“{expected}”',
        en: 'The numbers begin with "{label}"; there is no "{expected}" before it',
      },
      todo: {
        'zh-CN': '请补上前面的部分，或者从“{expected}”编起',
        en: 'Add what is missing, or begin with "{expected}"',
      },
    },
    repeat: {
      what: {
        'zh-CN': '序号“{label}”重复，应为“{expected}”',
        en: 'The number "{label}" stands twice; "{expected}" is due',
      },
      todo: { 'zh-CN': '请改为“{expected}”，后面的序号顺延', en: 'Write "{expected}" and number on from there' },
    },
    back: {
      what: {
        'zh-CN': '序号从“{before}”退回到“{label}”，应为“{expected}”',
        en: 'The numbers step back from "{before}" to "{label}"; "{expected}" is due',
      },
      todo: {
        'zh-CN': '请改为“{expected}”；如果是下一层的内容，请用下一层的序号',
        en: 'Write "{expected}", or use the numbering of the level below',
      },
    },
    skipped: {
      what: {
        'zh-CN': '“{above}”下面直接用了“{label}”，越过了“{expected}”这一层',
        en: 'Under "{above}" comes "{label}"; the level of "{expected}" was skipped',
      },
      todo: {
        'zh-CN': '请改用“{expected}”，全文同一层用同一种序号',
        en: 'Use "{expected}", so that one level is numbered alike throughout',
      },
    },
  },
  check({ document, report }) {
    const runs = new Map<Style, Run[]>();
    const lastOf = new Map<Style, Numbered>();
    let divided = false;
    for (const section of document.sections) {
      if (!isNumbered(section)) {
        divided ||= section.style !== 'run-in';
        continue;
      }
      const { style } = section.numbering;
      // An article holds lists; those quoted in an interpretation do not break off its own parts.
      const depth = Math.max(depthOf(style), depthOf('han'));
      for (const deeper of runs.keys()) if (depthOf(deeper) > depth) runs.delete(deeper);
      divided ||= style === 'chapter';
      if (style === 'chapter' || style === 'article') continue;
      const fault = place(section, runs, lastOf.get(style), divided, document);
      if (fault) report(reportOf(section, fault, lastOf.get(style)));
      lastOf.set(style, section);
      if (style === 'han') divided = false;
    }
    for (const section of skippedIn(document.sections.filter(isNumbered))) report(section);
  },
});

function isNumbered(section: Section): section is Numbered {
  return section.numbering !== undefined && !isPairOfNumbers(section.title, section.numbering);
}

/** 三、四年级 begins no list. */
function isPairOfNumbers(title: string, { style, value }: Numbering): boolean {
  return style === 'han' && title.startsWith(`${hanNumeral(value)}、${hanNumeral(value + 1)}`);
}

interface Fault {
  readonly messageId: 'gap' | 'start' | 'repeat' | 'back';
  readonly expected: number;
}

/** Puts a section into the run it goes on, or opens one; says what is wrong with its number. */
function place(
  section: Numbered,
  runs: Map<Style, Run[]>,
  last: Numbered | undefined,
  divided: boolean,
  document: Document,
): Fault | null {
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
    return null;
  }
  // A list that runs on through several sections: questions numbered from the first to the last.
  const goesOn = !run && last && value === last.numbering.value + 1;
  const expected = run?.next.at(-1) ?? 1;
  open[Math.max(0, open.length - 1)] = { last: section, next: [value + 1, expected + 1] };
  if (goesOn || !startsLine(section, document)) return null;
  if (standsBetween(section, run?.last ?? section.parent, expected, document)) return null;
  if (!run) return { messageId: 'start', expected };
  const before = run.last.numbering.value;
  return { messageId: value > before ? 'gap' : value === before ? 'repeat' : 'back', expected };
}

/** Lists begin anew wherever they like; 一、 does so only in another part of the paper, and nothing does so at once. */
function mayRestart(
  { numbering, titleRange }: Numbered,
  last: Numbered,
  divided: boolean,
  { text }: Document,
): boolean {
  if (numbering.style !== 'han') return !(numbering.style === 'han-paren' && last.numbering.value === 1);
  const between = text.slice(last.titleRange.start, titleRange.start);
  // Where the line above ends without a full stop, the heading of the new part is stuck to it.
  return (
    divided || ATTACHMENT.test(between) || !/[。；！][”’」）)*]{0,4}$/.test(between.replace(/[\s　#>*]{1,40}$/, ''))
  );
}

const ATTACHMENT = /[\r\n][ 　\t#*>]{0,8}附[ 　]{0,4}[件表录图]/;

/** A number inside a line is too often quoted from the paper explained: 第二十二条：（三）… */
function startsLine({ titleRange }: Numbered, { text }: Document): boolean {
  return /(?:^|[\r\n])[ 　\t#*>+-]{0,12}(?:\d{1,2}[.)][ \t]{1,4})?[*_]{0,3}$/.test(
    text.slice(Math.max(0, titleRange.start - 24), titleRange.start),
  );
}

/** Text pasted without its line breaks hides numbers inside lines: whatever stands there is not missing. */
function standsBetween(section: Numbered, from: Section | undefined, value: number, { text }: Document): boolean {
  const between = text.slice(from?.titleRange.start ?? 0, section.titleRange.start);
  return WRITTEN[section.numbering.style](value).test(between);
}

const WRITTEN: Readonly<Record<Style, (value: number) => RegExp>> = {
  chapter: (value) => new RegExp(`第${hanNumeral(value)}章`),
  article: (value) => new RegExp(`第${hanNumeral(value)}条`),
  han: (value) => new RegExp(`(?<![一二三四五六七八九十])${hanNumeral(value)}[、．.，]`),
  'han-paren': (value) => new RegExp(`[（(] ?${hanNumeral(value)} ?[）)]`),
  digit: (value) => new RegExp(`(?<!\\d)${value} ?[.．、]|${fullWidth(value)}[.．、]`),
  'digit-paren': (value) => new RegExp(`(?<!\\d)${value}[）)]|${fullWidth(value)}[）)]`),
  circled: (value) => new RegExp(numberLabel('circled', value).replace(/[（）]/g, '')),
};

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/**
 * Headings right under a level two or more above theirs; one level may be left out where the whole paper does without it.
 * Lines without a text below are a list, which is numbered as it likes.
 */
function skippedIn(sections: readonly Numbered[]): Report[] {
  const headings = sections.filter(
    ({ style, numbering, body, children }) =>
      style !== 'run-in' && depthOf(numbering.style) >= depthOf('han') && body.length + children.length > 0,
  );
  const used = new Set(headings.filter(({ parent }) => parent?.numbering).map(({ numbering }) => numbering.style));
  return headings.flatMap((section) => {
    const above = section.parent?.numbering;
    if (!above || section.numbering.value !== 1 || depthOf(above.style) < depthOf('han')) return [];
    const skipped = LEVELS.slice(LEVELS.indexOf(above.style) + 1, Math.max(0, LEVELS.indexOf(section.numbering.style)));
    const [first] = skipped;
    if (!first || !(skipped.length > 1 || used.has(first))) return [];
    const data = { above: above.label.trim(), label: section.numbering.label.trim(), expected: numberLabel(first, 1) };
    return [{ messageId: 'skipped', at: section.titleRange, evidence: section.title, data }];
  });
}

const LEVELS: readonly Style[] = ['han', 'han-paren', 'digit', 'digit-paren'];

function reportOf(section: Numbered, { messageId, expected }: Fault, last: Numbered | undefined): Report {
  const { style, label } = section.numbering;
  return {
    messageId,
    at: section.titleRange,
    evidence: section.title,
    data: {
      label: label.trim(),
      before: last?.numbering.label.trim() ?? '',
      expected: numberLabel(style, expected),
    },
  };
}
