import { CodeActionKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
import { actionsFor, FIX_ALL } from './actions.js';
import type { Buffer, Buffers } from './buffers.js';
import type { Checker } from './checker.js';
import { completionsAt, TRIGGERS } from './completion.js';
import { hoverAt } from './hover.js';
import { definitionAt, documentLinksOf } from './links.js';
import type { LspHost } from './lsp-host.js';
import { flatSymbolsOf, foldsOf, symbolsOf } from './outline.js';
import type { Papers } from './papers.js';

/** What the server answers to. */
export const FEATURES: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: TRIGGERS },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  definitionProvider: true,
};

export interface FeatureContext {
  readonly connection: Connection;
  readonly world: LspHost;
  readonly buffers: Buffers;
  readonly checker: Checker;
  readonly papers: Papers;
  readonly capabilities: () => InitializeParams['capabilities'];
  readonly onFailure: (error: unknown) => void;
}

/** Answers the questions about open documents; what fails is told to `onFailure` and answered with nothing. */
export function answer({ connection, world, buffers, checker, papers, capabilities, onFailure }: FeatureContext): void {
  const about = async <Answer, Nothing>(
    { textDocument: { uri } }: { readonly textDocument: { readonly uri: string } },
    nothing: Nothing,
    task: (buffer: Buffer) => Promise<Answer>,
  ): Promise<Answer | Nothing> => {
    const buffer = buffers.get(uri);
    try {
      return buffer ? await task(buffer) : nothing;
    } catch (error) {
      onFailure(error);
      return nothing;
    }
  };
  connection.onHover((params) =>
    about(params, null, async (buffer) => {
      const { document } = await checker.read(buffer);
      const hover = hoverAt(params.position, await checker.check(buffer), document, world);
      const formats = capabilities().textDocument?.hover?.contentFormat;
      if (!hover || !formats || formats.includes('markdown')) return hover;
      return { ...hover, contents: { kind: 'plaintext' as const, value: hover.contents.value } };
    }),
  );
  connection.onCodeAction((params) =>
    about(params, [], async (buffer) => {
      const documentChanges = capabilities().workspace?.workspaceEdit?.documentChanges === true;
      return actionsFor(params, await checker.check(buffer), await checker.read(buffer), world, { documentChanges });
    }),
  );
  connection.onCompletion((params, token) =>
    about(params, [], async (buffer) => {
      const { configuration, rules, locale, result } = await checker.check(buffer);
      const found = new Set(result.messages.flatMap(({ ruleId }) => ruleId ?? []));
      return completionsAt(params.position, buffer, { configuration, rules, locale, papers, world, found }, token);
    }),
  );
  connection.onDocumentSymbol((params) =>
    about(params, [], async (buffer) => {
      const { document } = await checker.read(buffer);
      const isTree = capabilities().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return isTree ? symbolsOf(document, buffer) : flatSymbolsOf(document, buffer);
    }),
  );
  connection.onFoldingRanges((params) =>
    about(params, [], async (buffer) => foldsOf((await checker.read(buffer)).document, buffer)),
  );
  connection.onDocumentLinks((params) =>
    about(params, [], async (buffer) => documentLinksOf(await checker.check(buffer), buffer, world)),
  );
  connection.onDefinition((params) =>
    about(params, null, async (buffer) => definitionAt(await checker.check(buffer), params.position, world)),
  );
}
