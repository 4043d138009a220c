// Unpacks a .vsix far from any node_modules, starts the linter in it with plain Node as VS Code would, and asks it about a draft.
// node scripts/vscode-try.mjs FILE.vsix   (scripts/vscode-package.mjs runs it at its end)
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import protocol from 'vscode-languageserver-protocol/node';

const DRAFT =
  '---\nkind: interpretation\ntitle: 《办法》解读\n---\n\n# 《办法》解读\n\n根据云政办发[2024]31号文件制定。\n';
const MISSING = 'element/scope';

/** @throws where the server does not start, does not find what is missing in a draft, or does not end in good order */
export async function tryOut(vsix) {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-lint-vsix-'));
  try {
    await unpack(vsix, folder);
    return await converse(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function unpack(vsix, folder) {
  const { files } = await JSZip.loadAsync(readFileSync(vsix));
  for (const file of Object.values(files)) {
    if (file.dir) continue;
    const path = join(folder, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await file.async('nodebuffer'));
  }
}

async function converse(folder) {
  const script = join(folder, 'extension', 'tool', 'bin', 'jiedu-lint.js');
  const server = spawn(process.execPath, [script, 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => server.once('exit', done));
  const connection = protocol.createProtocolConnection(server.stdout, server.stdin);
  const uri = pathToFileURL(join(folder, '解读.md')).href;
  const found = new Promise((done, fail) => {
    connection.onNotification(
      protocol.PublishDiagnosticsNotification.type,
      (params) => params.uri === uri && done(params.diagnostics),
    );
    ended.then((code) => fail(new Error(`The server in the .vsix ended with ${code}.`)));
    setTimeout(() => fail(new Error('The server in the .vsix found nothing within a minute.')), 60_000).unref();
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const { serverInfo } = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'x' }],
    capabilities: {},
  });
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text: DRAFT },
  });
  const codes = (await found).map(({ code }) => code);
  if (!codes.includes(MISSING)) throw new Error(`The server in the .vsix found ${codes.join(', ')}, not ${MISSING}.`);
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  const code = await ended;
  if (code !== 0) throw new Error(`The server in the .vsix ended with ${code}.`);
  return `${serverInfo.name} ${serverInfo.version} in it starts and finds ${codes.join(', ')}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await tryOut(process.argv[2]));
