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

/** How a rule stands for a kind of document. */
const settingsOf = async (text: string | null, id: string, layers?: Omit<Layers, 'config'>, kind = 'briefing') =>
  (await resolver(text, layers))
    .forFile('/a/b/c.md')
    .rules.get(id)
    ?.filter(({ kinds }) => kinds.includes(kind as 'briefing'));
const ruleOf = async (text: string | null, id: string, layers?: Omit<Layers, 'config'>, kind?: string) =>
  (await settingsOf(text, id, layers, kind))?.[0];

describe('layers', () => {
  it('is recommended without a config', async () => {
    expect((await resolver(null)).forFile('/a/b/c.md').rules.get('length/max-length')).toEqual([
      {
        kinds: ['briefing'],
        severity: 'error',
        options: { max: 3000, count: 'all' },
        clauses: ['C-1'],
        from: ['preset recommended'],
        optionsFrom: {},
      },
    ]);
    expect(await ruleOf(null, 'meta/schema')).toBeUndefined();
  });

  it('lets a preset stand on another and gathers the clauses', async () => {
    expect((await resolver('extends: city')).forFile('/a/b/c.md').rules.get('element/scope')).toEqual([
      {
        kinds: ['interpretation'],
        severity: 'error',
        options: { heading: true },
        clauses: ['C-2', 'C-3'],
        from: ['preset city'],
        optionsFrom: { heading: { from: ['preset city'], clauses: ['C-3'] } },
      },
      {
        kinds: ['briefing'],
        severity: 'error',
        options: { heading: true },
        clauses: ['C-2'],
        from: ['preset city'],
        optionsFrom: { heading: { from: ['preset city'], clauses: [] } },
      },
    ]);
  });

  it('does not go round in circles', async () => {
    expect((await ruleOf('extends: round', 'meta/schema'))?.severity).toBe('warn');
    expect((await ruleOf('extends: round', 'meta/schema', {}, 'unknown'))?.severity).toBe('warn');
  });

  it('keeps the options of the layer below under a severity alone', async () => {
    const rule = await ruleOf('extends: city\nrules: { element/scope: warn }', 'element/scope', {}, 'interpretation');
    expect(rule).toMatchObject({
      severity: 'warn',
      options: { heading: true },
      clauses: ['C-2', 'C-3'],
      from: ['rules'],
      optionsFrom: { heading: { from: ['preset city'], clauses: ['C-3'] } },
    });
  });

  it('lays new options over those below, key by key', async () => {
    const text = 'extends: [recommended, short]\nrules: { length/max-length: [warn, { count: body }] }';
    expect(await ruleOf(text, 'length/max-length')).toMatchObject({
      options: { max: 2000, count: 'body' },
      optionsFrom: {
        max: { from: ['preset short'], clauses: ['S-1'] },
        count: { from: ['rules'], clauses: [] },
      },
    });
  });

  it('names the clauses of a rule that no preset switched on, kind by kind', async () => {
    const text = 'extends: []\nrules: { element/scope: warn }';
    expect((await ruleOf(text, 'element/scope', {}, 'interpretation'))?.clauses).toEqual(['C-2', 'C-3']);
    expect((await ruleOf(text, 'element/scope', {}, 'briefing'))?.clauses).toEqual(['C-2']);
    expect(await ruleOf('extends: []', 'element/scope')).toBeUndefined();
  });

  it('gives overrides in order, then the command line, the last word', async () => {
    const text = `overrides:
  - { files: "*.md", rules: { element/scope: error } }
  - { files: b/, rules: { element/scope: [warn, { heading: true }] } }`;
    expect(await ruleOf(text, 'element/scope')).toMatchObject({
      severity: 'warn',
      options: { heading: true },
      from: ['overrides[1]'],
    });
    const commandLineRules = new Map([['element/scope', { severity: 'off' as const }]]);
    expect(await ruleOf(text, 'element/scope', { commandLineRules })).toMatchObject({
      severity: 'off',
      from: ['--rule'],
    });
  });

  it('puts presets of the command line in place of the config’s', async () => {
    expect(await ruleOf('extends: city', 'element/scope', { presets: ['recommended'] })).toMatchObject({
      severity: 'warn',
    });
  });
});

