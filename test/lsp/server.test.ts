import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { archiveWith, CLEAN, ERROR, RULES, run, WARNING } from '../cli/command.js';
import { clientIn, serving, WAIT } from './client.js';

const POLICY = `---
kind: policy
title: 云溪市物业管理办法
number: 云政发〔2024〕3号
issuer: 云溪市人民政府
issued: 2024-03-01
---

第一条 为了规范物业管理，制定本办法。
`;

const LINKED = `---
kind: interpretation
title: 物业管理办法解读
policy: 云政发〔2024〕3号
---

一、背景

为了规范物业管理。
`;

const LINK_RULES = 'extends: []\nrules:\n  link/no-broken-link: error\n';

describe('the server', () => {
  it('says what it can do', async () => {
    const { client } = serving(archiveWith({}));
    const { capabilities, serverInfo } = await client.initialize();
    expect(serverInfo).toEqual({ name: 'jiedu-lint', version: '1.2.3' });
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { change: 2, openClose: true },
    });
  });

  it('brings findings on opening and after changes, and none once a document is closed', async () => {
    const client = await clientIn(archiveWith({ 'jiedu-lint.config.yaml': RULES }));
    await client.open('a.md', ERROR);
    const [diagnostic] = await client.settled('a.md');
    expect(diagnostic).toMatchObject({
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } },
      severity: 1,
      code: 'structure/no-placeholder',
      source: 'jiedu-lint',
    });
    expect(diagnostic?.codeDescription?.href).toMatch(/^file:.*docs\/rules\/structure\/no-placeholder\.md$/);
    await client.change('a.md', [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } }, text: '已写明' },
    ]);
    expect(await client.settled('a.md')).toEqual([]);
    await client.change('a.md', [{ text: ERROR }]);
    expect(await client.settled('a.md')).toHaveLength(1);
    await client.close('a.md');
    await vi.waitFor(() => expect(client.found('a.md')).toEqual([]), WAIT);
  });

  it('speaks the language of the client, unless a setting says otherwise', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES });
    const message = async (locale: string | undefined, initializationOptions?: unknown) => {
      const client = await clientIn(folder, {}, { ...(locale ? { locale } : {}), initializationOptions });
      await client.open('a.md', ERROR);
      return (await client.settled('a.md'))[0]?.message;
    };
    expect(await message('en-GB')).toMatch(/^[ -~“”]+.*placeholder/i);
    expect(await message('zh-CN')).toMatch(/待补充/);
    expect(await message(undefined)).toMatch(/请/);
    expect(await message('en', { locale: 'zh-CN' })).toMatch(/请/);
  });

  it('sees unsaved policies, by path and by number, and policies that change on disk', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': LINK_RULES, 'docs/a.md': LINKED });
    const client = await clientIn(folder);
    await client.open('docs/a.md', LINKED);
    await client.settled('docs/a.md');
    expect(client.codes('docs/a.md')).toEqual(['link/no-broken-link']);
    await client.open('docs/policy.md', POLICY);
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual([]), WAIT);
    await client.change('docs/policy.md', [{ text: POLICY.replace('3号', '4号') }]);
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual(['link/no-broken-link']), WAIT);
    await client.close('docs/policy.md');
    writeFileSync(join(folder, 'docs/saved.md'), POLICY);
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual([]), WAIT);
    writeFileSync(join(folder, 'docs/saved.md'), POLICY.replace('3号', '5号'));
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual(['link/no-broken-link']), WAIT);
    writeFileSync(join(folder, 'docs/other.md'), POLICY);
    renameSync(join(folder, 'docs/other.md'), join(folder, 'docs/saved.md'));
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual([]), WAIT);
    rmSync(join(folder, 'docs/saved.md'));
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual(['link/no-broken-link']), WAIT);
  });

  it('is told of changes by clients that can', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'none.txt': '' });
    const { client } = serving(folder);
    const registered: string[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations }) => {
      registered.push(...registrations.map(({ method }: { method: string }) => method));
    });
    await client.initialize({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await vi.waitFor(() => expect(registered).toEqual(['workspace/didChangeWatchedFiles']), WAIT);
    await client.open('a.md', WARNING);
    await client.settled('a.md');
    expect(client.codes('a.md')).toEqual(['link/no-broken-link']);
    writeFileSync(join(folder, 'none.md'), CLEAN);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('none.md'), type: 1 }],
    });
    await vi.waitFor(() => expect(client.codes('a.md')).toEqual([]), WAIT);
  });

  it('answers clients that ask for findings themselves', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES });
    const { client } = serving(folder);
    let refreshed = 0;
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
    });
    const { capabilities } = await client.initialize({
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    });
    expect(capabilities.diagnosticProvider).toBeDefined();
    await client.open('a.md', WARNING);
    const ask = () =>
      client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: client.uri('a.md') } });
    expect(await ask()).toMatchObject({ kind: 'full', items: [{ code: 'link/no-broken-link' }] });
    writeFileSync(join(folder, 'none.md'), CLEAN);
    await vi.waitFor(() => expect(refreshed).toBeGreaterThan(0), WAIT);
    expect(await ask()).toMatchObject({ items: [] });
    expect(client.published.size).toBe(0);
  });

  it('checks untitled documents, and leaves ignored ones alone', async () => {
    const folder = archiveWith({
      'jiedu-lint.config.yaml': `${RULES}ignores: [old]\n`,
      '.jiedulintignore': 'drafts/\n',
      'old/a.md': ERROR,
      'drafts/a.md': ERROR,
    });
    const client = await clientIn(folder);
    for (const name of ['old/a.md', 'drafts/a.md']) {
      await client.open(name, ERROR);
      expect(await client.settled(name)).toEqual([]);
    }
    const uri = 'untitled:Untitled-1';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: ERROR },
    });
    await vi.waitFor(() => expect(client.diagnostics.get(uri)).toHaveLength(1), WAIT);
    writeFileSync(join(folder, '.jiedulintignore'), '');
    await vi.waitFor(() => expect(client.codes('drafts/a.md')).toHaveLength(1), WAIT);
  });

  it('ends as the protocol has it', async () => {
    const first = serving(archiveWith({}));
    await first.client.initialize();
    await first.client.end();
    expect(await first.ended).toBe(0);
    const second = serving(archiveWith({}));
    await second.client.initialize();
    await second.client.connection.sendNotification('exit');
    expect(await second.ended).toBe(1);
    const third = serving(archiveWith({}));
    await third.client.initialize();
    third.toServer.end();
    expect(await third.ended).toBe(1);
  });

  it('survives messages that are none', async () => {
    const { client, toServer } = serving(archiveWith({ 'jiedu-lint.config.yaml': RULES }));
    await client.initialize();
    toServer.write('Content-Length: 9\r\n\r\nnot JSON!');
    toServer.write('Content-Length: 2\r\n\r\n{}');
    toServer.write('Content-Length: 4\r\n\r\nnull');
    await client.connection.sendNotification('textDocument/didChange', { nothing: true });
    await client.connection.sendNotification('no/such', {});
    await expect(client.connection.sendRequest('textDocument/hover', {})).rejects.toThrow();
    await client.open('a.md', ERROR);
    expect(await client.settled('a.md')).toHaveLength(1);
  });
});

