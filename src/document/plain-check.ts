import type { Kind } from './document.js';
import type { FrontMatterEntry, FrontMatterNode } from './front-matter.js';
import { REQUIRED_KEYS } from './front-matter-schema.js';
import { type Key, keyOf } from './vocabulary.js';

/**
 * Whether front matter keeps to `frontMatterSchema` beyond doubt, told by the entries it has: most does, and the schema asks
 * for every key there may be. False where only the schema can tell.
 * @param entries none of which has the key of another
 */
export function isPlainlyRight(entries: readonly FrontMatterEntry[], kind: Kind | null): boolean {
  for (const entry of entries) {
    const key = keyOf(entry.key);
    if (!key || (kind && key.kinds && !key.kinds.includes(kind)) || !fits(key, entry.node)) return false;
  }
  const isFilled = (name: string) => entries.some(({ key, node }) => key === name && holdsSomething(node));
  return REQUIRED_KEYS.every.every(isFilled) && (kind === null || REQUIRED_KEYS[kind].every(isFilled));
}

function fits(key: Key, node: FrontMatterNode): boolean {
  if (node.type === 'scalar' && node.value === null) return true;
  if (node.type === 'list') return key.list !== undefined && node.items.every((item) => fitsOne(key, item));
  return key.list !== 'only' && fitsOne(key, node);
}

function fitsOne({ key: parent, type, values }: Key, node: FrontMatterNode): boolean {
  if (node.type === 'map') return type === 'map' && node.entries.every((entry) => fitsWithin(parent, entry));
  if (node.type === 'list' || type === 'map') return false;
  if (type === 'boolean') return typeof node.value === 'boolean';
  return typeof node.value === 'string' && (type !== 'enum' || values?.includes(node.value) === true);
}

function fitsWithin(parent: string, { key: name, node }: FrontMatterEntry): boolean {
  const key = keyOf(name, parent);
  return key !== undefined && fits(key, node);
}

function holdsSomething(node: FrontMatterNode): boolean {
  if (node.type === 'list') return node.items.length > 0;
  return node.type === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '';
}
