import type { Range } from './range.js';

/** A value in front matter with its place. Dates stay the strings they are. */
export type FrontMatterNode = {
  readonly range: Range;
} & (
  | { readonly type: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly type: 'list'; readonly items: readonly FrontMatterNode[] }
  | { readonly type: 'map'; readonly entries: readonly FrontMatterEntry[] }
);

export interface FrontMatterEntry {
  /** The key in English, or as written where the vocabulary does not know it. */
  readonly key: string;
  readonly writtenKey: string;
  readonly keyRange: Range;
  readonly node: FrontMatterNode;
}

export interface FrontMatter {
  /** `broken`: there is a block that cannot be read; then `entries` is empty and `problems` says why. */
  readonly status: 'none' | 'ok' | 'broken';
  /** The whole block with its `---` lines; empty at offset 0 where there is none. */
  readonly range: Range;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly Problem[];
  /** The entries as plain data under their English keys. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The entries whose key stood before in the same map, in English or in Chinese. */
export function repeatedIn(entries: readonly FrontMatterEntry[]): FrontMatterEntry[] {
  const inner = entries.flatMap(({ node }) => (node.type === 'list' ? node.items : [node]));
  return [
    ...entries.filter(({ key }, index) => entries.findIndex((other) => other.key === key) < index),
    ...inner.flatMap((node) => (node.type === 'map' ? repeatedIn(node.entries) : [])),
  ];
}

/** Where the values of front matter stand, by path: `published`, `approval.submitted`, `sign-offs.0.date`. */
export function placesOf(entries: readonly FrontMatterEntry[]): Record<string, Range> {
  const places: Record<string, Range> = {};
  const add = (path: string, node: FrontMatterNode) => {
    places[path] = node.range;
    if (node.type === 'map') for (const entry of node.entries) add(`${path}.${entry.key}`, entry.node);
    if (node.type === 'list') for (const [index, item] of node.items.entries()) add(`${path}.${index}`, item);
  };
  for (const entry of entries) add(entry.key, entry.node);
  return places;
}

/** Front matter may have as many faults as keys: each is found at once. */
const BY_KEY = new WeakMap<readonly FrontMatterEntry[], ReadonlyMap<unknown, FrontMatterEntry>>();

function entriesByKey(entries: readonly FrontMatterEntry[]): ReadonlyMap<unknown, FrontMatterEntry> {
  // Of two entries under one key the first counts.
  const byKey = BY_KEY.get(entries) ?? new Map([...entries].reverse().map((entry) => [entry.key, entry]));
  BY_KEY.set(entries, byKey);
  return byKey;
}

/** The entry or list item at a path of keys and indexes; the last entry on the way where the path leads nowhere. */
export function entryAt(
  entries: readonly FrontMatterEntry[],
  path: ReadonlyArray<string | number>,
): { entry: FrontMatterEntry; node: FrontMatterNode } | null {
  const [key, ...rest] = path;
  const entry = entriesByKey(entries).get(key);
  if (!entry) return null;
  let node = entry.node;
  for (const [index, step] of rest.entries()) {
    if (node.type === 'map') return entryAt(node.entries, rest.slice(index)) ?? { entry, node };
    const item: FrontMatterNode | undefined =
      node.type === 'list' && typeof step === 'number' ? node.items[step] : undefined;
    if (!item) break;
    node = item;
  }
  return { entry, node };
}

export interface Problem {
  readonly id: string;
  readonly range: Range;
  readonly data: Readonly<Record<string, string | number>>;
}
