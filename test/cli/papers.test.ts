import { beforeEach, describe, expect, it } from 'vitest';
import { CommandLine } from './command-line.js';

const CONFIG =
  'extends: []\nrules: { structure/no-placeholder: error, link/no-broken-link: error, format/doc-number-brackets: error }\n';
const BAD = '# 停车收费办法\n\n第一条　收费待补充。\n';
const README = '# 文稿库\n\n怎样安装：待补充。\n';
const ENGLISH = '# API\n\nTBD: what the functions return.\n';

const cli = new CommandLine();
beforeEach(() => {
  cli.write('.git/HEAD', '');
  cli.write('jiedu-lint.config.yaml', CONFIG);
  cli.write('README.md', README);
  cli.write('docs/api.md', ENGLISH);
});
const json = async (...words: string[]) => {
  const code = await cli.run(['-f', 'json', ...words]);
  const results = JSON.parse(cli.out || '[]') as { filePath: string; errorCount: number; messages: unknown[] }[];
  const names = results.map(({ filePath, messages }) => `${filePath.slice(cli.folder.length + 1)} ${messages.length}`);
  return { code, names };
};

describe('files that are no papers', () => {
  it('are left out of a folder, and counted', async () => {
    cli.write('a.md', BAD);
    expect(await cli.run(['.'])).toBe(1);
    expect(cli.out).toContain('另有 2 个文件不是政策文件，未检查');
    expect(cli.out).not.toContain('README.md');
    expect(cli.err).toBe('');
    expect(await cli.run(['--locale', 'en', '*.md'])).toBe(1);
    expect(cli.out).toContain('1 more file not checked: no policy documents');
  });

  it('are counted on standard error where the report cannot', async () => {
    cli.write('a.md', BAD);
    expect(await json('.')).toEqual({ code: 1, names: ['a.md 1'] });
    expect(cli.err).toBe('另有 2 个文件不是政策文件，未检查\n');
    await cli.run(['-f', 'json', '-o', 'out.json', '-f', 'stylish', '.']);
    expect(cli.err).toBe('');
  });

  it('are checked where they are named', async () => {
    expect(await json('README.md')).toEqual({ code: 1, names: ['README.md 1'] });
    expect(cli.err).toBe('');
    expect(await json('.', 'README.md')).toEqual({ code: 1, names: ['README.md 1'] });
  });

  it('are left out where a hook names them, without a warning', async () => {
    expect(await json('--hook', 'README.md', 'docs/api.md')).toEqual({ code: 0, names: [] });
    cli.write('a.md', BAD);
    expect(await json('--hook', 'README.md', 'a.md')).toEqual({ code: 1, names: ['a.md 1'] });
    cli.write('.jiedulintignore', 'a.md\n');
    expect(await json('--hook', 'README.md', 'a.md')).toEqual({ code: 0, names: [] });
  });

  it('make no green run of a folder that holds nothing else', async () => {
    expect(await json('.')).toEqual({ code: 2, names: [] });
    expect(cli.err).toContain('没有政策文件');
    expect((await json('--no-error-on-unmatched-pattern', '.')).code).toBe(0);
    expect(await cli.run(['audit', '.'])).toBe(2);
  });

  it('are not mended', async () => {
    const text = '# 文稿库\n\n见国办发[2017]1号。\n';
    cli.write('README.md', text);
    cli.write('a.md', text);
    await cli.run(['--fix', '.']);
    expect([cli.read('README.md'), cli.read('a.md')]).toEqual([text, text.replace('[2017]', '〔2017〕')]);
  });

  it('may be linked to', async () => {
    cli.write('a.md', '# 停车收费办法\n\n见[说明](README.md)。\n');
    expect(await cli.run(['.'])).toBe(0);
  });

  it('are known as such from the cache', async () => {
    cli.write('a.md', BAD);
    const once = await json('--cache', '.');
    expect(await json('--cache', '.')).toEqual(once);
    expect((await json('--cache', 'README.md')).names).toEqual(['README.md 1']);
  });

  it('are counted by audits', async () => {
    cli.write('a.md', BAD);
    await cli.run(['audit', '--json', 'out.json', '.']);
    expect(cli.out).toContain('另有 2 个文件不是政策文件，未检查');
    const { totals, leftOut } = JSON.parse(cli.read('out.json'));
    expect([totals.documents, leftOut]).toEqual([1, { foreign: 2, taken: 0 }]);
  });
});

describe('what a config leaves out', () => {
  const config = (lines: string) => cli.write('jiedu-lint.config.yaml', `${CONFIG}${lines}\n`);
  beforeEach(() => {
    cli.write('in/a.md', BAD);
    cli.write('out/b.md', BAD);
  });

  it.each(['paths: [in]', 'ignores: [out]'])('is a warning where it is named: %s', async (lines) => {
    config(lines);
    expect(await cli.run(['out/b.md'])).toBe(0);
    expect(cli.out).toContain('这个文件被忽略设置或配置（ignores、paths）排除了');
    expect(await cli.run(['in/a.md'])).toBe(1);
    expect(await cli.run(['--hook', 'out/b.md'])).toBe(0);
    expect(cli.out).not.toContain('b.md');
    expect(await cli.run(['--no-ignore', 'out/b.md'])).toBe(1);
  });

  it.each(['paths: [in]', 'ignores: [out]'])('is counted where folders are searched: %s', async (lines) => {
    config(lines);
    expect(await cli.run(['in', 'out'])).toBe(1);
    expect(cli.out).toContain('另有 1 个文件被配置（ignores、paths）排除，未检查');
    expect(await cli.run(['out'])).toBe(2);
    expect(cli.err).toContain('--no-ignore');
  });
});

describe('the sum of a run', () => {
  it('tells of findings that do not count', async () => {
    cli.write('a.md', `${BAD}\n<!-- jiedu-lint-disable-next-line -- 以后补 -->\n第二条　标准待补充。\n`);
    await cli.run(['--suppress-all', 'a.md']);
    expect(await cli.run(['a.md'])).toBe(0);
    expect(cli.out).toContain('没有发现问题');
    expect(cli.out).toContain('另有 2 个问题被压制（指令 1，压制文件 1）');
    for (const format of ['html', 'markdown']) {
      await cli.run(['-f', format, 'a.md']);
      expect(cli.out).toContain('另有 2 个问题被压制');
    }
  });

  it('tells of findings that are not listed', async () => {
    cli.write('jiedu-lint.config.yaml', `${CONFIG}limits: { findings: 1 }\n`);
    cli.write('a.md', `${BAD}\n第二条　标准待补充。\n\n第三条　期限待补充。\n`);
    expect(await cli.run(['a.md'])).toBe(1);
    expect(cli.out).toContain('另有 2 个问题超过 limits.findings，没有列出');
  });
});
