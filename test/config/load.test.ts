import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConfig, loadConfig } from '../../src/config/load.js';
import { known } from './known.js';

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
    expect(findConfig(at('库', '深', '处'))).toBe(at('库', 'jiedu-lint.config.json'));
    expect(findConfig(at('库'))).toBe(at('库', 'jiedu-lint.config.json'));
  });

  it('takes YAML before JSON', () => {
    expect(findConfig(at('两份'))).toBe(at('两份', 'jiedu-lint.config.yaml'));
  });
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
