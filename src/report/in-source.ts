import type { Locale } from '../language/locale.js';
import type { FileResult, Message } from '../lint/result.js';

/**
 * Results as people and services are to see them: a line of Markdown that nobody has seen says nothing of a Word file or a page, so what
 * is found there bears the paragraph, the heading and the words in its place, and points to the file as a whole. What could be fixed
 * in it is not offered, as its text is not what the file holds.
 */
export function inSource(results: readonly FileResult[], locale: Locale): readonly FileResult[] {
  if (!results.some(({ derived }) => derived)) return results;
  return results.map((result) =>
    result.derived
      ? {
          ...result,
          messages: result.messages.map((message) => placed(message, locale)),
          suppressedMessages: result.suppressedMessages.map((message) => placed(message, locale)),
          fixableErrorCount: 0,
          fixableWarningCount: 0,
        }
      : result,
  );
}

function placed({ fix: _, sourceLine: __, ...message }: Message, locale: Locale): Message {
  const { parts } = message;
  const head = headOf(parts.source, locale);
  const words = parts.source?.words ?? '';
  const more = words === '' || parts.what.includes(words.replace(/……$/, '')) ? '' : words;
  const colon = locale === 'en' ? ': ' : '：';
  return {
    ...message,
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
    message: head === '' ? message.message : `${head}${colon}${message.message}`,
    parts: { ...parts, where: [head, more].filter((part) => part !== '').join(colon) },
  };
}

function headOf(source: Message['parts']['source'], locale: Locale): string {
  const { paragraph, section } = source ?? {};
  const number = paragraph === undefined ? '' : locale === 'en' ? `paragraph ${paragraph}` : `第 ${paragraph} 段`;
  const heading = section === undefined ? '' : locale === 'en' ? `"${section}"` : `‘${section}’`;
  return locale === 'en' ? [number, heading].filter((part) => part !== '').join(' ') : number + heading;
}

/** Where a finding stands, for people: line and column, or what tells the place in a Word file or page; may be empty. */
export function placeShown({ line, column, parts }: Message): string {
  return parts.where ?? `${line}:${column}`;
}
