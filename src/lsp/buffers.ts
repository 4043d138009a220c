import type { Position, Range as ProtocolRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineIndexAt, lineStartsOf, type Range } from '../document/range.js';
import type { Texts } from '../engine/host.js';
import type { ReadFile } from '../lint/host.js';
import type { LspHost } from './lsp-host.js';

/** One state of an open document: offsets are into its text without BOM, positions into what the client shows. */
export class Buffer {
  readonly uri: string;
  readonly version: number;
  /** As the linter reads it; why it cannot be, where it cannot. */
  readonly read: ReadFile;
  /** Empty where it cannot be read. */
  readonly text: string;
  private readonly bom: number;
  private starts: readonly number[] | null = null;

  /** @param path absolute, with `/`; of an untitled document the one it would have in the root */
  constructor(
    document: TextDocument,
    readonly path: string,
    world: LspHost,
  ) {
    this.uri = document.uri;
    this.version = document.version;
    const read = world.asRead(document.getText());
    this.read = read;
    this.text = 'id' in read ? '' : read.text;
    this.bom = read.bom ? 1 : 0;
  }

  get lineStarts(): readonly number[] {
    this.starts ??= lineStartsOf(this.text);
    return this.starts;
  }

  /** @param position as the client counts; one beyond the end of a line or the text counts as that end */
  offsetAt({ line, character }: Position): number {
    const start = this.lineStarts[line];
    if (start === undefined) return this.text.length;
    const next = this.lineStarts[line + 1] ?? this.text.length + 1;
    const end = next > this.text.length ? this.text.length : start + this.text.slice(start, next).search(/\r?\n$|\r$/);
    return Math.max(start, Math.min(start + character - (line === 0 ? this.bom : 0), end));
  }

  positionAt(offset: number): Position {
    const line = lineIndexAt(this.lineStarts, offset);
    return this.shifted({ line, character: offset - (this.lineStarts[line] as number) });
  }

  rangeOf({ start, end }: Range): ProtocolRange {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** A place counted from 1 in the text without BOM, as messages have it. */
  rangeFrom(place: { line: number; column: number; endLine: number; endColumn: number }): ProtocolRange {
    return {
      start: this.shifted({ line: place.line - 1, character: place.column - 1 }),
      end: this.shifted({ line: place.endLine - 1, character: place.endColumn - 1 }),
    };
  }

  private shifted({ line, character }: Position): Position {
    return { line, character: line === 0 ? character + this.bom : character };
  }
}

/** The open documents, each in its last state. */
export class Buffers implements Texts {
  private readonly byUri = new Map<string, Buffer>();
  private readonly byPath = new Map<string, Buffer>();

  constructor(private readonly world: LspHost) {}

  /** @param root the folder that an untitled document would be in */
  set(document: TextDocument, root: string): Buffer {
    const own = this.world.pathOf(document.uri);
    const buffer = new Buffer(document, own ?? `${root}/${fileNameOf(document.uri)}`, this.world);
    this.byUri.set(document.uri, buffer);
    if (own !== undefined) this.byPath.set(own, buffer);
    return buffer;
  }

  delete(uri: string): Buffer | undefined {
    const buffer = this.byUri.get(uri);
    this.byUri.delete(uri);
    if (buffer && this.byPath.get(buffer.path)?.uri === uri) this.byPath.delete(buffer.path);
    return buffer;
  }

  get(uri: string): Buffer | undefined {
    return this.byUri.get(uri);
  }

  all(): Buffer[] {
    return [...this.byUri.values()];
  }

  textAt(path: string): ReadFile | undefined {
    return this.byPath.get(path)?.read;
  }

  paths(): Iterable<string> {
    return this.byPath.keys();
  }
}

function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/^[^:]*:/, '') || 'untitled';
  return /\.(?:md|markdown)$/i.test(name) ? name : `${name}.md`;
}
