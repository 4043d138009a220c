import { Lexer } from 'yaml';
import type { Comment } from './document.js';
import type { FrontMatter } from './front-matter.js';

/**
 * A tag of HTML as a comment; null where it is none, or is not closed.
 * @param tag as written
 * @param start its place in the document's text
 * @param end where it ends there, if not `tag.length` further on
 */
export function htmlComment(tag: string, start: number, end = start + tag.length): Comment | null {
  if (!tag.startsWith('<!--') || !tag.endsWith('-->') || tag.length < 7) return null;
  return { type: 'html', text: tag.slice(4, -3), range: { start, end } };
}

/** What the lexer puts before the text of a plain or block scalar, in which `#` is a character like any other. */
const SCALAR = '\u001f';
/** Signs of the lexer's own, which stand for no text: a document begins, a list or map in brackets ends. */
const SIGNS = [SCALAR, '\u0002', '\u0018'];

/** The comments of a front matter that could be read. */
export function frontMatterComments(text: string, { status, range }: FrontMatter): Comment[] {
  const block = text.slice(range.start, range.end);
  if (status !== 'ok' || !block.includes('#')) return [];
  const comments: Comment[] = [];
  let at = range.start;
  let before = '';
  // A lone CR ends a line to us, as everywhere in front matter, but not to YAML.
  for (const token of new Lexer().lex(block.replace(/\r(?!\n)/g, '\n'))) {
    const isText = before === SCALAR;
    before = token;
    if (!isText && SIGNS.includes(token)) continue;
    const end = at + token.length;
    if (!isText && token.startsWith('#'))
      comments.push({ type: 'yaml', text: token.slice(1), range: { start: at, end } });
    at = end;
  }
  return comments;
}
