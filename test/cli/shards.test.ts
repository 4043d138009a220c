import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { corpus } from '../../bench/corpus-documents.js';
import { formatters } from '../../src/report/index.js';
import { folderWith } from '../files/folder.js';
import { archiveWith, CLEAN, ERROR, RULES, run, WARNING } from './command.js';

const sample = fileURLToPath(new URL('../../fixtures/archives/sample', import.meta.url));

/** Runs a command in shards and merges them. */
async function inShards(cwd: string, count: number, lint: readonly string[], merge: readonly string[] = []) {
  const folder = folderWith({});
  const files = Array.from({ length: count }, (_, at) => join(folder, `${at + 1}.jsonl`));
  for (const [at, file] of files.entries()) {
    const { code, err } = await run(cwd, ['--shard', `${at + 1}/${count}`, '-o', file, ...lint]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }
  return run(cwd, ['merge', ...merge, ...files.reverse()]);
}

/** An archive with findings between files, personal data, directives, and what cannot be read. */
function archive(): string {
  return archiveWith({
    'jiedu-lint.config.yaml': 'extends: [recommended]\nrules:\n  content/figures-match-policy: warn\n',
    // Rules of data, in a folder with a config of its own.
    'draft/jiedu-lint.config.yaml': `dataRules:\n  - id: local/background\n    forbid: [背景]\n${RULES}`,
    ...Object.fromEntries([...corpus(30)].map(({ path, text }) => [path, text])),
    'draft/error.md': ERROR,
    'draft/clean.md': CLEAN,
    'draft/warning.md': WARNING,
    'draft/unused.md': `<!-- jiedu-lint-disable structure/no-placeholder -- 没有 -->\n\n${CLEAN}`,
    'draft/disabled.md': `<!-- jiedu-lint-disable structure/no-placeholder -- 以后补 -->\n\n${ERROR}`,
    'draft/binary.md': Buffer.from([0, 1, 2, 0xff, 0]),
    'draft/personal.md': `${ERROR}\n联系人身份证号 11010519491231002X。\n`,
    'personal.md': '---\nkind: interpretation\ntitle: 解读\n---\n\n联系人身份证号 11010519491231002X，待补充。\n',
  });
}

describe('shards', () => {
  it.each([...formatters.keys()])('merge into the report of one run: %s', async (format) => {
    const cwd = archive();
    const one = await run(cwd, ['-f', format, '.']);
    expect(one.code).toBe(2);
    const { code, out, err } = await inShards(cwd, 4, ['.'], ['-f', format]);
    expect({ code, out, err }).toEqual({ code: one.code, out: one.out, err: one.err });
  });

  it.each([1, 2, 3, 7])('are whole in any number: %d', async (count) => {
    const one = await run(sample, ['-f', 'json', '--preset', 'all', '.']);
    const { code, out } = await inShards(sample, count, ['--preset', 'all', '.'], ['-f', 'json', '--preset', 'all']);
    expect({ code, out }).toEqual({ code: one.code, out: one.out });
  });

  it('hold each file once', async () => {
    const cwd = archive();
    const paths: string[] = [];
    for (const part of ['1/3', '2/3', '3/3']) {
      const { out } = await run(cwd, ['--shard', part, '.']);
      const lines = out.trimEnd().split('\n').slice(1, -1);
      paths.push(...lines.map((line) => (JSON.parse(line) as { path: string }).path));
    }
    const all = (await run(cwd, ['-f', 'json', '.'])).json().map(({ filePath }) => filePath.slice(cwd.length + 1));
    expect(paths.sort()).toEqual(all.sort());
  });

  it('hold no personal data, and merge all the same', async () => {
    const numbers = /11010519491231002X|13912345678/;
    const cwd = archiveWith({
      'jiedu-lint.config.yaml': 'extends: all\n',
      'policies/a.md':
        '---\nkind: policy\ntitle: 办法\nnumber: 云政发〔2024〕3号\nissued: 2024-03-01\n---\n# 办法\n\n一、总则\n',
      'b.md':
        '---\nkind: interpretation\ntitle: 咨询13912345678的解读\npolicy: 云政发〔2024〕3号\ndrafter: 13912345678\n手机13912345678: 1\n---\n' +
        '# 解读\n\n## 咨询13912345678\n\n[见](#咨询13912345678)，[又](#手机13912345678)，《公民11010519491231002X办法》第三条。\n\n' +
        '<!-- jiedu-lint-disable structure/no-placeholder -- 13912345678 同意 -->\n\n待补充 13912345678, 11010519491231002X。\n',
      'c.md': '---\ntitle: [a 13912345678\n---\n# 文\n\n手机13912345678\n',
    });
    const one = await run(cwd, ['-f', 'json', '.']);
    expect(one.out).not.toMatch(numbers);
    expect((await run(cwd, ['--shard', '1/1', '.'])).out).not.toMatch(numbers);
    expect((await inShards(cwd, 2, ['.'], ['-f', 'json'])).out).toBe(one.out);
  });

  it('hold no path of the machine they were made on, and merge in another folder', async () => {
    const files = { 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR, 'b/c.md': WARNING };
    const [here, there] = [archiveWith(files), archiveWith(files)];
    const shard = join(here, 'all.jsonl');
    await run(here, ['--shard', '1/1', '-o', shard, '.']);
    expect(readFileSync(shard, 'utf8')).not.toContain(here);
    const one = await run(there, ['-f', 'json', '.']);
    expect(await run(there, ['merge', '-f', 'json', shard])).toMatchObject({ code: one.code, out: one.out });
  });

  it('have the options of lint about findings: limits, suppressions, unused directives', async () => {
    const cwd = archive();
    const both = async (...words: string[]) => {
      const one = await run(cwd, [...words, 'draft']);
      const { code, out, err } = await inShards(cwd, 3, ['draft'], words);
      expect({ code, out, err }).toEqual({ code: one.code, out: one.out, err: one.err });
      return one;
    };
    rmSync(join(cwd, 'draft/binary.md'));
    expect((await both('--quiet', '--exit-zero')).code).toBe(0);
    expect((await both('--max-warnings', '0')).err).toContain('--max-warnings');
    expect((await both('--report-unused-disable-directives')).out).toContain('没有');
    expect((await inShards(cwd, 2, ['draft'], ['--suppress-all'])).code).toBe(0);
    writeFileSync(join(cwd, 'draft/clean.md'), ERROR);
    expect((await both('-f', 'json')).code).toBe(1);
  });

  it('tell of files that were named and are not there', async () => {
    const cwd = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': CLEAN });
    const words = ['a.md', 'none.md'];
    const one = await run(cwd, ['-f', 'json', ...words]);
    expect(one.code).toBe(2);
    const { code, out } = await inShards(cwd, 2, words, ['-f', 'json']);
    expect({ code, out }).toEqual({ code: one.code, out: one.out });
  });

  it('end with 2 where a pattern leads to nothing, in the shard and after', async () => {
    const cwd = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': CLEAN });
    const { code, err } = await run(cwd, ['--shard', '1/1', '-o', 'all.jsonl', 'a.md', 'none/*.md']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('none/*.md') });
    expect((await run(cwd, ['merge', 'all.jsonl'])).code).toBe(2);
  });
});

