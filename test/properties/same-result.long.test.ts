import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moduleImporter } from '../../src/engine/plugin-modules.js';
import { archiveWith, type Ran, run } from '../cli/command.js';
import { threadsForTests } from '../cli/threads.js';
import { files } from './texts.js';

const around = { threads: threadsForTests(), importModule: moduleImporter((url) => import(url)) };
const ALL = ['--preset', 'all', '-f', 'json'];

/** One archive: each of its files is a case. Links in their texts lead to `b.md`. */
const { numRuns = 100 } = fc.readConfigureGlobal();
const contents = Object.fromEntries(
  fc.sample(files, numRuns).map((bytes, i) => [i === 0 ? 'b.md' : `${i % 7}/${i}.md`, bytes]),
);
const archive = () =>
  archiveWith({ ...contents, ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}/b.md`, '# 办法\n'])) });

const told = ({ code, out, err }: Ran) => ({ code, out, err });

describe('what is found does not depend on', () => {
  it('the run', async () => {
    const cwd = archive();
    expect(told(await run(cwd, [...ALL, '.']))).toEqual(told(await run(cwd, [...ALL, '.'])));
  });

  it('the order of files', async () => {
    const cwd = archive();
    const names = Object.keys(contents);
    const turned = [...names.slice(names.length / 3).reverse(), ...names.slice(0, names.length / 3)];
    expect(told(await run(cwd, [...ALL, ...turned]))).toEqual(told(await run(cwd, [...ALL, ...names])));
  });

  it('the number of threads', async () => {
    const cwd = archive();
    const one = told(await run(cwd, [...ALL, '--concurrency', 'off', '.'], around));
    for (const threads of ['2', '3'])
      expect(told(await run(cwd, [...ALL, '--concurrency', threads, '.'], around))).toEqual(one);
  });

  it('the cache: none, empty, full, filled by threads', async () => {
    const cwd = archive();
    const none = told(await run(cwd, [...ALL, '.']));
    for (const more of [[], [], ['--cache-location', 'other', '--concurrency', '2'], ['--cache-location', 'other']])
      expect(told(await run(cwd, [...ALL, '--cache', ...more, '.'], around))).toEqual(none);
  });

  it('the language, but for its words', async () => {
    const cwd = archive();
    const of = async (locale: string) => {
      const { code, json } = await run(cwd, [...ALL, '--locale', locale, '.']);
      const places = json().map(({ filePath, messages }) => [
        filePath,
        messages
          .map(({ ruleId, messageId, line, column, endLine, endColumn, severity, clauses, fix }) =>
            JSON.stringify([line, column, endLine, endColumn, ruleId, messageId, severity, clauses, fix]),
          )
          .sort(),
      ]);
      return { code, places };
    };
    expect(await of('en')).toEqual(await of('zh-CN'));
  });
});

describe('what is found does not depend on the surroundings of the process', () => {
  const start = (cwd: string, env: Readonly<Record<string, string>>) => {
    const { LANG: _, LC_ALL: __, TZ: ___, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('program.ts', import.meta.url)), ...ALL, '.'],
      { cwd, encoding: 'utf8', env: { ...rest, ...env }, maxBuffer: 2 ** 30 },
    );
    return { status, stdout, stderr };
  };

  it('time zone and language', () => {
    const cwd = archive();
    const first = start(cwd, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
    expect([0, 1, 2]).toContain(first.status);
    expect(first.stdout).toMatch(/^\[/);
    expect(start(cwd, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' })).toEqual(first);
    expect(start(cwd, { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8' })).toEqual(first);
  });
});
