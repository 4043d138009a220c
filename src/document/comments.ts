import type { Comment } from './document.js';
import type { FrontMatter } from './front-matter.js';
import { yamlComments } from './yaml-block.js';

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

/** The comments of a front matter that could be read. */
export function frontMatterComments(text: string, { status, range }: FrontMatter): Comment[] {
  const block = text.slice(range.start, range.end);
  return status === 'ok' && block.includes('#') ? yamlComments(block, range.start) : [];
}
