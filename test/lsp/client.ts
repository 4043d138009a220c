import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  ShowMessageNotification,
  ShutdownRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { moduleImporter } from '../../src/engine/plugin-modules.js';
import { run } from '../cli/command.js';

export const WAIT = { timeout: 500_000, interval: 10 };

/** A client that speaks to a server over streams, and keeps texts and findings as an editor would. */
export class Client {
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** How often findings came for a file. */
  readonly published = new Map<string, number>();
  readonly versions = new Map<string, number | undefined>();
  readonly shown: string[] = [];
  private readonly texts = new Map<string, TextDocument>();

  /** @param folder that names of files are relative to */
  constructor(
    readonly connection: ProtocolConnection,
    readonly folder: string,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics, version }) => {
      this.diagnostics.set(uri, diagnostics);
      this.versions.set(uri, version);
      this.published.set(uri, (this.published.get(uri) ?? 0) + 1);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.shown.push(message));
    connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}, more: Partial<InitializeParams> = {}) {
    const uri = pathToFileURL(this.folder).href;
    const answer = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'x' }],
      capabilities,
      ...more,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return answer;
  }

  uri(name: string): string {
    return pathToFileURL(`${this.folder}/${name}`).href;
  }

  async open(name: string, text: string): Promise<void> {
    const document = TextDocument.create(this.uri(name), 'markdown', 1, text);
    this.texts.set(name, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId: 'markdown', version: 1, text },
    });
  }

  async change(name: string, changes: readonly { range?: Range; text: string }[]): Promise<void> {
    const document = this.textOf(name);
    TextDocument.update(document, changes as { text: string }[], document.version + 1);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: changes as { text: string }[],
    });
  }

  async close(name: string): Promise<void> {
    this.texts.delete(name);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name) },
    });
  }

  textOf(name: string): TextDocument {
    const document = this.texts.get(name);
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }

  /** The rules found, as `line:column code`, from 1. */
  found(name: string): string[] {
    return (this.diagnostics.get(this.uri(name)) ?? []).map(
      ({ range: { start }, code }) => `${start.line + 1}:${start.character + 1} ${code}`,
    );
  }

  codes(name: string): string[] {
    return (this.diagnostics.get(this.uri(name)) ?? []).map(({ code }) => String(code));
  }

  /** Waits until findings of the document's present state have come. */
  async settled(name: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    const { version } = this.textOf(name);
    return vi.waitUntil(
      () => (this.versions.get(uri) === version ? (this.diagnostics.get(uri) ?? false) : false),
      WAIT,
    );
  }

  async complete(name: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: this.uri(name) },
      position,
    });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async actions(name: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (answer ?? []) as CodeAction[];
  }

  /** The text after an action; the document itself stays. */
  applied(name: string, action: CodeAction | undefined): string {
    const edits = action?.edit?.changes?.[this.uri(name)] as TextEdit[];
    return TextDocument.applyEdits(this.textOf(name), edits);
  }

  /** Applies an action as an editor would. */
  async apply(name: string, action: CodeAction | undefined): Promise<string> {
    const text = this.applied(name, action);
    await this.change(name, [{ text }]);
    return text;
  }

  async end(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
  }
}

export interface Serving {
  readonly client: Client;
  /** Exit code of the server. */
  readonly ended: Promise<number>;
  readonly toServer: PassThrough;
}

/** A server in this process, for a folder. */
export function serving(folder: string, words: readonly string[] = []): Serving {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const ended = run(folder, ['lsp', ...words], {
    importModule: moduleImporter((url) => import(url)),
    streams: () => ({ input: toServer, output: toClient }),
  }).then(({ code }) => code);
  const connection = createProtocolConnection(toClient, toServer);
  onTestFinished(async () => {
    // A server that is told to end does so at once; one whose input just ends goes on for a while.
    if (toServer.writable) await connection.sendNotification(ExitNotification.type);
    await ended;
    connection.dispose();
  });
  return { client: new Client(connection, folder), ended, toServer };
}

/** A client of a server that is ready for requests. */
export async function clientIn(
  folder: string,
  capabilities: ClientCapabilities = {},
  more: Partial<InitializeParams> = {},
): Promise<Client> {
  const { client } = serving(folder);
  await client.initialize(capabilities, more);
  return client;
}

/** The position at which a text first occurs in an open document, and `more` characters on. */
export function at(client: Client, name: string, text: string, more = 0): Position {
  const document = client.textOf(name);
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`there is no ${text}`);
  return document.positionAt(offset + more);
}

/** An empty range there. */
export function rangeAt(client: Client, name: string, text: string, more = 0): Range {
  const position = at(client, name, text, more);
  return { start: position, end: position };
}
