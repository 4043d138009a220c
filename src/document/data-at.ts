/**
 * What stands at a path of data.
 * @param path keys, and indexes of lists
 * @returns undefined where nothing stands; what a map inherits does not stand in it
 */
export function dataAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? Object.getOwnPropertyDescriptor(node, step)?.value : undefined,
    data,
  );
}
