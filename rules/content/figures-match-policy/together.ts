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

/** 80% follows from 75% and 提高5个百分点, 一年18000元 from 每月1500元, which the policy states. */
export function isDerived(figure: FigureFact, other: FigureFact, stated: readonly FigureFact[]): boolean {
  const value = Number(figure.value);
  if (figure.measure === 'yuan')
    return value === 12 * Number(other.value) && /月/.test(other.before) && /年/.test(figure.before);
  const all = (measure: string) => stated.filter((one) => one.measure === measure).map((one) => Number(one.value));
  const steps = figure.measure === 'percent' ? all('points') : [];
  return steps.some((step) => all('percent').some((share) => Math.abs(Math.abs(value - share) - step) < 1e-9));
}
