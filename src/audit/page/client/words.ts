import type { Verdict } from '../data.js';

export const VERDICTS: Readonly<Record<Verdict, string>> = { 0: '合规', 1: '不合规', 2: '未能检查' };

export const NO_TITLE = '（无标题）';

/** A count with its thousands set apart: 20,000. */
export { count } from '../figures.js';
