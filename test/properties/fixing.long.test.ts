import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveWith, run } from '../cli/command.js';
import { texts } from './texts.js';

describe('--fix', () => {
  it('leaves nothing for a second run, and every letter and line end where it was', async () => {
    const folder = archiveWith({});
    const file = join(folder, 'a.md');
    const fix = () => run(folder, ['--preset', 'all', '--fix', 'a.md']);
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, bom) => {
        // Directives that do nothing are taken out, line and all; that has tests of its own.
        const before = (bom ? '\ufeff' : '') + text.replaceAll('jiedu-lint', 'jiedu').replace(/\p{Surrogate}/gu, '');
        writeFileSync(file, before);
        await fix();
        const after = readFileSync(file, 'utf8');
        expect(kept(after)).toBe(kept(before));
        await fix();
        expect(readFileSync(file, 'utf8')).toBe(after);
      }),
    );
  });
});

/** What no fix may touch: a number may lose its leading zeros, marks change. */
function kept(text: string): string {
  return (text.match(/[\p{L}\r\n\ufeff]/gu) ?? []).join('');
}
