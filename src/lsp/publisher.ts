import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import type { ConfigProblem } from '../config/config.js';
import type { Locale } from '../language/locale.js';
import type { Buffers } from './buffers.js';
import type { Checker } from './checker.js';
import { type Configurations, isPath } from './configurations.js';
import { configDiagnostic, diagnosticsOf, fileDiagnostics, SOURCE } from './diagnostics.js';
import type { LspHost } from './lsp-host.js';
import { say } from './words.js';

/** Brings findings to the client: pushed a moment after a change, or when it asks for them. */
export class Publisher {
  /** Whether the client asks for the findings of documents itself. */
  isPulled = false;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  private readonly configsShown = new Set<string>();
  private readonly said = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly world: LspHost,
    private readonly buffers: Buffers,
    private readonly checker: Checker,
    private readonly configurations: Configurations,
  ) {}

  start({ textDocument, workspace }: ClientCapabilities): void {
    // A client that cannot be told to ask again would show what no longer holds when another file changes.
    this.isPulled = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
    if (!this.isPulled) return;
    this.connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => ({
      kind: 'full',
      items: (await this.diagnosticsFor(uri)) ?? [],
    }));
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    clearTimeout(this.refreshing);
  }

  /** Findings of a document are to be brought to the client soon. */
  schedule(uri: string, atOnce: boolean): void {
    if (this.isPulled) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => this.tell(() => this.push(uri)), atOnce ? 0 : DELAY),
    );
  }

  /** Asks a client that pulls to ask again. */
  refresh(): void {
    if (!this.isPulled) return;
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.tell(() => this.connection.languages.diagnostics.refresh()), DELAY);
  }

  /** Brings the findings of a Word file to the client, none of one that is gone: it is checked when it is saved. */
  async pushFile(path: string): Promise<void> {
    const uri = this.world.uriOf(path);
    const checked = this.world.exists(path) ? await this.checker.checkFile(path) : null;
    this.send(uri, checked ? fileDiagnostics(checked.result, checked.locale, this.world) : []);
  }

  closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (!this.isPulled) this.send(uri, []);
  }

  private async push(uri: string): Promise<void> {
    this.timers.delete(uri);
    const buffer = this.buffers.get(uri);
    const diagnostics = await this.diagnosticsFor(uri);
    // A change that came meanwhile has its own check.
    if (!buffer || !diagnostics || this.buffers.get(uri) !== buffer || this.timers.has(uri)) return;
    this.send(uri, diagnostics, buffer.version);
  }

  /** Null where the document is not open. */
  private async diagnosticsFor(uri: string): Promise<Diagnostic[] | null> {
    const buffer = this.buffers.get(uri);
    if (!buffer) return null;
    try {
      const { result, locale } = await this.checker.check(buffer);
      await this.publishConfigs(locale);
      return diagnosticsOf(result, buffer, locale, this.world);
    } catch (error) {
      return [failure(error, this.checker.localeOtherwise())];
    }
  }

  /** What is wrong with configs stands on these, and is said once. */
  private async publishConfigs(locale: Locale): Promise<void> {
    const problems = await this.configurations.problems();
    this.sayOnce(problems, locale);
    const files = new Set(problems.map(({ file }) => file).filter(isPath));
    const gone = [...this.configsShown].filter((file) => !files.has(file));
    this.configsShown.clear();
    for (const file of files) this.configsShown.add(file);
    for (const file of gone) this.send(this.world.uriOf(file), []);
    for (const file of files) {
      const read = await this.world.read(file);
      const text = 'id' in read ? '' : read.text;
      const own = problems.filter((problem) => problem.file === file);
      this.send(
        this.world.uriOf(file),
        own.map((problem) => configDiagnostic(problem, text, locale)),
      );
    }
  }

  private sayOnce(problems: readonly ConfigProblem[], locale: Locale): void {
    const said = new Set(this.said);
    this.said.clear();
    for (const problem of problems) {
      const { file, line, column, message } = problem;
      const key = JSON.stringify(problem);
      this.said.add(key);
      if (said.has(key)) continue;
      const place = isPath(file) ? `${file}:${line}:${column}` : file;
      const shown: ShowMessageParams = { type: MessageType.Error, message: `jiedu-lint: ${place}  ${message[locale]}` };
      this.tell(() => this.connection.sendNotification(ShowMessageNotification.type, shown));
    }
  }

  private send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    this.tell(() =>
      this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
    );
  }

  /** A client that does not want to hear, or is gone, is none of our trouble. */
  private tell(send: () => Promise<unknown>): void {
    new Promise((resolve) => resolve(send())).catch(() => {});
  }
}

/** Milliseconds without a change before a document is checked. */
const DELAY = 100;

/** A fault of ours must not pass for a document without findings. */
function failure(error: unknown, locale: Locale): Diagnostic {
  const start = { line: 0, character: 0 };
  const said = error instanceof Error ? error.message : String(error);
  const message = say('crash', locale, { error: said });
  return { range: { start, end: start }, severity: 1, source: SOURCE, code: 'crash', message };
}
