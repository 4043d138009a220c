import { expect } from 'vitest';
import type { Message } from '../../src/lint/result.js';
import { formatters } from '../../src/report/index.js';
import type { Ran } from '../cli/command.js';

const ALL = ['--preset', 'all'];

/** What people and programs ask of files, as arguments before them. */
export const ASKED: readonly (readonly string[])[] = [
  ...[...formatters.keys()].map((format) => [...ALL, '-f', format]),
  [...ALL, '--frame', '--locale', 'en'],
  [...ALL, '--fix-dry-run', '-f', 'json'],
  [...ALL, '--report-unused-disable-directives', '--quiet'],
  ['inspect'],
  ['inspect', '--format', 'json'],
  ['audit', '--html', 'report.html', '--csv', 'report.csv'],
  ['audit', '--xlsx', 'report.xlsx', '--json', 'report.json'],
];

/** A run that came to its end. */
export function expectClean({ code, err }: Ran): void {
  expect([0, 1, 2]).toContain(code);
  expect(err).not.toMatch(/\n {4}at |内部错误|Internal error/);
}

/** A finding that stands within the text. */
export function expectWithin({ line, column, endLine, endColumn, messageId }: Message, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  expect(messageId).not.toBe('crash');
  expect(line >= 1 && column >= 1 && column <= (lines[line - 1] ?? '').length + 1, `${line}:${column}`).toBe(true);
  expect(endLine > line || (endLine === line && endColumn >= column), `${endLine}:${endColumn}`).toBe(true);
  // A range may hold the end of its last line.
  expect(endLine <= lines.length && endColumn <= (lines[endLine - 1] ?? '').length + 3).toBe(true);
}
