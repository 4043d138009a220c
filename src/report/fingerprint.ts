import { sha256 } from '../language/sha256.js';
import type { FileResult, Message } from '../lint/result.js';
import type { ReportContext } from './report.js';

/**
 * Names each finding by what it is about and not by where it stands, so that it keeps its name when lines are put in or
 * taken out above it, and in either language. What one file says several times alike is numbered in reading order.
 * @returns 32 hexadecimal digits a finding, no two alike
 */
export function fingerprintsOf(
  results: readonly FileResult[],
  { sourcePath }: Pick<ReportContext, 'sourcePath'>,
): ReadonlyMap<Message, string> {
  const met = new Map<string, number>();
  const prints = new Map<Message, string>();
  for (const { filePath, messages } of results) {
    const path = sourcePath(filePath);
    for (const message of messages) {
      const subject = JSON.stringify([path, message.ruleId, message.messageId, message.parts.subject]);
      const before = met.get(subject) ?? 0;
      met.set(subject, before + 1);
      prints.set(message, sha256(`${subject}${before}`).slice(0, 32));
    }
  }
  return prints;
}
