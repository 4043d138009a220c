import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type FileKind, fileKindOf } from './endings.js';
import { readPart } from './regular.js';

/** Files that hold something to look at, and no text that could be checked. */
const OTHER = /\.(?:xlsx?|xlsm|et|ods|csv|pptx?|dps|odp|png|jpe?g|gif|bmp|tiff?|webp|svg|mp4|mp3|zip|rar|7z)$/i;

/** What the name of a file says about it: whether it is checked, may be a document that cannot be, or is something else. */
export type FileSort = 'document' | 'unread' | 'other' | null;

/** @param path of a file in a folder that is walked; its first bytes are looked at where the name does not tell */
export function sortOf(path: string): FileSort {
  // Word leaves `~$…` beside an open file.
  if (basename(path).startsWith('~$')) return null;
  const kind = fileKindOf(path);
  if (kind === 'text') return isChinese(path) ? 'document' : null;
  if (isOwnOutput(path)) return null;
  if (kind === 'unsupported') return 'unread';
  if (kind !== 'other') return 'document';
  return OTHER.test(path) ? 'other' : null;
}

/** Whether this program wrote a page or Word file. */
export function isOwnOutput(path: string): boolean {
  if (/html?$/i.test(path)) return bytesOf(path, HEAD).includes(PAGE_MARK);
  return (
    fileKindOf(path) === 'word' && bytesOf(path, WORD_MARK.length, -WORD_MARK.length).equals(Buffer.from(WORD_MARK))
  );
}

/** Whether a file is put through a converter, be it only to be told why it cannot be. */
export function isConverted(path: string): boolean {
  return isPaper(path) || /\.(?:xlsx?|et|pptx?|dps|ods|odp)$/i.test(path);
}

/** Whether somebody may take a file for a paper in another format than Markdown. */
export function isPaper(path: string): boolean {
  return ['word', 'page', 'unsupported'].includes(fileKindOf(path));
}

/** Whether a file that a link leads to may be read as a document. */
export function isDocument(path: string): boolean {
  return !['unsupported', 'other'].includes(fileKindOf(path));
}

/** A file that stands aside, and the one that is checked in its place, or is to be. */
export interface Aside {
  readonly path: string;
  readonly by: string;
}

/**
 * Takes out what lies in two forms: of `x.md` and the `x.docx` it was made from only the Markdown is checked, and where a document was
 * saved anew from an old format only the new file.
 * @param documents absolute paths; files named in full stay, whatever lies beside them
 */
export function withoutCopies(
  documents: readonly string[],
  unread: readonly string[],
  isNamed: (path: string) => boolean,
): { readonly documents: string[]; readonly aside: Aside[]; readonly unread: string[] } {
  const ofKinds = (...kinds: FileKind[]) => documents.filter((path) => kinds.includes(fileKindOf(path)));
  const byStem = (paths: readonly string[]) => new Map(paths.map((path) => [stemOf(path), path]));
  const standing = (paths: readonly string[], others: ReadonlyMap<string, string>) =>
    paths.flatMap((path) => {
      const by = others.get(stemOf(path));
      return by === undefined ? [] : [{ path, by }];
    });
  const converted = ofKinds('word', 'page').filter((path) => !isNamed(path));
  const aside = [
    ...standing(converted, byStem(ofKinds('markdown'))),
    ...standing(unread, byStem(ofKinds('markdown', 'word'))),
  ];
  const out = new Set(aside.map(({ path }) => path));
  return {
    documents: documents.filter((path) => !out.has(path)),
    aside,
    unread: unread.filter((path) => !out.has(path)),
  };
}

function stemOf(path: string): string {
  return path.replace(/\.[^./\\]{1,10}$/, '');
}

/** Whether a file lies in the folder that a browser saves beside a page: its frames and advertisements. @param top a folder above it */
export function isCompanion(file: string, top: string): boolean {
  for (let folder = dirname(file); folder.length > top.length; folder = dirname(folder)) {
    const page = /^(.+?)(?:_files|\.files|_文件)$/.exec(folder)?.[1];
    if (page !== undefined && ['.html', '.htm', '.shtml', '.mhtml'].some((ending) => existsSync(page + ending)))
      return true;
  }
  return false;
}

/** How the pages that this program writes begin to name it, and the comment that Word files it wrote comments or sheets into end with. */
const PAGE_MARK = '<meta name="generator" content="jiedu-lint';
const WORD_MARK = 'jiedu-lint review';
const HEAD = 4096;

/** Lists for programs (robots.txt, requirements.txt) are in ASCII. */
function isChinese(path: string): boolean {
  return bytesOf(path, HEAD).some((byte) => byte > 0x7f);
}

/** Some bytes of a file; none of one that cannot be read, for its reader to say why. @param from as in `readPart` */
function bytesOf(path: string, count: number, from = 0): Buffer {
  try {
    return readPart(path, Buffer.alloc(count), from);
  } catch {
    return Buffer.alloc(0);
  }
}
