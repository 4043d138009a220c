import type { FileResult } from '../lint/result.js';
import { fingerprintsOf } from './fingerprint.js';
import { inertJson } from './inert-json.js';
import { findingsOf, type ReportContext } from './report.js';

/** GitLab's code quality report: one array with an object a finding. */
export function gitlab(results: readonly FileResult[], context: ReportContext): string {
  const prints = fingerprintsOf(results, context);
  return inertJson(
    findingsOf(results).map(({ filePath, message }) => ({
      description: message.message,
      check_name: message.ruleId ?? message.messageId,
      fingerprint: prints.get(message),
      severity: message.fatal ? 'critical' : message.severity === 2 ? 'major' : 'minor',
      location: { path: context.sourcePath(filePath), lines: { begin: message.line, end: message.endLine } },
    })),
  );
}
