import type { FileResult, Message } from '../lint/result.js';

/**
 * ESLint's JSON on one line: an array with one object for each file, clean files included. Characters that a terminal
 * would obey are escaped, which the JSON's reader undoes.
 */
export function json(results: readonly FileResult[]): string {
  const files = results.map((result) => ({
    filePath: result.filePath,
    messages: result.messages.map(withoutParts),
    suppressedMessages: result.suppressedMessages.map(withoutParts),
    errorCount: result.errorCount,
    warningCount: result.warningCount,
    fatalErrorCount: result.fatalErrorCount,
    fixableErrorCount: result.fixableErrorCount,
    fixableWarningCount: result.fixableWarningCount,
    ...(result.output === undefined || result.sensitive ? {} : { output: result.output }),
  }));
  return JSON.stringify(files).replace(
    /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function withoutParts({ parts: _, ...message }: Message): Omit<Message, 'parts'> {
  return message;
}
