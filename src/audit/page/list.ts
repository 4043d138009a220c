import type { AuditReport } from '../audit-report.js';
import type { ListRow } from './data.js';
import { shown } from './shown.js';

/** A list of the page. */
export interface List {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly none: string;
  /** Where the last one is `PATH`, the cells below open the files. */
  readonly heads: readonly string[];
  /** True for what stands before everything else. */
  readonly isFirst?: true;
  /** Absent for lists that every report has. */
  isAsked?(report: AuditReport): boolean;
  rows(report: AuditReport, documentAt: ReadonlyMap<string, number>): ListRow[];
}

/** The head of a column of files. */
export const PATH = '文件';

/** A row. @param document the place of the document it speaks of */
export function row(document: number | undefined, ...cells: string[]): ListRow {
  return [document ?? -1, ...cells.map(shown)];
}
