import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';

type Listener = (event: never) => unknown;
type Api = Record<string, unknown>;

/** What the editor holds of a finding. */
export interface ShownDiagnostic {
  readonly message: string;
  readonly source: string;
  readonly code: string | { readonly value: string };
}

/**
 * As much of VS Code's API as the extension and vscode-languageclient touch, without a window: documents, settings, trust, commands and
 * what is shown. Its classes and enums are those that @types/vscode declares.
 */
export class FakeVscode {
  settings: Record<string, unknown> = {};
  trusted = true;
  /** Where the next question for a choice or a file is answered with. */
  answers: { pick?: string; saveAt?: string } = {};
  readonly commands = new Map<string, (...args: unknown[]) => unknown>();
  /** Commands of VS Code itself that were asked for, with their arguments. */
  readonly executed: unknown[][] = [];
  readonly told: string[] = [];
  readonly status = { text: '' };
  readonly api: Api;
  readonly #documents = new Map<string, FakeDocument>();
  readonly #diagnostics = new Map<string, readonly ShownDiagnostic[]>();
  readonly #events = new Map<string, Set<Listener>>();
  readonly #classes = declaredClasses();

  constructor(readonly folders: readonly string[]) {
    const enums = declaredEnums();
    const l10n = {
      t: (words: string, ...given: unknown[]) => words.replace(/\{(\d)\}/g, (_, at) => String(given[at])),
    };
    this.api = {
      ...this.#classes,
      ...enums,
      ...OWN_CLASSES,
      version: '1.100.3',
      l10n,
      env: {
        language: 'zh-cn',
        appName: 'fake',
        machineId: '',
        sessionId: '',
        onDidChangeTelemetryEnabled: () => ({ dispose() {} }),
      },
      commands: this.#space('commands', this.#commandSpace()),
      languages: this.#space('languages', this.#languageSpace()),
      window: this.#space('window', this.#windowSpace()),
      workspace: this.#space('workspace', this.#workspaceSpace()),
      extensions: this.#space('extensions', { all: [], getExtension: () => undefined }),
    };
  }

  /** Opens a document in a tab. */
  open(path: string, text = readFileSync(path, 'utf8')): void {
    const uri = Uri.file(path);
    const document = new FakeDocument(uri, text);
    this.#documents.set(uri.toString(), document);
    this.fire('window.tabGroups.onDidChangeTabs', { opened: [uri], closed: [], changed: [] });
    this.fire('workspace.onDidOpenTextDocument', document);
  }

  /** Replaces the text of an open document, as typing does. */
  type(path: string, text: string): void {
    const document = this.#documents.get(Uri.file(path).toString());
    if (!document) throw new Error(`${path} is not open`);
    const old = document.getText();
    document.set(text);
    const range = new Range(new Position(0, 0), positionIn(old, old.length));
    const contentChanges = [{ range, rangeOffset: 0, rangeLength: old.length, text }];
    this.fire('workspace.onDidChangeTextDocument', { document, contentChanges, reason: undefined });
  }

