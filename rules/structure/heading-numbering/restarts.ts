import type { Document } from '../../../src/document/document.js';
import { isPaperTitle } from '../../title-lines.js';
import type { Numbered } from './written-number.js';

/** Lists begin anew wherever they like; 一、 does so only in another part of the paper, and nothing does so at once. */
export function mayRestart(
  { numbering, titleRange }: Numbered,
  last: Numbered,
  divided: boolean,
  { text }: Document,
): boolean {
  if (numbering.style !== 'han') return !(numbering.style === 'han-paren' && last.numbering.value === 1);
  const between = text.slice(last.titleRange.start, titleRange.start);
  // Where the line above ends without a full stop, the heading of the new part is stuck to it.
  return (
    divided ||
    ATTACHMENT.test(between) ||
    bringsPaper(between) ||
    !/[。；！][”’」）)*]{0,4}$/.test(between.replace(/[\s　#>*]{1,40}$/, ''))
  );
}

/** A notice brings the paper that it prints: its title stands on a line or two of its own. */
function bringsPaper(between: string): boolean {
  const lines = between
    .split(/[\r\n]+/)
    .slice(1)
    .map((line) => line.replace(/^[\s　#*>]{0,20}|[\s　*]{0,20}$/g, ''))
    .filter((line) => line !== '');
  return lines.some((line, i) => isPaperTitle(line) || isPaperTitle((lines[i - 1] ?? '') + line));
}

const ATTACHMENT = /[\r\n][ 　\t#*>]{0,8}附[ 　]{0,4}[件表录图]/;
