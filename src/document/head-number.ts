import { type DocNumber, readDocNumber } from '../language/doc-number.js';
import type { Document, Unit } from './document.js';
import type { Range } from './range.js';

/** The number that a paper bears on its first page. */
export interface HeadNumber {
  readonly number: DocNumber;
  /** The line that it stands in, and itself as it is written there. */
  readonly text: string;
  readonly written: string;
  readonly range: Range;
}

/** How many lines from the top the number may stand, below the office's name and the title; and cells, where a table is at the head. */
const HEAD = 8;
const HEAD_CELLS = 40;

/**
 * The document number at a paper's head: on a line of its own, with a date or who signed, behind the title, in a table of what is known of
 * the paper, or under the name of its series (云溪市人民政府令 / 第21号). Null where none stands above the first sentence.
 */
export function numberAtHead({ units }: Document): HeadNumber | null {
  let series = '';
  let lines = 0;
  for (const [index, { text, range, type }] of units.slice(0, HEAD + HEAD_CELLS).entries()) {
    const line = text.text.trim();
    if (type === 'cell') {
      const number = isLabel(units[index - 1]) ? readDocNumber(line) : null;
      if (number) return { number, text: line, written: line, range };
      continue;
    }
    if (++lines > HEAD || type === 'code' || line.length > 80 || /[。；;：:]$/.test(line)) return null;
    const bare = line.replace(SIGNED, '').replace(DATED, '');
    const beside = (BEHIND_TITLE.exec(bare) ?? BEFORE_TITLE.exec(bare))?.[1] ?? '';
    const written = (readDocNumber(bare) ? [series + bare, bare] : [beside]).find(readDocNumber);
    const number = readDocNumber(written ?? '');
    if (written && number) return { number, text: line, written, range };
    series = /(?:公告|通告|令)$/.test(line) ? line : '';
  }
  return null;
}

/** 签发人：… and 2024年5月6日印发, which may stand beside a number. */
const SIGNED = /[ 　]{0,20}签发人[：: 　].{0,60}$/;
const DATED = /(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[ 　]{0,4}|(?:印发|公布|发布)(?=[）)]?$)/g;
/** The number in brackets behind the title, but not behind another paper's name; the number before 关于…. */
const BEHIND_TITLE = /(?<!》)[（(]([^（()）]{6,40}[号號])[）)]$/;
const BEFORE_TITLE = /^([^（()）]{6,40}[号號])[（(]?关于/;

function isLabel(unit: Unit | undefined): boolean {
  return /^(?:发文|发布|公文)?[字文][ 　]{0,4}号[：:]?$/.test(unit?.text.text.trim() ?? '');
}
