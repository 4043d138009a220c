import { afterEach, describe, expect, it, vi } from 'vitest';
import { archiveWith, CLEAN, RULES, run, type Surroundings } from './command.js';

afterEach(() => vi.restoreAllMocks());

describe('the progress bar', () => {
  it('shows files done, rate and time left, then the second pass, and is gone at the end', async () => {
    const lines = await shown({ millisecondsAFile: 1000 });
    expect(lines).toEqual([
      '[#####---------------] 1/4 个文件，每秒 1 个，剩 0:03',
      '[##########----------] 2/4 个文件，每秒 1 个，剩 0:02',
      '[###############-----] 3/4 个文件，每秒 1 个，剩 0:01',
      '[####################] 4/4 个文件，每秒 1 个，剩 0:00',
      '[--------------------] 查找链接 0/4 个文件',
      '[#####---------------] 查找链接 1/4 个文件',
      '[##########----------] 查找链接 2/4 个文件',
      '[###############-----] 查找链接 3/4 个文件',
      '[--------------------] 核对文件之间的关系 0/1 条规则',
      '[####################] 核对文件之间的关系 1/1 条规则',
      '',
    ]);
  });

  it('speaks English too', async () => {
    const lines = await shown({ millisecondsAFile: 100_000, words: ['--locale', 'en'] });
    expect(lines[0]).toBe('[#####---------------] 1/4 files, 0/s, 5:00 left');
  });

  it('does not appear in short runs', async () => {
    expect((await shown({ millisecondsAFile: 10 })).join('')).toBe('');
  });

  it.each([
    [{ CI: 'true' }, []],
    [{ NO_PROGRESS: '1' }, []],
    [{ TERM: 'dumb' }, []],
    [{}, ['--no-progress']],
  ])('is left out with %o %o', async (env, words) => {
    expect(await shown({ millisecondsAFile: 1000, env, words })).toEqual([]);
  });
});

interface Circumstances {
  readonly millisecondsAFile: number;
  readonly env?: Surroundings['env'];
  readonly words?: readonly string[];
}

/** The lines put on the terminal while four files are linted. */
async function shown({ millisecondsAFile, env = {}, words = [] }: Circumstances): Promise<string[]> {
  const names = ['a.md', 'b.md', 'c.md', 'd.md'];
  const cwd = archiveWith({
    'jiedu-lint.config.yaml': RULES,
    ...Object.fromEntries(names.map((name) => [name, CLEAN])),
  });
  let now = -millisecondsAFile;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += millisecondsAFile;
    return now;
  });
  const lines: string[] = [];
  const { code } = await run(cwd, [...words, '.'], { env, progress: (line) => lines.push(line) });
  expect(code).toBe(0);
  return lines;
}
