import type { Document } from '../../../src/document/document.js';
import { COMMON_KEYS } from '../../../src/document/paper.js';
import type { SchemaProblem } from '../../../src/document/schema-errors.js';
import { KEYS } from '../../../src/document/vocabulary.js';

/**
 * Whether what the schema says is about a key of the website: pages have keys like some of ours, with another meaning. So has a
 * policy `author: …`, which is for interpretations, and any page `published: true`.
 */
export function isOfSite({ path, found }: SchemaProblem, { kind, frontMatter }: Document): boolean {
  const key = String(path[0]);
  // Written in Chinese, it is from our vocabulary.
  if (!COMMON_KEYS.has(key) || !frontMatter.entries.some(({ writtenKey }) => writtenKey === key)) return false;
  const kinds = KEYS.find((row) => row.key === key)?.kinds;
  return (kind !== null && kinds?.includes(kind) === false) || (key === 'published' && typeof found === 'boolean');
}
