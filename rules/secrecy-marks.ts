import { CLASSIFIED, INTERNAL, UNDISCLOSED } from '../src/language/secrecy-marks.js';

const DRAFT =
  '(?:公开)?征求意见(?:修改)?稿|送审稿|报审稿|讨论稿|审议稿|内部讨论稿|修改稿|修订稿|草案|初稿|草稿|报批稿|会签稿';
const DRAFT_ALONE = new RegExp(`^[（(【]?(${DRAFT})[）)】]?$`);
/** A draft, as its title says at the end. */
export const DRAFT_TITLE = new RegExp(`[（(【]((?:${DRAFT})(?:第?[一二三四\\d]稿)?)[）)】]$`);

/** A mark, and which message speaks of its kind. */
export interface Mark {
  readonly messageId: 'classified' | 'internal' | 'undisclosed' | 'draft';
  readonly start: number;
  readonly text: string;
}

/** Where a line stands, which tells whether it may say that the whole is a draft. */
export interface Standing {
  readonly isTitle: boolean;
  readonly atHead: boolean;
  /** The paper is out for consultation, and so a draft. */
  readonly consulted: boolean;
}

/** Outside the text, as in a header: marks of drafts are left to the text. */
const OUTSIDE: Standing = { isTitle: false, atHead: false, consulted: true };

/** The mark of secrecy, of internal use or of a draft that a line bears; null for none. */
export function markOf(text: string, { isTitle, atHead, consulted }: Standing = OUTSIDE): Mark | null {
  const at = (messageId: Mark['messageId'], match: RegExpExecArray | null) => {
    const found = match?.[1] ?? match?.[2] ?? match?.[0];
    return match && found ? { messageId, start: match.index + match[0].indexOf(found), text: found } : null;
  };
  if (text.length > 200) return at('classified', /(?:绝密|机密|秘密)★/.exec(text));
  return (
    at('classified', CLASSIFIED.exec(text)) ??
    at('internal', INTERNAL.exec(text)) ??
    at('undisclosed', UNDISCLOSED.exec(text)) ??
    (consulted ? null : at('draft', isTitle ? DRAFT_TITLE.exec(text) : atHead ? DRAFT_ALONE.exec(text) : null))
  );
}
