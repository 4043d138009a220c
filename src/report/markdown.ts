import type { FileResult, Message } from '../lint/result.js';
import { besides } from './besides.js';
import { markdownText } from './markdown-text.js';
import { errorsFirst, findingsOf, type Placed, type ReportContext, totalsOf } from './report.js';
import { words } from './words.js';

/** GitHub takes 65,536 characters as a comment; the table ends before. */
const MOST_CHARACTERS = 60_000;

/** A comment for a pull request: the sum, then a table of the findings, errors first, as many as a comment holds. */
export function markdown(results: readonly FileResult[], context: ReportContext): string {
  const say = words[context.locale];
  const totals = totalsOf(results);
  const title = `### jiedu-lint\n\n${context.partial ? `**${say.partial}**\n\n` : ''}`;
  const more = besides(results, context)
    .map((sentence) => `\n\n${markdownText(sentence)}`)
    .join('');
  if (totals.problems === 0) return `${title}✔ ${say.clean(results.length)}${more}`;
  const heads = [say.severity, say.place, say.problem, say.todo, say.why, say.rule];
  const lines = [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`];
  const findings = errorsFirst(findingsOf(results));
  let room = MOST_CHARACTERS - lines.join('\n').length;
  for (const finding of findings) {
    const line = row(finding, context);
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const left = findings.length - (lines.length - 2);
  return `${title}✖ ${say.total(totals)}${more}\n\n${lines.join('\n')}${left > 0 ? `\n\n${say.leftOut(left)}` : ''}`;
}

function placeIn({ line, column, parts: { where } }: Message): string {
  return where === undefined ? `:${line}:${column}` : markdownText(where);
}

function row({ filePath, message }: Placed, { locale, sourcePath }: ReportContext): string {
  const { what, why, todo } = message.parts;
  const cells = [
    words[locale][message.severity === 2 ? 'error' : 'warning'],
    markdownText(sourcePath(filePath)) + (message.parts.where === undefined ? '' : ' ') + placeIn(message),
    ...[what, todo, why, message.ruleId ?? ''].map(markdownText),
  ];
  return `| ${cells.join(' | ')} |`;
}
