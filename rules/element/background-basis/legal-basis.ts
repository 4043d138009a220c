import type { Document } from '../../../src/document/document.js';
import { type Line, read } from '../../../src/elements/reading.js';

/** True where a document names a law or a superior paper as the ground of the policy: by title, by number, or a law by its common name. */
export function namesLegalBasis(document: Document): boolean {
  return read(document).lines.some(
    (line) => line.kind !== 'question' && (GROUND.test(line.text) || isListedAsBasis(line)),
  );
}

const C = '[^，。；：！？]';
const S = '[^。；！？]';

const GROUND = new RegExp(
  [
    `(?:根据|依据|依照|按照|遵照|贯彻|落实|基于|参照|对照|结合)${S}{0,60}[□№]`,
    `□(?:（[^（）]{0,40}）)?(?:第${C}{1,8}条)?${C}{0,16}(?:规定|明确|要求|提出|授权)`,
    `(?:签署|签订|缔结|达成)了?${C}{0,20}□`,
    `(?:根据|依据|依照|按照)(?:国家|我国)?(?!有关|相关|本|该|法律|法规|上述)[\\u4e00-\\u9fa5]{2,16}(?:(?<![办方做语想看说])法|条例)(?=[，、；。和及与等第的规之]|实施)`,
    '(?:根据|依据|依照|按照)[\\u4e00-\\u9fa5—－-]{2,24}(?:协定|公约)',
  ].join('|'),
);

/** 制定依据 as a heading, and the papers in a list below it. */
function isListedAsBasis({ text, path }: Line): boolean {
  return LISTED.test(text) && path.slice(0, 2).some((title) => /依据|根据/.test(title));
}

const LISTED = /[□№]/;
