import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../files/folder.js';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = { '政策 解读.md': '', '文件.md': '', '材料 夹/a.md': '' };

/** How each shell is asked what it offers for a line; what it prints stands as it would be inserted. */
const SHELLS = {
  bash: { argv: (line: string) => line.replace(/=/g, ' = ').split(' '), file: (name: string) => name },
  zsh: { argv: (line: string) => [line], file: (name: string) => name.replaceAll(' ', '\\ ') },
  fish: { argv: (line: string) => [line], file: (name: string) => name },
};

describe.each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])('completion in %s', (shell) => {
  const program = [`/usr/bin/${shell}`, `/bin/${shell}`].find(existsSync);
  const { argv, file } = SHELLS[shell];

  function offered(line: string): string[] {
    const script = resolve(ROOT, `test/cli/shells/complete.${shell}`);
    const alone = { bash: '--norc', zsh: '-f', fish: '--no-config' }[shell];
    const args = [alone, script, resolve(ROOT, `completions/jiedu-lint.${shell}`), ...argv(line)];
    const cwd = folderWith(FILES);
    const env = { PATH: process.env.PATH, HOME: cwd, TERM: 'dumb', LANG: 'C.UTF-8' };
    const { stdout, stderr, status } = spawnSync(program ?? '', args, { cwd, env, encoding: 'utf8', timeout: 100_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout
      .split('\n')
      .map((text) => text.replace(/^--\w+=|\/$|\r$/g, ''))
      .filter((text) => text !== '');
  }

  describe.skipIf(program === undefined)(
    program === undefined ? `(skipped: no ${shell} on this machine)` : 'offers',
    () => {
      it.each([
        ['a command', 'jiedu-lint ins', ['inspect']],
        ['an option', 'jiedu-lint --form', ['--format']],
        ['an option of a command', 'jiedu-lint init --pre-c', ['--pre-commit']],
        ['no option of another command', 'jiedu-lint inspect --pre-c', []],
        ['the choices of an option', 'jiedu-lint -f sari', ['sarif', 'sarif-with-suppressed']],
        ['the choices of a long option behind a blank', 'jiedu-lint --format che', ['checkstyle']],
        ['the choices of a long option behind an equals sign', 'jiedu-lint --format=che', ['checkstyle']],
        ['the choices of a command’s own', 'jiedu-lint inspect --format j', ['json']],
        ['what fixes there are', 'jiedu-lint --fix-type ', ['directive', 'format', 'meta']],
        ['rules', 'jiedu-lint explain element/sc', ['element/scope']],
        ['a shell', 'jiedu-lint completion z', ['zsh']],
      ])('%s', (_, line, expected) => {
        expect(offered(line).sort()).toEqual(expected);
      });

      it('files, with blanks and Chinese in their names', () => {
        expect(offered('jiedu-lint 文')).toEqual(['文件.md']);
        expect(offered('jiedu-lint 政')).toEqual([file('政策 解读.md')]);
        expect(offered('jiedu-lint inspect 材')).toEqual([file('材料 夹')]);
        expect(offered('jiedu-lint --config 政')).toEqual([file('政策 解读.md')]);
        expect(offered('jiedu-lint -f json -o 政')).toEqual([file('政策 解读.md')]);
      });

      it('commands and files where nothing is written yet', () => {
        expect(offered('jiedu-lint ')).toEqual(expect.arrayContaining(['inspect', 'init', '文件.md']));
      });
    },
  );
});
