import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Frames } from '../../src/lsp/frames.js';
import { BuiltPackage } from '../built-package.js';
import { archiveWith, ERROR, RULES } from '../cli/command.js';
import { serving } from './client.js';

const program = await BuiltPackage.get();
afterAll(() => program.remove());

const frame = (message: object) => {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const opening = frame({
  jsonrpc: '2.0',
  method: 'textDocument/didOpen',
  params: { textDocument: { uri: 'file:///x.md', languageId: 'markdown', version: 1, text: '政'.repeat(5000) } },
});

/** A server in a process of its own that has answered. */
async function started(): Promise<ChildProcessWithoutNullStreams> {
  const server = spawn(process.execPath, [program.script, 'lsp'], { stdio: 'pipe' });
  onTestFinished(() => void server.kill('SIGKILL'));
  server.stdin.on('error', () => {});
  server.stdin.write(
    frame({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    }),
  );
  await once(server.stdout, 'data');
  return server;
}

describe('a server whose client dies', () => {
  it.each([
    ['between messages', ''],
    ['in a header', opening.slice(0, 9)],
    ['between header and body', opening.slice(0, opening.indexOf('{'))],
    ['in a body', opening.slice(0, 2000)],
    ['one byte before the end', opening.slice(0, -1)],
    ['in the second of two messages', opening + opening.slice(0, 300)],
  ])('ends: %s', async (_, sent) => {
    const server = await started();
    server.stdin.end(sent);
    server.stdout.destroy();
    expect(await once(server, 'exit')).toEqual([1, null]);
  });
});

describe('a server that is sent what is no message', () => {
  it.each([
    ['a length beyond all bounds', 'Content-Length: 99999999999\r\n\r\n{'],
    ['a length of gigabytes', `Content-Length: ${2 ** 31}\r\n\r\n{`],
    ['a length below zero', 'Content-Length: -5\r\n\r\n{}'],
    ['a length that is none', 'Content-Length: x\r\n\r\n{}'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a header without end', 'X-Y: z\r\n'.repeat(100_000)],
    ['one line without end', 'x'.repeat(1_000_000)],
  ])('ends: %s', async (_, sent) => {
    const { client, toServer, ended } = serving(archiveWith({ 'jiedu-lint.config.yaml': RULES }));
    await client.initialize();
    toServer.write(sent);
    expect(await ended).toBe(1);
  });

  it('ends in time and with little memory where headers come byte by byte', async () => {
    const frames = new Frames();
    let admitted = 0;
    while (admitted < 10_000 && frames.admit(Uint8Array.of(0x61))) admitted++;
    expect(admitted).toBeLessThan(5000);
  });

  it('takes in messages however they are cut', async () => {
    const bytes = Buffer.from(opening + opening);
    for (const size of [1, 2, 3, 7, 100, 4096, bytes.length]) {
      const frames = new Frames();
      for (let at = 0; at < bytes.length; at += size) expect(frames.admit(bytes.subarray(at, at + size))).toBe(true);
      expect(frames.admit(Buffer.from('Content-Length: 0\r\n\r\ncontent-length:2\r\nContent-Type: x\r\n\r\n{}'))).toBe(
        true,
      );
      expect(frames.admit(Buffer.from('{}\r\n\r\n'))).toBe(false);
    }
  });

  it('goes on after messages in pieces', async () => {
    const { client, toServer } = serving(archiveWith({ 'jiedu-lint.config.yaml': RULES }));
    await client.initialize();
    for (const byte of Buffer.from(opening)) toServer.write(Buffer.of(byte));
    await client.open('a.md', ERROR);
    expect(await client.settled('a.md')).toHaveLength(1);
  });
});
