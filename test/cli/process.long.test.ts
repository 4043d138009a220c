import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { copyUnbuilt } from '../built-package.js';
import { Client } from '../lsp/client.js';
import { CLEAN, ERROR, RULES, run } from './command.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
let home: string;
let archive: string;

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'jiedu-lint-process-')));
  copyUnbuilt(join(home, 'package'));
  archive = join(home, 'archive');
  mkdirSync(join(archive, '.git'), { recursive: true });
  const files = { 'jiedu-lint.config.yaml': RULES, 'clean.md': CLEAN, 'error.md': ERROR };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(archive, name), text);
});

afterAll(() => rmSync(home, { recursive: true }));

function start(args: readonly string[], input = '') {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return spawnSync(process.execPath, [join(home, 'package/bin/jiedu-lint.js'), ...args], {
    cwd: archive,
    encoding: 'utf8',
    input,
    env,
  });
}

/** The same run by the sources that the program was built from. */
async function inProcess(args: readonly string[]) {
  const { code, out, err } = await run(archive, args);
  return { status: code, stdout: out, stderr: err };
}

describe('the program', () => {
  it('builds itself where it has not been built, and says nothing of it', () => {
    expect(existsSync(join(home, 'package/dist'))).toBe(false);
    const { status, stdout, stderr } = start(['error.md']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('error.md\n  5:1  ');
    expect(existsSync(join(home, 'package/dist/cli.cjs'))).toBe(true);
  });

  it('ends with the exit code, without colours where no terminal listens', () => {
    expect(start(['clean.md'])).toMatchObject({ status: 0, stderr: '' });
    expect(start(['error.md']).stdout).not.toContain('\x1b');
    expect(start(['error.md', '--color']).stdout).toContain('\x1b');
    expect(start(['none.md']).status).toBe(2);
    expect(start(['--fomat'])).toMatchObject({ status: 2, stdout: '' });
    expect(start(['--version']).stdout).toBe(
      `${JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version}\n`,
    );
  });

  it('reads standard input', () => {
    const { status, stdout } = start(['--stdin', '--stdin-filename', 'x.md', '-f', 'json'], ERROR);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)[0]).toMatchObject({ filePath: join(archive, 'x.md'), errorCount: 1 });
    expect(start(['--stdin'], '')).toMatchObject({ status: 0 });
  });

  it.each(['zh-CN', 'en'])('says the same as its sources, in %s', async (locale) => {
    const sample = join(project, 'fixtures/archives/sample');
    const args = ['--preset', 'all', '-f', 'json', '--locale', locale, sample];
    const { status, stdout, stderr } = start(args);
    expect({ status, stdout, stderr }).toEqual(await inProcess(args));
  });

  it.each([
    ['after a first piece', () => {}],
    ['with bytes unread', () => start(['--version'])],
  ])('ends quietly where its reader does %s, with a failure', async (_, meanwhile) => {
    const many = join(archive, 'many');
    mkdirSync(many);
    for (let i = 0; i < 400; i++) writeFileSync(join(many, `${i}.md`), ERROR.repeat(20));
    const child = spawn(process.execPath, [join(home, 'package/bin/jiedu-lint.js'), '-f', 'json', 'many'], {
      cwd: archive,
    });
    let stderr = '';
    child.stderr.on('data', (part) => {
      stderr += part;
    });
    child.stdout.once('readable', () => {
      meanwhile();
      child.stdout.destroy();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    rmSync(many, { recursive: true });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  });

  it('takes the code that was compiled ahead, but for what another Node compiled', () => {
    const cache = join(home, 'package/dist/cli.cache');
    const isRejected = `require(${JSON.stringify(join(home, 'package/dist/start.cjs'))}).load().script.cachedDataRejected`;
    const taken = () => spawnSync(process.execPath, ['-p', isRejected], { encoding: 'utf8' }).stdout.trim();
    const own = readFileSync(cache);
    expect(taken()).toBe('false');
    const version = Buffer.from(`"node":"${process.versions.node}"`);
    const others = Buffer.from(own);
    others[others.lastIndexOf(version) + version.length - 2] = 'x'.charCodeAt(0);
    writeFileSync(cache, others);
    expect(taken()).toBe('undefined');
    writeFileSync(cache, own);
  });

  it('runs without the code that was compiled ahead, and with one that is spoilt', () => {
    writeFileSync(join(home, 'package/dist/cli.cache'), 'spoilt');
    expect(start(['error.md'])).toMatchObject({ status: 1, stderr: '' });
    rmSync(join(home, 'package/dist/cli.cache'));
    expect(start(['error.md'])).toMatchObject({ status: 1, stderr: '' });
  });

  it('loses nothing where --fix is killed', () => {
    const bench = join(project, 'bench/write-kill.mjs');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [bench, '10', join(home, 'package/bin/jiedu-lint.js'), 'fix'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('neither old nor new 0');
  });

  it('watches until it is interrupted, and ends with 0', async () => {
    const child = spawn(process.execPath, [join(home, 'package/bin/jiedu-lint.js'), '--watch', 'error.md'], {
      cwd: archive,
    });
    let stdout = '';
    child.stdout.on('data', (part) => {
      stdout += part;
    });
    await new Promise((resolve) => child.stderr.once('data', resolve));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(stdout).toContain('error.md\n  5:1  ');
  });

  it.each([
    ['one thread', 'off'],
    ['two', '2'],
  ])('ends cleanly with what is done when it is interrupted: %s', async (_, threads) => {
    const slow = join(home, `slow-${threads}`);
    mkdirSync(join(slow, '.git'), { recursive: true });
    // Each file takes a while and says that the run is under way, which does not go far before it is interrupted.
    const rule = `{ id: 'slow/rule', kinds: 'any', demand: { 'zh-CN': '慢', en: 'slow' }, severity: 'error', defaults: {},
      schema: { type: 'object', properties: {}, additionalProperties: false },
      messages: { slow: { what: { 'zh-CN': '慢', en: 'slow' }, todo: { 'zh-CN': '慢', en: 'slow' } } },
      check() { require('node:fs').writeSync(2, '.');
        const sent = require('node:path').join(__dirname, 'sent');
        do Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
        while (++seen > 40 && !require('node:fs').existsSync(sent)); } }`;
    writeFileSync(join(slow, 'slow.cjs'), `let seen = 0; module.exports = { name: 'slow', rules: [${rule}] };`);
    writeFileSync(
      join(slow, 'jiedu-lint.config.yaml'),
      'plugins: ./slow.cjs\nextends: []\nrules: { slow/rule: error }\n',
    );
    for (let i = 0; i < 400; i++) writeFileSync(join(slow, `${i}.md`), CLEAN);
    const child = spawn(
      process.execPath,
      [join(home, 'package/bin/jiedu-lint.js'), '-f', 'json', '--concurrency', threads, '.'],
      { cwd: slow },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += part;
    });
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (part) => {
        stderr += part;
        // From the first breath on it listens.
        if (stderr.length > 30) resolve();
      });
    });
    child.kill('SIGINT');
    writeFileSync(join(slow, 'sent'), '');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(2);
    expect(stderr).toContain('检查被中断：400 个文件中检查了');
    expect(JSON.parse(stdout).length).toBeLessThan(400);
  });

  it('runs by a link, as package managers make them', () => {
    const bin = join(home, 'jiedu-lint');
    symlinkSync(join(home, 'package/bin/jiedu-lint.js'), bin);
    expect(spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' }).status).toBe(0);
  });
});

