import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import { archiveWith, CLEAN, ERROR, RULES, run, WARNING } from './command.js';

const WAIT = { timeout: 500_000, interval: 20 };

describe('--watch', () => {
  it('lints, and again when a file changes, also one that is replaced again and again', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'docs/a.md': CLEAN });
    const watching = await start(folder, ['docs']);
    expect(watching.last()).toMatchObject([{ errorCount: 0 }]);
    writeFileSync(join(folder, 'docs/a.md'), ERROR);
    await watching.until(() => expect(watching.last()).toMatchObject([{ errorCount: 1 }]));
    for (const [text, errorCount] of [
      [CLEAN, 0],
      [ERROR, 1],
      [CLEAN, 0],
    ] as const) {
      replace(join(folder, 'docs/a.md'), text);
      await watching.until(() => expect(watching.last()).toMatchObject([{ errorCount }]));
    }
    expect(await watching.end()).toBe(0);
  });

  it('sees new files, also in new folders, and files that go', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'docs/a.md': CLEAN });
    const watching = await start(folder, ['docs']);
    mkdirSync(join(folder, 'docs/new/deep'), { recursive: true });
    writeFileSync(join(folder, 'docs/new/deep/b.md'), ERROR);
    await watching.until(() => expect(watching.last()).toMatchObject([{ errorCount: 0 }, { errorCount: 1 }]));
    writeFileSync(join(folder, 'docs/new/deep/b.md'), CLEAN);
    await watching.until(() => expect(watching.last()).toMatchObject([{ errorCount: 0 }, { errorCount: 0 }]));
    renameSync(join(folder, 'docs/new'), join(folder, 'away'));
    await watching.until(() => expect(watching.last()).toHaveLength(1));
    expect(await watching.end()).toBe(0);
  });

  it('sees targets of links come, also outside the paths and behind symbolic links', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': RULES,
      'docs/a.md': WARNING.replace('none.md', '../other/none.pdf'),
      'elsewhere/b.md': CLEAN,
    });
    symlinkSync('../elsewhere/b.md', join(folder, 'docs/b.md'));
    const watching = await start(folder, ['docs']);
    expect(watching.last()).toMatchObject([{ warningCount: 1 }, { errorCount: 0 }]);
    const before = watching.runs();
    mkdirSync(join(folder, 'other'));
    await watching.until(() => expect(watching.runs()).toBeGreaterThan(before));
    writeFileSync(join(folder, 'other/none.pdf'), '');
    await watching.until(() => expect(watching.last()).toMatchObject([{ warningCount: 0 }, { errorCount: 0 }]));
    writeFileSync(join(folder, 'elsewhere/b.md'), ERROR);
    await watching.until(() => expect(watching.last()).toMatchObject([{ warningCount: 0 }, { errorCount: 1 }]));
    await watching.end();
  });

  it('follows the config, and waits out mistakes in it', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'docs/a.md': ERROR });
    const config = join(folder, 'jiedu-lint.config.yaml');
    const watching = await start(folder, ['docs']);
    expect(watching.last()).toMatchObject([{ errorCount: 1 }]);
    writeFileSync(config, RULES.replace('no-placeholder', 'no-placeholdr'));
    await watching.until(() => expect(watching.err()).toContain('no-placeholder'));
    writeFileSync(config, RULES.replace('error', 'off'));
    await watching.until(() => expect(watching.last()).toMatchObject([{ errorCount: 0 }]));
    expect(await watching.end()).toBe(0);
  });

  it('is not set off by its own reports', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR });
    const watching = await start(folder, ['-f', 'json', '-o', 'report.json', '--cache', 'a.md']);
    writeFileSync(join(folder, 'a.md'), CLEAN);
    await watching.until(() => expect(watching.runs()).toBeGreaterThan(1));
    // However slow the machine is, it comes to rest; a run that sets itself off never does.
    let runs = 0;
    while (runs !== watching.runs()) {
      runs = watching.runs();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    await watching.end();
  });

  it.each([
    ['--stdin'],
    ['--fix'],
    ['--suppress-all'],
    ['--suppress-rule', 'element/scope'],
    ['--prune-suppressions'],
    ['--print-config', 'a.md'],
  ])('does not go with %s', async (...words) => {
    const { code, err } = await run(archiveWith({ 'a.md': CLEAN }), ['--watch', ...words]);
    expect(code).toBe(2);
    expect(err).toContain(words[0]);
  });

  it('ends at once on a mistake in the options', async () => {
    const { code, err } = await run(archiveWith({ 'a.md': CLEAN }), ['--watch', '--rule', 'element/scop: off', 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('element/scope');
  });
});

/** Editors write beside a file and rename. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}.swp`, text);
  renameSync(`${path}.swp`, path);
}

/** A watching command line after its first report. */
async function start(cwd: string, words: readonly string[]) {
  const outs: string[] = [];
  let err = '';
  let interrupt = () => {};
  const interruption = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const io: Io = {
    cwd,
    env: {},
    colors: false,
    out: (text) => outs.push(text),
    err: (text) => {
      err += text;
    },
    stdin: async () => new Uint8Array(),
    interrupted: () => interruption,
  };
  const ended = main(['--watch', '-f', 'json', ...words], io, { root: cwd, version: '0' });
  onTestFinished(() => interrupt());
  const runs = () => err.split('Ctrl-C').length - 1;
  await vi.waitFor(() => expect(runs()).toBe(1), WAIT);
  return {
    runs,
    err: () => err,
    last: () => JSON.parse(outs.at(-1) ?? '') as unknown[],
    /** Waits until it has reported what is expected: a change may be seen in more than one run. */
    until: (isSo: () => void) => vi.waitFor(isSo, WAIT),
    end: () => {
      interrupt();
      return ended;
    },
  };
}
