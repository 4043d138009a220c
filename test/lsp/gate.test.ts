import { describe, expect, it } from 'vitest';
import {
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { archiveWith, ERROR, RULES } from '../cli/command.js';
import { serving } from './client.js';

const served = () => serving(archiveWith({ 'jiedu-lint.config.yaml': RULES, 'a.md': ERROR }));
const start = { processId: null, rootUri: null, capabilities: {} };

describe('before initialize', () => {
  it.each([
    ['textDocument/hover', { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } }],
    ['textDocument/completion', { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } }],
    ['workspace/executeCommand', { command: 'x' }],
    ['shutdown', undefined],
    ['no/such', {}],
    ['$/no', {}],
  ])('the request %s is refused, and the conversation goes on', async (method, params) => {
    const { client } = served();
    await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({ code: -32002 });
    expect(await client.initialize()).toMatchObject({ serverInfo: { name: 'jiedu-lint' } });
  });

  it('notifications are dropped', async () => {
    const { client } = served();
    await client.open('a.md', ERROR);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.initialize();
    await client.open('b.md', ERROR);
    await client.settled('b.md');
    expect([...client.diagnostics.keys()]).toEqual([client.uri('b.md')]);
  });

  it('exit ends the server, with 1 as nobody shut it down', async () => {
    const { client, ended } = served();
    await expect(client.connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: -32002 });
    await client.connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(1);
  });
});

describe('after initialize', () => {
  it('another initialize is refused', async () => {
    const { client } = served();
    await client.initialize();
    await expect(client.connection.sendRequest(InitializeRequest.type, start)).rejects.toMatchObject({ code: -32600 });
    await client.open('a.md', ERROR);
    expect(await client.settled('a.md')).toHaveLength(1);
  });

  it('and shutdown requests are refused, notifications dropped, and exit ends with 0', async () => {
    const { client, ended } = served();
    await client.initialize();
    await client.connection.sendRequest(ShutdownRequest.type);
    const hover = { textDocument: { uri: client.uri('a.md') }, position: { line: 0, character: 0 } };
    for (const asked of [
      client.connection.sendRequest(HoverRequest.type, hover),
      client.connection.sendRequest(ShutdownRequest.type),
      client.connection.sendRequest(InitializeRequest.type, start),
    ])
      await expect(asked).rejects.toMatchObject({ code: -32600 });
    let published = 0;
    client.connection.onNotification(PublishDiagnosticsNotification.type, () => void published++);
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: client.uri('a.md'), languageId: 'markdown', version: 1, text: ERROR },
    });
    await client.connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
    expect(published).toBe(0);
  });
});
