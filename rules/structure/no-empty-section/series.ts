import type { Section } from '../../../src/document/document.js';

/** The first of a series: 01 生活补贴, 第一步　申请, 亮点一：…, 变化1, Step 1. What stands before the numeral, and behind it, is the series' own. */
const FIRST =
  /^((?:第|[㐀-鿿]{2,4}|[A-Za-z]{1,5}\.?)?[ 　]?0?)[1一]((?:[步类种期]|阶段|环节)?)(?=[：:、.．,，。\s　—|｜-]|$)/;
const NUMERALS = '一二三四五六七八九十123456789';

/** So many headings on a series may go on. */
const NEAR = 40;

/**
 * Whether a heading holds the series that the next ones make, though all are of one rank: the first of them stands right below it, the
 * second further down, and it is none of them. Or questions stand below what asks nothing.
 */
export function holdsSeries(sections: readonly Section[], index: number): boolean {
  const [section, next] = [sections[index], sections[index + 1]];
  if (!section || !next) return false;
  if (ASKS.test(next.title)) return !ASKS.test(section.title) && section.style !== 'question';
  const [, before = '', behind = ''] = FIRST.exec(next.title) ?? [];
  if (before + behind === '' && !FIRST.test(next.title)) return false;
  const goesOn = (title: string, numerals: string) =>
    title.startsWith(before) &&
    numerals.includes(title[before.length] ?? ' ') &&
    title.startsWith(behind, before.length + 1);
  return (
    !goesOn(section.title, NUMERALS) &&
    sections.slice(index + 2, index + NEAR).some(({ title }) => goesOn(title, '2二'))
  );
}

const ASKS = /^(?:问|Q)[ 　]?\d{0,2}[ 　]?[：:.、]/;
