import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { BuiltPackage } from '../built-package.js';
import { folderWith } from '../files/folder.js';

const program = await BuiltPackage.get();
afterAll(() => program.remove());

/** Leaves a trace of every way out into the network that Node has, in this thread and in others. */
const GUARD = `
const { appendFileSync } = require('node:fs');
const trace = (what) => () => { appendFileSync(process.env.TRACE, what + '\\n'); throw new Error('no network'); };
const net = require('node:net');
net.Socket.prototype.connect = trace('net');
net.Server.prototype.listen = trace('listen');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve']) dns[name] = trace('dns');
require('node:dgram').Socket.prototype.send = trace('dgram');
globalThis.fetch = trace('fetch');
`;
const DOCUMENT = `---
kind: interpretation
title: 《办法》解读
policy: http://127.0.0.1:9/policy.md
---

一、背景

![图](http://127.0.0.1:9/a.png) [办法](http://127.0.0.1:9/b.md) <img src="http://127.0.0.1:9/c.png">
`;
const PAGE = `<html><head><base href="http://127.0.0.1:9/"><script src="x.js"></script><link rel="stylesheet" href="y.css"></head>
<body><article><h1>《办法》解读</h1><img src="z.png"><p>为了规范管理，制定本办法。</p></article></body></html>`;

it.each([
  ['lint', '--preset', 'all', '.'],
  ['lint', '--concurrency', '2', '.'],
  ['lint', '-f', 'html', '-o', 'out.html', '.'],
  ['inspect', 'a.md'],
  ['audit', '.', '--html', 'audit.html', '--xlsx', 'audit.xlsx', '--csv', 'audit.csv', '--json', 'audit.json'],
  ['import', 'page.html'],
  ['clauses'],
  ['explain', 'element/scope'],
])('%s %s %s opens no connection', (...args) => {
  const folder = folderWith({ '.git/HEAD': '', 'a.md': DOCUMENT, 'page.html': PAGE, 'guard.cjs': GUARD });
  const trace = join(folder, 'trace.txt');
  const env = { ...process.env, NODE_OPTIONS: `--require=${join(folder, 'guard.cjs')}`, TRACE: trace };
  const { status, stderr } = spawnSync(process.execPath, [program.script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  expect([0, 1], stderr).toContain(status);
  expect(existsSync(trace) ? readFileSync(trace, 'utf8') : '').toBe('');
});

it('would be seen', () => {
  const folder = folderWith({ 'guard.cjs': GUARD });
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require=${join(folder, 'guard.cjs')}`,
    TRACE: join(folder, 'trace.txt'),
  };
  spawnSync(process.execPath, ['-e', "require('node:http').get('http://127.0.0.1:9/')"], { env });
  expect(readFileSync(join(folder, 'trace.txt'), 'utf8')).not.toBe('');
});
