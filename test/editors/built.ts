import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const PARTS = [
  'package.json',
  'LICENSE',
  'CHANGELOG.md',
  'bin',
  'docs',
  'editors',
  'rules',
  'schemas',
  'scripts',
  'src',
];

/** The package built in a folder of its own: tests must not race for the project's `dist`, nor run an old one. */
export class BuiltPackage {
  /** The folder above, for what a test needs besides. */
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-editors-')));
  readonly root = join(this.home, 'package');
  readonly script = join(this.root, 'bin', 'jiedu-lint.js');

  constructor() {
    for (const part of [...PARTS, 'tsconfig.json', 'tsconfig.types.json'])
      cpSync(join(project, part), join(this.root, part), {
        recursive: true,
        filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path),
      });
    symlinkSync(join(project, 'node_modules'), join(this.root, 'node_modules'), 'dir');
    this.run('build.mjs');
  }

  /** Runs one of the project's scripts. @throws with what it said where it fails */
  run(script: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(this.root, 'scripts', script), ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${script}: ${stdout}${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
