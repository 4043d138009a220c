import { unescapeAll } from 'markdown-it/lib/common/utils.mjs';

/**
 * What a reader sees of a stretch of source, for comparing: comments, tags, addresses and marks of emphasis gone, entities and
 * escapes resolved, blanks and the marks of structure left out. Of visible text it leaves what the source of it leaves.
 */
export function visible(source: string): string {
  const shown = source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:a|br|div|img|p)(?:\s[^<>]*)?>/gi, '')
    .replace(/\]\([^()]*\)/g, '')
    .replace(/\]\[[^[\]]*\]/g, '');
  return unescapeAll(shown).replace(/[\s\u00a0<>|[\]*_~`#!\\]/g, '');
}
