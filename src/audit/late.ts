import { compareDays, readDate } from '../language/dates.js';
import { compare } from '../language/order.js';
import { workingDaysBetween } from '../language/working-days.js';
import type { Message } from '../lint/result.js';
import type { AuditedDocument, Late } from './audit-report.js';

/**
 * Terms that a document did not keep. Rules that watch a term give their findings `due`, the last day on time, and `doneDate`, the
 * day it was done, if it was: without it the day of the audit decides.
 * @param date the day of the audit, as `2024-03-01`
 * @param demanded whether the configuration has the rules on
 */
export function lateIn(
  messages: readonly Message[],
  document: AuditedDocument,
  date: string,
  demanded: boolean,
): Late[] {
  return messages.flatMap(({ ruleId, severity, parts }) => {
    const { due: dueDate, doneDate = '' } = parts.data;
    if (ruleId === null || typeof dueDate !== 'string' || typeof doneDate !== 'string') return [];
    const [due, done] = [readDate(dueDate), readDate(doneDate || date)];
    if (!due || !done || compareDays(done, due) <= 0) return [];
    const { path, title, department } = document;
    return [
      {
        ...{ path, title, department, ruleId },
        severity: severity === 2 ? ('error' as const) : ('warn' as const),
        what: parts.what,
        due: dueDate,
        done: doneDate,
        daysLate: workingDaysBetween(due, done).value,
        demanded,
      },
    ];
  });
}

/** The latest first. */
export function latestFirst(late: readonly Late[]): Late[] {
  return [...late].sort((a, b) => b.daysLate - a.daysLate || compare(a.path, b.path) || compare(a.due, b.due));
}
