import {
  CLASSIFIED,
  CLASSIFIED_ALONE,
  internalMark,
  tightened,
  UNDISCLOSED,
  UNDISCLOSED_ALONE,
} from '../src/language/secrecy-marks.js';

const DRAFT =
  '(?:公开)?征求意见(?:修改)?稿|送审稿|送签稿|报审稿|讨论稿|审议稿|内部讨论稿|修改稿|修订稿|草案|初稿|草稿|代拟稿|拟稿|未定稿|待审稿?|报批稿|会签稿';
const DRAFT_ALONE = new RegExp(`^[（(【〔[]?(${DRAFT})[）)】〕\\]]?$`);
/** A draft, as its title says at the end. */
export const DRAFT_TITLE = new RegExp(
  `[（(【〔[]((?:${DRAFT})(?:第?[一二三四\\d]稿)?|第?[一二三四\\d]稿)(?:\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?)?[）)】〕\\]]$|(?<=[㐀-鿿][—-]{0,2})((?:送审|讨论|报批|会签|代拟|初|草)稿)$`,
);

/** A mark, and which message speaks of its kind. */
export interface Mark {
  readonly messageId: 'classified' | 'internal' | 'undisclosed' | 'draft';
  readonly start: number;
  readonly text: string;
}

/** Where a line stands, which tells whether it may say that the whole is a draft. */
export interface Standing {
  readonly isTitle: boolean;
  readonly atEnd: boolean;
  /** The paper is out for consultation, and so a draft. */
  readonly consulted: boolean;
  /** Of a cell, what stands to its left: 密级 tells what 机密 is; alone it may be a word of a list. */
  readonly label?: string;
}

/** Outside the text, as in a header: marks of drafts are left to the text. */
export const OUTSIDE: Standing = { isTitle: false, atEnd: false, consulted: true };

/** The mark of secrecy, of internal use or of a draft that a line bears; null for none. */
export function markOf(line: string, { isTitle, atEnd, consulted, label }: Standing = OUTSIDE): Mark | null {
  if (line.length > LONG) {
    const found = CLASSIFIED_WITH_STAR.exec(line);
    return found && { messageId: 'classified', start: found.index, text: found[0] };
  }
  const { text, placeOf } = tightened(line);
  const mark = (messageId: Mark['messageId'], from: number, to: number) => {
    const start = placeOf(Math.max(0, from));
    return { messageId, start, text: line.slice(start, placeOf(to - 1) + 1) };
  };
  const at = (messageId: Mark['messageId'], pattern: RegExp, searched = text) => {
    const match = pattern.exec(searched);
    const found = match?.slice(1).find((group) => group) ?? match?.[0];
    if (!match || !found) return null;
    const from = match.index + match[0].indexOf(found) - (searched.length - text.length);
    return mark(messageId, from, from + found.length);
  };
  const labelled = label === undefined ? text : `${tightened(label).text.replace(/[：:]$/, '')}：${text}`;
  const inside = internalMark(text);
  const isAlone = label === undefined;
  return (
    (labelled.includes('密') ? at('classified', CLASSIFIED, labelled) : null) ??
    (isAlone ? at('classified', CLASSIFIED_ALONE) : null) ??
    (inside ? mark('internal', inside.start, inside.end) : null) ??
    at('undisclosed', UNDISCLOSED, labelled) ??
    (isAlone ? at('undisclosed', UNDISCLOSED_ALONE) : null) ??
    (consulted ? null : isTitle ? at('draft', DRAFT_TITLE) : atEnd ? at('draft', DRAFT_ALONE) : null)
  );
}

/** Characters of a line that is a paragraph rather than a mark. */
const LONG = 200;
const CLASSIFIED_WITH_STAR = /(?:绝密|机密|秘密)[ 　]?★/;
