import type { DocumentLink, Location, Position } from 'vscode-languageserver';
import type { Facts } from '../archive/facts.js';
import type { Range } from '../document/range.js';
import type { Buffer } from './buffers.js';
import type { Checked } from './checker.js';
import type { LspHost } from './lsp-host.js';

/** A link that leads to a file. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
  /** What is known of the file, where it is a document. */
  readonly facts: Facts | undefined;
}

/** The links of a document that lead to files, also those that name a policy by its number or title. */
export function fileLinksOf({ archive }: Checked): FileLink[] {
  const facts = archive?.linted[0];
  if (!archive || !facts) return [];
  return facts.links.flatMap((link) => {
    const to = archive.resolve(facts, link);
    return to.status === 'file' && to.path !== facts.path
      ? [{ range: link.range, path: to.path, facts: to.facts }]
      : [];
  });
}

export function documentLinksOf(checked: Checked, buffer: Buffer, world: LspHost): DocumentLink[] {
  return fileLinksOf(checked).map(({ range, path, facts }) => ({
    range: buffer.rangeOf(range),
    target: world.uriOf(path),
    ...(facts?.title ? { tooltip: facts.title } : {}),
  }));
}

/** The link at a place of the text. */
export function linkAt(checked: Checked, offset: number): FileLink | undefined {
  return fileLinksOf(checked).find(({ range }) => range.start <= offset && offset <= range.end);
}

/** Where the link at a position leads: to the file's title. */
export function definitionAt(checked: Checked, position: Position, world: LspHost): Location | null {
  const link = linkAt(checked, checked.buffer.offsetAt(position));
  if (!link) return null;
  const start = { line: 0, character: 0 };
  return { uri: world.uriOf(link.path), range: { start, end: start } };
}
