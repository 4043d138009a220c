import { inertJson } from '../report/inert-json.js';
import type { AuditReport } from './audit-report.js';

/** The report as JSON, in pieces that end with whole lines: every item of a list on a line of its own, so that two audits can be compared. */
export function* auditJson(report: AuditReport): Generator<string> {
  const entries = Object.entries(report);
  yield '{\n';
  for (const [index, [key, value]] of entries.entries()) {
    const end = index === entries.length - 1 ? '\n' : ',\n';
    if (!Array.isArray(value) || value.length === 0) {
      yield `  ${JSON.stringify(key)}: ${inertJson(value)}${end}`;
      continue;
    }
    yield `  ${JSON.stringify(key)}: [\n`;
    for (const [i, item] of value.entries()) yield `    ${inertJson(item)}${i === value.length - 1 ? '\n' : ',\n'}`;
    yield `  ]${end}`;
  }
  yield '}\n';
}
