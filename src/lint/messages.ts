import { CLAUSE_TABLE, type ClauseTable } from '../../rules/clauses.js';
import { inKeysOf, type KeyLanguage } from '../document/key-names.js';
import { placeOf } from '../document/range.js';
import type { Locale } from '../language/locale.js';
import { compare } from '../language/order.js';
import type { Finding } from './finding.js';
import type { FileResult, Message } from './result.js';

/** Most clauses a message names; the rest are counted. `clauses` lists them all. */
const MAX_CITED = 2;

/**
 * Puts findings into words and places.
 * @param lineStarts of the file's text
 * @param table the clauses that findings name
 * @param keys the language of the file's keys
 * @returns messages in reading order
 */
export function messagesOf(
  findings: readonly Finding[],
  lineStarts: readonly number[],
  locale: Locale,
  table = CLAUSE_TABLE,
  keys: KeyLanguage = null,
): Message[] {
  return findings
    .map((finding) => messageOf(finding, lineStarts, locale, table, keys))
    .sort(
      (a, b) =>
        a.line - b.line ||
        a.column - b.column ||
        compare(a.ruleId ?? '', b.ruleId ?? '') ||
        compare(a.message, b.message),
    );
}

/** Adds up a file's messages into ESLint's shape. */
export function resultOf(
  filePath: string,
  messages: readonly Message[],
  suppressedMessages: readonly Message[] = [],
): FileResult {
  const counts = { errorCount: 0, warningCount: 0, fatalErrorCount: 0, fixableErrorCount: 0, fixableWarningCount: 0 };
  for (const { severity, fatal, fix } of messages) {
    if (severity === 2) counts.errorCount++;
    else counts.warningCount++;
    if (fatal) counts.fatalErrorCount++;
    if (fix && severity === 2) counts.fixableErrorCount++;
    else if (fix) counts.fixableWarningCount++;
  }
  return { filePath, messages, suppressedMessages, ...counts };
}

/** A result with its errors alone. */
export function withoutWarnings(result: FileResult): FileResult {
  const isError = ({ severity }: Message) => severity === 2;
  const { filePath, messages, suppressedMessages } = result;
  return { ...result, ...resultOf(filePath, messages.filter(isError), suppressedMessages.filter(isError)) };
}

/**
 * Messages with the source lines they begin in. What is about a file as a whole gets none, nor what no rule says.
 * @param text the file's text, with its `lineStarts`
 */
export function withSourceLines(
  messages: readonly Message[],
  text: string,
  lineStarts: readonly number[],
): readonly Message[] {
  return messages.map((message) => {
    const { ruleId, line, column, endLine, endColumn } = message;
    if (ruleId === null || (line === 1 && column === 1 && endLine === 1 && endColumn === 1)) return message;
    return {
      ...message,
      sourceLine: text.slice(lineStarts[line - 1], lineStarts[line]).replace(/(?<![\r\n])[\r\n]+$/, ''),
    };
  });
}

function messageOf(
  finding: Finding,
  lineStarts: readonly number[],
  locale: Locale,
  table: ClauseTable,
  keys: KeyLanguage,
): Message {
  const said = (template: Finding['what']) => {
    const text = fill(template[locale], finding.data, locale);
    return locale === 'zh-CN' ? inKeysOf(keys, text) : text;
  };
  const [what, todo] = [said(finding.what), said(finding.todo)];
  const why = whyOf(finding.clauses, locale, table);
  return {
    ruleId: finding.ruleId,
    severity: finding.severity === 'error' ? 2 : 1,
    message: sentencesOf({ what, todo, why }, locale),
    messageId: finding.messageId,
    ...placeOf(lineStarts, finding.range),
    clauses: finding.clauses,
    ...(finding.fatal ? { fatal: true as const } : {}),
    ...(finding.fix ? { fix: finding.fix } : {}),
    ...(finding.suppressions ? { suppressions: finding.suppressions } : {}),
    parts: {
      what,
      why,
      todo,
      subject: subjectOf(finding),
      data: finding.data,
      ...(finding.quote === undefined ? {} : { quote: finding.quote }),
      ...(finding.words === undefined ? {} : { source: { words: finding.words } }),
    },
  };
}

/** The words found, else the words of the message, else the text; numbers are left out, as they count lines and characters. */
function subjectOf({ evidence, data, written = '' }: Finding): string {
  const words = Object.values(data).flatMap((value) =>
    typeof value === 'number' ? [] : typeof value === 'object' ? value['zh-CN'] : value,
  );
  return evidence ?? (words.length > 0 ? words.join('\n') : written);
}

/** What, what to do and why as one text. */
export function sentencesOf(
  { what, todo, why }: Pick<Message['parts'], 'what' | 'todo' | 'why'>,
  locale: Locale,
): string {
  if (locale === 'en') return `${ended(what, '.')} ${ended(todo, '.')}${why ? ` Required by ${why}.` : ''}`;
  return `${ended(what, '。')}${ended(todo, '。')}${why ? `依据：${why}。` : ''}`;
}

/** A question has its mark already. */
function ended(sentence: string, stop: string): string {
  return /[？?]$/.test(sentence) ? sentence : sentence + stop;
}

function whyOf(clauses: readonly string[], locale: Locale, table: ClauseTable): string {
  const cited = table.cited(clauses, locale).map(({ citation }) => citation);
  const rest = cited.length - MAX_CITED;
  const named = cited.slice(0, MAX_CITED);
  if (locale === 'en') return named.join('; ') + (rest > 0 ? ` and ${rest} more` : '');
  return named.join('；') + (rest > 0 ? ` 等 ${cited.length} 条` : '');
}

function fill(template: string, data: Finding['data'], locale: Locale): string {
  return template.replace(/\{([a-zA-Z]{1,30})\}/g, (written, name: string, at: number) => {
    const value = data[name];
    if (value === undefined) return written;
    const said = String(typeof value === 'object' ? value[locale] : value).replace(/\s+/g, ' ');
    // A title within 《》 has its own in single marks.
    return template[at - 1] === '《'
      ? said
          .replace(/^《([^《》]*)》$/, '$1')
          .replaceAll('《', '〈')
          .replaceAll('》', '〉')
      : said;
  });
}
