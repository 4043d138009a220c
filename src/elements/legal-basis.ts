import type { Document } from '../document/document.js';
import { C, OTHER, S } from './catalogue/words.js';
import type { Signal } from './catalogue.js';
import { type Line, type Reading, read } from './reading.js';
import { fires } from './signals.js';

/** True where a document names a law or a superior paper as the ground of the policy: by title, by number, or a law by its common name. */
export function namesLegalBasis(document: Document): boolean {
  const reading = read(document);
  return fires(reading, SIGNALS) || reading.lines.some((line) => isListedAsBasis(line, reading));
}

const GROUND = '(?:根据|依据|依照|按照|遵照|贯彻|落实|基于|参照|对照|结合)';
const NUMBERED = '[〔［\\[（(]\\d{4}[〕］\\]）)]\\d{1,5}号';

const SIGNALS: readonly Signal[] = [
  { id: 'ground', weight: 3, pattern: `${GROUND}${S}{0,60}?(?:${OTHER}|${NUMBERED})` },
  {
    id: 'says',
    weight: 3,
    pattern: `${OTHER}(?:（[^（）\\n]{0,40}）)?(?:第${C}{1,8}条)?${C}{0,16}(?:规定|明确|要求|提出|授权)`,
  },
  { id: 'signed', weight: 3, pattern: `(?:签署|签订|缔结|达成)(?:了)?${C}{0,20}${OTHER}` },
  {
    id: 'common-name',
    weight: 3,
    pattern: `(?:根据|依据|依照|按照)(?:国家|我国)?(?!有关|相关|本|该|法律|法规|上述)[\\u4e00-\\u9fa5]{2,16}(?:(?<![办方做语想看说])法|条例)(?=[，、；。和及与等第的规之]|实施)`,
  },
  { id: 'treaty', weight: 3, pattern: '(?:根据|依据|依照|按照)[\\u4e00-\\u9fa5—－-]{2,24}(?:协定|公约)' },
];

/** 制定依据 as a heading, and the papers in a list below it. */
function isListedAsBasis({ start, end, sentence }: Line, reading: Reading): boolean {
  if (sentence.heading && !/《/.test(sentence.text)) return false;
  const titles = [sentence.section?.title, sentence.section?.parent?.title];
  return titles.some((title) => title && /依据|根据/.test(title)) && LISTED.test(reading.text.slice(start, end));
}

const LISTED = new RegExp(`${OTHER}|${NUMBERED}`);