describe('merge refuses', () => {
  /** Two shards of a small archive, and a way to merge others. */
  async function shards() {
    const files = { 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR, 'b.md': CLEAN, 'c.md': CLEAN };
    const cwd = archiveWith(files);
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    const make = (part: string, ...words: string[]) =>
      run(cwd, ['--shard', part, '-o', `${part.replace('/', '-')}${words.length > 0 ? 'x' : ''}.jsonl`, ...words, '.']);
    await make('1/2');
    await make('2/2');
    const merge = async (...words: string[]) => {
      const { code, out, err } = await run(cwd, ['merge', ...words]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    return { cwd, make, merge };
  }

  it('shards that are missing, given twice, or of another number', async () => {
    const { make, merge } = await shards();
    expect(await merge('1-2.jsonl')).toBe('缺少分片 2/2。请给出全部分片文件\n');
    expect(await merge('1-2.jsonl', '2-2.jsonl', '1-2.jsonl')).toBe(
      '1-2.jsonl 和 1-2.jsonl 是同一份，请每份只给一次\n',
    );
    await make('2/3');
    expect(await merge('1-2.jsonl', '2-3.jsonl')).toContain('总份数不同');
  });

  it('shards of other settings or other files, and other settings here', async () => {
    const { cwd, make, merge } = await shards();
    await make('2/2', '--rule', 'structure/no-placeholder: off');
    expect(await merge('1-2.jsonl', '2-2x.jsonl')).toContain('配置或选项');
    expect(await merge('--rule', 'structure/no-placeholder: off', '1-2.jsonl', '2-2.jsonl')).toContain(
      '这里的配置或选项与分片时不同',
    );
    writeFileSync(join(cwd, 'd.md'), CLEAN);
    await make('2/2');
    expect(await merge('1-2.jsonl', '2-2.jsonl')).toContain('不是同一批文件');
    writeFileSync(join(cwd, 'jiedu-lint.config.yaml'), `${RULES}  length/max-length: off\n`);
    await make('1/2');
    expect(await merge('--locale', 'en', '1-2.jsonl', '2-2.jsonl')).toContain('different configs or options');
  });

  it('options about findings beside the reports of an audit, which has none of them', async () => {
    const { merge } = await shards();
    for (const words of [['-f', 'sarif'], ['-o', 'a.txt'], ['--quiet'], ['--max-warnings', '3']])
      expect(await merge('1-2.jsonl', '2-2.jsonl', '--html', 'a.html', ...words)).toBe(
        `--html 和 ${words[0]} 不能一起用\n`,
      );
  });

  it('shards of files that have changed since', async () => {
    const { cwd, merge } = await shards();
    writeFileSync(join(cwd, 'c.md'), `${CLEAN}\n又一段。\n`);
    expect(await merge('1-2.jsonl', '2-2.jsonl')).toContain('有 1 个文件变了（例如 c.md）');
  });

  it('shards where the files are not', async () => {
    const { cwd, merge } = await shards();
    rmSync(join(cwd, 'c.md'));
    expect(await merge('1-2.jsonl', '2-2.jsonl')).toContain('有 1 个这里没有');
  });

  it.each([
    ['that are cut off', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), '不完整'],
    ['that lost a line', (text: string) => text.split('\n').toSpliced(1, 1).join('\n'), '不完整'],
    ['that are cut in a line', (text: string) => text.slice(0, -9), '不完整'],
    ['of another format', (text: string) => text.replace(/"shardFormat":\d+/, '"shardFormat":99'), '格式不同'],
    ['of another version', (text: string) => text.replace('"version":"1.2.3"', '"version":"9"'), '不同版本'],
    ['that are something else', () => '{}\n', '不是分片文件'],
    ['that are empty', () => '', '不是分片文件'],
  ])('files %s', async (_, spoil, says) => {
    const { cwd, merge } = await shards();
    writeFileSync(join(cwd, '2-2.jsonl'), spoil(readFileSync(join(cwd, '2-2.jsonl'), 'utf8')));
    expect(await merge('1-2.jsonl', '2-2.jsonl')).toContain(says);
    expect(await merge('1-2.jsonl', 'gone.jsonl')).toContain('ENOENT');
  });
});

describe('--shard', () => {
  it.each(['0/2', '3/2', '2', '1/0', 'a/b'])('does not take %s', async (part) => {
    const { code, err } = await run(archiveWith({ 'a.md': CLEAN }), ['--shard', part, '.']);
    expect({ code, err }).toEqual({ code: 2, err: `--shard 要写成 i/n，如 2/4（i 从 1 到 n），不是“${part}”\n` });
  });

  it.each([['--fix'], ['--quiet'], ['--max-warnings', '3'], ['-f', 'json'], ['--watch'], ['--suppress-all']])(
    'does not go with %s',
    async (...words) => {
      const { code, err } = await run(archiveWith({ 'a.md': CLEAN }), ['--shard', '1/2', ...words, '.']);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('不能一起用') });
    },
  );
});
