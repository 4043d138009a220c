/** The default export of a library; where a bundle has made `require` of an import, Node puts it one level deeper. */
export function defaultExport<T>(module: T | { default: T }): T {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
