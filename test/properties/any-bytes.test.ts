import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/read.js';
import { formatters } from '../../src/report/index.js';
import { archiveWith, type Ran, run } from '../cli/command.js';
import { files } from './texts.js';

const ALL = ['--preset', 'all'];

/** What people and programs ask of a file. */
const ASKED: readonly (readonly string[])[] = [
  ...[...formatters.keys()].map((format) => [...ALL, '-f', format]),
  [...ALL, '--frame', '--locale', 'en'],
  [...ALL, '--fix-dry-run', '-f', 'json'],
  [...ALL, '--report-unused-disable-directives', '--quiet'],
  ['inspect'],
  ['inspect', '--format', 'json'],
  ['audit', '--json'],
  ['audit', '--html'],
  ['audit', '--csv'],
];

/** Puts two files into an archive; links of theirs may name the other. */
function write(folder: string, a: Uint8Array, b: Uint8Array): void {
  writeFileSync(join(folder, 'a.md'), a);
  writeFileSync(join(folder, 'b.md'), b);
}

describe('files of any bytes', () => {
  it('give findings within the file, or a reason why it cannot be read', async () => {
    const folder = archiveWith({});
    await fc.assert(
      fc.asyncProperty(files, files, async (a, b) => {
        write(folder, a, b);
        const ran = await run(folder, [...ALL, '-f', 'json', 'a.md', 'b.md']);
        expectClean(ran);
        for (const { filePath, messages } of ran.json()) {
          const decoded = decode(readFileSync(filePath));
          const lines = 'id' in decoded ? [''] : decoded.text.split(/\r\n|\n|\r/);
          for (const { line, column, endLine, endColumn, messageId } of messages) {
            expect(messageId).not.toBe('crash');
            expect(line >= 1 && column >= 1 && column <= (lines[line - 1] ?? '').length + 1, `${line}:${column}`).toBe(
              true,
            );
            expect(endLine > line || (endLine === line && endColumn >= column), `${endLine}:${endColumn}`).toBe(true);
            // A range may hold the end of its last line.
            expect(endLine <= lines.length && endColumn <= (lines[endLine - 1] ?? '').length + 3).toBe(true);
          }
        }
      }),
    );
  });

  it('end every command with 0, 1 or 2, and the same words twice', async () => {
    const folder = archiveWith({});
    await fc.assert(
      fc.asyncProperty(files, files, fc.constantFrom(...ASKED), async (a, b, asked) => {
        write(folder, a, b);
        const first = await run(folder, [...asked, 'a.md', 'b.md']);
        expectClean(first);
        expect(await run(folder, [...asked, 'a.md', 'b.md']).then(({ code, out, err }) => [code, out, err])).toEqual([
          first.code,
          first.out,
          first.err,
        ]);
      }),
    );
  });
});

function expectClean({ code, err }: Ran): void {
  expect([0, 1, 2]).toContain(code);
  expect(err).not.toMatch(/\n {4}at |内部错误|Internal error/);
}
