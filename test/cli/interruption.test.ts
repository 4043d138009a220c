import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { archiveWith, ERROR, RULES, run, said } from './command.js';

afterEach(() => vi.restoreAllMocks());

const POLICY = '---\nkind: policy\ntitle: 办法\n---\n\n# 办法\n\n第一条 待补充。\n';

/** Five policies that nothing explains, with an error each, and a directive that only a rule between files could need. */
const FILES = {
  'jiedu-lint.config.yaml': `${RULES}  link/no-orphan-policy: error\n`,
  ...Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [
      `${name}.md`,
      `${POLICY}\n<!-- jiedu-lint-disable link/no-orphan-policy -- 另行解读 -->\n`,
    ]),
  ),
};

/** Runs with Ctrl-C pressed when so many files are done. */
async function interrupted(cwd: string, after: number, words: readonly string[]) {
  let asked = -1;
  vi.spyOn(Date, 'now').mockImplementation(() => (++asked > after ? 1000 : 0));
  return run(cwd, words, { interrupted: () => Promise.resolve() });
}

describe('Ctrl-C', () => {
  it('ends the run with what was checked by the rules on single files, and 2', async () => {
    const cwd = archiveWith(FILES);
    const { code, json, err } = await interrupted(cwd, 2, ['-f', 'json', '.']);
    expect(code).toBe(2);
    expect(json().map(({ filePath, messages }) => [filePath, said(messages)])).toEqual([
      [join(cwd, 'a.md'), ['8:5 structure/no-placeholder placeholder']],
      [join(cwd, 'b.md'), ['8:5 structure/no-placeholder placeholder']],
    ]);
    expect(err).toBe('检查被中断：5 个文件中检查了 2 个，文件之间的规则没有运行，结果不完整\n');
  });

  it('ends it in the second pass too', async () => {
    const { code, json, err } = await interrupted(archiveWith(FILES), 7, ['-f', 'json', '.']);
    expect(code).toBe(2);
    expect(json().flatMap(({ messages }) => said(messages))).toEqual(
      Array.from({ length: 5 }, () => '8:5 structure/no-placeholder placeholder'),
    );
    expect(err).toContain('5 个文件中检查了 5 个');
  });

  it.each([
    ['json-with-metadata', '"partial":true'],
    ['sarif', '"executionSuccessful":false'],
    ['html', '检查被中断，结果不完整'],
    ['markdown', '**检查被中断，结果不完整'],
  ])('is told by %s, and only then', async (format, mark) => {
    const files = { ...FILES, 'a.md': ERROR };
    expect((await interrupted(archiveWith(files), 2, ['-f', format, '.'])).out).toContain(mark);
    vi.restoreAllMocks();
    expect((await run(archiveWith(files), ['-f', format, '.'])).out).not.toContain(mark);
  });

  it('rewrites no suppressions, and keeps in the cache what was found', async () => {
    const cwd = archiveWith(FILES);
    const done = await interrupted(cwd, 3, ['--suppress-all', '--cache', '--cache-location', 'kept.cache', '.']);
    expect(done.code).toBe(2);
    expect(existsSync(join(cwd, 'jiedu-lint-suppressions.json'))).toBe(false);
    expect(readFileSync(join(cwd, 'kept.cache'), 'utf8').match(/a\.md|b\.md|c\.md|d\.md/g)).toContain('c.md');
    vi.restoreAllMocks();
    expect((await run(cwd, ['--suppress-all', '.'])).code).toBe(0);
    const { code, err } = await interrupted(cwd, 3, ['.']);
    expect({ code, err }).toEqual({ code: 2, err: expect.not.stringContaining('已经不存在') });
  });
});
