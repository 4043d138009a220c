import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { converter, LIMIT } from '../../src/import/thread.js';
import { threadsForTests } from '../cli/threads.js';
import { folderWith } from '../files/folder.js';

const PAGE = new TextEncoder().encode(
  '<html><body><h1>关于采砂办法的解读</h1><p>正文，讲采砂的标准。</p></body></html>',
);

describe('converting in a thread', () => {
  const threads = threadsForTests();
  afterEach(() => void vi.useRealTimers());

  it('gives what converting here gives', async () => {
    const there = converter(threads);
    const here = converter(undefined);
    expect(await there.convert(PAGE, 'a.html')).toEqual(await here.convert(PAGE, 'a.html'));
    expect(await there.convert(new Uint8Array(), 'a.html')).toEqual({ failure: 'empty', data: {} });
    await there.end();
  });

  it('gives a file up that takes too long, and goes on with the next', async () => {
    // A thread that never ends with one file, and is quick with others.
    const stuckThread = `const { worker } = require(${JSON.stringify(createRequire(import.meta.url).resolve('workerpool'))});
worker({ convert: (bytes, name) => { while (name === 'stuck.html'); return { name }; } });`;
    const script = join(folderWith({ 'worker.cjs': stuckThread }), 'worker.cjs');
    const { convert, end } = converter({ ...threads, script });
    // Time passes where the test says so, however long a busy machine takes to start a thread.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stuck = vi.fn();
    const given = convert(PAGE, 'stuck.html').then(stuck);
    await vi.advanceTimersByTimeAsync(LIMIT - 1);
    expect(stuck).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    // The thread is given a while to clean up, which it does not use.
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    await given;
    expect(stuck).toHaveBeenCalledWith({ failure: 'tooSlow', data: {} });
    expect(await convert(PAGE, 'next.html')).toEqual({ name: 'next.html' });
    await end();
  });
});
