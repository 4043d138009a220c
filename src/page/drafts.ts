import type { Document, Kind, Link } from '../document/document.js';
import { findKind } from '../document/kind.js';
import { parseDocument } from '../document/parse.js';
import { asRead, type Converted } from '../import/converted.js';
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
}

/**
 * Reads a file: a Word file or a saved page by import, anything else that is text as Markdown.
 * @param names those of all files at hand, to which links of pages may lead
 */
export async function readDraft(
  file: PageFile,
  names: readonly string[],
  locale: PageLocale,
): Promise<Draft | UnreadFile> {
  const { id, name, bytes } = file;
  const imported = isText(name, bytes) ? null : await importDocument(bytes, name, names);
  if (imported && 'failure' in imported)
    return { id, name, failure: sayFailure(imported.failure, locale, imported.data) };
  if (!imported && bytes.length === 0) return { id, name, failure: sayFailure('empty', locale) };
  const body = imported?.body ?? decodePage(bytes).text;
  const document = parseDocument(body, { path: name });
  const stated = document.frontMatter.data.number;
  return {
    ...{ file, body, imported, links: document.links },
    title: imported?.title || document.title,
    kind: (file.kind as Kind | undefined) ?? (imported ? imported.kind : kindOf(name, document)),
    number: imported ? imported.number : typeof stated === 'string' ? stated : null,
  };
}

/** What linting reads of a draft, as the command line does; a kind that a person chose goes before what was guessed. */
export function textOf({
  imported,
  body,
  file,
  kind,
}: Draft): Converted | { readonly text: string; encoding: 'utf-8' } {
  if (!imported) return { text: body, encoding: 'utf-8' };
  const others = imported.guesses.filter(({ key }) => file.kind === undefined || key !== 'kind');
  const chosen =
    file.kind !== undefined && kind !== null ? [{ key: 'kind', value: kind, from: CHOSEN, sure: true }] : [];
  return asRead({ ...imported, guesses: [...others, ...chosen] }) as Converted;
}

const CHOSEN = { 'zh-CN': '本页的选择', en: 'what was chosen on the page' };

/** The kind of a text: where it tells none, the name of its file may. */
function kindOf(name: string, { kind, frontMatter }: Document): Kind | null {
  return kind ?? findKind(frontMatter, undefined, name.replace(/\.[a-z]{2,8}$/i, ''), []).kind;
}

/** Whether bytes are to be taken as they are: Word files and old office files are told by their first bytes, pages by their names. */
function isText(name: string, bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf') || head.startsWith('%PDF') || head.startsWith('{\\rt'))
    return false;
  return /\.(?:md|markdown|txt)$/i.test(name);
}
