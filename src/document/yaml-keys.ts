import { type Document, isScalar, type Node, visit } from 'yaml';

/** How YAML is read: 1.2, and nothing of it printed. Keys that stand twice are for `repeatedKey`. */
export const YAML_FORM = {
  schema: 'core',
  version: '1.2',
  merge: false,
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'error',
} as const;

/**
 * The first key that stands twice in one map. The library's own check compares every key with every other, so it is switched off
 * (`uniqueKeys: false`) and this one asked.
 */
export function repeatedKey(document: Document): Node | undefined {
  let repeated: Node | undefined;
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          repeated = key;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return repeated;
}
