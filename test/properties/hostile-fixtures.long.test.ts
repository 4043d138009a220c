import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/read.js';
import { archiveWith, run } from '../cli/command.js';
import { ASKED, expectClean, expectWithin } from './clean.js';

/** Files that were a danger once, or might be: each goes through everything, alone and with the others. */
const folder = fileURLToPath(new URL('../../fixtures/hostile', import.meta.url));
const names = readdirSync(folder).sort();

function copy(): string {
  const cwd = archiveWith({ 'b.md': '# 办法\n' });
  cpSync(folder, join(cwd, 'hostile'), { recursive: true });
  return cwd;
}

describe('hostile files', () => {
  it.each(names)('%s gives findings within it or says why it cannot be read', async (name) => {
    const cwd = copy();
    const ran = await run(cwd, ['--preset', 'all', '-f', 'json', `hostile/${name}`]);
    expectClean(ran);
    const decoded = decode(readFileSync(join(folder, name)));
    for (const { messages } of ran.json())
      for (const message of messages) expectWithin(message, 'id' in decoded ? '' : decoded.text);
  });

  it.each([...ASKED, ['--preset', 'all', '--fix']])('go through %s %s %s %s', async (...asked) => {
    const cwd = copy();
    const ran = await run(cwd, [...asked, ...names.map((name) => `hostile/${name}`)]);
    expectClean(ran);
    expect(ran.out).not.toMatch(/root:.*:0:0/);
  });

  it('are left as they are by a second --fix', async () => {
    const cwd = copy();
    const fixed = async () => {
      await run(cwd, ['--preset', 'all', '--fix', 'hostile']);
      return names.map((name) => readFileSync(join(cwd, 'hostile', name)).toString('base64'));
    };
    expect(await fixed()).toEqual(await fixed());
  });
});
