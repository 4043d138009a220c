import { type DocNumber, readDocNumber } from '../language/doc-number.js';
import type { Document } from './document.js';
import type { Range } from './range.js';

/** The number that a paper bears on its first page. */
export interface HeadNumber {
  readonly number: DocNumber;
  /** As it stands there. */
  readonly text: string;
  readonly range: Range;
}

/** How many lines from the top the number may stand, below the office's name and the title. */
const HEAD = 8;

/**
 * The document number at a paper's head, on a line of its own or under the name of its series (云溪市人民政府令 / 第21号). Null
 * where none stands above the first sentence.
 */
export function numberAtHead({ units }: Document): HeadNumber | null {
  let series = '';
  for (const { text, range, type } of units.slice(0, HEAD)) {
    const line = text.text.trim();
    if (type === 'cell' || type === 'code' || line.length > 80 || /[。；;]|[：:]$/.test(line)) return null;
    const bare = line.replace(/^[（(](?=[^（()）]{1,60}[）)]$)|(?<=^[（(][^（()）]{1,60})[）)]$/g, '');
    const number = readDocNumber(bare) && (readDocNumber(series + bare) ?? readDocNumber(bare));
    if (number) return { number, text: line, range };
    series = /(?:公告|通告|令)$/.test(line) ? line : '';
  }
  return null;
}
