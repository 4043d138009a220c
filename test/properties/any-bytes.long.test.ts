import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/read.js';
import { archiveWith, run } from '../cli/command.js';
import { ASKED, expectClean, expectWithin } from './clean.js';
import { files } from './texts.js';

const ALL = ['--preset', 'all'];

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
          const text = 'id' in decoded ? '' : decoded.text;
          for (const message of messages) expectWithin(message, text);
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