describe('what lies outside', () => {
  it('is not read through symbolic links', async () => {
    const outside = archiveWith({ 'secret.md': POLICY });
    const folder = archiveWith({ 'jiedu-lint.config.yaml': LINK_RULES });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'policy.md'));
    const client = await clientIn(folder);
    for (const [name, policy] of [
      ['a.md', 'policy.md'],
      ['b.md', '云政发〔2024〕3号'],
    ] as const) {
      const text = LINKED.replace('云政发〔2024〕3号', policy);
      await client.open(name, text);
      await client.settled(name);
      writeFileSync(join(folder, name), text);
      const [result] = (await run(folder, ['-f', 'json', name])).json();
      expect(client.codes(name)).toEqual(result?.messages.map(({ ruleId }) => ruleId));
      expect(client.codes(name)).toEqual(['link/no-broken-link']);
    }
  });
});

describe('what is left alone', () => {
  it('is what the file of suppressions holds', async () => {
    const folder = archiveWith({ 'jiedu-lint.config.yaml': RULES, 'docs/a.md': ERROR });
    const client = await clientIn(folder);
    await client.open('docs/a.md', ERROR);
    expect(await client.settled('docs/a.md')).toHaveLength(1);
    expect((await run(folder, ['--suppress-all', 'docs'])).code).toBe(0);
    await vi.waitFor(() => expect(client.codes('docs/a.md')).toEqual([]), WAIT);
    await client.change('docs/a.md', [{ text: `${ERROR}\n待定。\n` }]);
    expect(await client.settled('docs/a.md')).toHaveLength(1);
  });

  it('are documents that nothing tells to be ours, if a client asks for that', async () => {
    const readme = '# My project\n\nHello.\n';
    const client = await clientIn(archiveWith({}), {}, { initializationOptions: { skipUnrelated: true } });
    await client.open('README.md', readme);
    expect(await client.settled('README.md')).toEqual([]);
    await client.open('a.md', `---\nkind: x\n---\n${readme}`);
    expect(await client.settled('a.md')).not.toEqual([]);
    await client.open('b.md', '# 《云溪市物业管理办法》政策解读\n\n为了规范物业管理。\n');
    expect(await client.settled('b.md')).not.toEqual([]);
    const options = { initializationOptions: { skipUnrelated: true } };
    const configured = await clientIn(archiveWith({ 'jiedu-lint.config.yaml': 'extends: recommended\n' }), {}, options);
    await configured.open('README.md', '# 文稿库\n\n怎样安装：待补充。\n');
    expect(await configured.settled('README.md')).toEqual([]);
    const asked = await clientIn(archiveWith({}));
    await asked.open('README.md', readme);
    expect(await asked.settled('README.md')).not.toEqual([]);
  });
});
