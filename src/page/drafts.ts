import type { Document, Kind, Link } from '../document/document.js';
import { findKind } from '../document/kind.js';
import { parseDocument } from '../document/parse.js';
import { decodePage } from '../import/decode.js';
import { type Imported, importDocument } from '../import/import.js';
import { sayFailure } from '../import/words.js';
import type { PageFile, PageLocale, UnreadFile } from './protocol.js';

/** A file as it was read: Markdown, or made into it. */
export interface Draft {
  readonly file: PageFile;
  /** The Markdown below what an import puts before it. */
  readonly body: string;
  readonly imported: Imported | null;
  readonly title: string;
  /** Null where nothing tells. */
  readonly kind: Kind | null;
  readonly number: string | null;
  readonly links: readonly Pick<Link, 'to' | 'type'>[];
  /** True where the text itself says which policy it explains. */
  readonly namesPolicy: boolean;
}

/** Reads a file: a Word file or a saved page by import, anything else that is text as Markdown. */
export async function readDraft(file: PageFile, locale: PageLocale): Promise<Draft | UnreadFile> {
  const { id, name, bytes } = file;
  const imported = isText(name, bytes) ? null : await importDocument(bytes, name);
  if (imported && 'failure' in imported)
    return { id, name, failure: sayFailure(imported.failure, locale, imported.data) };
  if (!imported && bytes.length === 0) return { id, name, failure: sayFailure('empty', locale) };
  const body = imported?.body ?? decodePage(bytes).text;
  const document = parseDocument(body, { path: name });
  const stated = document.frontMatter.data.number;
  return {
    ...{ file, body, imported, links: document.links },
    title: imported?.title || document.title,
    kind: (file.kind as Kind | undefined) ?? kindOf(name, document) ?? imported?.kind ?? null,
    number: imported ? imported.number : typeof stated === 'string' ? stated : null,
    namesPolicy: !imported && document.frontMatter.data.policy !== undefined,
  };
}

/** The kind of a paper: words in its text say less than the name of its file, which often is its title in full. */
function kindOf(name: string, { kind, kindReason, frontMatter }: Document): Kind | null {
  if (kindReason.from === 'front-matter' || kindReason.from === 'title') return kind;
  return findKind(frontMatter, undefined, name.replace(/\.[a-z]{2,8}$/i, ''), []).kind ?? kind;
}

/** Whether bytes are to be taken as they are: Word files and old office files are told by their first bytes, pages by their names. */
function isText(name: string, bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf') || head.startsWith('%PDF') || head.startsWith('{\\rt'))
    return false;
  return /\.(?:md|markdown|txt)$/i.test(name);
}