  save(path: string): void {
    this.fire('workspace.onDidSaveTextDocument', this.#documents.get(Uri.file(path).toString()));
  }

  /** Changes settings and tells of it. @param changes full names with their values */
  configure(changes: Record<string, unknown>): void {
    Object.assign(this.settings, changes);
    const affectsConfiguration = (section: string) =>
      Object.keys(changes).some((name) => name === section || name.startsWith(`${section}.`));
    this.fire('workspace.onDidChangeConfiguration', { affectsConfiguration });
  }

  /** The rules of which findings are shown in a file, sorted. */
  shown(path: string): string[] {
    const found = this.#diagnostics.get(Uri.file(path).toString()) ?? [];
    return found.map(({ code }) => (typeof code === 'object' ? code.value : code)).sort();
  }

  messages(path: string): string[] {
    return (this.#diagnostics.get(Uri.file(path).toString()) ?? []).map(({ message }) => message);
  }

  fire(name: string, event: unknown): void {
    for (const listener of this.#events.get(name) ?? []) listener(event as never);
  }

  #event(name: string) {
    return (listener: Listener, self?: unknown) => {
      const listeners = this.#events.get(name) ?? new Set();
      this.#events.set(name, listeners);
      const bound = listener.bind(self) as Listener;
      listeners.add(bound);
      return { dispose: () => listeners.delete(bound) };
    };
  }

  /** A namespace: what is given, and for the rest events that nobody fires and providers that nobody asks. */
  #space(name: string, given: Api): Api {
    return new Proxy(given, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target) return target[key as string];
        return /^on[A-Z]/.test(key) ? this.#event(`${name}.${key}`) : () => ({ dispose() {} });
      },
    });
  }

  #commandSpace(): Api {
    return {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        this.commands.set(name, run);
        return { dispose: () => this.commands.delete(name) };
      },
      executeCommand: async (...words: unknown[]) => void this.executed.push(words),
    };
  }

  #languageSpace(): Api {
    const kept = this.#diagnostics;
    return {
      match: (selector: readonly { scheme?: string; language?: string }[], document: FakeDocument) =>
        [selector].flat().some((one) => one.language === document.languageId && one.scheme === document.uri.scheme)
          ? 10
          : 0,
      createLanguageStatusItem: () => Object.assign(this.status, { dispose() {} }),
      createDiagnosticCollection: () => ({
        set: (uri: Uri, found?: readonly ShownDiagnostic[]) => kept.set(uri.toString(), found ?? []),
        delete: (uri: Uri) => kept.delete(uri.toString()),
        has: (uri: Uri) => kept.has(uri.toString()),
        clear: () => kept.clear(),
        dispose: () => kept.clear(),
      }),
    };
  }

  #windowSpace(): Api {
    const tell = async (words: string) => void this.told.push(words);
    const log = (words: string) => this.#log.push(words);
    const channel = { name: 'jiedu-lint', logLevel: TRACE, ...Object.fromEntries(LOGS.map((name) => [name, log])) };
    const tabs = () =>
      [...this.#documents.values()].map(({ uri }) => ({
        input: new (this.#classes.TabInputText as never as new (uri: Uri) => object)(uri),
      }));
    const fake = this;
    return {
      createOutputChannel: () => this.#space('output', { ...channel, dispose() {}, show() {}, clear() {} }),
      showErrorMessage: tell,
      showWarningMessage: tell,
      showInformationMessage: tell,
      showQuickPick: async (items: readonly { label: string }[]) =>
        items.find(({ label }) => label === this.answers.pick),
      showSaveDialog: async () => (this.answers.saveAt === undefined ? undefined : Uri.file(this.answers.saveAt)),
      showTextDocument: async () => undefined,
      visibleTextEditors: [],
      activeTextEditor: undefined,
      tabGroups: this.#space('window.tabGroups', {
        get all() {
          return [{ tabs: tabs() }];
        },
      }),
      get state() {
        return { focused: fake.trusted !== undefined };
      },
    };
  }

  /** What was written to the output channel. */
  get log(): string {
    return this.#log.join('\n');
  }
  readonly #log: string[] = [];

  #workspaceSpace(): Api {
    const fake = this;
    return {
      get textDocuments() {
        return [...fake.#documents.values()];
      },
      get isTrusted() {
        return fake.trusted;
      },
      notebookDocuments: [],
      workspaceFolders: this.folders.map((path, index) => ({ uri: Uri.file(path), name: `${index}`, index })),
      getConfiguration: (section?: string) => fake.#configuration(section ?? ''),
      openTextDocument: async (uri: Uri) => {
        this.open(uri.fsPath);
        return this.#documents.get(uri.toString());
      },
      fs: { isWritableFileSystem: () => true },
    };
  }

  /** One section of the settings; values that nobody set are those of the manifest. */
  #configuration(section: string): Api {
    const prefix = section === '' ? '' : `${section}.`;
    const values = { ...MANIFEST_DEFAULTS, ...this.settings };
    const inside = Object.entries(values).filter(([name]) => name.startsWith(prefix));
    const plain = Object.fromEntries(inside.map(([name, value]) => [name.slice(prefix.length), value]));
    return {
      ...plain,
      get: (name?: string, fallback?: unknown) => {
        if (name === undefined) return fallback;
        if (name in plain) return plain[name];
        const below = Object.entries(plain).filter(([one]) => one.startsWith(`${name}.`));
        return below.length > 0
          ? Object.fromEntries(below.map(([one, value]) => [one.slice(name.length + 1), value]))
          : fallback;
      },
      has: (name: string) => name in plain,
      inspect: () => undefined,
    };
  }
}