describe('the language server', () => {
  const served = (words: readonly string[] = ['--stdio']) => {
    const server = spawn(process.execPath, [join(home, 'package/bin/jiedu-lint.js'), 'lsp', ...words], {
      cwd: archive,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    const client = new Client(createProtocolConnection(server.stdout, server.stdin), archive);
    return { server, client, ended };
  };

  it('finds what a run finds, and ends with 0 after a shutdown', async () => {
    const { client, ended } = served();
    await client.initialize();
    await client.open('error.md', ERROR);
    await client.settled('error.md');
    expect(client.found('error.md')).toEqual(['5:1 structure/no-placeholder']);
    const hover = { textDocument: { uri: client.uri('error.md') }, position: { line: 4, character: 1 } };
    expect(await client.connection.sendRequest('textDocument/hover', hover)).toMatchObject({ range: {} });
    await client.end();
    expect(await ended).toBe(0);
  });

  it('answers what was written before the input ended', () => {
    const messages = [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { id: 2, method: 'shutdown' },
      { method: 'exit' },
    ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    const input = messages.map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`).join('');
    const { status, stdout } = start(['lsp', '--stdio'], input);
    expect(stdout).toContain('hoverProvider');
    expect(status).toBe(0);
  });

  it('ends with 1 where the client just goes', async () => {
    const told = served([]);
    await told.client.initialize();
    await told.client.connection.sendNotification('exit');
    expect(await told.ended).toBe(1);
    const closed = served();
    await closed.client.initialize();
    closed.server.stdin.end();
    expect(await closed.ended).toBe(1);
  });

  it('ends with the process it is told to serve', async () => {
    const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const [first, second] = [idle(), idle()];
    const byOption = served(['--stdio', `--clientProcessId=${first.pid}`]);
    const byRequest = served();
    await byOption.client.initialize();
    await byRequest.client.initialize({}, { processId: second.pid ?? null });
    first.kill();
    second.kill();
    expect(await byOption.ended).toBe(1);
    expect(await byRequest.ended).toBe(1);
  });
});
