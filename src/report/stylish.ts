import type { FileResult, Message } from '../lint/result.js';
import { besides } from './besides.js';
import { codeFrame } from './frame.js';
import { type ReportContext, totalsOf } from './report.js';
import { displayWidth, padToWidth, printable } from './terminal-text.js';
import { words } from './words.js';

// Beyond this a long sentence would push every rule id of its file off the screen; it runs on alone instead.
const WIDEST_ALIGNED_TEXT = 60;

/**
 * The report for people, laid out as ESLint's, which people and their tools know how to read: the path of a file once, and
 * under it a row for each finding with line and column, severity, what is wrong and the rule. Below a row stand, where asked for,
 * the source line, then why it is demanded and what to do. The sum of the run comes last.
 */
export function* stylish(results: readonly FileResult[], context: ReportContext): Generator<string> {
  for (const result of results) if (result.messages.length > 0) yield `${fileBlock(result, context)}\n\n`;
  yield summary(results, context);
}

function fileBlock(result: FileResult, context: ReportContext): string {
  const path = printable(context.displayPath(result.filePath));
  const rows = result.messages.map((message) => ({
    message,
    severity: words[context.locale][message.severity === 2 ? 'error' : 'warning'],
    what: sentence(message.parts.what),
  }));
  const lineWidth = widest(rows.map(({ message }) => `${message.line}`));
  const columnWidth = widest(rows.map(({ message }) => `${message.column}`));
  const severityWidth = widest(rows.map((row) => row.severity));
  const whatWidth = widest(rows.map((row) => row.what).filter((what) => displayWidth(what) <= WIDEST_ALIGNED_TEXT));
  const { paint } = context;
  const lines = rows.flatMap(({ message, severity, what }) => {
    const [line, column] = [`${message.line}`.padStart(lineWidth), `${message.column}`.padEnd(columnWidth)];
    const colour = message.severity === 2 ? paint.red : paint.yellow;
    const rule = message.ruleId === null ? '' : `  ${paint.dim(printable(message.ruleId))}`;
    const text = rule === '' ? what : padToWidth(what, whatWidth);
    const coloured = colour(severity) + ' '.repeat(severityWidth - displayWidth(severity));
    const { where } = message.parts;
    const place = where === undefined ? `${paint.dim(`${line}:${column}`)}  ` : '';
    return [
      `  ${place}${coloured}  ${text}${rule}`,
      ...codeFrame(message, context).map((framed) => `      ${framed}`),
      ...explanation(message, context),
    ];
  });
  const withheld = context.frame && result.sensitive ? [paint.dim(`  ${words[context.locale].withheld}`)] : [];
  return [paint.underline(path), ...lines, ...withheld].join('\n');
}

function explanation(message: Message, { locale, paint }: ReportContext): string[] {
  const { place, why, todo } = words[locale];
  const { parts } = message;
  const rows = [[place, parts.where ?? ''] as const, [why, parts.why] as const, [todo, parts.todo] as const];
  const labelWidth = widest([why, todo, ...(parts.where ? [place] : [])]);
  return rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) => paint.dim(`      ${padToWidth(label, labelWidth)}  ${sentence(text)}`));
}

function summary(results: readonly FileResult[], context: ReportContext): string {
  const { locale, paint, displayPath } = context;
  const say = words[locale];
  const totals = totalsOf(results);
  const more = besides(results, context).map((sentence) => `  ${printable(sentence)}`);
  if (totals.problems === 0) return [paint.bold(`✔ ${say.clean(results.length)}`), ...more].join('\n');
  const colour = totals.errors > 0 ? paint.red : paint.yellow;
  const lines = [colour(paint.bold(`✖ ${say.total(totals)}`))];
  if (totals.fixableErrors + totals.fixableWarnings > 0) lines.push(`  ${say.fixable(totals)}`);
  lines.push(...more);
  const unchecked = results.filter((result) => result.fatalErrorCount > 0);
  if (unchecked.length > 0) lines.push(`  ${say.unchecked}`);
  for (const { filePath } of unchecked) lines.push(`    ${printable(displayPath(filePath))}`);
  return lines.join('\n');
}

/** One line of text without the full stop at its end; an ellipsis stays. */
function sentence(text: string): string {
  return printable(text.replace(/[\t\n\r]/g, ' ').trim()).replace(/(?<![.。])[.。]$/u, '');
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
