import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isInside } from '../archive/targets.js';
import type { Locale } from '../language/locale.js';
import { Buffers } from './buffers.js';
import { Checker } from './checker.js';
import { Configurations } from './configurations.js';
import { answer, FEATURES } from './features.js';
import { KeptFiles } from './kept-files.js';
import type { LspHost, Settings } from './lsp-host.js';
import { Papers } from './papers.js';
import { Publisher } from './publisher.js';
import { overridden, readSettings } from './settings.js';

/**
 * Serves the language server protocol on a connection until it ends.
 * @param commandLine settings that the client's go before
 */
export function serve(connection: Connection, world: LspHost, commandLine: Settings): { close(): void } {
  const server = new Server(connection, world, commandLine);
  return { close: () => server.close() };
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly buffers: Buffers;
  private readonly files: KeptFiles;
  private readonly configurations: Configurations;
  private readonly checker: Checker;
  private readonly publisher: Publisher;
  private readonly papers: Papers;
  private readonly watch;
  private readonly settings = new Map<string, Promise<Settings>>();
  private given: Settings = {};
  private roots: string[] = [];
  private locale: Locale = 'zh-CN';
  private capabilities: InitializeParams['capabilities'] = {};
  /** Whether the client tells of changes in its workspace. */
  private clientWatches = false;
  private closed = false;

  constructor(
    private readonly connection: Connection,
    private readonly world: LspHost,
    private readonly commandLine: Settings,
  ) {
    const rootOf = (path: string) => this.rootOf(path);
    const onTouch = (path: string) => this.cover(path);
    this.buffers = new Buffers(world);
    this.files = new KeptFiles(world, this.buffers, onTouch);
    this.configurations = new Configurations(world, rootOf, (root) => this.settingsOf(root), onTouch);
    this.checker = new Checker(world, this.files, this.configurations, rootOf, () => this.locale);
    this.publisher = new Publisher(connection, world, this.buffers, this.checker, this.configurations);
    this.papers = new Papers(world, this.buffers, this.files);
    this.watch = world.watch((path) => this.guarded(() => this.changed(path === null ? null : [path])));
    this.listen();
  }

  close(): void {
    this.closed = true;
    this.publisher.close();
    this.watch.close();
  }

  private listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.guarded(() => this.initialized()));
    connection.onDidChangeConfiguration(({ settings }) =>
      this.guarded(() => {
        if (!this.capabilities.workspace?.configuration) this.read(settings?.['jiedu-lint']);
        this.settings.clear();
        this.configurations.forgetGood();
        this.recheckAll();
      }),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.guarded(() => this.changed(changes.flatMap(({ uri }) => this.world.pathOf(uri) ?? []))),
    );
    documents.onDidChangeContent(({ document }) =>
      this.guarded(() => {
        const isNew = !this.buffers.get(document.uri);
        const buffer = this.buffers.set(document, this.roots[0] ?? this.world.folder);
        this.publisher.schedule(document.uri, isNew);
        this.recheck(buffer.path, document.uri);
      }),
    );
    documents.onDidClose(({ document }) =>
      this.guarded(async () => {
        const buffer = this.buffers.delete(document.uri);
        this.checker.forget(document.uri);
        this.publisher.closed(document.uri);
        if (!buffer) return;
        if (this.buffers.all().length === 0) this.files.clear();
        else await this.files.forget(buffer.path);
        this.recheck(buffer.path);
      }),
    );
    documents.listen(connection);
    answer({
      connection,
      world: this.world,
      buffers: this.buffers,
      checker: this.checker,
      papers: this.papers,
      capabilities: () => this.capabilities,
      onFailure: (error) => this.log(error),
    });
  }

  private initialize(params: InitializeParams): InitializeResult {
    const { capabilities, locale, initializationOptions, workspaceFolders, rootUri, rootPath } = params;
    this.capabilities = capabilities;
    this.locale = /^en\b/i.test(locale ?? '') ? 'en' : 'zh-CN';
    this.read(initializationOptions);
    const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.roots = folders.flatMap((uri) => this.world.pathOf(uri) ?? []);
    if (this.roots.length === 0 && !rootUri && rootPath) this.roots = [rootPath.replaceAll('\\', '/')];
    this.publisher.start(capabilities);
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        // Told of saving, a client can pull after it.
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...FEATURES,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(this.publisher.isPulled
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
      },
      serverInfo: { name: 'jiedu-lint', version: this.world.version },
    };
  }

  private async initialized(): Promise<void> {
    const { workspace } = this.capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'jiedu-lint' });
    if (workspace?.workspaceFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.guarded(() => {
          const gone = new Set(removed.map(({ uri }) => this.world.pathOf(uri)));
          this.roots = this.roots.filter((root) => !gone.has(root));
          this.roots.push(...added.flatMap(({ uri }) => this.world.pathOf(uri) ?? []));
          this.settings.clear();
          this.recheckAll();
        }),
      );
    if (!workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*' }],
    });
    this.clientWatches = true;
  }

  private read(given: unknown): void {
    const { settings, wrong } = readSettings(given);
    this.given = settings;
    if (wrong.length > 0) this.connection.console.warn(`jiedu-lint: ${wrong.join(', ')}?`);
  }

  private settingsOf(root: string): Promise<Settings> {
    const known = this.settings.get(root) ?? this.askSettings(root);
    this.settings.set(root, known);
    // Nobody has said of other folders that code in them may be run.
    return this.roots.includes(root) ? known : known.then((settings) => ({ ...settings, plugins: false }));
  }

  private async askSettings(root: string): Promise<Settings> {
    if (!this.capabilities.workspace?.configuration) return overridden(this.commandLine, this.given);
    try {
      const given: unknown = await this.connection.workspace.getConfiguration({
        scopeUri: this.world.uriOf(root),
        section: 'jiedu-lint',
      });
      return overridden(this.commandLine, { ...this.given, ...readSettings(given).settings });
    } catch {
      return overridden(this.commandLine, this.given);
    }
  }

  /** The folder of the workspace that a path lies in, else its own: where a process happens to run is nobody's archive. */
  private rootOf(path: string): string {
    const holding = this.roots.filter((root) => isInside(path, root)).sort((a, b) => b.length - a.length);
    return holding[0] ?? (path.slice(0, path.lastIndexOf('/')) || '/');
  }

  /** Watches what the client does not. */
  private cover(path: string): void {
    if (this.clientWatches && this.roots.some((root) => isInside(path, root))) return;
    this.watch.cover(path);
  }

  /** @param paths that changed, came or went; null: anything may have */
  private async changed(paths: readonly string[] | null): Promise<void> {
    if (paths === null) {
      this.files.clear();
      this.recheckAll();
      return;
    }
    let all = false;
    const changed: string[] = [];
    for (const path of paths) {
      const decides = IGNORE_FILE.test(path) || (await this.configurations.hangOn(path));
      if (!decides && NO_PLACE.test(path)) continue;
      changed.push(path);
      await this.files.forget(path);
      this.papers.forget(path);
      all ||= decides;
      if (WORD.test(path) && this.roots.some((root) => isInside(path, root))) await this.publisher.pushFile(path);
    }
    if (all) this.recheckAll();
    else for (const path of changed) this.recheck(path);
  }

  /**
   * Checks documents again that hang on a path.
   * @param own the document whose change it is: a client that pulls asks for it, or waits until it is saved, by itself
   */
  private recheck(path: string, own?: string): void {
    const others = this.checker.stale((touched) => touched.has(path)).filter((uri) => uri !== own);
    for (const uri of others) this.publisher.schedule(uri, false);
    if (others.length > 0) this.publisher.refresh();
  }

  private recheckAll(): void {
    this.configurations.reset();
    this.papers.clear();
    this.checker.clear();
    for (const { uri } of this.buffers.all()) this.publisher.schedule(uri, false);
    this.publisher.refresh();
  }

  /** What fails is written to the log; the server goes on. */
  private guarded(task: () => void | Promise<void>): void {
    if (this.closed) return;
    new Promise<void>((resolve) => resolve(task())).catch((error: unknown) => this.log(error));
  }

  private log(error: unknown): void {
    // What comes in while the connection ends cannot be told any more.
    if (!this.closed)
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** Word files, without the `~$…` that Word leaves beside an open one. */
const WORD = /\/(?!~\$)[^/]*\.doc[xm]$/i;
const IGNORE_FILE = /(?:^|\/)(?:\.gitignore|\.jiedulintignore|\.git\/info\/exclude)$/;
/** Folders where no documents lie, and much happens. */
const NO_PLACE = /\/(?:\.git|node_modules)(?:\/|$)/;
