import type { FileResult } from '../lint/result.js';
import { errorsFirst, findingsOf, type Placed, type ReportContext, totalsOf } from './report.js';
import { printable } from './terminal-text.js';
import { words } from './words.js';

/**
 * Workflow commands that GitHub Actions shows beside the text. Errors come first, because a step shows ten of each kind; the
 * sum of the run comes last, as plain text.
 */
export function github(results: readonly FileResult[], context: ReportContext): string {
  const say = words[context.locale];
  const totals = totalsOf(results);
  const sum = totals.problems === 0 ? say.clean(results.length) : say.total(totals);
  return [...errorsFirst(findingsOf(results)).map((finding) => command(finding, context)), sum].join('\n');
}

function command({ filePath, message }: Placed, { sourcePath }: ReportContext): string {
  const { line, column, endLine, endColumn, severity, ruleId } = message;
  // Columns are taken only with a single line; there they have to be two.
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn) } : {};
  const properties = { file: sourcePath(filePath), line, endLine, ...columns, title: ruleId ?? 'jiedu-lint' };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${severity === 2 ? 'error' : 'warning'} ${written.join(',')}::${data(message.message)}`;
}

function data(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
