import { isDay, properDate } from '../language/dates.js';
import { departmentsIn } from '../language/departments.js';
import { simplify } from '../language/traditional.js';
import { type Guess, guess } from './evidence.js';
import { squeeze } from './nodes.js';

const OFFICE =
  /^[㐀-鿿（）()·]{1,36}(?:政府|办公[室厅]|委员会|管委会|管委|[发改卫健信建教工科网纪监宣统组政]委|局|厅|部|署|院|总队|支队|大队|中心|银行|法院|检察院|协会|联合会|残联|妇联|总工会|办|处|集团|公司|委)$/;

/** Whether a text is the name of one office. */
export function isOffice(text: string): boolean {
  const name = simplify(squeeze(text));
  return (
    name.length >= 3 && OFFICE.test(name) && !/(?:关于|解读|通知|印发|工作|全部|内部|大部|本部|干部)$|关于/.test(name)
  );
}

/** The offices that a text names and nothing else; empty where it says something else. */
export function officesIn(text: string): string[] {
  const names = departmentsIn(text.replace(/(?<![\s　])[\s　]+(?=[㐀-鿿]{1,3}$)/, ''));
  return names.length > 0 && names.every(isOffice) ? names.map(squeeze) : [];
}

/** A guess of an office, or of several. */
export function officeGuess(key: string, offices: readonly string[], from: Guess['from'], sure = true): Guess[] {
  return guess(key, offices.length === 1 ? offices[0] : offices, from, sure);
}

/** A day as people write it at the end of papers and in boxes, digits or Chinese numerals, a time behind it left out; YYYY-MM-DD. */
export function dayIn(text: string): string | null {
  const spaced = text.normalize('NFKC');
  const line = squeeze(spaced);
  const written =
    /^(?:19|20)\d{6}(?=(?:\d{4}|\d{6})?$)/.exec(line) ??
    // A time may stand behind the day, with nothing but a blank between them.
    /(?:19|20)\d{2}\s{0,3}([-/.])\s{0,3}\d{1,2}\s{0,3}\1\s{0,3}\d{1,2}(?!\d)/.exec(spaced) ??
    /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?/.exec(line) ??
    /[二一][〇○零一二三四五六七八九ＯO0]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/.exec(line);
  return written && properDate(squeeze(written[0]));
}

/** The end of a paper: who signs it, and the day. */
export interface Signature {
  readonly offices: readonly string[];
  readonly day: string;
}

/** The first signature in a paper's lines: offices on lines of their own, the date below or behind them. */
export function signatureIn(lines: readonly string[]): Signature | null {
  for (const [i, line] of lines.entries()) {
    const one = /^(.{3,60}?)[\s　]*((?:(?:19|20)\d{2}|[二一][〇○零一二三四五六七八九]{3})年.{2,6}日)$/.exec(
      line.trim(),
    );
    const same = one ? officesIn(one[1] ?? '') : [];
    if (one && same.length > 0 && isDay(one[2] ?? '')) return { offices: same, day: dayIn(one[2] ?? '') ?? '' };
    if (!isDay(line)) continue;
    const offices: string[] = [];
    for (let at = i - 1; at >= Math.max(0, i - 8); at--) {
      const line = (lines[at] ?? '').trim();
      // （爱国卫生运动委员会）（代章）, an office's other name and a remark on its seal, on a line of their own or behind it.
      const bare = line.replace(/[\s　]{0,9}[（(][^（()）]{1,24}[）)](?=[\s　]{0,9}(?:[（(]|$))/g, '');
      const found = officesIn(bare);
      if (found.length === 0 && (bare !== '' || line === '')) break;
      offices.unshift(...found);
    }
    if (offices.length > 0) return { offices, day: dayIn(line) ?? '' };
  }
  return null;
}
