import { agree } from '../../../src/language/figures.js';
import type { FigureFact } from './fact.js';

/** Figures so near to one another, in characters, are said in one breath: 每月500元，全年6000元. */
const BREATH = 60;

/** True where two figures stand side by side: in one column, or in one breath. */
export function isSaidTogether(a: FigureFact, b: FigureFact): boolean {
  return a.column ? a.column === b.column : Math.abs(a.range.start - b.range.start) <= BREATH;
}

/** True where two figures stand in one sentence, or in cells that meet. */
export function areInOne(a: FigureFact | undefined, b: FigureFact | undefined): boolean {
  if (!a || !b || a.file !== b.file) return false;
  const [first, last] = a.range.start < b.range.start ? [a, b] : [b, a];
  return last.before.includes(first.text) || first.after.includes(last.text) || (a.row !== '' && a.row === b.row);
}

/** True where two figures say the same. */
export function isSame(a: FigureFact, b: FigureFact): boolean {
  return a.measure === b.measure && agree(a.measure, a.value, b.value);
}
