import type { FileResult, Message } from '../lint/result.js';
import { inertJson } from './inert-json.js';

/** ESLint's JSON on one line: an array with one object for each file, clean files included. */
export function* json(results: readonly FileResult[]): Generator<string> {
  yield '[';
  for (const [index, result] of results.entries()) yield (index > 0 ? ',' : '') + inertJson(asInEslint(result));
  yield ']';
}

/** A file's result as the object that ESLint prints, with nothing that is meant for formatters only. */
export function asInEslint(result: FileResult): object {
  return {
    filePath: result.filePath,
    messages: result.messages.map(printed),
    suppressedMessages: result.suppressedMessages.map(printed),
    errorCount: result.errorCount,
    warningCount: result.warningCount,
    fatalErrorCount: result.fatalErrorCount,
    fixableErrorCount: result.fixableErrorCount,
    fixableWarningCount: result.fixableWarningCount,
    ...(result.output === undefined || result.sensitive ? {} : { output: result.output }),
    ...(result.derived && { derived: true }),
    ...(result.notRead && { notRead: result.notRead }),
    ...(result.stats && { stats: result.stats }),
  };
}

function printed({ parts: _, sourceLine: __, ...message }: Message): object {
  return message;
}
