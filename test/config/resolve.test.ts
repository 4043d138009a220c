import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse.js';
import { type Layers, makeResolver } from '../../src/config/resolve.js';
import { known } from './known.js';

async function resolver(text: string | null, layers: Omit<Layers, 'config'> = {}) {
  const { config, problems } =
    text === null ? { config: null, problems: [] } : parseConfig(text, '/a/jiedu-lint.config.yaml', known);
  expect(problems).toEqual([]);
  return makeResolver({ config, ...layers }, known);
}

const ruleOf = async (text: string | null, id: string, layers?: Omit<Layers, 'config'>) =>
  (await resolver(text, layers)).forFile('/a/b/c.md').rules.get(id);

describe('layers', () => {
  it('is recommended without a config', async () => {
    expect(await ruleOf(null, 'length/max-length')).toEqual({
      severity: 'error',
      options: { max: 3000, count: 'all' },
      clauses: ['C-1'],
      from: 'preset recommended',
    });
    expect(await ruleOf(null, 'meta/schema')).toBeUndefined();
  });

  it('lets a preset stand on another and gathers the clauses', async () => {
    expect(await ruleOf('extends: city', 'element/scope')).toEqual({
      severity: 'error',
      options: { heading: true },
      clauses: ['C-2', 'C-3'],
      from: 'preset city',
    });
  });

  it('takes presets in order', async () => {
    expect((await ruleOf('extends: [city, recommended]', 'element/scope'))?.severity).toBe('warn');
    expect((await ruleOf('extends: [recommended, city]', 'element/scope'))?.severity).toBe('error');
    expect((await ruleOf('extends: round', 'meta/schema'))?.severity).toBe('warn');
  });

  it('keeps the options of the layer below under a severity alone', async () => {
    const rule = await ruleOf('extends: city\nrules: { element/scope: warn }', 'element/scope');
    expect(rule).toMatchObject({
      severity: 'warn',
      options: { heading: true },
      clauses: ['C-2', 'C-3'],
      from: 'rules',
    });
  });

  it('lays new options over the defaults, key by key', async () => {
    const text = 'rules: { length/max-length: [warn, { count: body }] }';
    expect((await ruleOf(text, 'length/max-length'))?.options).toEqual({ max: 3000, count: 'body' });
  });

  it('names the clauses of a rule that no preset switched on', async () => {
    expect(await ruleOf('extends: []\nrules: { element/scope: warn }', 'element/scope')).toMatchObject({
      clauses: ['C-2', 'C-3'],
    });
    expect(await ruleOf('extends: []', 'element/scope')).toBeUndefined();
  });

  it('gives overrides in order, then the command line, the last word', async () => {
    const text = `overrides:
  - { files: "*.md", rules: { element/scope: error } }
  - { files: b/, rules: { element/scope: [warn, { heading: true }] } }`;
    expect(await ruleOf(text, 'element/scope')).toMatchObject({
      severity: 'warn',
      options: { heading: true },
      from: 'overrides[1]',
    });
    const commandLineRules = new Map([['element/scope', { severity: 'off' as const }]]);
    expect(await ruleOf(text, 'element/scope', { commandLineRules })).toMatchObject({
      severity: 'off',
      from: '--rule',
    });
  });

  it('puts presets of the command line in place of the config’s', async () => {
    expect(await ruleOf('extends: city', 'element/scope', { presets: ['recommended'] })).toMatchObject({
      severity: 'warn',
    });
  });
});

describe('globs', () => {
  it.each([
    ['*.md', '/a/x.md', true],
    ['*.md', '/a/deep/er/x.md', true],
    ['./*.md', '/a/x.md', true],
    ['/*.md', '/a/deep/x.md', false],
    ['吹风会', '/a/2023/吹风会/x.md', true],
    ['吹风会/', '/a/吹风会/深/x.md', true],
    ['2023/吹风会', '/a/吹风会/x.md', false],
    ['**/briefings/*.md', '/a/briefings/x.md', true],
    ['{a,b}/**/*.{md,markdown}', '/a/b/c/x.markdown', true],
    ['.hidden/**', '/a/.hidden/x.md', true],
    ['**', '/elsewhere/x.md', false],
    ['**', '/ab/x.md', false],
  ])('%j on %j: %j', async (glob, file, matches) => {
    const { forFile } = await resolver(`overrides: [{ files: ${JSON.stringify(glob)}, kind: briefing }]`);
    expect(forFile(file).kind).toEqual(matches ? { kind: 'briefing', glob } : undefined);
  });

  it('leaves out excluded files', async () => {
    const { forFile } = await resolver('overrides: [{ files: "*.md", excludedFiles: [readme.md], kind: policy }]');
    expect(forFile('/a/x.md').kind?.kind).toBe('policy');
    expect(forFile('/a/x/readme.md').kind).toBeUndefined();
  });

  it('ignores files and folders, and takes some in again', async () => {
    const { ignoredBy } = await resolver('ignores: [drafts/, "*.tmp.md", "!keep.tmp.md"]');
    expect(ignoredBy('/a/drafts')).toBe('drafts/');
    expect(ignoredBy('/a/x/drafts/y.md')).toBe('drafts/');
    expect(ignoredBy('/a/x.tmp.md')).toBe('*.tmp.md');
    expect(ignoredBy('/a/x/keep.tmp.md')).toBeUndefined();
    expect(ignoredBy('/a/x.md')).toBeUndefined();
    expect(ignoredBy('/a')).toBeUndefined();
  });

  it('gives files under the same overrides the same object', async () => {
    const { forFile } = await resolver('overrides: [{ files: b/, kind: policy }]');
    expect(forFile('/a/b/x.md')).toBe(forFile('/a/b/y.md'));
    expect(forFile('/a/x.md')).not.toBe(forFile('/a/b/y.md'));
  });
});
