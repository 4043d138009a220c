import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../bench/corpus-documents.js';
import { moduleImporter } from '../../src/engine/plugin-modules.js';
import { archiveWith, CLEAN, ERROR, RULES, run, said } from './command.js';
import { threadsForTests } from './threads.js';

const threads = threadsForTests();
const importModule = moduleImporter((url) => import(url));
const around = { threads, importModule };
const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Documents with everything that goes its own way: encodings, directives, personal data, what cannot be read, GB18030. */
const ODD: Readonly<Record<string, string | Uint8Array>> = {
  'odd/gbk.md': Buffer.from([0x23, 0x20, 0xd5, 0xfe, 0xb2, 0xdf, 0x0a, 0x0a, 0xd5, 0xfe, 0xb2, 0xdf, 0xa1, 0xa3, 0x0a]),
  'odd/binary.md': Buffer.from([0, 1, 2, 0xff, 0]),
  'odd/unused.md': `<!-- jiedu-lint-disable structure/no-placeholder -- 没有 -->\n\n${CLEAN}`,
  'odd/disabled.md': ERROR.replace('待补充', '待补充 <!-- jiedu-lint-disable-line -->'),
  'odd/personal.md': `${ERROR}\n联系人身份证号 11010519491231002X。\n`,
  'odd/terms.md': '---\nkind: interpretation\n---\n\n# 办法解读\n\n银行服务首贷户，奖励首贷户，RCEP成员国优先。\n',
  'odd/empty.md': '',
  'odd/surrogate.md': '# 题\n\n待补充&#xD800;\ud83d。\n',
};

/** Generated documents and odd ones. */
function archive(): string {
  const generated = [...corpus(24)].map(({ path, text }) => [path, text] as const);
  return archiveWith({
    'jiedu-lint.config.yaml':
      'extends: [recommended]\nrules:\n  content/figures-match-policy: warn\n  format/doc-number-brackets: warn\n',
    ...Object.fromEntries(generated),
    ...ODD,
  });
}

describe('--concurrency', () => {
  it.each([
    ['json', ['-f', 'json'], ['1', '2', '4']],
    ['stylish with frames', ['--frame'], ['2']],
    ['SARIF in English', ['-f', 'sarif', '--locale', 'en'], ['2']],
  ])('finds the same with any number of threads: %s', async (_, words, numbers) => {
    const cwd = archive();
    const off = await run(cwd, [...words, '--concurrency', 'off', '.'], around);
    expect(off.code).toBe(2);
    for (const number of numbers) {
      const { code, out, err } = await run(cwd, [...words, '--concurrency', number, '.'], around);
      expect({ code, out, err }).toEqual({ code: off.code, out: off.out, err: off.err });
    }
  });

  it('cuts text into words in threads too', async () => {
    const cwd = archiveWith({
      'jiedu-lint.config.yaml': 'extends: []\nrules:\n  content/terms-explained: warn\n',
      ...ODD,
    });
    const ask = async (number: string) => (await run(cwd, ['-f', 'json', '--concurrency', number, '.'], around)).json();
    const off = await ask('off');
    expect(off.flatMap(({ messages }) => messages.map(({ messageId }) => messageId))).toContain('term');
    expect(await ask('1')).toEqual(off);
  });

  it('finds the same in the fixtures of rules and in the sample archives, under every config there', async () => {
    const ask = (number: string) => run(fixtures, ['-f', 'json', '--no-ignore', '--concurrency', number, '.'], around);
    const [off, two] = [await ask('off'), await ask('2')];
    expect(two).toMatchObject({ code: off.code, out: off.out, err: off.err });
    expect(off.json().length).toBeGreaterThan(200);
  });

  it('fixes the same', async () => {
    const text = (n: number) => `# 说明${n}\n\n根据国办发[2017]${n}号制定。\n`;
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`d/${n}.md`, text(n)]));
    const rules = 'extends: []\nrules:\n  format/doc-number-brackets: error\n';
    const runs = [];
    for (const number of ['off', '2']) {
      const cwd = archiveWith({ 'jiedu-lint.config.yaml': rules, ...files });
      chmodSync(join(cwd, 'd/3.md'), 0o444);
      const { code, out, err } = await run(cwd, ['--fix', '--concurrency', number, '.'], around);
      runs.push({ code, out, err, texts: Object.keys(files).map((name) => readFileSync(join(cwd, name), 'utf8')) });
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[0]?.texts[5]).toContain('国办发〔2017〕5号');
    expect(runs[0]?.code).toBe(2);
  });

  it('writes and reads one cache', async () => {
    const cwd = archive();
    const cache = join(cwd, 'kept.cache');
    const cached = ['--cache', '--cache-location', cache];
    const ask = async (number: string) => {
      const { code, out } = await run(cwd, ['-f', 'json', '--concurrency', number, ...cached, '.'], around);
      const lines = readFileSync(cache, 'latin1').split('\n');
      // Heads tell the order of the lines, which is that in which threads were done.
      return { code, out, cache: lines.filter((line) => !line.startsWith('jiedu-lint-cache')).sort() };
    };
    const off = await ask('off');
    rmSync(cache);
    expect(await ask('2')).toEqual(off);
    expect(await ask('2')).toEqual(off);
    writeFileSync(join(cwd, 'odd/empty.md'), ERROR);
    const changed = await ask('2');
    expect(await ask('off')).toEqual(changed);
    expect(changed.out).not.toBe(off.out);
  });

  it('goes on in the main thread where no thread can be started', async () => {
    const cwd = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR, 'b.md': CLEAN });
    writeFileSync(join(cwd, 'worker.cjs'), 'process.exit(3)');
    const { code, json } = await run(cwd, ['-f', 'json', '--concurrency', '2', '.'], {
      threads: { ...threads, script: join(cwd, 'worker.cjs') },
    });
    expect(code).toBe(1);
    expect(json().map(({ messages }) => said(messages))).toEqual([['5:1 structure/no-placeholder placeholder'], []]);
  });

  it.each(['0', 'many', '-1', '1.5'])('does not take %s', async (number) => {
    const cwd = archiveWith({ 'a.md': CLEAN });
    const { code, err } = await run(cwd, ['--concurrency', number, '.'], around);
    expect({ code, err }).toEqual({
      code: 2,
      err: `--concurrency 要 auto、off 或 1 到 999 的整数，不是“${number}”\n`,
    });
  });
});
