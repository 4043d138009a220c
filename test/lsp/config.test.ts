import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { archiveWith, ERROR, RULES } from '../cli/command.js';
import { type Client, clientIn, serving, WAIT } from './client.js';

const CONFIG = 'jiedu-lint.config.yaml';

/** A plugin with one rule that is about the first character, or throws. */
const plugin = (what: string, check = "report({ messageId: 'm', at: { start: 0, end: 1 } })") => `
const words = (text) => ({ 'zh-CN': text, en: text });
export default { name: 'p', rules: [{ id: 'p/own', kinds: 'any', demand: words('d'), severity: 'warn',
  schema: { type: 'object', properties: {}, additionalProperties: false }, defaults: {},
  messages: { m: { what: words('${what}'), todo: words('t') } }, check({ report }) { ${check}; } }] };
`;

const messages = (client: Client, name: string) =>
  (client.diagnostics.get(client.uri(name)) ?? []).map(({ message }) => message);

/** A config whose one rule finds nothing in `ERROR`. */
const OTHER_RULE = 'extends: []\nrules: { length/max-length: error }\n';

describe('configuration', () => {
  it('is read again when it changes, and when a nearer one comes', async () => {
    const folder = archiveWith({ [CONFIG]: RULES, 'docs/x.txt': '' });
    const client = await clientIn(folder);
    await client.open('docs/a.md', ERROR);
    await client.settled('docs/a.md');
    expect(client.codes('docs/a.md')).toEqual(['structure/no-placeholder']);
    expect(client.diagnostics.get(client.uri('docs/a.md'))?.[0]?.severity).toBe(1);
    writeFileSync(join(folder, CONFIG), RULES.replace('error', 'warn'));
    await vi.waitFor(() => expect(client.diagnostics.get(client.uri('docs/a.md'))?.[0]?.severity).toBe(2), WAIT);
    writeFileSync(join(folder, 'docs', CONFIG), OTHER_RULE);
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual([]), WAIT);
    rmSync(join(folder, 'docs', CONFIG));
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toHaveLength(1), WAIT);
  });

  it('follows presets of the user’s own', async () => {
    const preset = (severity: string) =>
      `name: own\nextends: []\nsource: { name: 通知 }\nclauses:\n  - id: OWN-1\n    article: 一\n    demand: 写定\n    kinds: any\n    rules: [{ id: structure/no-placeholder, severity: ${severity} }]\n`;
    const folder = archiveWith({ [CONFIG]: 'extends: ./own.yaml\n', 'own.yaml': preset('error') });
    const client = await clientIn(folder);
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(
      client.diagnostics.get(client.uri('a.md'))?.find(({ code }) => code === 'structure/no-placeholder')?.severity,
    ).toBe(1);
    writeFileSync(join(folder, 'own.yaml'), preset('warn'));
    await vi.waitFor(
      () =>
        expect(
          client.diagnostics.get(client.uri('a.md'))?.find(({ code }) => code === 'structure/no-placeholder')?.severity,
        ).toBe(2),
      WAIT,
    );
  });

  it('that is broken is said with its place; what held before goes on', async () => {
    const folder = archiveWith({ [CONFIG]: RULES });
    const client = await clientIn(folder);
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    writeFileSync(join(folder, CONFIG), 'extends: []\nrules:\n  element/scop: off\n');
    await vi.waitFor(() => expect(client.found(CONFIG)).toEqual(['3:3 config']), WAIT);
    expect(messages(client, CONFIG)[0]).toContain('element/scope');
    expect(client.diagnostics.get(client.uri(CONFIG))?.[0]?.range.end).toEqual({ line: 2, character: 14 });
    expect(client.shown).toHaveLength(1);
    expect(client.shown[0]).toContain(`${CONFIG}:3:3`);
    await client.change('a.md', [{ text: `${ERROR}\n待定。\n` }]);
    await client.settled('a.md');
    expect(client.codes('a.md')).toEqual(['structure/no-placeholder', 'structure/no-placeholder']);
    expect(client.shown).toHaveLength(1);
    writeFileSync(join(folder, CONFIG), OTHER_RULE);
    await vi.waitFor(() => expect(client.codes('a.md')).toEqual([]), WAIT);
    expect(client.found(CONFIG)).toEqual([]);
  });

  it('that is broken from the start leaves the defaults', async () => {
    const client = await clientIn(archiveWith({ [CONFIG]: 'rules: [\n' }));
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(client.codes('a.md')).toContain('structure/no-placeholder');
    expect(client.diagnostics.get(client.uri(CONFIG))).toHaveLength(1);
  });

  it('is what settings say, which may change', async () => {
    const folder = archiveWith({ 'other/own.yaml': RULES });
    const { client } = serving(folder);
    let settings: object = { config: 'other/own.yaml' };
    const asked: unknown[] = [];
    client.connection.onRequest('workspace/configuration', ({ items }) => {
      asked.push(items);
      return items.map(() => settings);
    });
    await client.initialize({ workspace: { configuration: true } });
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(client.codes('a.md')).toEqual(['structure/no-placeholder']);
    expect(asked).toEqual([[{ scopeUri: expect.stringMatching(/^file:/), section: 'jiedu-lint' }]]);
    settings = { config: 'other/own.yaml', rule: ['structure/no-placeholder: off'], locale: 'en' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(client.codes('a.md')).toEqual([]), WAIT);
    settings = { rule: ['structure/no-placeholdr: off'] };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(client.shown.join()).toContain('structure/no-placeholder'), WAIT);
    settings = { preset: ['all'], rule: 7 };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(client.codes('a.md').length).toBeGreaterThan(2), WAIT);
  });

  it('takes settings from clients that are not asked', async () => {
    const client = await clientIn(
      archiveWith({}),
      {},
      { initializationOptions: { preset: [], rule: 'length/max-length: off' } },
    );
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(client.codes('a.md')).toContain('structure/no-placeholder');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { 'jiedu-lint': { rule: ['structure/no-placeholder: off'] } },
    });
    await vi.waitFor(() => expect(client.codes('a.md')).not.toContain('structure/no-placeholder'), WAIT);
  });
});

