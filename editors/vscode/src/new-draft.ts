import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { KINDS } from '../../../src/document/vocabulary.js';
import type { Tool } from './tool.js';

/** Asks what is to be drafted and where, lets jiedu-lint write the draft, and opens it. */
export async function newDraft(tool: Tool): Promise<void> {
  const kinds = KINDS.map(({ kind, chinese: [label] }) => ({ label, description: kind }));
  const kind = await vscode.window.showQuickPick(kinds, { title: vscode.l10n.t('What is the draft to be?') });
  if (!kind) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where shall the draft be saved?'),
    saveLabel: vscode.l10n.t('Create'),
    filters: { Markdown: ['md'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${kind.label}.md`) } : {}),
  });
  if (!file) return;
  const failure = await write(tool, kind.label, file.fsPath);
  if (failure === undefined) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
  else vscode.window.showErrorMessage(vscode.l10n.t('The draft could not be written: {0}', failure));
}

/** @returns why it could not be written, in the tool's own words */
function write(tool: Tool, kind: string, file: string): Promise<string | undefined> {
  const locale = vscode.workspace.getConfiguration('jiedu-lint').get('locale', 'auto');
  const args = [
    ...['new', kind, '--output-file', file],
    ...(locale === 'auto' ? [] : ['--locale', locale]),
    ...(vscode.workspace.isTrusted ? [] : ['--no-plugins']),
  ];
  return new Promise((done) => {
    execFile(
      process.execPath,
      [tool.script, ...args],
      // The program that runs extensions is not always called node; this makes it one.
      { cwd: dirname(file), env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      (error, _stdout, stderr) => done(error ? stderr.trim() || error.message : undefined),
    );
  });
}
