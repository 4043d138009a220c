import { VERDICTS } from '../../names.js';
import type { Verdict } from '../data.js';

const NAMES: Readonly<Record<Verdict, string>> = {
  0: VERDICTS.complies,
  1: VERDICTS.hasErrors,
  2: VERDICTS.unreadable,
};

export function verdictName(verdict: Verdict | undefined): string {
  return NAMES[verdict ?? 2];
}
