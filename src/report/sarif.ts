import type { Suppression } from '../lint/finding.js';
import type { FileResult, Message } from '../lint/result.js';
import type { RuleInfo } from '../reference/rule-info.js';
import { fingerprintsOf } from './fingerprint.js';
import { inertJson } from './inert-json.js';
import { markdownText } from './markdown-text.js';
import { findingsOf, type Placed, type ReportContext, rulesFound } from './report.js';
import { isAbsolutePath, sourceUri } from './source-uri.js';
import { words } from './words.js';

/**
 * SARIF 2.1.0 with what GitHub code scanning asks for. A file that could not be checked, or not as asked, is no result: it is
 * told as a notification of the run. What is suppressed is left out: GitHub would make open alerts of it.
 */
export function sarif(results: readonly FileResult[], context: ReportContext): string {
  return log(results, context);
}

/** The same with what is suppressed, marked as such, for readers that know `suppressions`. */
export function sarifWithSuppressed(results: readonly FileResult[], context: ReportContext): string {
  // Behind what counts, so that alike findings keep the names they have without those suppressed.
  const all = results.map((result) => ({ ...result, messages: [...result.messages, ...result.suppressedMessages] }));
  return log(all, context);
}

function log(results: readonly FileResult[], context: ReportContext): string {
  const rules = rulesFound(results, context);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const prints = fingerprintsOf(results, context);
  const findings = findingsOf(results);
  const told = findings.filter(({ message }) => isNotification(message));
  const run = {
    tool: {
      driver: {
        name: 'jiedu-lint',
        version: context.version,
        semanticVersion: context.version,
        rules: rules.map((rule) => descriptor(rule, context)),
      },
    },
    language: context.locale,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    invocations: [
      {
        executionSuccessful: !context.partial && !told.some(({ message }) => message.fatal),
        toolExecutionNotifications: told.map((finding) => notification(finding, ruleIndex, context)),
      },
    ],
    results: findings
      .filter(({ message }) => !isNotification(message))
      .map(({ filePath, message }) => ({
        ruleId: message.ruleId,
        ruleIndex: ruleIndex.get(message.ruleId ?? ''),
        level: levelOf(message),
        message: { text: message.message },
        locations: [location(filePath, message, context)],
        partialFingerprints: { primaryLocationLineHash: prints.get(message) },
        ...(message.suppressions ? { suppressions: message.suppressions.map(suppression) } : {}),
        properties: { messageId: message.messageId, clauses: message.clauses },
      })),
  };
  return inertJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

function isNotification({ ruleId, fatal }: Message): boolean {
  return ruleId === null || fatal === true;
}

function descriptor({ id, demand, clauses }: RuleInfo, { locale }: ReportContext): object {
  const say = words[locale];
  const asked = (write: (text: string) => string) =>
    clauses.map((clause) => `- ${write(clause.id)} ${write(clause.citation)}${say.colon}${write(clause.demand)}`);
  const list = (write: (text: string) => string) =>
    clauses.length === 0 ? [] : ['', say.askedBy, '', ...asked(write)];
  return {
    id,
    shortDescription: { text: demand },
    fullDescription: { text: demand },
    help: {
      text: [demand, ...list((text) => text)].join('\n'),
      markdown: [`**${markdownText(demand)}**`, ...list(markdownText), '', `\`jiedu-lint explain ${id}\``].join('\n'),
    },
    properties: { tags: [id.split('/')[0]] },
  };
}

function notification({ filePath, message }: Placed, ruleIndex: ReadonlyMap<string, number>, context: ReportContext) {
  const { ruleId } = message;
  return {
    descriptor: { id: message.messageId },
    level: levelOf(message),
    message: { text: message.message },
    locations: [location(filePath, message, context)],
    ...(ruleId === null ? {} : { associatedRule: { id: ruleId, index: ruleIndex.get(ruleId) } }),
  };
}

function suppression({ kind, justification }: Suppression): object {
  return {
    kind: kind === 'directive' ? 'inSource' : 'external',
    status: 'accepted',
    ...(justification === '' ? {} : { justification }),
  };
}

function levelOf({ severity }: Message): string {
  return severity === 2 ? 'error' : 'warning';
}

function location(filePath: string, message: Message, { sourcePath }: ReportContext): object {
  const path = sourcePath(filePath);
  return {
    physicalLocation: {
      artifactLocation: { uri: sourceUri(path), ...(isAbsolutePath(path) ? {} : { uriBaseId: '%SRCROOT%' }) },
      // A Word file or a page has no lines to point at.
      ...(message.parts.where === undefined && {
        region: {
          startLine: message.line,
          startColumn: message.column,
          endLine: message.endLine,
          endColumn: message.endColumn,
        },
      }),
    },
  };
}
