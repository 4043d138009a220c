import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lintFiles } from '../../src/index.js';
import { archiveWith, CLEAN, RULES, run } from '../cli/command.js';
import { folderWith } from '../files/folder.js';

/** What can stand in an archive and cannot be read: how it is made, and the finding that tells of it. */
const UNREADABLE: readonly (readonly [string, (at: string) => unknown, string])[] = [
  ['a pipe', (at) => void execFileSync('mkfifo', [at]), 'notAFile'],
  ['a socket', listening, 'notAFile'],
  ['a link to a device', (at) => symlinkSync('/dev/zero', at), 'notAFile'],
  ['a link to a pipe', (at) => [execFileSync('mkfifo', [`${at}.pipe`]), symlinkSync(`${at}.pipe`, at)], 'notAFile'],
  ['a link to nowhere', (at) => symlinkSync('nowhere.md', at), 'brokenLink'],
  ['a link to itself', (at) => symlinkSync(at, at), 'brokenLink'],
  ['a circle of links', (at) => [symlinkSync(at, `${at}.other`), symlinkSync(`${at}.other`, at)], 'brokenLink'],
  ['a link into a file', (at) => symlinkSync('ok.md/x.md', at), 'brokenLink'],
  ['a link that leads out', (at) => symlinkSync(join(folderWith({ 'x.md': CLEAN }), 'x.md'), at), 'leadsOut'],
];

async function listening(at: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(at, resolve));
}

describe.skipIf(process.platform === 'win32').each(UNREADABLE)('%s in a folder', (_, make, id) => {
  const archive = async (name: string) => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': RULES,
      'docs/ok.md': CLEAN,
      '.jiedulintignore': 'ignored.md\n',
    });
    await make(join(folder, 'docs', name));
    return folder;
  };
  const told = (
    results: readonly { filePath: string; messages: readonly { messageId: string; fatal?: boolean }[] }[],
  ) =>
    results.flatMap(({ filePath, messages }) =>
      messages.filter(({ fatal }) => fatal).map(({ messageId }) => `${filePath.split('/').pop()} ${messageId}`),
    );

  it('is told by lint, which ends with 2', async () => {
    const folder = await archive('x.md');
    for (const words of [['.'], ['docs'], ['docs/*.md'], []]) {
      const ran = await run(folder, ['-f', 'json', ...words]);
      expect([ran.code, told(ran.json())]).toEqual([2, [`x.md ${id}`]]);
      expect(ran.json()).toHaveLength(2);
    }
  });

  it('is counted by audit, told by the API, and by inspect', async () => {
    const folder = await archive('x.md');
    expect((await run(folder, ['audit', '--json', 'a.json'])).code).toBe(2);
    expect((await run(folder, ['audit'])).out).toContain('读不了');
    for (const errorOnUnmatchedPattern of [true, false])
      expect(told(await lintFiles(['.'], { cwd: folder, errorOnUnmatchedPattern }))).toEqual([`x.md ${id}`]);
    expect((await run(folder, ['inspect', 'docs'])).code).toBe(2);
  });

  it('is nobody’s business where it is ignored, or no document', async () => {
    for (const name of ['ignored.md', 'x.sock']) {
      const folder = await archive(name);
      expect((await run(folder, ['.'])).code).toBe(0);
    }
  });
});

it('a mark that Emacs leaves while a file is edited is no document', async () => {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'ok.md': CLEAN });
  symlinkSync('somebody@host.123:456', join(folder, '.#ok.md'));
  expect((await run(folder, ['.'])).code).toBe(0);
});

it('a folder below one that is named is told where it cannot be walked into', async () => {
  const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'ok.md': CLEAN });
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'more', 'b.md'), CLEAN);
  symlinkSync(folderWith({ 'c.md': CLEAN }), join(folder, 'more', 'away'));
  expect((await run(folder, ['.'])).code).toBe(2);
});
