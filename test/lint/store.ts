import type { ResultStore } from '../../src/lint/options.js';

/** What is kept goes through JSON, as it will in a file. */
export function store(): ResultStore {
  const kept = new Map<string, string>();
  const key = (...parts: readonly unknown[]) => JSON.stringify(parts);
  return {
    get(kind, path, from) {
      const known = kept.get(key(kind, path, from));
      if (known === undefined) return undefined;
      const [value, aside] = JSON.parse(known) as unknown[];
      return { value, aside: () => aside ?? undefined };
    },
    set: (kind, path, from, value, aside) => void kept.set(key(kind, path, from), JSON.stringify([value, aside])),
  };
}
