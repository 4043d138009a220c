import type { FileResult, Message } from '../lint/result.js';
import { besides } from './besides.js';
import { HTML_STYLE } from './html-style.js';
import { placeShown } from './in-source.js';
import { findingsOf, type ReportContext, rulesFound, totalsOf } from './report.js';
import { type Words, words } from './words.js';
import { xmlText } from './xml.js';

/**
 * One page that needs nothing else: no script, no font, no picture, and a policy that lets it load none. It holds the sum of
 * the run, a table of the rules, and the findings file by file.
 */
export function html(results: readonly FileResult[], context: ReportContext): string {
  const say = words[context.locale];
  const totals = totalsOf(results);
  const faulty = results.filter(({ messages }) => messages.length > 0);
  const clean = results.filter(({ messages }) => messages.length === 0);
  const sum = totals.problems === 0 ? say.clean(results.length) : say.total(totals);
  return [
    '<!DOCTYPE html>',
    `<html lang="${context.locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    // A page found beside documents is known by it to be none.
    '<meta name="generator" content="jiedu-lint">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${xmlText(say.title)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${xmlText(say.title)}</h1>`,
    `<p class="sum">${xmlText(sum)}</p>`,
    ...besides(results, context).map((sentence) => `<p>${xmlText(sentence)}</p>`),
    ...(context.partial ? [`<p class="sum">${xmlText(say.partial)}</p>`] : []),
    ...(faulty.length === 0 ? [] : [ruleTable(results, context), `<h2>${xmlText(say.byFile)}</h2>`]),
    ...faulty.map((result) => fileSection(result, context)),
    ...(clean.length === 0 ? [] : [cleanList(clean, context)]),
    `<footer>jiedu-lint ${xmlText(context.version)}</footer>`,
    '</body>',
    '</html>',
  ].join('\n');
}

function ruleTable(results: readonly FileResult[], context: ReportContext): string {
  const say = words[context.locale];
  const all = findingsOf(results).map(({ message }) => message);
  const counts = (messages: readonly Message[]) => [
    messages.filter(({ severity }) => severity === 2).length,
    messages.filter(({ severity }) => severity === 1).length,
  ];
  const rows = rulesFound(results, context)
    .map((rule) => ({ ...rule, counts: counts(all.filter(({ ruleId }) => ruleId === rule.id)) }))
    .sort((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0) || (b.counts[1] ?? 0) - (a.counts[1] ?? 0));
  if (rows.length === 0) return '';
  return [
    `<h2>${xmlText(say.byRule)}</h2>`,
    '<table>',
    headRow([say.rule, say.demand, say.error, say.warning]),
    '<tbody>',
    ...rows.map(
      ({ id, demand, counts: [errors, warnings] }) =>
        `<tr><th scope="row"><code>${xmlText(id)}</code></th><td>${xmlText(demand)}</td><td class="n">${errors}</td><td class="n">${warnings}</td></tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function fileSection({ filePath, messages }: FileResult, { locale, displayPath }: ReportContext): string {
  const say = words[locale];
  return [
    '<section>',
    `<h3>${xmlText(displayPath(filePath))}</h3>`,
    '<table>',
    headRow([say.place, say.severity, say.problem, say.rule]),
    '<tbody>',
    ...messages.map((message) => findingRow(message, say)),
    '</tbody>',
    '</table>',
    '</section>',
  ].join('\n');
}

function findingRow(message: Message, say: Words): string {
  const { severity, parts, ruleId } = message;
  const level = severity === 2 ? 'error' : 'warning';
  const reasons = [[say.why, parts.why] as const, [say.todo, parts.todo] as const]
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `<dt>${xmlText(label)}</dt><dd>${xmlText(text)}</dd>`);
  return [
    `<tr class="${level}"><td${parts.where === undefined ? ' class="n"' : ''}>${xmlText(placeShown(message))}</td>`,
    `<td class="level">${xmlText(say[level])}</td>`,
    `<td><p>${xmlText(parts.what)}</p>${reasons.length > 0 ? `<dl>${reasons.join('')}</dl>` : ''}</td>`,
    `<td>${ruleId === null ? '' : `<code>${xmlText(ruleId)}</code>`}</td></tr>`,
  ].join('');
}

function cleanList(results: readonly FileResult[], { locale, displayPath }: ReportContext): string {
  const files = results.map(({ filePath }) => `<li>${xmlText(displayPath(filePath))}</li>`);
  return [`<h2>${xmlText(words[locale].withoutFindings)}</h2>`, '<ul>', ...files, '</ul>'].join('\n');
}

function headRow(heads: readonly string[]): string {
  return `<thead><tr>${heads.map((head) => `<th scope="col">${xmlText(head)}</th>`).join('')}</tr></thead>`;
}
