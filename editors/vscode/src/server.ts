import * as vscode from 'vscode';
import {
  type InitializeParams,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type Settings, serverSettings } from './settings.js';
import { findTool, type Tool } from './tool.js';

/** The language server as one thing that is started, stopped and started anew. */
export class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('jiedu-lint', { log: true });
  readonly #status = vscode.languages.createLanguageStatusItem('jiedu-lint', { language: 'markdown' });
  readonly #bundled: string;
  #client: LanguageClient | undefined;
  /** Starts and stops queue here, so that no two run at once. */
  #turn: Promise<void> = Promise.resolve();

  /** @param bundled the folder of the copy of jiedu-lint in the extension */
  constructor(bundled: string) {
    this.#bundled = bundled;
    this.#status.name = 'jiedu-lint';
    this.#status.command = { command: 'jiedu-lint.showOutput', title: vscode.l10n.t('Show output') };
  }

  /** The copy of jiedu-lint that the settings and the workspace lead to now. Says so where the settings lead nowhere. */
  tool(): Tool {
    const { tool, missing } = findTool({
      trusted: vscode.workspace.isTrusted,
      folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
      path: vscode.workspace.getConfiguration('jiedu-lint').get('path', ''),
      bundled: this.#bundled,
    });
    if (missing !== undefined)
      vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The setting jiedu-lint.path names {0}, where there is no jiedu-lint. The one that comes with the extension is used.',
          missing,
        ),
      );
    return tool;
  }

  /** Starts the server, after stopping one that runs; with `jiedu-lint.enable` off it only stops. Never rejects: failures are told. */
  restart(): Promise<void> {
    return this.#queue(async () => {
      await this.#stop();
      const settings = vscode.workspace.getConfiguration('jiedu-lint');
      if (!settings.get('enable', true)) {
        this.#status.text = vscode.l10n.t('Checking is switched off (setting jiedu-lint.enable)');
        return;
      }
      const tool = this.tool();
      this.#status.text = vscode.l10n.t('jiedu-lint {0}, {1}', tool.version, whose(tool.from));
      this.output.info(`${tool.script} (${tool.version})`);
      const client = new Client('jiedu-lint', 'jiedu-lint', serverOptions(tool), this.#clientOptions(settings));
      this.#client = client;
      await client.start();
    });
  }

  stop(): Promise<void> {
    return this.#queue(() => this.#stop());
  }

  dispose(): void {
    this.#status.dispose();
    this.output.dispose();
  }

  #queue(step: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(step).catch((error: unknown) => this.#tell(error));
    return this.#turn;
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A client that never came up cannot be stopped in good order; its process is ended by dispose.
    await client?.dispose().catch(() => {});
  }

  #tell(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.output.error(reason);
    const show = vscode.l10n.t('Show output');
    vscode.window
      .showErrorMessage(vscode.l10n.t('jiedu-lint could not be started: {0}', reason), show)
      .then((answer) => {
        if (answer === show) this.output.show();
      });
  }

  #clientOptions(settings: vscode.WorkspaceConfiguration): LanguageClientOptions {
    const onType = settings.get('run', 'onType') === 'onType';
    return {
      documentSelector: ['file', 'untitled'].map((scheme) => ({ language: 'markdown', scheme })),
      outputChannel: this.output,
      diagnosticCollectionName: 'jiedu-lint',
      // An editor opens whatever Markdown there is; the README of a program is none of our business.
      initializationOptions: { skipUnrelated: true },
      diagnosticPullOptions: { onChange: onType, onSave: !onType },
      middleware: {
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token);
            if (!Array.isArray(answers)) return answers;
            return answers.map((answer: Settings | null) => serverSettings(answer ?? {}, vscode.workspace.isTrusted));
          },
        },
      },
    };
  }
}

/** The drafts are Chinese, so what is said of them and written into them is so too, whatever language VS Code's menus have. */
class Client extends LanguageClient {
  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.locale = 'zh-CN';
  }
}

function serverOptions(tool: Tool): ServerOptions {
  const args = ['lsp', ...(vscode.workspace.isTrusted ? [] : ['--no-plugins'])];
  // Without a runtime the client runs the script with the Node of VS Code itself.
  return { module: tool.script, args, transport: TransportKind.stdio };
}

function whose(from: Tool['from']): string {
  return {
    setting: () => vscode.l10n.t('that of the settings'),
    workspace: () => vscode.l10n.t('that of the workspace'),
    extension: () => vscode.l10n.t('that of the extension'),
  }[from]();
}
