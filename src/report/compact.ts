import type { FileResult } from '../lint/result.js';
import { totalsOf } from './report.js';
import { printable } from './terminal-text.js';
import { counted } from './words.js';

/**
 * One line a finding, as ESLint's formatter of that name wrote it, so that the problem matchers of editors and build
 * servers read it: absolute path, English words in both locales. Empty where there is nothing to report.
 */
export function compact(results: readonly FileResult[]): string {
  const lines = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, severity, message, ruleId }) => {
      const word = severity === 2 ? 'Error' : 'Warning';
      const rule = ruleId === null ? '' : ` (${ruleId})`;
      return printable(
        `${filePath}: line ${line}, col ${column}, ${word} - ${message.replace(/[\t\n\r]/g, ' ')}${rule}`,
      );
    }),
  );
  return lines.length === 0 ? '' : [...lines, '', counted(totalsOf(results).problems, 'problem')].join('\n');
}
