/** Adds to the list that stands under a key; makes it where there is none. */
export function addTo<Key, T>(lists: Map<Key, T[]>, key: Key, one: T): void {
  const known = lists.get(key);
  if (known) known.push(one);
  else lists.set(key, [one]);
}
