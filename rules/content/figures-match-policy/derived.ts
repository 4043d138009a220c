import type { FigureFact } from './fact.js';

/** Months of a year, which make a year's amount of a month's. */
const MONTHS = 12;

/**
 * True where a figure follows from what the policy states: 80% where it says 75% and 提高5个百分点, 一年18000元 where it says 每月1500元.
 * @param other the policy's figure that seems to be meant
 */
export function isDerived(figure: FigureFact, other: FigureFact, stated: readonly FigureFact[]): boolean {
  if (other.measure !== figure.measure) return false;
  const [value, theirs] = [Number(figure.value), Number(other.value)];
  if (figure.measure === 'percent') {
    const shares = new Set(stated.filter(({ measure }) => measure === 'percent').map((one) => Number(one.value)));
    return stated.some(
      ({ measure, value: step }) =>
        measure === 'points' && (shares.has(round(value - Number(step))) || shares.has(round(value + Number(step)))),
    );
  }
  return figure.measure === 'yuan' && value === theirs * MONTHS && /月/.test(other.before) && /年/.test(figure.before);
}

function round(value: number): number {
  return Number(value.toPrecision(9));
}