describe('plugins', () => {
  const CONFIGURED = 'extends: []\nplugins: ./own.mjs\nrules: { p/own: error }\n';

  it('are loaded from the workspace’s config, and again when they change', async () => {
    const folder = archiveWith({ [CONFIG]: CONFIGURED, 'own.mjs': plugin('first') });
    const client = await clientIn(folder);
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(messages(client, 'a.md')).toEqual(['first。t。']);
    writeFileSync(join(folder, 'next.mjs'), plugin('second'));
    utimesSync(join(folder, 'next.mjs'), 1, 1);
    renameSync(join(folder, 'next.mjs'), join(folder, 'own.mjs'));
    await vi.waitFor(() => expect(messages(client, 'a.md')).toEqual(['second。t。']), WAIT);
    writeFileSync(join(folder, 'own.mjs'), 'export default {');
    await vi.waitFor(() => expect(client.diagnostics.get(client.uri(CONFIG))).toHaveLength(1), WAIT);
    expect(messages(client, 'a.md')).toEqual(['second。t。']);
    writeFileSync(join(folder, 'own.mjs'), plugin('third'));
    await vi.waitFor(() => expect(messages(client, 'a.md')).toEqual(['third。t。']), WAIT);
  });

  it('that throw are a finding, and the rest goes on', async () => {
    const folder = archiveWith({
      [CONFIG]: `${CONFIGURED.replace(' }', ', structure/no-placeholder: error }')}`,
      'own.mjs': plugin('x', "throw new Error('ouch')"),
    });
    const client = await clientIn(folder);
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(client.found('a.md')).toEqual(['1:1 p/own', '5:1 structure/no-placeholder']);
    expect(messages(client, 'a.md')[0]).toContain('ouch');
  });

  it('are left alone where the workspace is not trusted', async () => {
    const folder = archiveWith({ [CONFIG]: CONFIGURED, 'own.mjs': `${plugin('ran')}globalThis.jieduLintRan = true;` });
    const client = await clientIn(folder, {}, { initializationOptions: { plugins: false } });
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    // No false green: recommended stands in.
    expect(client.codes('a.md')).toContain('structure/no-placeholder');
    expect(client.codes('a.md')).not.toContain('p/own');
    expect(client.found(CONFIG)).toEqual([]);
    expect(globalThis).not.toHaveProperty('jieduLintRan');
  });

  it('are left alone where the client names no folder', async () => {
    const folder = archiveWith({
      [CONFIG]: CONFIGURED,
      'own.mjs': `${plugin('ran')}globalThis.jieduLintAlone = true;`,
    });
    const { client } = serving(folder);
    await client.initialize({}, { rootUri: null, workspaceFolders: null });
    await client.open('a.md', ERROR);
    await client.settled('a.md');
    expect(client.codes('a.md')).not.toContain('p/own');
    expect(globalThis).not.toHaveProperty('jieduLintAlone');
  });

  it('of a folder’s own config are not those of the workspace', async () => {
    const folder = archiveWith({ [CONFIG]: RULES });
    mkdirSync(join(folder, 'came'));
    writeFileSync(join(folder, 'came', CONFIG), CONFIGURED);
    writeFileSync(join(folder, 'came/own.mjs'), `${plugin('ran')}globalThis.jieduLintCame = true;`);
    const client = await clientIn(folder);
    await client.open('came/a.md', ERROR);
    await client.settled('came/a.md');
    expect(client.diagnostics.get(client.uri(`came/${CONFIG}`))).toHaveLength(1);
    expect(globalThis).not.toHaveProperty('jieduLintCame');
  });
});
