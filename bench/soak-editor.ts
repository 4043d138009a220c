import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { hostileText, type Random } from './soak-texts.js';

/** An editor that opens documents, types in them, asks what editors ask, and closes them. */
export class Editor {
  private version = 0;

  private constructor(
    readonly process: ChildProcess,
    private readonly connection: ProtocolConnection,
  ) {}

  /** @param bin the program; @param folder the workspace */
  static async start(bin: string, folder: string): Promise<Editor> {
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createProtocolConnection(child.stdout, child.stdin);
    connection.onUnhandledNotification(() => {});
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      capabilities: {},
      workspaceFolders: [{ uri, name: 'soak' }],
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new Editor(child, connection);
  }

  /** Opens a file, changes it some twenty times, asks everything once, closes it. */
  async work(random: Random, path: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const { connection } = this;
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: ++this.version, text },
    });
    for (let i = 0; i < 20; i++) {
      const start = { line: random(60), character: random(40) };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: ++this.version },
        contentChanges: [
          { range: { start, end: start }, text: random(8) === 0 ? hostileText(random) : '为了' },
          ...(random(30) === 0 ? [{ text }] : []),
        ],
      });
    }
    const position = { line: random(20), character: random(10) };
    const textDocument = { uri };
    await Promise.all([
      connection.sendRequest(HoverRequest.type, { textDocument, position }),
      connection.sendRequest(CompletionRequest.type, { textDocument, position }),
      connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    ]);
    await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
    await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
  }
}
