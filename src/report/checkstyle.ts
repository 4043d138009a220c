import type { FileResult, Message } from '../lint/result.js';
import type { ReportContext } from './report.js';
import { xmlText } from './xml.js';

/** Checkstyle's XML, which most build servers read: an element a file, clean files included. */
export function checkstyle(results: readonly FileResult[], { sourcePath }: ReportContext): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...results.map(({ filePath, messages }) => {
      const start = `  <file name="${xmlText(sourcePath(filePath))}"`;
      return messages.length === 0 ? `${start}/>` : [`${start}>`, ...messages.map(error), '  </file>'].join('\n');
    }),
    '</checkstyle>',
  ].join('\n');
}

function error({ line, column, severity, message, ruleId, messageId }: Message): string {
  const attributes = {
    line,
    column,
    severity: severity === 2 ? 'error' : 'warning',
    message,
    source: `jiedu-lint.${ruleId ?? messageId}`,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${xmlText(String(value))}"`);
  return `    <error ${written.join(' ')}/>`;
}
