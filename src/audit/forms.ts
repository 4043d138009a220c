import type { AuditReport } from './audit-report.js';
import type { Base } from './links.js';

/** What the forms of an audit are called. */
export type AuditForm = 'html' | 'xlsx' | 'csv' | 'json';

/**
 * Each form that an audit is written in, as bytes or pieces of text, by the report and where the files lie as seen from the one written.
 * Loaded when it is asked for.
 */
export const FORMS: Readonly<
  Record<AuditForm, (report: AuditReport, base?: Base) => Promise<Uint8Array | Iterable<string>>>
> = {
  html: async (report, base) => (await import('./page/page.js')).auditPageParts(report, base),
  xlsx: async (report, base) => {
    const { auditTables } = await import('./tables.js');
    return (await import('./workbook.js')).workbookOf(auditTables(report, base), report.date);
  },
  csv: async (report) => (await import('./csv.js')).auditCsv(report),
  json: async (report) => (await import('./json.js')).auditJson(report),
};
