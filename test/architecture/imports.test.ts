import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  fileCycles,
  forbiddenImports,
  importsOf,
  MAY_IMPORT,
  machineUses,
  misshapen,
  roomCycles,
  type SourceFile,
  sourceFiles,
} from './house.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const house = sourceFiles(root, ['src', 'rules']).filter(({ path }) => !path.startsWith('src/generated/'));

describe('the house', () => {
  it('has files in every room', () => {
    const rooms = new Set(house.map(({ path }) => (path.startsWith('rules/') ? 'rules' : path.split('/')[1])));
    for (const room of Object.keys(MAY_IMPORT)) if (room !== 'generated') expect(rooms).toContain(room);
  });

  it('imports against the flow only', () => {
    expect(forbiddenImports(house)).toEqual([]);
  });

  it('leaves process, console and the network to the command line', () => {
    expect(machineUses(house.filter(({ path }) => path.endsWith('.ts')))).toEqual([]);
  });

  it('has no circle of rooms', () => {
    expect(roomCycles(house)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(fileCycles(house)).toEqual([]);
  });

  it('keeps files short and named for what they hold', () => {
    const all = sourceFiles(root, ['src', 'rules', 'scripts', 'bench', 'test']);
    expect(misshapen(all.filter(({ path }) => !path.startsWith('src/generated/')))).toEqual([]);
  });
});

describe('the checks can fail', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it.each([
    ['src/document/a.ts', "import { x } from '../elements/detect.js';"],
    ['src/document/a.ts', "import type { X } from '../lint/result.js';"],
    ['src/archive/a.ts', "import type { Rule } from '../../rules/rule.js';"],
    ['src/elements/a.ts', "export { x } from '../archive/facts.js';"],
    ['src/lint/a.ts', "const x = await import('../report/index.js');"],
    ['src/files/a.ts', "import { x } from '../document/range.js';"],
    ['src/report/a.ts', "import { x } from '../cli/reports.js';"],
    ['rules/meta/a.ts', "import { x } from '../../src/config/config.js';"],
    ['rules/meta/a.ts', "import { readFileSync } from 'node:fs';"],
    ['rules/meta/a.ts', "import { readFileSync } from 'fs';"],
    ['src/lint/a.ts', "import { x } from 'path/posix';"],
    ['src/document/a.ts', "export type X = import('node:buffer').Buffer;"],
    ['src/files/a.ts', "import { x } from 'node:child_process';"],
    ['src/document/a.ts', "import x from '../../scripts/build.mjs';"],
    ['src/cellar/a.ts', 'export const x = 1;'],
  ])('%s with %s', (path, text) => {
    expect(forbiddenImports([file(path, text)])).toHaveLength(1);
  });

  it.each([
    ['src/lint/a.ts', "import type { Rule } from '../../rules/rule.js';"],
    ['rules/meta/a.ts', "import { x } from '../../src/archive/index.js';"],
    ['rules/meta/a.ts', "import { x } from '../rule.js';"],
    ['src/files/a.ts', "import { x } from 'node:fs';"],
    ['src/cli/a.ts', "import { x } from 'node:child_process';"],
    ['src/document/a.ts', "import MarkdownIt from 'markdown-it';"],
  ])('%s may have %s', (path, text) => {
    expect(forbiddenImports([file(path, text)])).toEqual([]);
  });

  it('reads imports of every form, those in comments left out', () => {
    const text = [
      "import a from './a.js';",
      "import {\n  type B,\n} from './b.js';",
      "export * from './c.js';",
      "import './d.js';",
      "// import e from './e.js';",
      "const f = await import('./f.js');",
    ].join('\n');
    expect(importsOf(text)).toEqual(['./a.js', './b.js', './c.js', './d.js', './f.js']);
  });

  it('finds the machine in use, and not in words or bound names', () => {
    expect(
      machineUses([
        file('src/lint/a.ts', 'export const cwd = (): string => process.cwd();'),
        file('src/config/b.ts', "console.log('x');"),
        file('rules/meta/c.ts', "export const x = fetch('http://x');"),
        file('rules/meta/d.ts', 'export const f = (process: string): string => process; // console'),
        file('src/cli/e.ts', 'process.exitCode = 1;'),
      ]),
    ).toEqual(['src/lint/a.ts uses process', 'src/config/b.ts uses console', 'rules/meta/c.ts uses fetch']);
  });

  it('finds circles of rooms', () => {
    expect(
      roomCycles([
        file('src/lint/a.ts', "import { x } from '../config/a.js';"),
        file('src/config/a.ts', "import type { X } from '../../rules/a.js';"),
        file('rules/a.ts', "import { x } from '../src/lint/b.js';"),
        file('src/cli/a.ts', "import { x } from '../lint/a.js';"),
      ]),
    ).toEqual(['config → rules → lint → config']);
  });

  it('finds circles of files, those of types too', () => {
    expect(
      fileCycles([
        file('src/lint/a.ts', "import { b } from './b.js';"),
        file('src/lint/b.ts', "import { c } from './below/c.js';"),
        file('src/lint/below/c.ts', "import type { A } from '../a.js';"),
        file('src/lint/d.ts', "import { a } from './a.js';"),
      ]),
    ).toEqual(['src/lint/a.ts → src/lint/b.ts → src/lint/below/c.ts → src/lint/a.ts']);
  });

  it('finds long and vague files', () => {
    const lines = (count: number) => 'x\n'.repeat(count);
    expect(
      misshapen([
        file('src/lint/long.ts', lines(401)),
        file('src/lint/fits.ts', lines(400)),
        file('rules/meta/long.ts', lines(121)),
        file('rules/meta/folder/long.ts', lines(121)),
        file('rules/clauses/long.ts', lines(121)),
        file('src/lint/utils.ts', ''),
        file('src/helpers/x.ts', ''),
      ]),
    ).toEqual([
      'src/lint/long.ts has 401 lines',
      'rules/meta/long.ts has 121 lines',
      'rules/meta/folder/long.ts has 121 lines',
      'src/lint/utils.ts is named vaguely',
      'src/helpers/x.ts is named vaguely',
    ]);
  });
});
