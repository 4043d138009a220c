import { type DocumentSymbol, type FoldingRange, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Document, Section } from '../document/document.js';
import type { Buffer } from './buffers.js';

/** The sections as a tree. */
export function symbolsOf({ sections }: Document, buffer: Buffer): DocumentSymbol[] {
  const symbol = ({ title, range, titleRange, children }: Section): DocumentSymbol => ({
    // Clients refuse empty names.
    name: title.trim() || '…',
    kind: SymbolKind.String,
    range: buffer.rangeOf({ start: range.start, end: Math.max(range.end, titleRange.end) }),
    selectionRange: buffer.rangeOf(titleRange),
    children: children.map(symbol),
  });
  return topSections(sections).map(symbol);
}

/** The same for clients that take no tree. */
export function flatSymbolsOf({ sections }: Document, buffer: Buffer): SymbolInformation[] {
  return sections.map(({ title, range, parent }) => ({
    name: title.trim() || '…',
    kind: SymbolKind.String,
    location: { uri: buffer.uri, range: buffer.rangeOf(range) },
    ...(parent ? { containerName: parent.title } : {}),
  }));
}

/** The front matter and every section of more than one line. */
export function foldsOf({ sections, frontMatter }: Document, buffer: Buffer): FoldingRange[] {
  const { start, end } = frontMatter.range;
  const block = frontMatter.status === 'none' ? [] : [{ start, end: Math.max(start, end - 1) }];
  return [...block, ...sections.map(({ range }) => range)].flatMap((range) => {
    const from = buffer.positionAt(range.start).line;
    const to = buffer.positionAt(range.end).line;
    return to > from ? [{ startLine: from, endLine: to }] : [];
  });
}

/** Sections that stand in no other. */
export function topSections(sections: readonly Section[]): Section[] {
  return sections.filter(({ parent }) => !parent);
}