/** The level at which the client writes down every message. */
const TRACE = 1;
const LOGS = ['append', 'appendLine', 'trace', 'debug', 'info', 'warn', 'error'];
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MANIFEST = JSON.parse(readFileSync(here('../../editors/vscode/package.json'), 'utf8'));
const MANIFEST_DEFAULTS = Object.fromEntries(
  Object.entries<{ default: unknown }>(MANIFEST.contributes.configuration.properties).map(
    ([name, { default: value }]) => [name, value],
  ),
);

class Uri {
  constructor(private readonly text: string) {}
  static file = (path: string) => new Uri(pathToFileURL(path).href);
  static parse = (text: string) => new Uri(text);
  static joinPath = (base: Uri, ...parts: string[]) => Uri.file([base.fsPath, ...parts].join('/'));
  get scheme() {
    return new URL(this.text).protocol.slice(0, -1);
  }
  get fsPath() {
    return fileURLToPath(this.text);
  }
  get path() {
    return this.fsPath;
  }
  toString() {
    return this.text;
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

/** The classes that more is asked of than to be there. */
const OWN_CLASSES = {
  Uri,
  Position,
  Range,
  Diagnostic: class {
    constructor(
      readonly range: Range,
      readonly message: string,
      readonly severity: number,
    ) {}
  },
  Disposable: class Disposable {
    static from(...all: readonly { dispose(): unknown }[]) {
      return new Disposable(() => {
        for (const one of all) one.dispose();
      });
    }
    constructor(readonly dispose: () => void) {}
  },
  CancellationTokenSource: class {
    readonly token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
    cancel() {
      this.token.isCancellationRequested = true;
    }
    dispose() {}
  },
  EventEmitter: class {
    readonly #listeners = new Set<(event: unknown) => void>();
    readonly event = (listener: (event: unknown) => void) => {
      this.#listeners.add(listener);
      return { dispose: () => this.#listeners.delete(listener) };
    };
    fire(event: unknown) {
      for (const listener of this.#listeners) listener(event);
    }
    dispose() {
      this.#listeners.clear();
    }
  },
  CancellationError: class extends Error {},
  CodeActionKind: class CodeActionKind {
    static Empty = new CodeActionKind('');
    static QuickFix = new CodeActionKind('quickfix');
    constructor(readonly value: string) {}
    append(part: string) {
      return new CodeActionKind(`${this.value}.${part}`);
    }
  },
};

class FakeDocument {
  readonly languageId = 'markdown';
  readonly isClosed = false;
  version = 1;
  #text: string;

  constructor(
    readonly uri: Uri,
    text: string,
  ) {
    this.#text = text;
  }

  getText() {
    return this.#text;
  }

  set(text: string) {
    this.#text = text;
    this.version += 1;
  }
}

function positionIn(text: string, offset: number): Position {
  const { line, character } = TextDocument.create('', '', 0, text).positionAt(offset);
  return new Position(line, character);
}

const declarations = () =>
  readFileSync(
    createRequire(import.meta.url)
      .resolve('@types/vscode/package.json')
      .replace(/package\.json$/, 'index.d.ts'),
    'utf8',
  );

function declaredClasses(): Api {
  const names = [...declarations().matchAll(/^\texport class (\w+)/gm)].map(([, name]) => name as string);
  return Object.fromEntries(
    names.map((name) => [
      name,
      class {
        readonly uri: unknown;
        constructor(first?: unknown) {
          this.uri = first;
        }
      },
    ]),
  );
}

function declaredEnums(): Api {
  const bodies = [...declarations().matchAll(/^\texport enum (\w+) \{([\s\S]*?)^\t\}/gm)];
  return Object.fromEntries(
    bodies.map(([, name, body]) => [
      name,
      Object.fromEntries(
        [...(body as string).matchAll(/^\t\t(\w+) = (-?\d+)/gm)].map(([, key, value]) => [key, Number(value)]),
      ),
    ]),
  );
}
