import type { Document } from '../../../src/document/document.js';
import { sha256 } from '../../../src/language/sha256.js';

/** How a digest was made; stands before it, so that a later way of making one is told apart. */
export const DIGEST_ALGORITHM = 'sha256-text-v1';

/**
 * The digest of a document's body: `sha256-text-v1:` and the SHA-256, in hexadecimal, of the text that a reader sees, in
 * Unicode form NFC and without any white space. Front matter, comments, link addresses, markup, blanks and line ends
 * make no difference; neighbouring table cells are kept apart by `|`.
 */
export function textDigest({ units }: Document): string {
  let text = '';
  let row = '';
  for (const { text: visible, table } of units) {
    const here = table ? `${table.index}/${table.row}` : '';
    text += (here !== '' && here === row ? '|' : '') + visible.text.normalize('NFC').replace(BLANKS, '');
    row = here;
  }
  return `${DIGEST_ALGORITHM}:${sha256(text)}`;
}

/** White space, and the signs that take no room. */
const BLANKS = /[\s\u200b-\u200d\u2060]+/g;

/** The stamp a document bears; undefined for what is missing. */
export function approvalOf({ frontMatter }: Document): { readonly approved?: unknown; readonly digest?: unknown } {
  const approval = frontMatter.data.approval;
  return typeof approval === 'object' && approval !== null && !Array.isArray(approval) ? approval : {};
}
