import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine.js';
import { moduleImporter } from '../../src/engine/plugin-modules.js';
import { checkInThreads } from '../../src/engine/worker-pool.js';
import { archiveWith, CLEAN, ERROR, RULES, run, said } from './command.js';
import { threadsForTests } from './threads.js';

const threads = threadsForTests();
const importModule = moduleImporter((url) => import(url));
const around = { threads, importModule };

describe('an archive of thousands of files', () => {
  it('starts threads unasked for as many files as pay for two, and no more than there are processors', async () => {
    const started = async (files: number, cores: number) => {
      const cwd = archiveWith(Object.fromEntries(Array.from({ length: files }, (_, i) => [`${i}.md`, CLEAN])));
      const started: Worker[] = [];
      const note = (worker: Worker) => started.push(worker);
      process.on('worker', note);
      await run(cwd, ['-f', 'json', '.'], { threads: { ...threads, cores: () => cores } });
      process.off('worker', note);
      return started.length;
    };
    expect(await started(2999, 4)).toBe(0);
    expect(await started(3000, 1)).toBe(0);
    expect(await started(3000, 4)).toBe(2);
  });
});

/** A plugin with a rule that does what the text of a document says. */
const PLUGIN = `module.exports = { name: 'bad', rules: [{
  id: 'bad/rule', kinds: 'any', demand: { 'zh-CN': '不', en: 'no' }, severity: 'error',
  schema: { type: 'object', properties: {}, additionalProperties: false }, defaults: {},
  messages: { bad: { what: { 'zh-CN': '不', en: 'no' }, todo: { 'zh-CN': '不', en: 'no' } } },
  check({ document: { text } }) {
    if (text.includes('EXIT')) process.exit(0);
    if (text.includes('RECURSE')) { const deeper = () => deeper() + 1; deeper(); }
    if (text.includes('ALLOCATE')) { const all = []; for (;;) all.push(new Array(1000).fill({})); }
    if (text.includes('REJECT')) Promise.reject(new Error('rejected'));
    if (text.includes('LATER')) setImmediate(() => { throw new Error('thrown later'); });
  },
}] };`;

describe('a thread that dies', () => {
  it.each([
    ['EXIT', 'threadDied', '检查中途退出'],
    ['ALLOCATE', 'threadDied', '内存不够'],
    ['REJECT', 'threadDied', 'rejected'],
    ['LATER', 'threadDied', 'thrown later'],
    ['RECURSE', 'crash', 'Maximum call stack'],
  ])('takes its file with it, and no other: %s', async (word, messageId, reason) => {
    const documents = Array.from({ length: 20 }, (_, n) => [`${n}.md`, n === 7 ? `${ERROR}\n${word}\n` : ERROR]);
    const cwd = archiveWith({
      'bad.cjs': PLUGIN,
      'jiedu-lint.config.yaml': `plugins: ./bad.cjs\n${RULES}  bad/rule: error\n`,
      ...Object.fromEntries(documents),
    });
    const { code, json } = await run(cwd, ['-f', 'json', '--concurrency', '2', '.'], around);
    expect(code).toBe(2);
    const fatal = json().filter(({ fatalErrorCount }) => fatalErrorCount !== 0);
    expect(fatal.map(({ filePath }) => filePath)).toEqual([join(cwd, '7.md')]);
    expect(fatal[0]?.messages[0]).toMatchObject({ messageId, fatal: true, message: expect.stringContaining(reason) });
    for (const { filePath, messages } of json())
      if (!filePath.endsWith('7.md')) expect(said(messages)).toEqual(['5:1 structure/no-placeholder placeholder']);
  });
});

describe('a file that is never done', () => {
  it('is given up after a while, and the others are checked', async () => {
    const plugin = PLUGIN.replace(
      "if (text.includes('EXIT')) process.exit(0);",
      "if (text.includes('HANG')) for (;;);",
    );
    const cwd = archiveWith({
      'bad.cjs': plugin,
      'jiedu-lint.config.yaml': `plugins: ./bad.cjs\n${RULES}  bad/rule: error\n`,
      ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.md`, n === 4 ? `${ERROR}HANG\n` : ERROR])),
    });
    const engine = new Engine({ cwd }, { importModule });
    const paths = Array.from({ length: 9 }, (_, n) => join(cwd, `${n}.md`));
    await engine.configuration.prepare(paths);
    const found = await checkInThreads(paths, 0, engine.lintOptions(), {
      threads,
      setup: { options: { cwd, frames: false }, parts: [], keeps: false },
      count: 2,
      limit: 5000,
    });
    const fatal = [...found.values()].filter(({ findings }) => findings.some(({ fatal }) => fatal));
    expect(fatal).toMatchObject([{ path: join(cwd, '4.md'), findings: [{ messageId: 'threadDied' }] }]);
    expect([...found.keys()].sort()).toEqual(paths);
  });
});
