import type { FileResult, Message } from '../lint/result.js';
import { type ReportContext, totalsOf } from './report.js';
import { words } from './words.js';
import { xmlText } from './xml.js';

/**
 * JUnit's XML: a test case a file. Errors fail it, a file that could not be checked is an error of the case, and a file with
 * warnings only passes with the warnings as its output.
 */
export function junit(results: readonly FileResult[], context: ReportContext): string {
  const errors = results.filter(isUnchecked).length;
  const failures = results.filter((result) => result.errorCount > 0).length - errors;
  const counts = `tests="${results.length}" failures="${failures}" errors="${errors}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="jiedu-lint" ${counts}>`,
    `  <testsuite name="jiedu-lint" ${counts}>`,
    ...results.map((result) => testCase(result, context)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function isUnchecked({ fatalErrorCount }: FileResult): boolean {
  return fatalErrorCount > 0;
}

function testCase(result: FileResult, context: ReportContext): string {
  const start = `    <testcase name="${xmlText(context.sourcePath(result.filePath))}" classname="jiedu-lint"`;
  if (result.messages.length === 0) return `${start}/>`;
  const errors = result.messages.filter(({ severity }) => severity === 2);
  const warnings = result.messages.filter(({ severity }) => severity === 1);
  const kind = isUnchecked(result) ? 'error' : 'failure';
  const sum = xmlText(words[context.locale].total(totalsOf([result])));
  return [
    `${start}>`,
    ...(errors.length === 0 ? [] : [`      <${kind} message="${sum}" type="error">${listed(errors)}</${kind}>`]),
    ...(warnings.length === 0 ? [] : [`      <system-out>${listed(warnings)}</system-out>`]),
    '    </testcase>',
  ].join('\n');
}

function listed(messages: readonly Message[]): string {
  return messages
    .map(({ line, column, message, parts, ruleId }) =>
      xmlText(
        `${parts.where === undefined ? `${line}:${column} ` : ''}${message.replace(/\s+/g, ' ')}${ruleId === null ? '' : ` (${ruleId})`}`,
      ),
    )
    .join('\n');
}
