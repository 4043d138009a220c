import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the package is built, once for all files of tests. */
    readonly builtPackages: string;
  }
}

const project = fileURLToPath(new URL('..', import.meta.url));
const PARTS = [
  'package.json',
  'tsconfig.json',
  'tsconfig.types.json',
  'LICENSE',
  'CHANGELOG.md',
  'bin',
  'docs',
  'editors',
  'presets',
  'rules',
  'scripts',
  'src',
];
/** What a build writes before it bundles; git does not hold it. */
const GENERATED = ['completions', 'man', 'schemas', 'src/generated'];

/**
 * The package, built outside the project: tests must not race for its `dist`, nor run an old one. Whoever asks first builds it, and all
 * run that one; who changes a package makes one by {@link copyUnbuilt}.
 */
export class BuiltPackage {
  /** A folder of this file of tests, for what it needs besides. */
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-test-')));
  readonly script: string;

  private constructor(readonly root: string) {
    this.script = join(root, 'bin', 'jiedu-lint.js');
    chmodSync(this.home, 0o755);
  }

  /** @throws with what the build said where it fails */
  static async get(): Promise<BuiltPackage> {
    return new BuiltPackage(await builtOnce(inject('builtPackages')));
  }

  /** Runs one of the project's scripts. @throws with what it said where it fails */
  run(script: string, ...args: readonly string[]): void {
    const words = [join(this.root, 'scripts', script), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Makes a clone as `npm ci --ignore-scripts` leaves it: installed, never built. @param folder that is not there yet */
export function copyUnbuilt(folder: string): void {
  const left = new Set(GENERATED.map((part) => join(project, part)));
  const filter = (path: string) => !left.has(path) && !/[\\/](?:node_modules|dist)$/.test(path);
  for (const part of PARTS) cpSync(join(project, part), join(folder, part), { recursive: true, filter });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Vitest calls this before all tests, which load what is generated, and what it returns after them. */
export default function setup(vitest: TestProject): () => void {
  execFileSync(process.execPath, ['--import', 'tsx', join(project, 'scripts', 'generate.ts'), '--built'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-built-')));
  chmodSync(folder, 0o755);
  vitest.provide('builtPackages', folder);
  vitest.onTestsRerun(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  });
  return () => rmSync(folder, { recursive: true, force: true });
}

/** @returns the root of the package, when the one process that got the lock has built it */
async function builtOnce(folder: string): Promise<string> {
  const root = join(folder, 'package');
  const failure = join(folder, 'failure.txt');
  if (isFirst(folder)) {
    try {
      copyUnbuilt(`${root}-unbuilt`);
      for (const part of GENERATED) cpSync(join(project, part), join(`${root}-unbuilt`, part), { recursive: true });
      await promisify(execFile)(process.execPath, [join(`${root}-unbuilt`, 'scripts', 'bundle.mjs')]);
      renameSync(`${root}-unbuilt`, root);
    } catch (error) {
      writeFileSync(failure, String(error));
    }
  }
  for (;;) {
    if (existsSync(root)) return root;
    if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
    await sleep(50);
  }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'lock'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
