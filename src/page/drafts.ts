import type { Document, Kind, Link } from '../document/document.js';
import { findKind } from '../document/kind.js';
import { LIMITS } from '../document/limits.js';
import { isForeign } from '../document/paper.js';
import { parseDocument } from '../document/parse.js';
import { asRead, type Converted } from '../import/converted.js';
import { decodePage } from '../import/decode.js';
import { type Imported, importDocument, MAX_IMPORT_BYTES } from '../import/import.js';
import { sayFailure } from '../import/words.js';
import type { Locale, Localized } from '../language/locale.js';
import type { ReadFile } from '../lint/host.js';
import type { ReadProblem } from '../lint/read-problems.js';
import type { PageFile, UnreadFile } from './protocol.js';

/** A file as it was read: Markdown, or made into it. */
export interface Draft {
  readonly file: PageFile;
  /** The Markdown below what an import puts before it. */
  readonly body: string;
  readonly imported: Imported | null;
  /** Of a text that is read as it is. */
  readonly encoding: string;
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
export async function readDraft(file: PageFile, names: readonly string[], locale: Locale): Promise<Draft | UnreadFile> {
  const { id, name, bytes, unread } = file;
  const refused = (failure: string) => ({ id, name, failure });
  if (unread === 'unreadable') return refused(UNREADABLE[locale]);
  if (unread === 'tooLarge') return refused(tooLarge(MAX_IMPORT_BYTES, locale));
  const imported = isText(name, bytes) ? null : await importDocument(bytes, name, names);
  if (imported && 'failure' in imported) return refused(sayFailure(imported.failure, locale, imported.data));
  if (!imported && bytes.length === 0) return refused(sayFailure('empty', locale));
  if (!imported && bytes.length > LIMITS.fileSize) return refused(tooLarge(LIMITS.fileSize, locale));
  const decoded = imported ? null : decodePage(bytes);
  const body = imported?.body ?? decoded?.text ?? '';
  // Files of other kinds may bear the name of a text.
  if (decoded?.text.includes('\0')) return refused(sayFailure('unknownFormat', locale));
  const document = parseDocument(body, { path: name });
  if (isForeign(document)) return refused(FOREIGN[locale]);
  const stated = document.frontMatter.data.number;
  return {
    ...{ file, body, imported, links: document.links, encoding: decoded?.encoding ?? 'utf-8' },
    title: imported?.title || document.title,
    kind: (file.kind as Kind | undefined) ?? (imported ? imported.kind : kindOf(name, document)),
    number: imported ? imported.number : typeof stated === 'string' ? stated : null,
  };
}

const UNREADABLE: Localized = {
  'zh-CN': '读不了。是文件夹的，请打开它，把里面的文件拖进来；正被别的程序打开的，请先关闭',
  en: 'cannot be read. Of a folder, drop the files in it; if another program has it open, close it there',
};
const FOREIGN: Localized = {
  'zh-CN': '几乎没有中文，没有核查。请放入中文的草稿或政策文件',
  en: 'holds next to no Chinese and was not checked. Drop a draft or a policy in Chinese',
};

function tooLarge(most: number, locale: Locale): string {
  return sayFailure('tooLarge', locale, { most: most / 1024 / 1024 });
}

/** What linting reads of a draft, as the command line does; a kind that a person chose goes before what was guessed. */
export function textOf({ imported, body, encoding, file, kind }: Draft): Exclude<ReadFile, ReadProblem> {
  if (!imported) return { text: body, encoding };
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
