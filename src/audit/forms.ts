import type { AuditReport } from './audit-report.js';

/** What the forms of an audit are called. */
export type AuditForm = 'html' | 'xlsx' | 'csv' | 'json';

/** Each form that an audit is written in, as bytes or pieces of text. Loaded when it is asked for. */
export const FORMS: Readonly<Record<AuditForm, (report: AuditReport) => Promise<Uint8Array | Iterable<string>>>> = {
  html: async (report) => (await import('./page/page.js')).auditPageParts(report),
  xlsx: async (report) => {
    const { auditTables } = await import('./tables.js');
    return (await import('./workbook.js')).workbookOf(auditTables(report), report.date);
  },
  csv: async (report) => (await import('./csv.js')).auditCsv(report),
  json: async (report) => (await import('./json.js')).auditJson(report),
};
