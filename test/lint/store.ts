import type { ResultStore } from '../../src/lint/options.js';

/** What is kept goes through JSON, as it will in a file. */
export function store(): ResultStore {
  const kept = new Map<string, string>();
  const key = (...parts: readonly unknown[]) => JSON.stringify(parts);
  return {
    get(kind, path, from) {
      const known = kept.get(key(kind, path, from));
      return known === undefined ? undefined : JSON.parse(known);
    },
    set: (kind, path, from, value) => void kept.set(key(kind, path, from), JSON.stringify(value)),
  };
}
