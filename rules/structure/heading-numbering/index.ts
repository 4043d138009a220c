import { numberLabel } from '../../../src/document/number-label.js';
import { depthOf } from '../../../src/document/numbering.js';
import { defineRule, type Report } from '../../rule.js';
import { isNumbered, numberFaults } from './number-runs.js';
import { seriesFaults } from './series-faults.js';
import { labelLike, type Numbered, type Style } from './written-number.js';

export const headingNumbering = defineRule({
  id: 'structure/heading-numbering',
  kinds: 'any',
  demand: {
    'zh-CN': '层次序号依次用“一、”“（一）”“1.”“（1）”，同一层连续编号，不缺号、不重号、不倒退、不越级',
    en: 'Levels are numbered 一、 （一） 1. （1） in this order; each runs on without gaps, repeats, steps back or skipped levels',
  },
  severity: 'warn',
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
    for (const { kind, section, expected, before } of numberFaults(document)) {
      const { numbering, titleRange, title } = section;
      const data = { label: labelOf(section), before: labelOf(before), expected: labelLike(numbering, expected) };
      report({ messageId: kind, at: titleRange, evidence: title, data });
    }
    for (const fault of seriesFaults(document)) report(fault);
    for (const skipped of skippedIn(document.sections.filter(isNumbered))) report(skipped);
  },
});

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
    const data = {
      above: labelOf(section.parent as Numbered),
      label: labelOf(section),
      expected: numberLabel(first, 1),
    };
    return [{ messageId: 'skipped', at: section.titleRange, evidence: section.title, data }];
  });
}

const LEVELS: readonly Style[] = ['han', 'han-paren', 'digit', 'digit-paren'];

function labelOf(section: Numbered | undefined): string {
  return section?.numbering.label.trim() ?? '';
}
