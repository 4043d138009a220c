// What grew with a square, or without end: that it is bounded, or done once. How long it takes is measured by bench/linear.ts.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { parseConfig } from '../../src/config/parse.js';
import { makeResolver } from '../../src/config/resolve.js';
import { LIMITS } from '../../src/document/limits.js';
import { readFrontMatter } from '../../src/document/read-front-matter.js';
import { archiveWith, run } from '../cli/command.js';
import { known } from '../config/known.js';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-square-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('standard input', () => {
  it.each([
    [LIMITS.fileSize + 1, 2],
    [2 * LIMITS.fileSize, 2],
    [10, 1],
  ])('of %d bytes is read as far as a file would be', async (size, expected) => {
    const { code, json } = await run(archiveWith({}), ['--stdin', '-f', 'json'], {
      stdin: new Uint8Array(size).fill(97),
    });
    expect(code).toBe(expected);
    expect(json()[0]?.messages.some(({ messageId }) => messageId === 'tooLarge')).toBe(expected === 2);
  });

  it('is held to the limit of the config', async () => {
    const cwd = archiveWith({ 'jiedu-lint.config.yaml': 'limits: { fileSize: 5 }' });
    const { code } = await run(cwd, ['--stdin', '-f', 'json'], { stdin: '政策解读' });
    expect(code).toBe(2);
  });
});

describe('presets', () => {
  const preset = (name: string, bases: readonly string[]) =>
    writeFileSync(
      join(folder, `${name}.yaml`),
      `name: ${name}\nsource: { name: 甲 }\nclauses:\n  - { id: ${name.toUpperCase()}, article: 一, demand: 甲, rules: [{ id: length/max-length, options: { max: ${1000 + name.length} } }] }\nextends: [${bases.map((base) => `./${base}.yaml`).join(', ')}]\n`,
    );
  const load = (first: string) => {
    const config = join(folder, 'jiedu-lint.config.yaml');
    writeFileSync(config, `extends: ./${first}.yaml\n`);
    return loadConfig(config, known);
  };

  it.each([100, 101, 300])('in a chain of %d files are read up to a hundred', async (length) => {
    for (let i = 1; i <= length; i++) preset(`chain-${i}`, i < length ? [`chain-${i + 1}`] : []);
    const { problems } = await load('chain-1');
    expect(problems.map(({ message }) => message.en)).toEqual(
      length <= 100 ? [] : [expect.stringMatching(/more than 100 files/)],
    );
  });

  it('that extend the same ones many times over are laid over each other once', async () => {
    for (let i = 1; i <= 45; i++)
      for (const side of ['a', 'b']) preset(`${side}-${i}`, i < 45 ? [`a-${i + 1}`, `b-${i + 1}`] : []);
    const { config, known: loaded, problems } = await load('a-1');
    expect(problems).toEqual([]);
    const resolved = (await makeResolver({ config }, loaded)).forFile(join(folder, 'a.md'));
    expect(resolved.rules.get('length/max-length')?.map(({ options }) => options)).toContainEqual(
      expect.objectContaining({ max: 1003 }),
    );
  });
});

describe('a key that stands twice in a map', () => {
  it.each(['a: 1\na: 2', 'x: 甲\ntitle: 甲\nx: 乙', 'a: { b: 1, b: 2 }', 'a: [{ c: 1, c: 1 }]', '? 1\n: a\n1: b'])(
    'is told in front matter: %j',
    (yaml) => {
      expect(readFrontMatter(`---\n${yaml}\n---\n`).frontMatter.problems).toEqual([
        expect.objectContaining({ id: 'syntax', data: { code: 'DUPLICATE_KEY' } }),
      ]);
    },
  );

  it.each(['locale: en\nlocale: en', 'rules: { a/b: warn, a/b: off }', 'limits:\n  links: 1\n  links: 2'])(
    'is told in a config: %j',
    (text) => {
      expect(parseConfig(text, '/a/jiedu-lint.config.yaml', known).problems).toHaveLength(1);
    },
  );

  it('is none where maps are different ones', () => {
    expect(readFrontMatter('---\nabout: [{ b: 1 }, { b: 2 }]\n---\n').frontMatter.problems).toEqual([]);
  });
});

it('of a thousand unknown rules each is told, and the first hundred with a likely name', () => {
  const rules = Array.from({ length: 1000 }, (_, i) => `  element/scope${i}: warn\n`).join('');
  const { problems } = parseConfig(`rules:\n${rules}`, '/a/jiedu-lint.config.yaml', known);
  expect(problems).toHaveLength(1000);
  expect(problems.filter(({ message }) => message.en.includes('did you mean'))).toHaveLength(100);
});