describe('presets side by side', () => {
  it.each(['[recommended, short, long]', '[long, short, recommended]'])(
    'take the stricter of each: %s',
    async (names) => {
      expect(await ruleOf(`extends: ${names}`, 'length/max-length')).toMatchObject({
        severity: 'error',
        options: { max: 2000 },
        optionsFrom: { max: { from: ['preset short'], clauses: ['S-1'] } },
      });
    },
  );

  it('count an option that one does not name at its default', async () => {
    expect(await ruleOf('extends: [long, recommended]', 'length/max-length')).toMatchObject({
      options: { max: 3000 },
      clauses: ['C-1', 'L-1'],
      optionsFrom: { max: { from: ['preset recommended'], clauses: ['C-1'] } },
    });
  });

  it('say who decided a severity', async () => {
    const { from, severity } = (await ruleOf('extends: [short, recommended]', 'length/max-length')) ?? {};
    expect([severity, from]).toEqual(['error', ['preset recommended']]);
    const both = await ruleOf('extends: [recommended, long]', 'length/max-length');
    expect(both?.from).toEqual(['preset recommended', 'preset long']);
  });

  it('complement each other’s options within one preset', async () => {
    expect(await settingsOf('extends: short', 'process/forms', {}, 'interpretation')).toMatchObject([
      {
        severity: 'error',
        options: { anyOf: ['图解'], channels: ['网站'], days: 3 },
        clauses: ['S-2', 'S-3'],
        optionsFrom: { anyOf: { clauses: ['S-2'] }, channels: { clauses: ['S-3'] }, days: { clauses: ['S-2'] } },
      },
    ]);
  });

  it('leave what one preset only encourages apart from what it demands', async () => {
    expect(await settingsOf('extends: mild', 'process/forms', {}, 'interpretation')).toMatchObject([
      { severity: 'error', options: { anyOf: [], channels: [] }, clauses: ['M-2'] },
      { severity: 'warn', options: { anyOf: ['图解'], channels: ['报纸'] }, clauses: ['M-1', 'M-3'] },
    ]);
    expect(await settingsOf('extends: mild', 'meta/schema')).toMatchObject([
      { severity: 'error', clauses: ['M-4', 'M-5'] },
    ]);
  });

  it('keep demands apart of which none is the stricter', async () => {
    expect(await settingsOf('extends: [short, long]', 'process/forms', {}, 'interpretation')).toMatchObject([
      { options: { anyOf: ['图解'], channels: ['网站'] }, clauses: ['S-2', 'S-3'] },
      { options: { anyOf: ['视频'], channels: ['报纸'] }, clauses: ['L-2'] },
    ]);
  });

  it('ask only the kinds that a demand falls on', async () => {
    expect((await ruleOf('extends: long', 'element/scope'))?.clauses).toEqual(['L-3']);
    expect(await ruleOf('extends: long', 'element/scope', {}, 'interpretation')).toBeUndefined();
  });

  it('give way to what the user says, which holds for every kind', async () => {
    const text = 'extends: long\nrules: { element/scope: warn }';
    expect((await ruleOf(text, 'element/scope'))?.severity).toBe('warn');
    expect((await ruleOf(text, 'element/scope', {}, 'interpretation'))?.severity).toBe('warn');
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
    ['通知(1).md', '/a/通知(1).md', true],
    ['(a|aa)+', '/a/aaa', false],
    ['+(a|aa).md', '/a/aaa.md', false],
    ['*解读*政策*.md', '/a/图解读懂政策问答.md', true],
    ['a*b*c*d', '/a/abxcxd', true],
    ['**/[一二]/**/x?.md', '/a/甲/一/乙/x1.md', true],
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
    const { takesOut } = await resolver('ignores: [drafts/, "*.tmp.md", "!keep.tmp.md"]');
    expect(takesOut('/a/drafts')).toBe(true);
    expect(takesOut('/a/x/drafts/y.md')).toBe(true);
    expect(takesOut('/a/x.tmp.md')).toBe(true);
    expect(takesOut('/a/x/keep.tmp.md')).toBe(false);
    expect(takesOut('/a/x.md')).toBe(false);
    expect(takesOut('/a')).toBe(false);
  });

  it('takes out what lies in none of its paths, where it has some', async () => {
    const { takesOut } = await resolver('paths: [./docs/, "通知[2023]", "x/**/*.md", y.md]\nignores: [old]');
    const taken = ['/a/docs/b/c.md', '/a/通知[2023]/b.md', '/a/x/z/b.md', '/a/y.md', '/b/c.md'];
    expect(taken.map(takesOut)).toEqual(taken.map(() => false));
    const others = ['/a/b.md', '/a/z/docs/b.md', '/a/docs2/b.md', '/a/docs/old/b.md', '/a/x/b.txt', '/a/z/y.md'];
    expect(others.map(takesOut)).toEqual(others.map(() => true));
    expect((await resolver('paths: [.]')).takesOut('/a/b.md')).toBe(false);
  });

  it('gives files under the same overrides the same object', async () => {
    const { forFile } = await resolver('overrides: [{ files: b/, kind: policy }]');
    expect(forFile('/a/b/x.md')).toBe(forFile('/a/b/y.md'));
    expect(forFile('/a/x.md')).not.toBe(forFile('/a/b/y.md'));
  });
});
