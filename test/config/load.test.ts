import { lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConfig, loadConfig } from '../../src/config/load.js';
import { folderWith } from '../files/folder.js';
import { known } from './known.js';

const CONFIG = 'jiedu-lint.config.yaml';
let root: string;
const at = (...steps: string[]) => path.join(root, ...steps);

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jiedu-lint-'));
  mkdirSync(at('库', '深', '处'), { recursive: true });
  mkdirSync(at('两份'));
  writeFileSync(at('库', 'jiedu-lint.config.json'), '\uFEFF{ "locale": "en" }');
  writeFileSync(at('两份', 'jiedu-lint.config.yaml'), 'locale: en');
  writeFileSync(at('两份', 'jiedu-lint.config.json'), '{}');
  writeFileSync(at('gb.yaml'), Buffer.from([0x23, 0x20, 0xd6, 0xd0]));
  writeFileSync(at('bad.yaml'), 'locale: fr');
});

afterAll(() => rmSync(root, { recursive: true }));

describe('findConfig', () => {
  it('takes the nearest at or above a folder', () => {
    const file = at('库', 'jiedu-lint.config.json');
    for (const [folder, cwd] of [
      [at('库', '深', '处'), at('库', '深', '处')],
      [at('库', '深', '处'), at('两份')],
      [at('库'), root],
    ] as const)
      expect(findConfig(folder, cwd)).toEqual({ file });
  });

  it('takes YAML before JSON', () => {
    expect(findConfig(at('两份'), root)).toEqual({
      file: at('两份', 'jiedu-lint.config.yaml'),
      beside: ['jiedu-lint.config.json'],
    });
  });

  it.each([
    ['a folder of git', 'mine/.git/HEAD'],
    ['a file of git, as in a submodule', 'mine/.git'],
  ])('goes no further than the repository, which is marked by %s', (_, mark) => {
    const folder = folderWith({ [CONFIG]: '', [mark]: '', 'mine/docs/a.md': '' });
    const above = { passedOver: path.join(folder, CONFIG) };
    for (const below of ['mine', 'mine/docs'])
      for (const cwd of [folder, path.join(folder, 'mine'), path.join(folder, 'mine', 'docs')])
        expect(findConfig(path.join(folder, below), cwd)).toEqual(above);
    writeFileSync(path.join(folder, 'mine', CONFIG), '');
    expect(findConfig(path.join(folder, 'mine', 'docs'), folder)).toEqual({ file: path.join(folder, 'mine', CONFIG) });
  });

  // Files are given away by the superuser only.
  it.runIf(process.geteuid?.() === 0)('passes over what others put above the working folder', () => {
    const folder = folderWith({ [CONFIG]: '', 'mine/a.md': '', 'mine/docs/a.md': '' });
    const [mine, docs, config] = ['mine', 'mine/docs', CONFIG].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    const give = (file: string, to: number) => lchownSync(file, to, to);
    give(mine, 1001);
    give(docs, 1002);
    for (const [owner, isTaken] of [
      [0, true],
      [1001, true],
      [1002, true],
      [1003, false],
    ] as const) {
      give(config, owner);
      expect([owner, findConfig(docs, mine)]).toEqual([owner, isTaken ? { file: config } : { passedOver: config }]);
      // What the working folder holds is what its user asked for, and what lies beside the documents is theirs.
      expect(findConfig(docs, folder)).toEqual({ file: config });
      expect(findConfig(folder, mine)).toEqual({ file: config });
    }
    // A repository that others pretend makes no difference, and a link belongs to who made it.
    mkdirSync(path.join(folder, '.git'));
    expect(findConfig(docs, mine)).toEqual({ passedOver: config });
    writeFileSync(path.join(folder, 'own.yaml'), '');
    give(path.join(folder, 'own.yaml'), 1001);
    rmSync(config);
    symlinkSync('own.yaml', config);
    give(config, 1003);
    expect(findConfig(docs, mine)).toEqual({ passedOver: config });
  });
});

describe('a config that is a link to nowhere', () => {
  it.each(['jiedu-lint.config.yaml', 'jiedu-lint.config.yml', 'jiedu-lint.config.json'])(
    'is found, and is wrong, not passed over: %s',
    async (name) => {
      const folder = folderWith({ 'docs/a.md': '' });
      symlinkSync('nowhere.yaml', path.join(folder, name));
      expect(findConfig(path.join(folder, 'docs'), folder)).toEqual({ file: path.join(folder, name) });
      const { config, problems } = await loadConfig(path.join(folder, name), known);
      expect([config, problems[0]?.message.en]).toEqual([null, expect.stringMatching(/a link that leads nowhere/)]);
    },
  );
});

describe('loadConfig', () => {
  it('reads a file with a BOM', async () => {
    const { config, problems } = await loadConfig(at('库', 'jiedu-lint.config.json'), known);
    expect(problems).toEqual([]);
    expect(config?.locale).toBe('en');
  });

  it.each([
    ['none.yaml', /no such config file/],
    ['库', /This is a folder/],
    ['gb.yaml', /not UTF-8/],
    ['bad.yaml', /"locale" cannot be fr/],
  ])('says what is wrong with %s', async (name, message) => {
    const { config, problems } = await loadConfig(at(name), known);
    expect(config).toBeNull();
    expect(problems).toEqual([
      {
        file: at(name),
        line: 1,
        column: expect.any(Number),
        message: expect.objectContaining({ en: expect.stringMatching(message) }),
      },
    ]);
  });
});
