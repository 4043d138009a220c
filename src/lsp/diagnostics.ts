import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { ConfigProblem } from '../config/config.js';
import type { Locale } from '../language/locale.js';
import type { FileResult, Message } from '../lint/result.js';
import { inSource } from '../report/in-source.js';
import type { Buffer } from './buffers.js';
import type { LspHost } from './lsp-host.js';

export const SOURCE = 'jiedu-lint';

/** What the client shows of a document's findings. */
export function diagnosticsOf(result: FileResult, buffer: Buffer, locale: Locale, world: LspHost): Diagnostic[] {
  return result.messages.map((message) => diagnosticOf(message, buffer, locale, world));
}

/** The same of a Word file, whose text has no places in an editor: each says where in Word it is found. */
export function fileDiagnostics(result: FileResult, locale: Locale, world: LspHost): Diagnostic[] {
  const start = { line: 0, character: 0 };
  return inSource([result], locale).flatMap(({ messages }) =>
    messages.map((message) => diagnosticAt({ start, end: start }, message, locale, world)),
  );
}

export function diagnosticOf(message: Message, buffer: Buffer, locale: Locale, world: LspHost): Diagnostic {
  return diagnosticAt(buffer.rangeFrom(message), message, locale, world);
}

function diagnosticAt(range: Diagnostic['range'], message: Message, locale: Locale, world: LspHost): Diagnostic {
  const page = message.ruleId === null ? undefined : world.page(message.ruleId, locale);
  return {
    range,
    severity: message.severity === 2 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: message.ruleId ?? message.messageId,
    ...(page ? { codeDescription: { href: world.uriOf(page.path) } } : {}),
    source: SOURCE,
    message: message.message,
    ...(UNUSED.has(message.messageId) && message.ruleId === null ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Directives that change nothing. */
const UNUSED: ReadonlySet<string> = new Set(['unusedDisable', 'unusedEnable']);

/**
 * A mistake in a config, from its place to the end of the word.
 * @param text of the config, empty where it cannot be read
 */
export function configDiagnostic({ line, column, message }: ConfigProblem, text: string, locale: Locale): Diagnostic {
  const written = text.split(/\r\n|[\n\r]/)[line - 1]?.slice(column - 1) ?? '';
  const length = /^(?:"[^"]*"|'[^']*'|[^\s,:#\]}]+)?/.exec(written)?.[0].length ?? 0;
  const start = { line: line - 1, character: column - 1 };
  return {
    range: { start, end: { ...start, character: start.character + length } },
    severity: DiagnosticSeverity.Error,
    code: 'config',
    source: SOURCE,
    message: message[locale],
  };
}
