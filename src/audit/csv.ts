import { printable } from '../report/terminal-text.js';
import type { AuditReport } from './audit-report.js';
import { type CellValue, cellText } from './table.js';
import { findingsTable } from './tables.js';

/**
 * The findings as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheet programs show Chinese as something else.
 * A cell that a spreadsheet program would take for a formula gets `'` in front.
 * @returns pieces that end with whole lines
 */
export function* auditCsv(report: AuditReport): Generator<string> {
  const { columns, rows } = findingsTable(report);
  yield `\ufeff${line(columns.map(({ title }) => title))}`;
  for (const row of rows()) yield line(row);
}

/** Marks that make a formula of what follows, of full width too, behind blanks as well: programs strip those. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function line(values: readonly CellValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const text = cellText(value);
  const plain = printable(FORMULA.test(text) ? `'${text}` : text);
  return /[",\r\n]/.test(plain) || plain !== plain.trim() ? `"${plain.replaceAll('"', '""')}"` : plain;
}
