import type { AuditReport } from '../../src/audit/audit-report.js';
import { auditPageParts } from '../../src/audit/page/page.js';

/** The page of an audit as one text. */
export function auditPage(report: AuditReport, base?: string): string {
  return [...auditPageParts(report, base)].join('');
}
