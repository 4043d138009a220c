import { join } from 'node:path';
import * as vscode from 'vscode';
import { newDraft } from './new-draft.js';
import { Server } from './server.js';

let server: Server | undefined;

/** Called by VS Code at the first Markdown document or command. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Server(join(context.extensionPath, 'tool'));
  server = started;
  context.subscriptions.push(
    started,
    vscode.commands.registerCommand('jiedu-lint.restart', () => started.restart()),
    vscode.commands.registerCommand('jiedu-lint.showOutput', () => started.output.show()),
    vscode.commands.registerCommand('jiedu-lint.fixAll', () =>
      vscode.commands.executeCommand('editor.action.sourceAction', {
        kind: 'source.fixAll.jiedu-lint',
        apply: 'first',
      }),
    ),
    vscode.commands.registerCommand('jiedu-lint.newDraft', () => newDraft(started.tool())),
    // What the server is started with; of the rest the client tells it, of these too: hence not before it has done so.
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (['enable', 'run', 'path'].some((name) => event.affectsConfiguration(`jiedu-lint.${name}`)))
        setImmediate(() => started.restart());
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
  );
  await started.restart();
}

/** Called by VS Code before it ends the extension; resolves when the server has ended. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}
