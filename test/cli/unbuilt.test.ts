import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { copyUnbuilt } from '../built-package.js';

const ADVICE = 'npm ci --include=dev';
let clone: string;

beforeAll(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-unbuilt-')));
  copyUnbuilt(clone);
  unlinkSync(join(clone, 'node_modules'));
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

function start(...words: readonly string[]) {
  const { npm_config_global: _, ...env } = process.env;
  return spawnSync(process.execPath, words, { cwd: clone, encoding: 'utf8', env });
}

describe('a clone without development dependencies', () => {
  it.each([
    ['the program', ['bin/jiedu-lint.js', '--version'], 2],
    ['npm run build', ['scripts/build.mjs'], 1],
    ['prepare', ['scripts/build.mjs', '--prepare'], 1],
  ])('is told by %s what to do', (_, words, code) => {
    const { status, stdout, stderr } = start(...words);
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    expect(stderr).toContain(ADVICE);
    expect(stderr).not.toContain('ERR_MODULE_NOT_FOUND');
  });

  it('keeps the dist it has on prepare, and is not built by what asks for a build', () => {
    mkdirSync(join(clone, 'dist'));
    onTestFinished(() => rmSync(join(clone, 'dist'), { recursive: true }));
    expect(start('scripts/build.mjs', '--prepare')).toMatchObject({ status: 0, stdout: '' });
    expect(start('scripts/build.mjs').status).toBe(1);
  });
});
